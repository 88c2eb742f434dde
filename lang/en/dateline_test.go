package en

import (
	"testing"

	"github.com/demarche/demarche"
)

// TestDatelineIsNoSubject holds the parser to one tree a sentence in which the
// dateline's place takes no part in the clause.
func TestDatelineIsNoSubject(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := &demarche.Doc{Text: "VIENNA (Agency): Foreign Minister Jane Roe on Tuesday vowed support for the talks."}
	a.Analyze(d)
	root, roots := -1, 0
	for i := range d.Tokens {
		if d.Tokens[i].Head < 0 {
			root, roots = i, roots+1
		}
	}
	if roots != 1 || d.Tokens[root].Form != "vowed" {
		t.Fatalf("%d roots, the last at token %d", roots, root)
	}
	for i := 0; i < d.Sentences[0].Dateline.End; i++ {
		if h := d.Tokens[i].Head; h >= d.Sentences[0].Dateline.End && (h != root || d.Tokens[i].Rel != "dep") {
			t.Errorf("%s is %s of %s", d.Tokens[i].Form, d.Tokens[i].Rel, d.Tokens[h].Form)
		}
	}
}
