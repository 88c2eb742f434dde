package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/alert"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/watch"
)

// recordSink codes documents into a record, and raises alerts.
type recordSink struct {
	store   *record.Store
	coder   *coder.Coder
	version string
	problem func(error)

	outbox    *alert.Outbox // nil without rules
	mu        sync.Mutex    // of what follows
	alerts    *alert.Engine
	unchecked []string // documents whose check failed
}

// openAlerts reads the rules, and checks what was stored before the program
// ended the last time.
func (s *recordSink) openAlerts(ctx context.Context, path string, stdout io.Writer) error {
	rules, err := alert.ReadRules(path)
	if err != nil {
		return err
	}
	s.alerts = &alert.Engine{Rules: rules, Store: s.store, Memory: s.store, Now: time.Now}
	s.outbox = alert.NewOutbox(s.store, rules, alert.OutboxOptions{Stdout: stdout, Report: s.problem})
	_, err = s.alerts.Resume(ctx)
	return err
}

// Has says whether a document with that id is in the record.
func (s *recordSink) Has(ctx context.Context, id string) (bool, error) {
	_, err := s.store.Document(ctx, id)
	if errors.Is(err, record.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// Add codes a document, stores it, and checks it for alerts.
func (s *recordSink) Add(ctx context.Context, doc *demarche.Doc) (int, error) {
	if err := s.code(doc); err != nil {
		return 0, &watch.Refusal{Why: err.Error()}
	}
	coded := record.Take(doc, s.version)
	if s.outbox == nil {
		_, err := s.store.Add(ctx, []record.Coded{coded})
		return len(coded.Events), err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.alerts.Expect(ctx, doc.ID); err != nil {
		return 0, err
	}
	if _, err := s.store.Add(ctx, []record.Coded{coded}); err != nil {
		return 0, err
	}
	s.check(ctx, doc.ID)
	return len(coded.Events), nil
}

// check raises alerts. The document is stored whatever comes of it; a check
// that fails is made up for with the next one, or when the program starts again.
func (s *recordSink) check(ctx context.Context, id string) {
	s.unchecked = append(s.unchecked, id)
	raised, err := s.alerts.Check(ctx, s.unchecked...)
	switch {
	case err == nil:
		s.unchecked = nil
	case ctx.Err() == nil:
		s.problem(fmt.Errorf("checking for alerts: %w", err))
	}
	if len(raised) > 0 {
		s.outbox.Wake()
	}
}

// code codes a document. A defect of the program costs one document.
func (s *recordSink) code(doc *demarche.Doc) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("internal error: %v; please report it with the text", cause)
		}
	}()
	return s.coder.Code(doc)
}
