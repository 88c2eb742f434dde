package coder_test

import (
	"slices"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestUndatedTextIsOfToday: without a date, Moscow speaks for Russia and not
// for the Soviet Union.
func TestUndatedTextIsOfToday(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[demarche.Date]string{{}: "Russia", {Year: 1985, Month: 3, Day: 1}: "Soviet Union"} {
		doc := &demarche.Doc{ID: "t", Text: "Moscow condemned Japan.", Date: date}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Events) != 1 || len(doc.Events[0].Actor) != 1 || doc.Events[0].Actor[0].IdentifierText != want {
			t.Errorf("on %q: %+v, want one event by %s", date, doc.Events, want)
		}
	}
}

// TestTextTellsItsDate: what a text without a date says of years ago, counted
// from its dateline, is historical.
func TestTextTellsItsDate(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := &demarche.Doc{ID: "t", Text: "LIMA, March 3, 2021 - Peru sent troops to Chile in 1998, officials said."}
	if err := c.Code(doc); err != nil {
		t.Fatal(err)
	}
	if doc.Date != (demarche.Date{Year: 2021, Month: 3, Day: 3}) {
		t.Errorf("date %q", doc.Date)
	}
	if len(doc.Events) != 1 || !slices.Contains(doc.Events[0].Auxiliary, "historical") {
		t.Errorf("%+v, want one historical event", doc.Events)
	}
}
