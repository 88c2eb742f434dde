package coder

import (
	"strconv"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/internal/worddoc"
)

// TestSaidBy: nobody is named as a source but those who can speak.
func TestSaidBy(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		speaker    int
		mentions   []int
		times      []int
		want       string
	}{
		{"a person", "Orr/NNP/2/nsubj said/VBD/0/root rebels/NNS/4/nsubj fled/VBD/2/ccomp", 0, []int{0}, nil, "Orr"},
		{"a name that the lexicon lacks", "Isba/NNP/2/nsubj said/VBD/0/root rebels/NNS/4/nsubj fled/VBD/2/ccomp", 0, nil, nil, "Isba"},
		{"a thing", "concern/NN/2/nsubj said/VBD/0/root rebels/NNS/4/nsubj fled/VBD/2/ccomp", 0, nil, nil, ""},
		{"who made the thing", "Orr/NNP/3/nmod:poss 's/POS/1/case report/NN/4/nsubj said/VBD/0/root rebels/NNS/6/nsubj fled/VBD/4/ccomp", 2, []int{0}, nil, "Orr"},
		{"a day", "Sunday/NNP/2/nsubj said/VBD/0/root rebels/NNS/4/nsubj fled/VBD/2/ccomp", 0, nil, []int{0}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := worddoc.Parsed(demarche.Date{}, tc.text)
			code := "FRA"
			for _, i := range tc.mentions {
				d.Mentions = append(d.Mentions, demarche.Mention{Range: demarche.Range{First: i, End: i + 1}, Head: i, Actors: []demarche.Actor{{Code: code}}})
			}
			for _, i := range tc.times {
				d.Times = append(d.Times, demarche.Timex{Range: demarche.Range{First: i, End: i + 1}})
			}
			pred := len(d.Tokens) - 1
			d.Frames = []demarche.Frame{{Pred: pred, Light: -1}}
			d.Quotes = []demarche.Quote{{Range: demarche.Range{First: pred, End: pred + 1}, Speaker: tc.speaker, Cue: -1}}
			c := demarche.Coding{}
			c.Status.SaidBy = -1
			got := ""
			if e := newWriter(d, nil, nil, false).saidBy(&c); e != nil {
				got = e.EntityText
			}
			if got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// TestConfidence: an act that is only feared is less sure than one that is
// told as done, and both print with two decimals.
func TestConfidence(t *testing.T) {
	model, err := loadConfidence(data.Models())
	if err != nil {
		t.Fatal(err)
	}
	fra, irn := "FRA", "IRN"
	e := demarche.Event{Event: []string{"CONSULT"}, EventText: []string{"met"}, Actor: []demarche.Entity{{Code: &fra}}, Recipient: []demarche.Entity{{Code: &irn}}}
	done := model.of(&e)
	e.Auxiliary = []string{"hypothetical"}
	feared := model.of(&e)
	if !(feared < done) {
		t.Errorf("feared %v is no less sure than done %v", feared, done)
	}
	for _, p := range []float64{done, feared} {
		if s := strconv.FormatFloat(p, 'f', -1, 64); len(s) > 4 {
			t.Errorf("confidence prints as %s, want two decimals", s)
		}
	}
}
