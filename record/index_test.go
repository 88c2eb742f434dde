package record

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/demarche/demarche/internal/synthetic"
)

// fileVersion is a version for tests: length and time of the file and its log.
func fileVersion(path string) func() string {
	return func() string {
		version := ""
		for _, name := range []string{path, path + "-wal"} {
			if info, err := os.Stat(name); err == nil {
				version += fmt.Sprint(info.Size(), info.ModTime().UnixNano())
			}
		}
		return version
	}
}

// invented are made-up documents as the store takes them.
func invented(from, to int) []Coded {
	var all []Coded
	i := 0
	for d := range synthetic.Documents(to) {
		if i++; i > from {
			all = append(all, Coded{
				Document: Document{ID: d.ID, Hash: d.ID, Date: d.Date, Title: d.Title, Publication: d.Publication, Text: d.Text, Coder: "test"},
				Events:   d.Events,
			})
		}
	}
	return all
}

// everyField are queries of every field, alone and together.
var everyField = []string{
	"", "actor:USA", "actor:USA,RUS", "recipient:CHN", "either:FRA", "actor:USA recipient:RUS", "actor:USA.MIL", "either:.MIL", "actor:---",
	"type:CONSULT", "type:ASSAULT,PROTEST", "cameo:1", "cameo:190,04", "quad:4", "status:future", "status:negated,done", "mode:visit", "context:military",
	"place:DEU", "place:100003", `place:"kovacville 12"`, "rule:consult.rules", "rule:accuse.rules:12", "source:\"the daily\"", "source:Echo,Herald",
	"since:2018", "until:2017-06", "since:2019-03 until:2019-03", "text:ceasefire", `text:"sent aid"`, "text:cease* actor:USA", "confidence:0.8",
	"doc:doc-0000007", "event:0000000000000050", "-type:CONSULT", "actor:USA -recipient:RUS -status:future", "-text:trade -place:DEU",
	`actor:"Anna Abara0"`, `either:"Boris Castel1",KEN`, `actor:"nobody at all"`, "said_by:USA", "type:AID since:2016 place:USA confidence:0.6",
}

// TestIndexAnswersAsTheStoreDoes is what an index promises: the same, sooner.
func TestIndexAnswersAsTheStoreDoes(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "test.db")
	store, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	add := func(docs []Coded) {
		t.Helper()
		if _, err := store.Add(ctx, docs); err != nil {
			t.Fatal(err)
		}
	}
	add(invented(0, 150))
	index := NewIndex(store, fileVersion(path))
	if n, err := index.Count(ctx, Query{}); err != nil || n == 0 {
		t.Fatalf("before it is loaded: %d, %v", n, err)
	}
	if err := index.Load(ctx); err != nil {
		t.Fatal(err)
	}
	sameAnswers(t, store, index)
	sameProfiles(t, store, index)
	// What comes in later: new events, more mentions of known ones, and a
	// version of a known document.
	more := invented(150, 180)
	again := invented(0, 20)
	for i := range again {
		again[i].Document.ID += "-again"
		again[i].Document.Hash += "-again"
		again[i].Document.Publication = "The Second Paper"
		again[i].Events = slices.Clone(again[i].Events)
		for k := range again[i].Events {
			again[i].Events[k].ID += "-again"
			again[i].Events[k].Confidence = 0.99
		}
	}
	add(more)
	add(again)
	before := index.rows.mentioned
	sameAnswers(t, store, index)
	if index.rows.mentioned != before+len(more)*synthetic.EventsEach+len(again)*synthetic.EventsEach {
		t.Errorf("%d mentions after %d", index.rows.mentioned, before)
	}
	// A store that was coded again, with other events under the same numbers.
	if _, err := store.write.ExecContext(ctx, "UPDATE totals SET n = n - 1 WHERE field = '' AND n > 1"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.write.ExecContext(ctx, "UPDATE events SET type = 'AID' WHERE id < 100"); err != nil {
		t.Fatal(err)
	}
	aid := Query{Type: []string{"AID"}}
	a, errA := store.Count(ctx, aid)
	if b, errB := index.Count(ctx, aid); a != b || errA != nil || errB != nil {
		t.Errorf("after coding again: %d in the store, %d in the index; %v %v", a, b, errA, errB)
	}
}

func sameAnswers(t *testing.T, store *Store, index *Index) {
	t.Helper()
	ctx := context.Background()
	for _, text := range everyField {
		q, err := ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		check := func(what string, a, b any, errA, errB error) {
			t.Helper()
			if errA != nil || errB != nil || !reflect.DeepEqual(a, b) {
				t.Errorf("%s of %q:\nstore %.300v %v\nindex %.300v %v", what, text, a, errA, b, errB)
			}
		}
		a, errA := store.Count(ctx, q)
		b, errB := index.Count(ctx, q)
		check("count", a, b, errA, errB)
		for _, field := range FacetFields() {
			a, errA := store.Facets(ctx, q, field, 0)
			b, errB := index.Facets(ctx, q, field, 0)
			check("facet "+field, a, b, errA, errB)
		}
		for _, sort := range []string{"-date", "date", "mentions", "confidence"} {
			samePages(t, store, index, q, sort)
		}
		net, errA := store.Network(ctx, q, 0)
		net2, errB := index.Network(ctx, q, 0)
		check("network", net, net2, errA, errB)
		spots, left, errA := store.Spots(ctx, q, 100)
		spots2, left2, errB := index.Spots(ctx, q, 100)
		check("spots", fmt.Sprint(left, spots), fmt.Sprint(left2, spots2), errA, errB)
	}
}

func sameProfiles(t *testing.T, store *Store, index *Index) {
	t.Helper()
	for _, who := range []string{"USA", "KAZ.GOV", "Anna Abara0", "Q9000000", "XXX"} {
		a, errA := store.Actor(context.Background(), who)
		b, errB := index.Actor(context.Background(), who)
		if !reflect.DeepEqual(a, b) || (errA == nil) != (errB == nil) {
			t.Errorf("profile of %s:\n%.300v %v\n%.300v %v", who, a, errA, b, errB)
		}
	}
}

// samePages goes on from the cursor of the one with the other.
func samePages(t *testing.T, store *Store, index *Index, q Query, sort string) {
	t.Helper()
	ctx := context.Background()
	a, next, errA := store.Events(ctx, q, Page{Sort: sort, Limit: 7})
	b, next2, errB := index.Events(ctx, q, Page{Sort: sort, Limit: 7})
	if errA != nil || errB != nil || eventIDs(a) != eventIDs(b) || (next == "") != (next2 == "") {
		t.Errorf("%q by %s: %v %v\n%s %q\n%s %q", q, sort, errA, errB, eventIDs(a), next, eventIDs(b), next2)
		return
	}
	if next == "" {
		return
	}
	a, _, errA = store.Events(ctx, q, Page{Sort: sort, Limit: 7, After: next2})
	b, _, errB = index.Events(ctx, q, Page{Sort: sort, Limit: 7, After: next})
	if errA != nil || errB != nil || eventIDs(a) != eventIDs(b) {
		t.Errorf("second page of %q by %s: %v %v\n%s\n%s", q, sort, errA, errB, eventIDs(a), eventIDs(b))
	}
}

func eventIDs(events []Event) string {
	var ids []string
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	return fmt.Sprint(ids)
}

func TestDaysAreKept(t *testing.T) {
	for _, day := range []string{"2023-02-28", "0999-01-01", ""} {
		if got := dayText(compactDay([]byte(day))); got != day {
			t.Errorf("%q comes back as %q", day, got)
		}
	}
}

// TestIndexIsReadWhileItFollows is for the race detector: pages are asked for
// while documents come in.
func TestIndexIsReadWhileItFollows(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "test.db")
	store, err := Open(path, Options{NoMerge: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	index := NewIndex(store, fileVersion(path))
	if err := index.Load(ctx); err != nil {
		t.Fatal(err)
	}
	const batches, each = 10, 5
	var asking sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		asking.Go(func() {
			for last := 0; ; {
				n, err := index.Count(ctx, Query{Status: []string{"done", "future", "negated"}})
				if err != nil || n < last || n%synthetic.EventsEach != 0 {
					t.Errorf("%d events after %d, %v", n, last, err)
					return
				}
				last = n
				if _, _, err := index.Spots(ctx, Query{}, 5); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-stop:
					return
				default:
				}
			}
		})
	}
	docs := invented(0, batches*each)
	for batch := range slices.Chunk(docs, each) {
		if _, err := store.Add(ctx, batch); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	asking.Wait()
	if n, err := index.Count(ctx, Query{}); n != batches*each*synthetic.EventsEach || err != nil {
		t.Errorf("%d events in the end, %v", n, err)
	}
}
