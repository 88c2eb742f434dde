package coder

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

func TestWhere(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		pred       int
		places     []int // tokens that name places, towns before the last, a country
		want       string
	}{
		{"in its own phrase", "Orr/NNP/2/nsubj met/VBD/0/root Lind/NNP/2/obj in/IN/5/case Goma/NNP/2/obl", 1, []int{4}, "Goma"},
		{"the smaller of two", "they/PRP/2/nsubj met/VBD/0/root in/IN/4/case Goma/NNP/2/obl in/IN/6/case Congo/NNP/4/nmod", 1, []int{3, 5}, "Goma"},
		{"the goal of a journey", "Orr/NNP/2/nsubj flew/VBD/0/root to/TO/4/case Goma/NNP/2/obl", 1, []int{3}, "Goma"},
		{"whose the assault is", "Congo/NNP/3/nmod:poss 's/POS/1/case assault/NN/4/nsubj failed/VBD/0/root", 2, []int{0}, ""},
		{"the sentence's place", "the/DT/2/det talks/NNS/4/nsubj were/VBD/4/aux:pass held/VBN/0/root in/IN/6/case Goma/NNP/4/obl", 1, []int{5}, "Goma"},
		{"another clause's place", "Orr/NNP/2/nsubj praised/VBD/0/root those/DT/2/obj who/WP/5/nsubj met/VBD/3/acl:relcl in/IN/7/case Goma/NNP/5/obl", 1, []int{6}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := worddoc.Parsed(demarche.Date{}, tc.text)
			for n, i := range tc.places {
				l := demarche.Location{ResolvedPlace: d.Tokens[i].Form, Resolution: "city"}
				if n > 0 {
					l.Resolution = "country"
				}
				d.Places = append(d.Places, demarche.PlaceName{Range: demarche.Range{First: i, End: i + 1}, Location: l})
			}
			d.Frames = []demarche.Frame{{Pred: tc.pred, Light: -1}}
			got := ""
			if l := newWriter(d, nil, nil, false).where(&demarche.Coding{}); l != nil {
				got = l.ResolvedPlace
			}
			if got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}
