package watch_test

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// fastClock runs faster than the machine's.
type fastClock struct {
	start, real time.Time
	speed       int
}

func newFastClock(speed int) *fastClock {
	return &fastClock{time.Date(2023, 3, 1, 12, 0, 0, 0, time.UTC), time.Now(), speed}
}

func (c *fastClock) Now() time.Time { return c.start.Add(time.Since(c.real) * time.Duration(c.speed)) }

func (c *fastClock) Timer(d time.Duration) (<-chan time.Time, func() bool) {
	t := time.NewTimer(d / time.Duration(c.speed))
	return t.C, t.Stop
}

// disk is what outlives a watcher: its memory, and the documents stored.
type disk struct {
	mu     sync.Mutex
	values map[[2]string][]byte
	docs   map[string]*demarche.Doc
	added  []*demarche.Doc
}

func newDisk() *disk {
	return &disk{values: map[[2]string][]byte{}, docs: map[string]*demarche.Doc{}}
}

var errKilled = errors.New("the program was killed")

// process is one run of the program over the disk. When it is killed, nothing
// that it still tries reaches the disk. Every so often writing fails.
type process struct {
	*disk
	mu     sync.Mutex
	killed bool
	writes int
	flaky  int // one write in so many fails; 0 for none
}

func (p *process) kill() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.killed = true
}

func (p *process) alive(writing bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.killed {
		return errKilled
	}
	if writing && p.flaky > 0 {
		if p.writes++; p.writes%p.flaky == 0 {
			return errors.New("the disk is full")
		}
	}
	return nil
}

func (p *process) Keep(_ context.Context, things ...vocab.Kept) error {
	if err := p.alive(true); err != nil {
		return err
	}
	p.disk.mu.Lock()
	defer p.disk.mu.Unlock()
	for _, k := range things {
		if k.Value == nil {
			delete(p.values, [2]string{k.Space, k.Key})
		} else {
			p.values[[2]string{k.Space, k.Key}] = k.Value
		}
	}
	return nil
}

func (p *process) KeptValue(_ context.Context, space, key string) ([]byte, error) {
	if err := p.alive(false); err != nil {
		return nil, err
	}
	p.disk.mu.Lock()
	defer p.disk.mu.Unlock()
	return p.values[[2]string{space, key}], nil
}

func (p *process) EachKept(_ context.Context, space string, do func(vocab.Kept) error) error {
	p.disk.mu.Lock()
	values := maps.Clone(p.values)
	p.disk.mu.Unlock()
	for key, value := range values {
		if key[0] == space {
			if err := do(vocab.Kept{Space: space, Key: key[1], Value: value}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *process) Has(_ context.Context, id string) (bool, error) {
	if err := p.alive(false); err != nil {
		return false, err
	}
	p.disk.mu.Lock()
	defer p.disk.mu.Unlock()
	return p.docs[id] != nil, nil
}

func (p *process) Add(_ context.Context, doc *demarche.Doc) (int, error) {
	if err := p.alive(true); err != nil {
		return 0, err
	}
	p.disk.mu.Lock()
	defer p.disk.mu.Unlock()
	p.docs[doc.ID] = doc
	p.added = append(p.added, doc)
	return 1, nil
}

// documents are the documents in the order in which they were stored.
func (d *disk) documents() []*demarche.Doc {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.added)
}

// waiting are the titles and addresses of the pages that wait to be fetched.
func (d *disk) waiting() map[string]bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := map[string]bool{}
	for key, value := range d.values {
		var page struct{ Title, URL string }
		if key[0] == "watch.page" && json.Unmarshal(value, &page) == nil {
			all[page.Title], all[page.URL] = true, true
		}
	}
	return all
}

// eventually waits until what gives nothing to complain of, or, after a while,
// until it will do.
func eventually(t *testing.T, limit time.Duration, what func() string, willDo func() bool) {
	t.Helper()
	deadline := time.Now().Add(limit)
	for {
		missing := what()
		switch {
		case missing == "":
			return
		case time.Now().Before(deadline):
		case missing == "waiting" && willDo():
			t.Log("some pages are still waiting to be fetched")
			return
		default:
			t.Error(missing)
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
