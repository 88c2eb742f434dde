package en

import (
	"testing"

	"github.com/demarche/demarche"
)

func TestRarePastTensesAreVerbs(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Skip(err)
	}
	for _, text := range []string{
		"Ghana withdrew peacekeepers from Lebanon.",
		"Oman withheld food from the prisoners.",
		"The bank froze a loan to Chad.",
	} {
		d := &demarche.Doc{Text: text}
		a.Analyze(d)
		verbs := 0
		for i := range d.Tokens {
			if d.Tokens[i].UPOS == demarche.VERB && d.Tokens[i].Lemma != d.Tokens[i].Form {
				verbs++
			}
		}
		if verbs != 1 {
			t.Errorf("%s: %d verbs with a lemma of their own, want 1", text, verbs)
		}
	}
}
