package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// unnamedActor is who arrested, deported or convicted where the text leaves it
// open, nil when neither the place nor who is arrested tells: of "he was arrested
// in Rwanda" Rwanda, for nobody else arrests there.
func (w *writer) unnamedActor(c *demarche.Coding) *demarche.Entity {
	if len(c.Actors) > 0 || len(c.Recipients) == 0 || !c.Status.Done() {
		return nil
	}
	official := c.Category == "COERCE" && (slices.Contains(c.Modes, "arrest") || slices.Contains(c.Modes, "deport")) ||
		c.Category == "SANCTION" && slices.Contains(c.Modes, "convict")
	if !official {
		return nil
	}
	p := w.placeOf(c)
	if p == nil || p.Location.CountryCode == "" || p.Location.Resolution != "country" && p.Location.Resolution != "city" {
		return w.homeState(c)
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

// homeState is the state of people whose country only the text as a whole
// tells, or who oppose its government, nil where these are not all of a coding's
// recipients: who arrests "eleven youths" in news of Togo is Togo.
func (w *writer) homeState(c *demarche.Coding) *demarche.Entity {
	code := ""
	for _, r := range c.Recipients {
		if r.Mention < 0 || len(w.doc.Mentions[r.Mention].Actors) != 1 {
			return nil
		}
		a := &w.doc.Mentions[r.Mention].Actors[0]
		domestic := a.Evidence.Kind == "document" || slices.Contains(a.Sectors, "OPP")
		if !domestic || len(a.Code) != 3 || code != "" && code != a.Code {
			return nil
		}
		code = a.Code
	}
	return w.stateNamed(code)
}

// stateNamed is a state by where the text first names it, or a place in it.
func (w *writer) stateNamed(code string) *demarche.Entity {
	var at demarche.Range
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if len(m.Actors) != 1 || m.Actors[0].Code != code || m.Pronoun {
			continue
		}
		if s := m.Actors[0].Sectors; m.Type == demarche.GPE && len(s) == 0 || m.Type != demarche.Person && slices.Equal(s, []string{"GOV"}) {
			at = m.Range
			break
		}
	}
	for i := range w.doc.Places {
		if p := &w.doc.Places[i]; at.Len() == 0 && p.Location.CountryCode == code {
			at = p.Range
		}
	}
	if at.Len() == 0 {
		return nil
	}
	e := w.bareEntity(at)
	e.Code = &code
	return &e
}

// evidenceOf says why an unnamed actor is given.
func evidenceOf(e *demarche.Entity) demarche.Evidence {
	return demarche.Evidence{Kind: "document", Text: "ACTOR " + deref(e.Code) + ": not said, taken from where it happened", Source: "place of the event"}
}
