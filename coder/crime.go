package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// crimes are words of stories about crime that has nothing to do with politics.
var crimes = map[string]bool{
	"rape": true, "rapist": true, "pornography": true, "paedophile": true, "pedophile": true, "robbery": true, "robber": true, "burglary": true, "burglar": true,
	"inmate": true, "homicide": true, "grooming": true, "driver": true, "motorist": true, "overdose": true, "stalker": true, "manslaughter": true, "theft": true, "thief": true,
	"opioid": true, "drug": true, "murderer": true, "murder": true, "strangle": true, "ex-wife": true, "girlfriend": true, "boyfriend": true, "extort": true,
}

// public are words that make a crime a matter of politics.
var public = map[string]bool{
	"terrorist": true, "terrorism": true, "terror": true, "militant": true, "rebel": true, "insurgent": true, "protest": true, "protester": true, "opposition": true, "journalist": true,
	"activist": true, "dissident": true, "military": true, "army": true, "soldier": true, "war": true, "extremist": true, "gunman": true, "riot": true, "migrant": true, "refugee": true,
	"mayor": true, "politician": true, "lawmaker": true, "party": true, "assassination": true,
}

// merelyCriminal says that the event is the crime, the arrest, the trial of
// somebody private in a story of crime.
func (w *writer) merelyCriminal(c *demarche.Coding) bool {
	switch c.Category {
	case "ASSAULT", "COERCE", "SANCTION", "ACCUSE":
	default:
		return false
	}
	ordinary := func(e demarche.Entity) bool {
		return e.Sector == nil && e.Code == nil || e.Sector != nil && (*e.Sector == "CVL" || *e.Sector == "CRM" || *e.Sector == "UNK" || *e.Sector == "UAF" || *e.Sector == "MED" || *e.Sector == "BUS" || *e.Sector == "REL" && e.Code == nil)
	}
	if len(c.Recipients) == 0 {
		return false
	}
	for _, e := range w.entities(c.Recipients) {
		if !ordinary(e) {
			return false
		}
	}
	for _, e := range w.entities(c.Actors) {
		if !ordinary(e) && (c.Category == "ASSAULT" || e.Sector == nil || *e.Sector != "COP" && *e.Sector != "JUD") {
			return false
		}
	}
	return w.crimeStory()
}

// crimeStory says whether the document is about crime and not about politics.
func (w *writer) crimeStory() bool {
	if w.crime == 0 {
		n, other := 0, 0
		for i := range w.doc.Tokens {
			switch l := w.doc.Tokens[i].Lemma; {
			case crimes[l]:
				n++
			case public[l]:
				other++
			}
		}
		w.crime = 1
		if n > 1 && n > other {
			w.crime = 2
		}
	}
	return w.crime == 2
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
