package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// opining are verbs of who only has a view: "he thinks that they should talk".
var opining = map[string]bool{
	"think": true, "believe": true, "feel": true, "suggest": true, "hope": true, "wonder": true, "argue": true, "claim": true, "see": true, "assume": true, "prefer": true, "guess": true,
}

// onlyOpinion says that a "must", "should", "needs to" is a view of how things
// ought to be and no demand: nobody political says it, or nobody political
// is told to. "The driver should have a licence", said the shopkeeper.
func (w *writer) onlyOpinion(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	if c.Category != "REQUEST" || f.Lemma != "demand" || w.doc.Tokens[f.Pred].Lemma == "demand" {
		return false
	}
	if by := f.Status.SaidBy; by >= 0 && opining[w.doc.Frames[by].Lemma] {
		return true
	}
	if !w.addresses(c.Actors) {
		return true
	}
	return len(c.Recipients) > 0 && !w.addresses(c.Recipients) && !slices.ContainsFunc(w.entities(c.Recipients), func(e demarche.Entity) bool { return e.Code != nil })
}

// addresses says that somebody on the side has a part in politics.
func (w *writer) addresses(side []demarche.Filler) bool {
	return slices.ContainsFunc(w.entities(side), func(e demarche.Entity) bool {
		return e.Sector != nil && !notPolitical[*e.Sector] && *e.Sector != "CVL" || e.Sector == nil && e.Code != nil && *e.Code != "MNC"
	})
}

// toFollowers says that a politician or a private person talks to people at
// large about something that is no event: "encouraged supporters to stay hopeful".
func (w *writer) toFollowers(c *demarche.Coding) bool {
	if c.Category != "REQUEST" || (len(c.Modes) > 0 || len(c.Consumed) > 0) && !w.inCircle(c.Recipients) || len(c.Recipients) == 0 || w.addresses(c.Recipients) {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool {
		return e.Sector == nil && e.Code != nil || e.Sector != nil && (*e.Sector == "GOV" || *e.Sector == "JUD" || *e.Sector == "LEG" || *e.Sector == "MIL")
	})
}
