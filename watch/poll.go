package watch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/url"
	"time"

	"github.com/demarche/demarche/intake/feed"
	"github.com/demarche/demarche/record/vocab"
)

// askFully is after how many polls a source is asked for whole whatever it gave
// as a validator: some servers say "unchanged" for ever.
const askFully = 12

// maxMaps is how many sitemaps of an index are read at a poll, the newest first.
const maxMaps = 100

// poll asks a source what is new, and stores or notes down all of it. Only then
// is it remembered that the source has been read.
func (w *Watcher) poll(ctx context.Context, l *lane, s *Source, state *sourceState) error {
	switch s.kind {
	case folderSource:
		return w.pollFolder(ctx, s)
	case sitemapSource:
		return w.pollSitemap(ctx, l, s, s.URL, state, true)
	}
	got, err := l.changed(ctx, s.URL, state)
	if got == nil || err != nil {
		return err
	}
	f, err := feed.Parse(got.body, got.url)
	if err != nil {
		return &failure{what: "this is no feed", err: err, passing: true}
	}
	waiting, err := w.takeItems(ctx, s, f)
	if err != nil {
		return err
	}
	return w.read(ctx, l, s.name(), state, got, f.Broken, waiting)
}

// changed asks for a source that may be as it was, which gives nil.
func (l *lane) changed(ctx context.Context, address string, state *sourceState) (*fetched, error) {
	since := state.validators
	if state.Polls++; state.Polls%askFully == 0 {
		since = validators{}
	}
	got, err := l.get(ctx, address, since)
	if err != nil || got.unchanged || fingerprint(string(got.body)) == state.Hash {
		return nil, err
	}
	return got, nil
}

// read remembers at once that a source has been read and which pages it wants
// fetched. One that broke off is not taken as read.
func (w *Watcher) read(ctx context.Context, l *lane, name string, state *sourceState, got *fetched, broken error, waiting []*waitingPage) error {
	after := *state
	after.validators, after.Hash = got.validators, fingerprint(string(got.body))
	if broken != nil {
		after.validators, after.Hash = validators{}, ""
	}
	things := []vocab.Kept{after.kept(name)}
	for _, p := range waiting {
		things = append(things, p.kept())
	}
	if err := w.memory.Keep(ctx, things...); err != nil {
		return err // and the source is as if it had not been asked
	}
	*state = after
	for _, p := range waiting {
		w.fetchLater(ctx, p)
	}
	if broken != nil {
		return &failure{what: "it breaks off", err: broken, passing: true}
	}
	return nil
}

// pollSitemap reads a sitemap, and the sitemaps that an index names.
func (w *Watcher) pollSitemap(ctx context.Context, l *lane, s *Source, address string, state *sourceState, index bool) error {
	got, err := l.changed(ctx, address, state)
	if got == nil || err != nil {
		return err
	}
	if got.body, err = unzipped(got.body); err != nil {
		return &failure{what: "this is no sitemap", err: err, passing: true}
	}
	m, err := feed.ParseSitemap(got.body, got.url)
	if err != nil {
		return &failure{what: "this is no sitemap", err: err, passing: true}
	}
	var problem error
	if index {
		problem = w.pollMaps(ctx, l, s, m.Maps)
	}
	waiting, err := w.takeLinks(ctx, s, m.Pages)
	if err != nil {
		return err
	}
	if len(m.Maps) > 0 { // an index may stay while what it names changes
		got.validators, got.body = validators{}, nil
	}
	if err := w.read(ctx, l, address, state, got, m.Broken, waiting); err != nil {
		return err
	}
	return problem
}

// pollMaps polls the sitemaps of an index. The first problem is given back when
// all have been asked.
func (w *Watcher) pollMaps(ctx context.Context, l *lane, s *Source, maps []feed.Link) error {
	var problem error
	asked := 0
	for _, m := range newestFirst(maps) {
		u, err := url.Parse(m.URL)
		if err != nil || origin(u) != l.host || w.tooOld(s, m.Modified) {
			continue // one of another site says nothing about this one
		}
		if asked++; asked > maxMaps {
			break
		}
		state, err := w.stateOf(ctx, m.URL)
		if err == nil {
			err = w.pollSitemap(ctx, l, s, m.URL, &state, false)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil && problem == nil {
			problem = fmt.Errorf("%s: %w", m.URL, err)
		}
	}
	return problem
}

// unzipped is a sitemap as it is; they are often served as .gz files.
func unzipped(body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte("\x1f\x8b")) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, maxBody+1))
	if len(out) > maxBody {
		return nil, fmt.Errorf("it decompresses to more than %d MiB", maxBody>>20)
	}
	return out, err
}

// tooOld says whether a source's items of that time are passed over. A time
// that nobody can believe is none.
func (w *Watcher) tooOld(s *Source, at time.Time) bool {
	age := time.Duration(s.MaxAge)
	return age > 0 && w.believable(at) && w.clock.Now().Sub(at) > age
}
