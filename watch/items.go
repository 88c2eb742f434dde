package watch

import (
	"context"
	"slices"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/feed"
)

// takeItems stores the items of a feed that come with their text, and gives
// the pages that have to be fetched for the others. The oldest come first, as
// the record wants them.
func (w *Watcher) takeItems(ctx context.Context, s *Source, f *feed.Feed) ([]*waitingPage, error) {
	keys := newItemKeys(s, f.Items)
	var waiting []*waitingPage
	for _, item := range slices.Backward(f.Items) {
		all := keys.of(item)
		seen, err := w.seen(ctx, all)
		if err != nil {
			return nil, err
		}
		switch {
		case seen || item.URL == "" && item.Text == "" || item.URL != "" && !s.wants(item.URL):
		case w.tooOld(s, item.Published):
			err = w.memory.Keep(ctx, w.remembered(all...)...)
		case item.Full() || item.URL == "":
			err = w.takeFull(ctx, s, f, item, keys.id(item), all)
		default:
			waiting = append(waiting, &waitingPage{
				URL: item.URL, Source: s.name(), Title: item.Title, Publication: first(s.Publication, f.Title),
				Language: first(s.Language, f.Language), Published: item.Published, Keys: all, First: w.clock.Now(),
			})
		}
		if err != nil {
			return nil, err
		}
	}
	return waiting, nil
}

// takeFull stores an item that is a whole article.
func (w *Watcher) takeFull(ctx context.Context, s *Source, f *feed.Feed, item feed.Item, id string, keys []string) error {
	doc := &demarche.Doc{
		ID: id, Title: item.Title, URL: item.URL, Author: item.Author, Text: item.Text,
		Publication: first(s.Publication, f.Title), Language: first(s.Language, f.Language),
	}
	w.date(doc, time.Time{}, item.Published)
	return w.store(ctx, s.name(), doc, w.remembered(keys...))
}

// takeLinks gives the pages of a sitemap that are new.
func (w *Watcher) takeLinks(ctx context.Context, s *Source, links []feed.Link) ([]*waitingPage, error) {
	var waiting []*waitingPage
	for _, link := range links {
		if !s.wants(link.URL) || w.tooOld(s, link.Modified) {
			continue
		}
		keys := []string{addressKey(link.URL)}
		seen, err := w.seen(ctx, keys)
		if err != nil {
			return nil, err
		}
		if !seen {
			waiting = append(waiting, &waitingPage{
				URL: link.URL, Source: s.name(), Title: link.Title, Publication: first(s.Publication, link.Publication),
				Language: first(s.Language, link.Language), Published: link.Modified, Keys: keys, First: w.clock.Now(),
			})
		}
	}
	return waiting, nil
}

func newestFirst(links []feed.Link) []feed.Link {
	links = slices.Clone(links)
	slices.SortStableFunc(links, func(a, b feed.Link) int { return b.Modified.Compare(a.Modified) })
	return links
}

// itemKeys tells which ids and addresses of a feed tell its items apart: some
// feeds give the same to all.
type itemKeys struct {
	source    string
	addresses map[string]int // how often each stands in the feed
	ids       map[string]int
}

func newItemKeys(s *Source, items []feed.Item) itemKeys {
	k := itemKeys{s.name(), map[string]int{}, map[string]int{}}
	for _, item := range items {
		k.addresses[normal(item.URL)]++
		k.ids[item.ID]++
	}
	return k
}

func (k itemKeys) hasAddress(item feed.Item) bool {
	return item.URL != "" && k.addresses[normal(item.URL)] == 1
}

// of are the keys by which an item is known again: by its address, even in
// another feed, and by its id and title, even at another address.
func (k itemKeys) of(item feed.Item) []string {
	var keys []string
	if k.hasAddress(item) {
		keys = append(keys, addressKey(item.URL))
	}
	if item.ID != "" && k.ids[item.ID] == 1 {
		keys = append(keys, fingerprint("id", k.source, item.ID, item.Title))
	}
	if len(keys) == 0 {
		keys = append(keys, fingerprint("text", k.source, item.Title, item.Text, item.URL))
	}
	return keys
}

// id is the id of the item as a document.
func (k itemKeys) id(item feed.Item) string {
	switch {
	case k.hasAddress(item):
		return normal(item.URL)
	case item.ID != "" && k.ids[item.ID] == 1:
		return k.source + "#" + item.ID
	}
	return k.source + "#" + fingerprint(item.Title, item.Text)
}

// addressKey is the key of a page.
func addressKey(address string) string { return fingerprint("page", normal(address)) }

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
