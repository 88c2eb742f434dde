package coder

import (
	"slices"
	"testing"

	"github.com/demarche/demarche"
)

func TestWhoHostsTalksOfOthersMediates(t *testing.T) {
	doc := &demarche.Doc{
		Tokens: []demarche.Token{{}, {Lemma: "host"}, {Lemma: "talk"}, {}, {}},
		Frames: []demarche.Frame{{Lemma: "talk", Pred: 2, Light: 1, Args: []demarche.Arg{
			{Role: demarche.Agent, Prep: "between", Head: 3}, {Role: demarche.Agent, Prep: "between", Head: 4}, {Role: demarche.Agent, Head: 0},
		}}},
	}
	all := []demarche.Filler{{Arg: 0, Head: 3, Mention: -1}, {Arg: 1, Head: 4, Mention: -1}, {Arg: 2, Head: 0, Mention: -1}}
	for verb, mediated := range map[string]bool{"host": true, "hold": false} {
		doc.Tokens[1].Lemma = verb
		c := demarche.Coding{Category: "CONSULT", Modes: []string{"multilateral"}, Actors: all}
		newWriter(doc, nil, nil, false).hostOfTalks(&c)
		if got := slices.Contains(c.Modes, "third-party") && len(c.Actors) == 1 && c.Actors[0].Head == 0 && len(c.Recipients) == 2; got != mediated {
			t.Errorf("%s talks between others: mediated is %v, want %v", verb, got, mediated)
		}
	}
}
