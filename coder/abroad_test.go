package coder

import (
	"testing"

	"github.com/demarche/demarche"
)

func TestNobodyArrivesInHisOwnCountry(t *testing.T) {
	person := func(head int, code string) demarche.Mention {
		return demarche.Mention{Range: demarche.Range{First: head, End: head + 1}, Type: demarche.Person, Head: head, Actors: []demarche.Actor{{Code: code, Sectors: []string{"GOV"}}}}
	}
	state := func(head int, code string) demarche.Mention {
		return demarche.Mention{Range: demarche.Range{First: head, End: head + 1}, Type: demarche.GPE, Head: head, Actors: []demarche.Actor{{Code: code}}}
	}
	for name, test := range map[string]struct {
		lemma, country, want string
	}{
		"the country taken for the guest's":   {"arrive", "FJI", "TON"},
		"the country rightly taken for Samoa": {"arrive", "WSM", "WSM"},
		"a trip at home":                      {"tour", "FJI", "FJI"},
	} {
		doc := &demarche.Doc{
			Tokens:    []demarche.Token{{}, {}, {Lemma: "country", UPOS: demarche.NOUN}, {}},
			Sentences: []demarche.Sentence{{Range: demarche.Range{First: 0, End: 4}}},
			Mentions:  []demarche.Mention{person(0, "FJI"), state(2, test.country), state(3, "TON")},
			Frames:    []demarche.Frame{{Lemma: test.lemma, Pred: 1}},
		}
		w := newWriter(doc, nil, nil, false)
		c := demarche.Coding{
			Category: "CONSULT", Modes: []string{"visit"},
			Actors: []demarche.Filler{{Head: 0, Mention: 0}}, Recipients: []demarche.Filler{{Head: 2, Mention: 1}},
		}
		w.hostUnnamed(&c)
		if got := w.stateOf(c.Recipients[0]); got != test.want {
			t.Errorf("%s: host %s, want %s", name, got, test.want)
		}
	}
}
