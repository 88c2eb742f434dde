package coder

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// habitually are adverbs of what goes on always or now and then.
var habitually = map[string]bool{
	"usually": true, "often": true, "traditionally": true, "typically": true, "regularly": true, "routinely": true, "frequently": true,
	"rarely": true, "seldom": true, "generally": true, "sometimes": true, "historically": true, "normally": true, "occasionally": true, "commonly": true,
}

// habitual says that the words tell what somebody is wont to do, and no single
// event: "their meetings usually turn to trade", "known for mediating".
func (w *writer) habitual(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	at := verbOf(f)
	if w.doc.Tokens[at].XPOS == "VBZ" && slices.ContainsFunc(f.Args, func(a demarche.Arg) bool {
		return a.Prep == "under" && a.Head >= 0 && laws[strings.ToLower(w.doc.Tokens[a.Head].Lemma)]
	}) { // "under the constitution, the house impeaches"
		return true
	}
	for steps := 0; at >= 0 && steps < 4; steps++ {
		t := &w.doc.Tokens[at]
		if steps > 0 && t.Lemma == "know" && t.XPOS == "VBN" || w.hasAdverb(at, habitually) {
			return true
		}
		switch t.Rel.Base() {
		case demarche.Advcl, demarche.Acl, demarche.Conj, demarche.Nsubj, demarche.Obj:
			at = int(t.Head)
		default:
			return false
		}
	}
	return false
}

func (w *writer) hasAdverb(at int, words map[string]bool) bool {
	s := w.doc.Sentences[w.doc.SentenceOf(at)].Range
	for i := s.First; i < s.End; i++ {
		if t := &w.doc.Tokens[i]; int(t.Head) == at && t.Rel.Base() == demarche.Advmod && words[t.Lemma] {
			return true
		}
	}
	return false
}

// generic says that the present tense tells what many people do at any time:
// "the people vote for their members of parliament".
func (w *writer) generic(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	if f.Nominal() || w.doc.Tokens[f.Pred].XPOS != "VBP" || len(c.Actors) != 1 || f.Status.SaidBy >= 0 {
		return false
	}
	head := &w.doc.Tokens[c.Actors[0].Head]
	return (head.XPOS == "NNS" || head.Lemma == "people") && !w.addresses(c.Actors)
}
