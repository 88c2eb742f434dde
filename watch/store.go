package watch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
	"github.com/demarche/demarche/intake/lang"
	"github.com/demarche/demarche/record/vocab"
)

// store hands a document on, unless it is stored already, and then remembers
// what it was made of. Were the program to end between the two, the document
// would be met again, and found to be stored.
func (w *Watcher) store(ctx context.Context, source string, doc *demarche.Doc, done []vocab.Kept) error {
	mu := w.lock(doc.ID)
	mu.Lock()
	defer mu.Unlock()
	has, err := w.sink.Has(ctx, doc.ID)
	if err != nil {
		return err
	}
	if !has {
		if err := w.add(ctx, source, doc); err != nil {
			return err
		}
	}
	return w.memory.Keep(ctx, done...)
}

func (w *Watcher) add(ctx context.Context, source string, doc *demarche.Doc) error {
	select {
	case w.coding <- struct{}{}:
		defer func() { <-w.coding }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if why := w.unwanted(doc); why != "" {
		w.pass(source, doc.ID, why)
		return nil
	}
	events, err := w.sink.Add(ctx, doc)
	var refusal *Refusal
	if errors.As(err, &refusal) {
		w.pass(source, doc.ID, refusal.Why)
		return nil
	}
	if err != nil {
		return err
	}
	w.count.documents.Add(1)
	w.count.events.Add(int64(events))
	w.report(Report{Kind: Stored, Source: source, Address: doc.ID, What: first(doc.Title, doc.ID), Events: events})
	return nil
}

// unwanted says why a document is not coded, "" when it is: it would be coded
// as English, or take all memory.
func (w *Watcher) unwanted(doc *demarche.Doc) string {
	if len(doc.Text) > intake.MaxDocument {
		return fmt.Sprintf("it is longer than %d MiB", intake.MaxDocument>>20)
	}
	code := w.lang.Of(doc.Text) // sites often state the language of their menus
	if code == "" {
		code = doc.Language
	}
	if lang.IsEnglish(code, doc.Text) {
		return ""
	}
	w.count.foreign.Add(1)
	return fmt.Sprintf("it is not in English but in %q", code)
}

// pass counts and tells what is not stored.
func (w *Watcher) pass(source, address, why string) {
	w.count.passed.Add(1)
	w.report(Report{Kind: Passed, Source: source, Address: address, What: why})
}

// believable says whether something may have been published then: not before
// there were sites, and not tomorrow.
func (w *Watcher) believable(at time.Time) bool {
	return at.Year() >= 1990 && at.Before(w.clock.Now().Add(24*time.Hour))
}

// date dates a document by the first time that can be believed, what it says
// itself first, then what announced it; failing both it was published now, for
// that is when it was found.
func (w *Watcher) date(doc *demarche.Doc, said, announced time.Time) {
	now := w.clock.Now()
	at := said
	if !w.believable(said) {
		at, doc.Published = announced, announced
	}
	if !w.believable(at) {
		at, doc.Published = now, time.Time{}
	}
	if at.After(now) {
		at, doc.Published = now, time.Time{} // a clock that is fast, or an odd time zone
	}
	doc.Date = demarche.DateOf(at)
}
