package record

import (
	"context"
	"sync"
)

// Index is a store that also keeps what a search asks for in memory, some 50
// bytes an event, so that any filter over a million events is counted, listed
// and drawn in the time that a person does not notice. SQLite reads rows one by
// one: good for what an index of it narrows down, slow for what is broad.
//
// Every event is a row of a few numbers, each standing for a value in a table
// of the different ones. A query is decided once for each value of a table, and
// then looked up for each row. Since there are far fewer values than events, a
// search costs some nanoseconds an event, whatever it asks.
//
// The index follows the store: before each answer it reads the mentions that
// have come since, whoever wrote them. It answers what Store answers, and the
// same; what it does not keep it asks the store.
type Index struct {
	*Store
	version func() string // changes with the file

	loading sync.Mutex // held by whoever reads the store for it
	mu      sync.RWMutex
	loaded  bool
	seen    string // version that the rows are of
	rows    *indexRows

	choicesMu sync.Mutex
	choices   map[string]*choice // recent selections, by query
}

// NewIndex is an index of a store; version changes whenever the store's file
// does. Load fills it; until then the store answers.
func NewIndex(store *Store, version func() string) *Index {
	return &Index{Store: store, version: version, rows: new(indexRows), choices: map[string]*choice{}}
}

// Load reads all events.
func (x *Index) Load(ctx context.Context) error {
	x.loading.Lock()
	defer x.loading.Unlock()
	version := x.version()
	rows := new(indexRows)
	if err := x.readAll(ctx, rows); err != nil {
		return explained(x.path, err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.rows, x.seen, x.loaded = rows, version, true
	x.forget()
	return nil
}

// ready says whether the index can answer, after reading what is new. It holds
// the lock for reading when it can; done releases it.
func (x *Index) ready(ctx context.Context) (done func(), ok bool, err error) {
	x.mu.RLock()
	if !x.loaded {
		x.mu.RUnlock()
		return nil, false, nil
	}
	if x.seen == x.version() {
		return x.mu.RUnlock, true, nil
	}
	x.mu.RUnlock()
	if err := x.follow(ctx); err != nil {
		return nil, false, err
	}
	x.mu.RLock()
	return x.mu.RUnlock, true, nil
}

// follow reads what has come into the store since.
func (x *Index) follow(ctx context.Context) error {
	x.loading.Lock()
	defer x.loading.Unlock()
	version := x.version()
	x.mu.RLock()
	last, known := x.rows.lastMention, x.seen == version
	x.mu.RUnlock()
	if known {
		return nil
	}
	fresh, err := x.readSince(ctx, last)
	if err != nil {
		return explained(x.path, err)
	}
	if fresh == nil { // what was there has changed as well
		rows := new(indexRows)
		if err := x.readAll(ctx, rows); err != nil {
			return explained(x.path, err)
		}
		x.mu.Lock()
		defer x.mu.Unlock()
		x.rows, x.seen = rows, version
		x.forget()
		return nil
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.seen = version
	if len(fresh.events) > 0 {
		x.rows.take(fresh)
		x.forget()
	}
	return nil
}

// forget drops the selections, which are of rows that were.
func (x *Index) forget() {
	x.choicesMu.Lock()
	defer x.choicesMu.Unlock()
	clear(x.choices)
}
