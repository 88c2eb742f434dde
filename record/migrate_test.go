package record

import (
	"database/sql"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestOlderStoreIsBroughtUpToDate makes a store as the first version of the
// program did.
func TestOlderStoreIsBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	db, err := sql.Open("sqlite", dsn(path, "rwc", "immediate"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := migrations.ReadFile("migrations/0001_record.sql")
	if err != nil {
		t.Fatal(err)
	}
	if err := migrateOne(t.Context(), db, 1, string(first)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(path); err == nil || !strings.Contains(err.Error(), "demarche ingest --db on it once") {
		t.Errorf("reading an older store gives %v", err)
	}
	for range 2 {
		s, err := Open(path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		known, _, err := schemaVersion()
		if err != nil {
			t.Fatal(err)
		}
		if stats, err := s.Stats(t.Context()); err != nil || stats.Schema != known {
			t.Errorf("the store has schema %d, %v, want %d", stats.Schema, err, known)
		}
		add(t, s, several()...)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadingWhileWriting searches from several sides while documents come, and
// wants each answer to be of one state of the store.
func TestReadingWhileWriting(t *testing.T) {
	s := open(t)
	other, err := Open(s.path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	s.options.NoMerge, other.options.NoMerge = true, true // each mention is an event
	n := newInvention()
	done := make(chan struct{})
	var readers sync.WaitGroup
	for _, store := range []*Store{s, other} {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				events := 0
				if err := store.EachEvent(t.Context(), Query{}, func(*Event) error { events++; return nil }); err != nil {
					t.Error(err)
					return
				}
				if events%15 != 0 {
					t.Errorf("%d events are seen: a transaction in part", events)
				}
				if _, _, err := store.Events(t.Context(), Query{Text: "w0x"}, Page{}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 40 {
		var docs []Coded
		for k := range 3 {
			docs = append(docs, n.document(3*i+k, 5))
		}
		if got := add(t, []*Store{s, other}[i%2], docs...); got.Events != 15 {
			t.Fatalf("%+v", got)
		}
	}
	close(done)
	readers.Wait()
}
