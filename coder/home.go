package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// atHome says that a visit leads to a place in the visitors' own country:
// domestic trips are no diplomacy. Whom they meet there is another event.
func (w *writer) atHome(c *demarche.Coding) bool {
	if c.Category != "CONSULT" || !slices.Contains(c.Modes, "visit") || len(c.Actors) == 0 || len(c.Recipients) == 0 {
		return false
	}
	for _, r := range c.Recipients {
		country := w.countryOf(r)
		if country == "" {
			return false
		}
		for _, a := range w.entities(c.Actors) {
			if a.Code == nil || *a.Code != country {
				return false
			}
		}
	}
	return true
}

// buildings are what one visits that stands in some country.
var buildings = map[string]bool{
	"palace": true, "residence": true, "headquarters": true, "base": true, "hospital": true, "school": true, "camp": true, "factory": true, "university": true,
}

// countryOf is the country of a side that is a place, "" where it is none.
func (w *writer) countryOf(f demarche.Filler) string {
	if f.Mention < 0 {
		return ""
	}
	for i := range w.doc.Places {
		if p := &w.doc.Places[i]; p.Contains(f.Head) {
			return p.Location.CountryCode
		}
	}
	m := &w.doc.Mentions[f.Mention]
	building := len(m.Actors) == 1 && m.Actors[0].Evidence.Kind == "document" && buildings[w.doc.Tokens[m.Head].Lemma]
	if (m.Type == demarche.GPE || m.Type == demarche.Loc || building) && len(m.Actors) == 1 {
		return m.Actors[0].Code
	}
	return ""
}
