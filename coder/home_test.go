package coder

import (
	"testing"

	"github.com/demarche/demarche"
)

func TestDomesticTripsAreNoVisits(t *testing.T) {
	doc := &demarche.Doc{
		Text:   "He visited Naples",
		Tokens: make([]demarche.Token, 3),
		Mentions: []demarche.Mention{
			{Type: demarche.Person, Head: 0, Actors: []demarche.Actor{{Code: "ITA", Sectors: []string{"GOV"}}}},
			{Type: demarche.GPE, Head: 2},
		},
		Places: []demarche.PlaceName{{Range: demarche.Range{First: 2, End: 3}}},
	}
	for country, home := range map[string]bool{"ITA": true, "FRA": false, "": false} {
		doc.Places[0].Location.CountryCode = country
		w := newWriter(doc, nil, nil, false)
		c := demarche.Coding{
			Category: "CONSULT", Modes: []string{"visit"},
			Actors: []demarche.Filler{{Head: 0, Mention: 0}}, Recipients: []demarche.Filler{{Head: 2, Mention: 1}},
		}
		if got := w.atHome(&c); got != home {
			t.Errorf("an Italian's visit to a place in %q: at home is %v, want %v", country, got, home)
		}
	}
}
