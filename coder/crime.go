package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// merelyCriminal says that the event is the crime, the arrest, the trial, the
// surrender of somebody private in a story of crime: nobody but police and courts
// acts, nobody but private people suffers.
func (w *writer) merelyCriminal(c *demarche.Coding) bool {
	switch c.Category {
	case "ASSAULT", "COERCE", "SANCTION", "ACCUSE":
		if len(c.Recipients) == 0 {
			return false
		}
	case "REQUEST", "RETREAT":
	default:
		return false
	}
	if slices.ContainsFunc(c.Modes, func(m string) bool { return warlike[m] }) {
		return false
	}
	harmed := c.Category == "ASSAULT" // police who kill are another matter
	return !slices.ContainsFunc(w.entities(c.Recipients), func(e demarche.Entity) bool { return !ordinary(e) }) &&
		!slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool { return !ordinary(e) && (harmed || !enforces(e)) }) &&
		w.isAbout(crime)
}

// warlike are the modes of what no mere criminal does.
var warlike = map[string]bool{"aerial": true, "drone": true, "heavy-weapons": true, "suicide-attack": true, "unconventional": true}

// ordinary says that somebody has no part in politics.
func ordinary(e demarche.Entity) bool {
	if e.Sector == nil {
		return e.Code == nil
	}
	switch *e.Sector {
	case "CVL", "CRM", "UNK", "UAF", "MED", "BUS":
		return true
	}
	return *e.Sector == "REL" && e.Code == nil
}

// enforces says that somebody is of the police or the courts.
func enforces(e demarche.Entity) bool {
	return e.Sector != nil && (*e.Sector == "COP" || *e.Sector == "JUD")
}

// peaceful are words beside "battle", "fight" and "war" that keep them from
// being fought with arms.
var peaceful = map[string]bool{
	"custody": true, "legal": true, "court": true, "courtroom": true, "electoral": true, "political": true, "verbal": true, "bidding": true, "price": true, "trade": true, "judicial": true, "primary": true,
}

// fightOfWords says that a noun of fighting is none: "a custody battle".
func (w *writer) fightOfWords(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	return c.Category == "ASSAULT" && f.Nominal() && slices.ContainsFunc([]int{f.Pred - 1, f.Pred - 2}, func(i int) bool {
		return i >= 0 && int(w.doc.Tokens[i].Head) == f.Pred && peaceful[w.doc.Tokens[i].Lemma]
	})
}
