package table_test

import (
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/cmd/demarche/internal/table"
)

func text(s string) *string { return &s }

func entity(name, code, sector string) demarche.Entity {
	e := demarche.Entity{EntityText: name, Code: text(code)}
	if sector != "" {
		e.Sector = text(sector)
	}
	return e
}

// article is a document with two events in one sentence and one in another.
func article() *demarche.Doc {
	const one = "Peru’s president, it said, will not visit Chile, which troops raided."
	const two = "Three states — met."
	dead := 3
	balts := entity("The three states", "", "")
	balts.Code, balts.Members = nil, []string{"EST", "LTU", "LVA"}
	speaker := entity("the agency", "PER", "JRN")
	return &demarche.Doc{
		ID: "a.txt", Title: "Envoy stays at home", Date: demarche.Date{Year: 2024, Month: 1, Day: 2},
		Events: []demarche.Event{
			{
				Event: []string{"AGREE"}, Mode: []string{"visit"}, QuadCode: 1, BaseEvent: "CONSULT",
				Auxiliary: []string{"future", "negation"}, Date: text("2024-01"), SaidBy: &speaker,
				Actor: []demarche.Entity{entity("Peru’s president", "PER", "GOV")}, Recipient: []demarche.Entity{entity("Chile", "CHL", "")},
				EventText: []string{"will not visit"}, Text: one,
				TextInfo: demarche.TextInfo{Sequence: 2, Start: 100, End: 170, EventStart: 127, EventEnd: 141},
				Why:      []demarche.Evidence{{Kind: "rule", Text: "ACTOR visits RECIPIENT", Source: "consult.rules:12"}},
			},
			{
				Event: []string{"ASSAULT"}, QuadCode: 4, Recipient: []demarche.Entity{entity("Chile", "CHL", "")},
				Location:  &demarche.Location{ExtractedPlace: "Arica", CountryCode: "CHL"},
				Size:      demarche.Size{Dead: &dead},
				EventText: []string{"raided"}, Text: one,
				TextInfo: demarche.TextInfo{Sequence: 2, Start: 100, End: 170, EventStart: 162, EventEnd: 168},
			},
			{
				Event: []string{"CONSULT"}, QuadCode: 1, Actor: []demarche.Entity{balts},
				Recipient: []demarche.Entity{entity("both envoys", "HUN", "GOV"), entity("both envoys", "ROU", "GOV")},
				EventText: []string{"met"}, Text: two,
				TextInfo: demarche.TextInfo{Sequence: 5, Start: 200, End: 219, EventStart: 215, EventEnd: 218},
			},
		},
	}
}

func write(t *testing.T, doc *demarche.Doc, style table.Style) string {
	t.Helper()
	var b strings.Builder
	if err := table.Write(&b, doc, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTable(t *testing.T) {
	const want = `Envoy stays at home
a.txt · 2024-01-02 · 3 events

  2 Peru’s president, it said, *will not visit* Chile, which
    troops *raided*.
    AGREE visit  Peru’s president (PER GOV) → Chile (CHL)
                 future, negation CONSULT · 2024-01 · says
                 the agency (PER JRN)
                 rule      consult.rules:12: ACTOR visits
                           RECIPIENT
    ASSAULT      somebody → Chile (CHL)
                 done · in Arica, CHL · 3 dead

  5 Three states — *met*.
    CONSULT      The three states (?: EST LTU LVA) → both
                 envoys (HUN GOV, ROU GOV)
                 done

`
	if got := write(t, article(), table.Style{Width: 60}); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestColourMarksTheEvidence(t *testing.T) {
	got := write(t, article(), table.Style{Width: 60, Colour: true})
	for _, want := range []string{"\x1b[1;4mwill not visit\x1b[0m", "\x1b[1;31mASSAULT\x1b[0m", "\x1b[1;32mAGREE\x1b[0m"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
	if strings.Contains(got, "*") {
		t.Error("asterisks beside colour")
	}
}

func TestTextCannotSteerTheTerminal(t *testing.T) {
	doc := article()
	doc.Title = "Evil\x1b[2J title\u202e"
	doc.Events[0].Text = "One\x1b]0;owned\x07\ttwo\nthree."
	if got := write(t, doc, table.Style{Width: 60}); strings.ContainsAny(got, "\x1b\x07\u202e\t") {
		t.Errorf("control characters got through: %q", got)
	}
}

func TestLinesFitTheWidth(t *testing.T) {
	for _, width := range []int{57, 80, 200} {
		for _, line := range strings.Split(write(t, article(), table.Style{Width: width}), "\n") {
			if n := len([]rune(line)); n > width+2 { // the asterisks stand in for underlining
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
		}
	}
}

func TestNoEvents(t *testing.T) {
	got := write(t, &demarche.Doc{ID: "a.txt"}, table.Style{Width: 80})
	if got != "a.txt · 0 events\n\n" {
		t.Errorf("got %q", got)
	}
}
