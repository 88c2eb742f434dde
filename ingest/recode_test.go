package ingest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/dump"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/record/vocab"
)

// revised is the reporter with other rules: protests are left out, a coercion is
// an assault, and what happened in Homs is told of twice.
type revised struct{}

func (revised) Code(doc *demarche.Doc) error {
	if doc.ID == "d3" {
		return errors.New("no longer")
	}
	if err := (reporter{}).Code(doc); err != nil {
		return err
	}
	var events []demarche.Event
	for i, e := range doc.Events {
		e.TextInfo = demarche.TextInfo{Sequence: i + 1, EventStart: 10 * i, EventEnd: 10*i + 5}
		switch e.Event[0] {
		case "PROTEST":
			continue
		case "COERCE":
			e.Event = []string{"ASSAULT"}
		}
		events = append(events, e)
		if e.Location.ExtractedPlace == "Homs" {
			e.ID += "again"
			e.TextInfo.EventStart, e.TextInfo.EventEnd = 1000, 1001
			events = append(events, e)
		}
	}
	doc.Events = events
	return nil
}

// placed is the reporter with the places of the words.
type placed struct{}

func (placed) Code(doc *demarche.Doc) error {
	err := reporter{}.Code(doc)
	for i := range doc.Events {
		doc.Events[i].TextInfo = demarche.TextInfo{Sequence: i + 1, EventStart: 10 * i, EventEnd: 10*i + 5}
	}
	return err
}

func TestRecode(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := open(t, path)
	g := Ingester{Store: s, Coder: placed{}, Version: "1", Jobs: 2}
	if _, err := g.Run(t.Context(), reports(200)); err != nil {
		t.Fatal(err)
	}
	if err := s.Keep(t.Context(), vocab.Kept{Space: "watch", Key: "feed", Value: []byte("seen")}); err != nil {
		t.Fatal(err)
	}
	before := dump.Of(t, path)

	var changes []string
	var problems int
	r := Recoder{Store: s, Coder: revised{}, Version: "2", Jobs: 2, DryRun: true,
		Problem: func(error) { problems++ },
		Change: func(c Change) error {
			changes = append(changes, c.Kind)
			return nil
		}}
	dry, err := r.Run(t.Context())
	if err != nil || dry.Added == 0 || dry.Gone == 0 || dry.Changed == 0 || dry.Same == 0 || dry.Documents != 200 {
		t.Fatalf("%+v, %v", dry, err)
	}
	if len(changes) != dry.Added+dry.Gone+dry.Changed || problems != 1 {
		t.Errorf("%d changes are told of %+v, %d problems", len(changes), dry, problems)
	}
	if after := dump.Of(t, path); after != before {
		t.Errorf("a dry run changed the record:\n%s", dump.Difference(before, after))
	}

	r.DryRun = false
	if wet, err := r.Run(t.Context()); err != nil || wet != dry {
		t.Fatalf("%+v, %v; the dry run said %+v", wet, err, dry)
	}
	// The record has to be that of documents coded so from the start.
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	f := open(t, fresh)
	g = Ingester{Store: f, Coder: &lenient{coder: revised{}}, Version: "2", Jobs: 2}
	if _, err := g.Run(t.Context(), reports(200)); err != nil {
		t.Fatal(err)
	}
	got, kept, _ := strings.Cut(dump.Of(t, path), "kept|watch|feed|")
	want := dump.Of(t, fresh)
	if _, kept, _ = strings.Cut(kept, "\n"); got+kept != want {
		t.Errorf("coding again gives another record:\n%s", dump.Difference(want, got+kept))
	}
	if v, err := s.KeptValue(t.Context(), "watch", "feed"); err != nil || string(v) != "seen" {
		t.Errorf("what was kept is %q, %v", v, err)
	}
	if same, err := r.Run(t.Context()); err != nil || same.Added+same.Gone+same.Changed != 0 {
		t.Errorf("coding again by the same rules gives %+v, %v", same, err)
	}
	left, err := filepath.Glob(path + ".recoding*")
	if err != nil || len(left) > 0 {
		t.Errorf("left over: %v, %v", left, err)
	}
	if found, _, err := s.Events(t.Context(), record.Query{Type: []string{"PROTEST"}}, record.Page{}); err != nil || len(found) > 0 {
		t.Errorf("a store that was open finds %d protests, %v", len(found), err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
