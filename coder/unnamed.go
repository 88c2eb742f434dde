package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// unnamedActor is who arrested, deported or convicted where the text leaves it
// open, nil when the place does not tell: of "he was arrested in Rwanda" Rwanda,
// for nobody else arrests there.
func (w *writer) unnamedActor(c *demarche.Coding) *demarche.Entity {
	if len(c.Actors) > 0 || len(c.Recipients) == 0 || !c.Status.Done() {
		return nil
	}
	official := c.Category == "COERCE" && (slices.Contains(c.Modes, "arrest") || slices.Contains(c.Modes, "deport")) ||
		c.Category == "SANCTION" && slices.Contains(c.Modes, "convict")
	p := w.placeOf(c)
	if !official || p == nil || p.Location.CountryCode == "" || p.Location.Resolution != "country" && p.Location.Resolution != "city" {
		return nil
	}
	for _, r := range c.Recipients {
		if w.countryOf(r) != "" { // "arrests in Spain" names the place only
			return nil
		}
	}
	e := w.bareEntity(p.Range)
	code := p.Location.CountryCode
	e.Code = &code
	return &e
}

// evidenceOf says why an unnamed actor is given.
func evidenceOf(e *demarche.Entity) demarche.Evidence {
	return demarche.Evidence{Kind: "document", Text: "ACTOR " + deref(e.Code) + ": not said, taken from the place", Source: "place of the event"}
}
