package coder_test

import (
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
