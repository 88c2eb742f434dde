package claim

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// Words without trees, and layers that are not there, give nothing and do no harm.
func TestWithoutTrees(t *testing.T) {
	d := worddoc.New(demarche.Date{}, "Parliament/NNP passed/VBD the/DT bill/NN by/IN 90/CD votes/NNS to/TO 12/CD ,/, the/DT ministry/NN said/VBD ./.\n90/CD")
	Find(d)
	if len(d.Claims) > 0 {
		t.Errorf("claims without quotes: %v", d.Claims)
	}
	Find(&demarche.Doc{})
}

func TestPutsAFigure(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "The/DT/2/det ministry/NN/3/nsubj put/VBD/0/root the/DT/5/det toll/NN/3/obj at/IN/7/case 12/CD/3/obl ././3/punct")
	d.Quantities = []demarche.Quantity{{Range: demarche.Range{First: 6, End: 7}, Value: 12, Max: 12, Known: true, Of: -1}}
	Find(d)
	if len(d.Claims) != 1 {
		t.Fatalf("%d claims, want 1", len(d.Claims))
	}
	c := &d.Claims[0]
	if d.Tokens[c.Source].Form != "ministry" || d.TextOf(c.About) != "the toll" || c.Amount != 0 || c.Time != -1 {
		t.Errorf("source %s about %q amount %d time %d", d.Tokens[c.Source].Form, d.TextOf(c.About), c.Amount, c.Time)
	}
}
