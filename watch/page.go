package watch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/url"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/page"
	"github.com/demarche/demarche/record/vocab"
)

// How long a page is tried for.
const (
	patience    = 3 * 24 * time.Hour // with a server that fails
	maxRefusals = 4                  // with one that refuses
	firstRetry  = 2 * time.Minute
	lastRetry   = 6 * time.Hour
)

// resume takes up the pages that waited when the program ended.
func (w *Watcher) resume(ctx context.Context) error {
	var pages []*waitingPage
	err := w.memory.EachKept(ctx, pageSpace, func(k vocab.Kept) error {
		p := &waitingPage{}
		if err := json.Unmarshal(k.Value, p); err != nil {
			return fmt.Errorf("the page that waits under %s: %w", k.Key, err)
		}
		pages = append(pages, p)
		return nil
	})
	for _, p := range pages {
		w.fetchLater(ctx, p)
	}
	return err
}

// fetchLater plans to fetch a page, unless that is planned already.
func (w *Watcher) fetchLater(ctx context.Context, p *waitingPage) {
	u, err := url.Parse(p.URL)
	if err != nil {
		return // cannot be: the readers of feeds give addresses only
	}
	key := normal(p.URL)
	w.mu.Lock()
	planned := w.waiting[key]
	w.waiting[key] = true
	w.count.waiting.Store(int64(len(w.waiting)))
	w.mu.Unlock()
	if !planned {
		w.lane(ctx, origin(u)).add(p.Next, func(ctx context.Context, l *lane) time.Time { return w.fetch(ctx, l, p) })
	}
}

// fetch fetches a page and stores its article; it gives the time to try again.
func (w *Watcher) fetch(ctx context.Context, l *lane, p *waitingPage) time.Time {
	err := w.fetchOnce(ctx, l, p)
	if ctx.Err() != nil {
		return time.Time{} // it waits in the memory
	}
	f := asFailure(err)
	var answered *failure
	ours := !errors.As(err, &answered) // the record could not be written, say
	switch {
	case err == nil:
	case ours:
		w.report(Report{Kind: Problem, Source: p.Source, Address: p.URL, What: "cannot be stored, and is tried again: " + err.Error()})
		return w.fetchAgain(ctx, p, f)
	case f.passing && w.clock.Now().Sub(p.First) < patience, !f.passing && !f.forbidden && p.Refusals+1 < maxRefusals:
		return w.fetchAgain(ctx, p, f)
	default:
		w.count.givenUp.Add(1)
		w.report(Report{Kind: Problem, Source: p.Source, Address: p.URL, What: "given up: " + err.Error()})
		done := append(w.remembered(p.Keys...), forgotten(p))
		if err := w.memory.Keep(ctx, done...); err != nil {
			w.report(Report{Kind: Problem, Source: p.Source, Address: p.URL, What: err.Error()})
			return w.clock.Now().Add(firstRetry)
		}
	}
	w.mu.Lock()
	delete(w.waiting, normal(p.URL))
	w.count.waiting.Store(int64(len(w.waiting)))
	w.mu.Unlock()
	return time.Time{}
}

// fetchAgain notes down that a page is to be tried again, and when.
func (w *Watcher) fetchAgain(ctx context.Context, p *waitingPage, f failure) time.Time {
	p.Failures++
	if !f.passing {
		p.Refusals++
	}
	wait := max(w.dice.jitter(backOff(p.Failures, firstRetry, lastRetry)), f.after)
	if f.network {
		wait = 0 // the lane pauses
	}
	p.Next = w.clock.Now().Add(wait)
	if failed := w.memory.Keep(ctx, p.kept()); failed != nil {
		w.report(Report{Kind: Problem, Source: p.Source, Address: p.URL, What: failed.Error()})
	}
	return p.Next
}

func forgotten(p *waitingPage) vocab.Kept {
	return vocab.Kept{Space: pageSpace, Key: normal(p.URL)}
}

// fetchOnce fetches a page and is done with it, or gives an error.
func (w *Watcher) fetchOnce(ctx context.Context, l *lane, p *waitingPage) error {
	got, err := l.get(ctx, p.URL, validators{})
	if err != nil {
		return err
	}
	done := append(w.remembered(p.Keys...), w.remembered(addressKey(got.url))...)
	done = append(done, forgotten(p))
	doc, published, err := article(got)
	var none *page.NotArticle
	switch {
	case errors.As(err, &none) && none.Kind == page.Failure, errors.Is(err, page.ErrTooSlow):
		return &failure{what: err.Error()}
	case err != nil:
		w.pass(p.Source, p.URL, err.Error())
		return w.memory.Keep(ctx, done...)
	}
	w.complete(doc, p, got)
	w.date(doc, published, p.Published)
	return w.store(ctx, p.Source, doc, done)
}

// complete fills in what the page does not say from what announced it.
func (w *Watcher) complete(doc *demarche.Doc, p *waitingPage, got *fetched) {
	doc.ID = normal(got.url)
	doc.Title = first(doc.Title, p.Title)
	doc.URL = first(doc.URL, doc.ID)
	doc.Publication = first(p.Publication, doc.Publication)
	doc.Language = first(doc.Language, p.Language)
}

// article is the document of a page, and when it says that it was published.
func article(got *fetched) (*demarche.Doc, time.Time, error) {
	media, _, _ := mime.ParseMediaType(got.contentType)
	switch media {
	case "", "text/html", "application/xhtml+xml", "application/octet-stream", "text/plain":
	default:
		return nil, time.Time{}, fmt.Errorf("this is no page but %s, and was passed over", media)
	}
	if media == "text/plain" && !strings.HasPrefix(strings.TrimSpace(string(got.body)), "<") {
		text := strings.ToValidUTF8(string(got.body), "\ufffd")
		if strings.TrimSpace(text) == "" {
			return nil, time.Time{}, &page.NotArticle{Kind: page.Empty}
		}
		return &demarche.Doc{Text: text}, time.Time{}, nil
	}
	a, err := page.Extract(got.body, page.Options{URL: got.url, ContentType: got.contentType})
	if err != nil {
		return nil, time.Time{}, err
	}
	return a.Doc(""), a.Published.Time, nil
}
