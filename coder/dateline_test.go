package coder_test

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestDatelineDatesNothing: what happened on Monday did so on Monday, whatever
// day the dateline says the article is of.
func TestDatelineDatesNothing(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"LIMA, Sept 10 — Peru shelled a Chilean village on Monday. Chile condemned the attack.",
		"Peru shelled a Chilean village on Monday. Chile condemned the attack.",
	} {
		doc := &demarche.Doc{ID: "t", Text: text, Date: demarche.Date{Year: 2024, Month: 9, Day: 10}}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Events) != 2 {
			t.Fatalf("%s: %d events, want 2", text, len(doc.Events))
		}
		for _, e := range doc.Events {
			if e.Date == nil || *e.Date != "2024-09-09" {
				t.Errorf("%s: %v is not dated to Monday", text, e.EventText)
			}
		}
	}
}
