// Package ingest brings documents into a record: it codes them, several at a
// time, and writes them in the order in which they were read.
//
// A run that was cut short is taken up by running it again: documents that are
// in the record are passed over before they are coded. Since they are written
// in the order of reading, the record then equals that of a run that was not.
package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
	"github.com/demarche/demarche/internal/inorder"
	"github.com/demarche/demarche/record"
)

// Coder codes documents; *coder.Coder is one.
type Coder interface{ Code(*demarche.Doc) error }

// Store takes coded documents; *record.Store is one.
type Store interface {
	Has(ctx context.Context, hash string) (bool, error)
	Add(ctx context.Context, docs []record.Coded) (record.Result, error)
}

// Ingester codes documents into a store.
type Ingester struct {
	Store   Store
	Coder   Coder
	Version string // of program, rules and lexicon, as coder.Options.Version gives it
	Jobs    int    // documents coded at a time
	// Problem is told of each document that cannot be read or coded; the rest
	// goes on. Progress is told of every document. Both may be nil, and are
	// called from one goroutine at a time.
	Problem  func(error)
	Progress func(Progress)
}

// Progress is how far a run has come.
type Progress struct {
	Documents int // added
	Known     int // in the record already
	Failed    int // could not be read or coded
	Words     int // coded
	Events    int // coded: mentions of events
}

// coded is what one step of reading gave.
type coded struct {
	record.Coded
	known   bool
	problem error
	failed  bool // nothing to add
	note    bool // nothing to add, nor wrong: what was passed over, as it should be
}

// Run codes documents and adds them, each step a document, a problem, or both.
// It ends early when the context does, with what was coded by then written, or
// when the store fails; its error says why.
func (g *Ingester) Run(ctx context.Context, documents iter.Seq2[*demarche.Doc, error]) (Progress, error) {
	writing := startWriter(ctx, g.Store)
	var p Progress
	err := inorder.Map(max(g.Jobs, 1), g.steps(ctx, documents), func(s step) *coded { return g.code(ctx, s) }, func(c *coded) error {
		g.count(&p, c)
		if c.problem != nil && g.Problem != nil {
			g.Problem(c.problem)
		}
		if g.Progress != nil {
			g.Progress(p)
		}
		if c.failed || c.known || c.note {
			return nil
		}
		return writing.add(c.Coded)
	})
	if err != nil { // the writer's own
		return p, writing.stop()
	}
	return p, errors.Join(writing.finish(), ctx.Err())
}

func (g *Ingester) count(p *Progress, c *coded) {
	switch {
	case c.note:
	case c.failed:
		p.Failed++
	case c.known:
		p.Known++
	default:
		p.Documents++
		p.Words += c.Document.Words
		p.Events += len(c.Events)
	}
}

// step is one step of reading.
type step struct {
	doc     *demarche.Doc
	problem error
}

func (g *Ingester) steps(ctx context.Context, documents iter.Seq2[*demarche.Doc, error]) iter.Seq[step] {
	return func(yield func(step) bool) {
		for doc, err := range documents {
			if ctx.Err() != nil || !yield(step{doc, err}) {
				return
			}
		}
	}
}

// code codes one document unless the record has it. A defect of the program
// costs one document and not the run.
func (g *Ingester) code(ctx context.Context, s step) (c *coded) {
	c = &coded{problem: s.problem}
	if s.doc == nil {
		var p *intake.Problem
		c.note = errors.As(s.problem, &p) && p.Note
		c.failed = !c.note
		return c
	}
	id := s.doc.ID
	defer func() {
		if cause := recover(); cause != nil {
			c = &coded{failed: true, problem: errors.Join(s.problem, fmt.Errorf("%s: internal error: %v; please report it with the text", id, cause))}
		}
	}()
	// A store that cannot be read cannot be written to: adding will say so.
	if known, err := g.Store.Has(ctx, record.Hash(s.doc)); err == nil && known {
		c.known = true
		return c
	}
	if err := g.Coder.Code(s.doc); err != nil {
		c.failed = true
		c.problem = errors.Join(s.problem, fmt.Errorf("%s: %w", id, err))
		return c
	}
	c.Coded = record.Take(s.doc, g.Version)
	return c
}
