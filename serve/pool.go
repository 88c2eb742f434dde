package serve

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/demarche/demarche"
)

// Engine codes documents; *coder.Coder is one.
type Engine interface {
	Code(*demarche.Doc) error
}

// The ways in which a document is not coded, other than the coder's own.
var (
	ErrBusy = errors.New("all coders are busy")
	ErrSlow = errors.New("coding took too long")
)

// Pool codes a few documents at a time, each within a time limit.
//
// The coder cannot be interrupted, so a document that takes too long is left
// to finish unseen and keeps its place until then: hostile texts can fill the
// pool, which then refuses work, but never the machine.
type Pool struct {
	engine Engine
	places chan struct{}
	wait   time.Duration // for a place
	limit  time.Duration // for one document
}

// NewPool makes a pool of so many places. A document waits for one as long as
// wait, and is given up after limit.
func NewPool(engine Engine, places int, wait, limit time.Duration) *Pool {
	return &Pool{engine, make(chan struct{}, places), wait, limit}
}

// Code fills doc, which belongs to the pool until it returns nil: after an
// error the caller must not touch it.
func (p *Pool) Code(ctx context.Context, doc *demarche.Doc) error {
	if err := p.enter(ctx); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() {
		defer func() { <-p.places }()
		done <- p.guarded(doc)
	}()
	limit := time.NewTimer(p.limit)
	defer limit.Stop()
	select {
	case err := <-done:
		return err
	case <-limit.C:
		return ErrSlow
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter waits for a place.
func (p *Pool) enter(ctx context.Context) error {
	wait := time.NewTimer(p.wait)
	defer wait.Stop()
	select {
	case p.places <- struct{}{}:
		return nil
	case <-wait.C:
		return ErrBusy
	case <-ctx.Done():
		return ctx.Err()
	}
}

// guarded turns a panic over one document into an error, so that a defect of
// the coder costs one answer and not the server.
func (p *Pool) guarded(doc *demarche.Doc) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("internal error: %v", cause)
		}
	}()
	return p.engine.Code(doc)
}
