package coder

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// TestImprisonment: a conviction is two events where the sentence is prison.
func TestImprisonment(t *testing.T) {
	for _, tc := range []struct {
		text string
		want bool
	}{
		{"courts/NNS/1/nsubj sentenced/VBD/-1/root Lind/NNP/1/obj to/IN/4/case prison/NN/1/obl", true},
		{"courts/NNS/1/nsubj sentenced/VBD/-1/root Lind/NNP/1/obj to/IN/4/case work/NN/1/obl", false},
	} {
		d := worddoc.Parsed(demarche.Date{}, tc.text)
		d.Frames = []demarche.Frame{{Pred: 1, Light: -1, Args: []demarche.Arg{{Role: demarche.Oblique, Prep: "to", Head: 4, Range: demarche.Range{First: 4, End: 5}}}}}
		c := &demarche.Coding{Category: "SANCTION", Modes: []string{"convict"}, CAMEO: "116"}
		second := newWriter(d, nil, nil, false).imprisonment(c)
		if (second != nil) != tc.want {
			t.Errorf("%s: got %+v", tc.text, second)
		}
		if second != nil && (second.Category != "COERCE" || second.CAMEO != "173" || c.Category != "SANCTION") {
			t.Errorf("%s: got %+v beside %+v", tc.text, second, c)
		}
	}
}
