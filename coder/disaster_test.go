package coder

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// TestOverDisaster: a curfew in a text about an epidemic represses nobody; an
// arrest in it stays one.
func TestOverDisaster(t *testing.T) {
	curfew := &demarche.Coding{Category: "COERCE", Modes: []string{"curfew"}}
	d := worddoc.Parsed(demarche.Date{}, "Epidemics/NN/1/nsubj spread/VBD/-1/root")
	d.Tokens[0].Lemma = "epidemic"
	if newWriter(d, nil, topics{"epidemic": "disaster", "virus": "disaster"}, false).overDisaster(curfew) {
		t.Error("one word makes no disaster")
	}
	d = worddoc.Parsed(demarche.Date{}, "Virus/NN/1/nsubj spread/VBD/-1/root virus/NN/1/obj")
	d.Tokens[0].Lemma, d.Tokens[2].Lemma = "virus", "virus"
	w := newWriter(d, nil, topics{"epidemic": "disaster", "virus": "disaster"}, false)
	if !w.overDisaster(curfew) {
		t.Error("a curfew over a virus came out as coercion")
	}
	if w.overDisaster(&demarche.Coding{Category: "COERCE", Modes: []string{"arrest"}}) {
		t.Error("an arrest was left out")
	}
}
