package frame

import (
	"strings"

	"github.com/demarche/demarche"
)

// findSupports marks the verbs that only carry a noun: "paid" of "paid a
// visit", "imposed" of "sanctions imposed by the EU".
func (w *work) findSupports() {
	for i := range w.toks {
		if w.toks[i].UPOS == demarche.VERB && w.rel[i] != demarche.Amod {
			w.support(i)
		}
	}
}

// existential is the support of "there were protests".
var existential = support{prep: "subj"}

func (w *work) support(v int) {
	if w.lemma(v) == "be" && w.child(v, demarche.Expl) >= 0 {
		if n := w.step(max(w.ownSubject(v), 0)); w.ownSubject(v) >= 0 && w.eventNoun(n) != nil && w.lightOf[n] < 0 {
			w.carry(v, n, existential)
			return
		}
	}
	rows := w.light[w.verbLemma(v)]
	if _, governs := w.status[w.verbLemma(v)]; rows == nil && !governs { // "called off" is no "called"
		rows = w.light[w.lemma(v)]
	}
	for k := range rows {
		place := w.supported(v, rows[k].prep)
		if place < 0 {
			continue
		}
		n := w.step(place)
		noun := w.eventNoun(n)
		if noun == nil || !rows[k].takes(noun) || w.lightOf[n] >= 0 {
			continue
		}
		w.carry(v, n, rows[k])
		for c := w.first[n]; c >= 0; c = w.next[c] { // "imposed a curfew and a ban"
			if w.rel[c] == demarche.Conj {
				if m := w.eventNoun(int(c)); m != nil && rows[k].takes(m) && w.lightOf[c] < 0 {
					w.carry(v, int(c), rows[k])
				}
			}
		}
		return
	}
}

func (w *work) carry(v, n int, s support) {
	w.lightOf[n] = int32(v)
	w.carries[v] = true
	w.rowOf[n] = int32(len(w.row))
	w.row = append(w.row, s)
}

// supported is the token where the noun of a support verb would stand: its
// object, its subject, or the noun after a preposition, which may belong to the
// object ("responsibility for the attack"); -1 when none.
func (w *work) supported(v int, place string) int {
	switch place {
	case "subj":
		return w.antecedent(w.ownSubject(v))
	case "obj":
		return w.deepObject(v)
	}
	if object, prep, ok := strings.Cut(place, " "); ok {
		o := w.child(v, demarche.Obj)
		if o < 0 || w.lemma(o) != object {
			return -1
		}
		return max(w.after(o, prep), w.after(v, prep))
	}
	return w.after(v, place)
}

// after is the noun of the phrase under token i that the preposition begins; -1
// when there is none.
func (w *work) after(i int, preposition string) int {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if b := w.base(int(c)); b == demarche.Obl || b == demarche.Nmod {
			if p, head := w.prep(int(c)); p == preposition {
				return head
			}
		}
	}
	return -1
}

// deepObject is the object of v wherever it stands: after it, as the subject
// of the passive, before a reduced or full relative clause; -1 when none.
func (w *work) deepObject(v int) int {
	if o := w.child(v, demarche.Obj); o >= 0 {
		return w.antecedent(o)
	}
	if w.passive(v) {
		if s := w.ownSubject(v); s >= 0 {
			return w.antecedent(s)
		}
		if h := int(w.head[v]); h >= 0 && w.base(v) == demarche.Acl {
			return h
		}
		if h := int(w.head[v]); h >= 0 && w.rel[v] == demarche.Conj && w.passive(h) {
			return w.deepObject(h)
		}
		return -1
	}
	return w.gap(v)
}

// gap is the noun before a relative clause without pronoun that stands for the
// object of v: "the talks they held", "the law they promised to pass"; -1 when
// there is none.
func (w *work) gap(v int) int {
	if w.child(v, demarche.Xcomp) >= 0 || w.child(v, demarche.Ccomp) >= 0 || w.child(v, demarche.Obj) >= 0 {
		return -1 // the gap is further down, or there is none
	}
	r := v
	for w.base(r) == demarche.Xcomp || w.base(r) == demarche.Ccomp {
		if r = int(w.head[r]); r < 0 || w.hasRelative(r) {
			return -1
		}
	}
	h := int(w.head[r])
	if h < 0 || w.rel[r] != demarche.AclRelcl || w.ownSubject(r) < 0 || w.hasRelative(v) {
		return -1
	}
	return h
}

// hasRelative says whether clause v has a relative word or a stranded
// preposition, which fills its gap.
func (w *work) hasRelative(v int) bool {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.isRelative(int(c)) || w.isStranded(int(c)) || w.toks[c].XPOS == "WRB" {
			return true
		}
	}
	return false
}

// isStranded says whether token i is a preposition whose noun went away:
// "whom he spoke to".
func (w *work) isStranded(i int) bool {
	return w.toks[i].UPOS == demarche.ADP && w.first[i] < 0 && w.rel[i] != demarche.Case && w.rel[i] != demarche.CompoundPrt
}

// isRelative says whether token i is a relative pronoun or "whose".
func (w *work) isRelative(i int) bool {
	switch w.toks[i].XPOS {
	case "WDT", "WP", "WP$":
		return w.toks[i].UPOS == demarche.PRON
	}
	return false
}

// antecedent is what a relative pronoun stands for; any other token stands for
// itself.
func (w *work) antecedent(i int) int {
	if i < 0 || !w.isRelative(i) {
		return i
	}
	for c, steps := i, 0; c >= 0 && steps < 8; c, steps = int(w.head[c]), steps+1 {
		switch w.rel[c] {
		case demarche.AclRelcl, demarche.AdvclRelcl:
			if w.head[c] >= 0 {
				return int(w.head[c])
			}
		}
	}
	return i
}

// ownSubject is the subject that hangs on predicate v itself, -1 when none.
func (w *work) ownSubject(v int) int {
	s := -1
	for c := w.first[v]; c >= 0; c = w.next[c] {
		switch w.rel[c] {
		case demarche.Nsubj, demarche.NsubjPass, "csubj", "csubj:pass":
			if s < 0 || int(c) < v && w.isTime(s) { // "Yesterday" taken for a subject
				s = int(c)
			}
		}
	}
	return s
}

// isToBe says whether v is "to sign" of "leaders are to sign the treaty", and
// not of "the plan is to sign": who is to do it is no plan.
func (w *work) isToBe(v int) bool {
	if w.toks[v].UPOS != demarche.VERB || w.marker(v) != "to" || w.child(v, demarche.Cop) < 0 {
		return false
	}
	s := w.child(v, demarche.NsubjOuter)
	if s < 0 {
		s = w.child(v, demarche.Nsubj)
	}
	if s < 0 || w.eventNoun(s) != nil {
		return false
	}
	_, known := w.status[w.lemma(s)]
	return !known && (w.actor[s] || w.toks[s].UPOS == demarche.PROPN || w.toks[s].XPOS == "NNS" || w.toks[s].UPOS == demarche.PRON)
}

// intransitive verbs have no passive, whatever the tree says.
var intransitive = map[string]bool{
	"resign": true, "die": true, "arrive": true, "clash": true, "collapse": true, "occur": true, "happen": true, "depart": true,
	"abdicate": true, "erupt": true, "fall": true, "demonstrate": true, "rally": true, "march": true, "riot": true, "rampage": true,
	"skirmish": true, "rage": true, "mutiny": true,
}

// passive says whether verb v is a passive, or a past participle that reads as
// one: reduced relatives, headlines, second conjuncts of a passive.
func (w *work) passive(v int) bool {
	if w.toks[v].UPOS != demarche.VERB || intransitive[w.lemma(v)] {
		return false
	}
	aux, obj, by := false, false, false
	for c := w.first[v]; c >= 0; c = w.next[c] {
		switch w.rel[c] {
		case demarche.AuxPass, demarche.NsubjPass, demarche.OblAgent, "csubj:pass":
			return true
		case demarche.Aux:
			aux = true
		case demarche.Obj:
			obj = true
		case demarche.Obl:
			by = by || w.isAgentPhrase(int(c))
		}
	}
	if by && !aux && !obj && w.toks[v].XPOS == "VBD" && w.takesTheme[w.lemma(v)] {
		return true // the headline "plant hit by drones", whatever the tagger says
	}
	reduced := w.rel[v] == demarche.Acl && w.toks[v].XPOS == "VBD" && !obj && w.ownSubject(v) < 0 // "the ban imposed on"
	if aux || w.toks[v].XPOS != "VBN" && !reduced {
		return false
	}
	switch w.base(v) {
	case demarche.Acl:
		return w.rel[v] == demarche.Acl
	case demarche.Amod, demarche.Advcl, demarche.Xcomp:
		return true
	case demarche.Conj:
		h := w.firstConjunct(v)
		return w.ownSubject(v) < 0 && (w.passive(h) || w.toks[h].UPOS != demarche.VERB)
	}
	if s := w.ownSubject(v); s >= 0 && !w.patients[w.lemma(v)] {
		return false // a past tense taken for a participle
	}
	return w.child(v, demarche.Obj) < 0
}
