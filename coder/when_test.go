package coder_test

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestDecade: a decade is printed as the years that it spans, for no format
// of the field has a date "198".
func TestDecade(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc := &demarche.Doc{ID: "t", Text: "Chad bombed Libya in the 1980s.", Date: demarche.Date{Year: 2020, Month: 5, Day: 5}}
	if err := c.Code(doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Events) != 1 {
		t.Fatalf("%d events, want one", len(doc.Events))
	}
	e := doc.Events[0]
	if e.Date == nil || e.EndDate == nil || *e.Date != "1980" || *e.EndDate != "1989" {
		t.Errorf("date %v to %v, want 1980 to 1989", e.Date, e.EndDate)
	}
}
