package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"sync"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// Recoded is what coding again changed.
type Recoded struct {
	Documents int `json:"documents"`
	Added     int `json:"added"`
	Gone      int `json:"gone"`
	Changed   int `json:"changed"`
	Same      int `json:"same"`
}

// Recoder codes the documents of a record again.
type Recoder struct {
	Store    *record.Store
	Coder    Coder
	Version  string
	Jobs     int
	DryRun   bool // leave the record as it is
	Problem  func(error)
	Progress func(Progress)
	Change   func(Change) error // told of each difference; may be nil
}

// Run codes every document again, into a record beside the one that there is,
// which takes its place at the end, all at once: events are then merged as if
// the documents had been coded so from the start. A run that ends early leaves
// the record as it was.
func (r *Recoder) Run(ctx context.Context) (done Recoded, err error) {
	path := r.Store.Path() + ".recoding"
	if err := removeStore(path); err != nil {
		return done, err
	}
	fresh, err := record.Open(path, record.Options{})
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, fresh.Close(), removeStore(path)) }()
	sink := &recoding{Recoder: r, fresh: fresh}
	for coded := -1; coded < sink.done.Documents; { // again while somebody else adds documents
		coded = sink.done.Documents
		g := Ingester{
			Store: sink, Coder: &lenient{coder: r.Coder, problem: r.Problem}, Version: r.Version, Jobs: r.Jobs,
			Problem: r.Problem, Progress: r.Progress,
		}
		if _, err := g.Run(ctx, r.documents(ctx)); err != nil {
			return sink.done, err
		}
	}
	if r.DryRun {
		return sink.done, nil
	}
	return sink.done, r.Store.Replace(ctx, fresh)
}

func (r *Recoder) documents(ctx context.Context) iter.Seq2[*demarche.Doc, error] {
	enough := errors.New("enough")
	return func(yield func(*demarche.Doc, error) bool) {
		err := r.Store.EachDocument(ctx, func(doc *demarche.Doc, _ *record.Document) error {
			if !yield(doc, nil) {
				return enough
			}
			return nil
		})
		if err != nil && !errors.Is(err, enough) {
			yield(nil, err)
		}
	}
}

// removeStore removes a store's file and what SQLite keeps beside it.
func removeStore(path string) error {
	for _, suffix := range [...]string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("making room for coding again: %w", err)
		}
	}
	return nil
}

// recoding adds documents to the fresh record and compares them with the old one.
type recoding struct {
	*Recoder
	fresh *record.Store
	done  Recoded
}

func (r *recoding) Has(ctx context.Context, hash string) (bool, error) {
	return r.fresh.Has(ctx, hash)
}

func (r *recoding) Add(ctx context.Context, docs []record.Coded) (record.Result, error) {
	for i := range docs {
		d := &docs[i].Document
		id, ingested, err := r.Store.Given(ctx, d.Hash)
		if err != nil {
			return record.Result{}, err
		}
		d.Ingested = ingested
		old, err := r.Store.DocumentMentions(ctx, id)
		if err != nil {
			return record.Result{}, err
		}
		if err := r.compare(id, old, docs[i].Events); err != nil {
			return record.Result{}, err
		}
	}
	r.done.Documents += len(docs)
	return r.fresh.Add(ctx, docs)
}

// lenient keeps a document that cannot be coded any more, without events.
type lenient struct {
	coder   Coder
	mu      sync.Mutex
	problem func(error)
}

func (l *lenient) Code(doc *demarche.Doc) error {
	bare := *doc
	err := l.coder.Code(doc)
	if err == nil {
		return nil
	}
	*doc = bare
	if l.problem != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.problem(fmt.Errorf("%s: %w", doc.ID, err))
	}
	return nil
}
