package coder

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// laws are what requires and forbids without anybody acting.
var laws = map[string]bool{
	"constitution": true, "law": true, "rule": true, "act": true, "statute": true, "treaty": true, "code": true, "convention": true, "clause": true, "amendment": true, "regulation": true, "article": true, "charter": true,
}

// byLaw says that no more than a law asks: "the Chilean constitution requires consent".
func (w *writer) byLaw(c *demarche.Coding) bool {
	return c.Category == "REQUEST" && slices.ContainsFunc(w.doc.Frames[c.Frame].Args, func(a demarche.Arg) bool {
		return a.Role == demarche.Agent && a.Head >= 0 && laws[w.doc.Tokens[a.Head].Lemma]
	})
}

// byStrangers says that nothing is known of what protests, or of whose visit
// a noun speaks: the country it led to makes them no politicians.
func (w *writer) byStrangers(c *demarche.Coding) bool {
	it := func(f demarche.Filler) bool { return w.doc.Tokens[f.Head].Lemma == "it" } // "it blocked roads", a storm
	if f := &w.doc.Frames[c.Frame]; !(c.Category == "PROTEST" && slices.ContainsFunc(c.Actors, it)) && !(c.Category == "CONSULT" && len(c.Actors) > 0 && f.Nominal()) {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool { return e.Code != nil || e.Sector != nil })
}

// sits says that one body of a state is only in session, with nobody: "the
// committee's meeting", "at a session of parliament".
func (w *writer) sits(c *demarche.Coding) bool {
	if c.Category != "CONSULT" || len(c.Modes) > 0 || len(c.Actors) != 1 || len(c.Recipients) > 0 || c.Actors[0].Mention < 0 {
		return false
	}
	m := &w.doc.Mentions[c.Actors[0].Mention]
	if m.Type == demarche.Person || m.Type == demarche.GPE || m.Type == demarche.Loc || strings.HasSuffix(w.doc.Tokens[m.Head].XPOS, "S") {
		return false
	}
	e := w.entities(c.Actors)[0]
	return e.Sector != nil && !notPolitical[*e.Sector] && (e.Code == nil || !supranational[*e.Code])
}

// interviewed says that somebody only talked to a newspaper, or to who knows whom.
func (w *writer) interviewed(c *demarche.Coding) bool {
	if l := w.doc.Frames[c.Frame].Lemma; c.Category != "CONSULT" || len(c.Modes) > 0 || len(c.Recipients) == 0 || !w.isPerson(c.Actors) || l != "speak" && l != "talk" {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Recipients), func(e demarche.Entity) bool {
		return e.Code != nil && (e.Sector == nil || *e.Sector != "JRN") || e.Sector != nil && *e.Sector != "JRN"
	})
}

// circle are those whom a politician thanks out of courtesy.
var circle = map[string]bool{"supporter": true, "voter": true, "fan": true, "follower": true, "volunteer": true, "donor": true, "staff": true, "family": true, "friend": true, "wife": true, "husband": true, "colleague": true, "viewer": true, "people": true, "crowd": true, "audience": true, "reader": true}

// courtesy says that somebody only thanks his own: "thanked her supporters".
func (w *writer) courtesy(c *demarche.Coding) bool {
	return c.Category == "SUPPORT" && w.doc.Frames[c.Frame].Lemma == "thank" && w.inCircle(c.Recipients)
}

func (w *writer) inCircle(side []demarche.Filler) bool {
	return len(side) > 0 && !slices.ContainsFunc(side, func(r demarche.Filler) bool { return !circle[w.doc.Tokens[r.Head].Lemma] })
}

// offersThing says that goods are on offer and nobody promises to do anything:
// "both airlines offer flights to Cuban cities".
func (w *writer) offersThing(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	return c.Category == "AGREE" && f.Lemma == "offer" && c.CAMEO == "030" && !w.addresses(c.Actors) && !slices.ContainsFunc(f.Args, func(a demarche.Arg) bool { return a.Role == demarche.Content })
}

// holds are verbs of having a view, and of telling it.
var holds = map[string]bool{"support": true, "favor": true, "favour": true, "oppose": true}

var tells = map[string]bool{"endorse": true, "back": true, "criticize": true, "criticise": true, "deride": true, "praise": true}

// position says that one person's view of a matter is told, not what he did:
// "he has supported equal rights", or, of who holds no office, "she endorsed
// charter schools".
func (w *writer) position(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	if c.Category != "SUPPORT" && c.Category != "ACCUSE" || f.Nominal() || !w.isPerson(c.Actors) {
		return false
	}
	if holds[f.Lemma] && len(c.Recipients) == 0 {
		return true
	}
	return (holds[f.Lemma] || tells[f.Lemma]) && !w.addresses(c.Recipients) && slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool {
		return e.Sector != nil && *e.Sector == "PTY"
	})
}

// policeWork says that police look into a matter: who is suspected is not told.
func (w *writer) policeWork(c *demarche.Coding) bool {
	if c.Category != "ACCUSE" || !slices.Contains(c.Modes, "investigate") || len(c.Recipients) > 0 || len(c.Consumed) > 0 || len(c.Actors) == 0 {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool {
		return e.Sector == nil && e.Code != nil || e.Sector != nil && *e.Sector != "COP" && !notPolitical[*e.Sector] && *e.Sector != "LAB" && *e.Sector != "CVL"
	})
}

// business says that a company deals with its customers or another company.
func (w *writer) business(c *demarche.Coding) bool {
	if c.Category == "ASSAULT" || c.Category == "PROTEST" || len(c.Actors) == 0 || len(c.Recipients) == 0 {
		return false
	}
	company := false
	for _, e := range w.entities(c.Actors) {
		if e.Sector != nil && *e.Sector == "BUS" {
			company = true
		} else if e.Sector != nil || e.Code != nil {
			return false
		}
	}
	return company && !slices.ContainsFunc(w.entities(c.Recipients), func(e demarche.Entity) bool {
		return e.Code != nil && supranational[*e.Code] || e.Sector == nil && e.Code != nil || e.Sector != nil && *e.Sector != "CVL" && *e.Sector != "JRN" && !notPolitical[*e.Sector]
	})
}

// saves are verbs of help that news tells of without saying who gave it.
var saves = map[string]bool{"rescue": true, "evacuate": true, "airlift": true, "free": true, "save": true, "aid": true, "assist": true, "help": true, "deliver": true, "shelter": true}

// paidTo says that somebody unnamed gave private people something: "hush
// money paid to two women".
func (w *writer) paidTo(c *demarche.Coding) bool {
	return c.Category == "AID" && len(c.Actors) == 0 && !saves[w.doc.Frames[c.Frame].Lemma] && !w.addresses(c.Recipients)
}

// speaksOf says that people only mention something: "both spoke of an invasion".
func (w *writer) speaksOf(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	return c.Category == "CONSULT" && (f.Lemma == "speak" || f.Lemma == "talk") && len(c.Recipients) == 0 && slices.ContainsFunc(f.Args, func(a demarche.Arg) bool { return a.Prep == "of" })
}

// bannedFrom says that private people may not do something that is no politics,
// and nobody is named who forbids it: "the twins were banned from playing".
func (w *writer) bannedFrom(c *demarche.Coding) bool {
	return c.Category == "COERCE" && slices.Contains(c.Modes, "restrict") && len(c.Actors) == 0 && !w.addresses(c.Recipients) && len(c.Consumed) == 0
}
