package watch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/demarche/demarche/record/vocab"
)

// The spaces of the memory that a watcher uses.
const (
	sourceSpace = "watch.source" // sourceState by name
	pageSpace   = "watch.page"   // pages that wait to be fetched, by address
	seenSpace   = "watch.seen"   // when an item, page or file was done with, by a hash of its key
)

// sourceState is what is remembered of a source.
type sourceState struct {
	validators
	Hash     string    `json:"hash,omitempty"` // of the body that the validators are of
	Polls    int       `json:"polls"`
	Failures int       `json:"failures,omitempty"` // in a row
	Next     time.Time `json:"next"`
}

func (s *sourceState) kept(name string) vocab.Kept {
	return vocab.Kept{Space: sourceSpace, Key: name, Value: encoded(s)}
}

func (w *Watcher) stateOf(ctx context.Context, name string) (sourceState, error) {
	var state sourceState
	value, err := w.memory.KeptValue(ctx, sourceSpace, name)
	if err == nil && value != nil {
		err = json.Unmarshal(value, &state)
	}
	if err != nil {
		return sourceState{}, fmt.Errorf("what is remembered of %s: %w", name, err)
	}
	return state, nil
}

// waitingPage is a page that a source announced and that is yet to be fetched.
type waitingPage struct {
	URL         string    `json:"url"`
	Source      string    `json:"source"`
	Title       string    `json:"title,omitempty"`
	Publication string    `json:"publication,omitempty"`
	Language    string    `json:"language,omitempty"`
	Published   time.Time `json:"published,omitzero"`
	Keys        []string  `json:"keys"`  // to remember when it is done with
	First       time.Time `json:"first"` // when it was announced
	Failures    int       `json:"failures,omitempty"`
	Refusals    int       `json:"refusals,omitempty"` // failures that will hardly pass
	Next        time.Time `json:"next,omitzero"`
}

func (p *waitingPage) kept() vocab.Kept {
	return vocab.Kept{Space: pageSpace, Key: normal(p.URL), Value: encoded(p)}
}

// encoded is JSON of what can always be encoded.
func encoded(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		return []byte("{}") // cannot be: plain fields only
	}
	return b
}

// fingerprint is a short key for something long.
func fingerprint(parts ...string) string {
	h := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(h, "%d:%s", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// seen says whether any of the keys was done with.
func (w *Watcher) seen(ctx context.Context, keys []string) (bool, error) {
	for _, key := range keys {
		value, err := w.memory.KeptValue(ctx, seenSpace, key)
		if value != nil || err != nil {
			return value != nil, err
		}
	}
	return false, nil
}

// remembered are the keys as things that were done with now.
func (w *Watcher) remembered(keys ...string) []vocab.Kept {
	now := []byte(w.clock.Now().UTC().Format(time.DateOnly))
	var things []vocab.Kept
	for _, key := range keys {
		things = append(things, vocab.Kept{Space: seenSpace, Key: key, Value: now})
	}
	return things
}
