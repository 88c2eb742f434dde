package codebook

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
)

// TestCoverage counts by line, keeps the same samples whatever the order, and
// tells of rules that coded nothing.
func TestCoverage(t *testing.T) {
	book, err := Load(nil, fstest.MapFS{"a.rules": &fstest.MapFile{Data: []byte(`rule visit
  code  CONSULT visit
  cameo 042
  ACTOR visits RECIPIENT
  ACTOR tours RECIPIENT
  eg  Chad visited Peru.  => TCD > PER
  eg  Chad fell.          => none

rule praise
  code  SUPPORT
  cameo 051
  ACTOR praises RECIPIENT
  eg  Chad praised Peru.  => TCD > PER
  eg  Chad fell.          => none
`)}})
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"one", "two", "three"}
	var reports [2][]RuleUse
	for k := range reports {
		c := NewCoverage(book, 2)
		for _, text := range texts {
			c.Add(&demarche.Doc{Events: []demarche.Event{{Rule: "a.rules:4", Text: text}}})
		}
		reports[k] = c.Report()
		slices.Reverse(texts)
	}
	visit, praise := reports[0][0], reports[0][1]
	if visit.Name != "visit" || visit.Events != 3 || visit.Fired != 1 || praise.Events != 0 {
		t.Errorf("got %+v, %+v", visit, praise)
	}
	if a, b := visit.Used[0].Samples, reports[1][0].Used[0].Samples; len(a) != 2 || !slices.Equal(a, b) {
		t.Errorf("samples %q and %q", a, b)
	}
}
