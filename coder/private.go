package coder

import (
	"slices"

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

// byStrangers says that nothing is known of whose visit a noun speaks: the
// country it led to makes them no politicians.
func (w *writer) byStrangers(c *demarche.Coding) bool {
	if f := &w.doc.Frames[c.Frame]; c.Category != "CONSULT" || len(c.Actors) == 0 || !f.Nominal() {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Actors), func(e demarche.Entity) bool { return e.Code != nil || e.Sector != nil })
}

// interviewed says that somebody only talked to a newspaper, or to who knows whom.
func (w *writer) interviewed(c *demarche.Coding) bool {
	if l := w.doc.Frames[c.Frame].Lemma; c.Category != "CONSULT" || len(c.Modes) > 0 || len(c.Recipients) == 0 || l != "speak" && l != "talk" {
		return false
	}
	return !slices.ContainsFunc(w.entities(c.Recipients), func(e demarche.Entity) bool {
		return e.Code != nil && (e.Sector == nil || *e.Sector != "JRN") || e.Sector != nil && *e.Sector != "JRN"
	})
}

// circle are those whom a politician thanks out of courtesy.
var circle = map[string]bool{"supporter": true, "voter": true, "fan": true, "follower": true, "volunteer": true, "donor": true, "staff": true, "family": true, "friend": true, "wife": true, "husband": true, "colleague": true, "viewer": true}

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
	return c.Category == "AGREE" && f.Lemma == "offer" && c.CAMEO == "030" && !slices.ContainsFunc(f.Args, func(a demarche.Arg) bool { return a.Role == demarche.Content })
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
