package frame

import "github.com/demarche/demarche"

// repair mends what parsers often get wrong and the words themselves decide,
// in the layer's own copy of the tree.
func (w *work) repair() {
	changed := false
	for i := range w.toks {
		if w.toks[i].UPOS == demarche.VERB && w.lemma(i) == "have" && w.perfectAsVerb(i) {
			w.link()
		}
	}
	if w.repairVerbs() {
		w.link()
	}
	if w.repairPlaces() {
		w.link()
	}
	if w.listedPeople() {
		w.link()
	}
	for i := range w.toks {
		switch w.rel[i] {
		case demarche.Nsubj, demarche.NsubjPass:
			changed = w.joinSubjects(i) || w.markerOnNoun(i) || w.withPreposition(i) || changed
		case demarche.Obj:
			changed = w.markerOnNoun(i) || w.withPreposition(i) || w.titleAsObject(i) || changed
		case demarche.Acl:
			changed = w.amongThose(i) || w.purposeOnNoun(i) || w.contentOnObject(i) || changed
		case demarche.AclRelcl:
			if w.child(i, demarche.Mark) >= 0 && w.marker(i) == "that" {
				w.rel[i] = demarche.Acl // "charges that it armed rebels": no gap, no relative
			} else {
				changed = w.relativeOnEvent(i) || changed
			}
		case demarche.Amod:
			changed = w.stateOfObject(i) || changed
		case demarche.Advmod:
			changed = w.notOfInfinitive(i) || changed
		case demarche.Compound:
			changed = w.stateGiven(i) || changed
		case demarche.Obl:
			changed = w.nameAfterTitle(i) || w.objectOfParticle(i) || changed
		case demarche.OblUnm:
			changed = w.bareNumber(i) || w.bareOblique(i) || w.subjectInTime(i) || changed
		case demarche.Advcl:
			changed = w.relativeOnVerb(i) || w.clauseOfNoun(i) || w.purposeOfAdjective(i) || w.askedFor(i) || changed
		case demarche.Xcomp, demarche.Ccomp:
			changed = w.clauseOfNoun(i) || w.askedFor(i) || changed
		}
	}
	if changed {
		w.link()
	}
}

// joinSubjects makes a coordination of "France and Germany" where both hang on
// the verb as subjects.
func (w *work) joinSubjects(i int) bool {
	h := w.head[i]
	if h < 0 || int(h) < i {
		return false
	}
	cc := int32(-1)
	for c := w.next[i]; c >= 0 && c < h; c = w.next[c] {
		switch {
		case w.rel[c] == demarche.Cc:
			cc = c
		case w.rel[c] == w.rel[i] && cc >= 0:
			w.head[c], w.rel[c] = int32(i), demarche.Conj
			w.head[cc] = c
			return true
		case w.rel[c] != demarche.Punct:
			return false
		}
	}
	return false
}

// markerOnNoun gives a clause its marker that the tree hangs on the noun in it, across
// the verb or before the subject: "accused of | arming rebels", "after | an attack killed two".
func (w *work) markerOnNoun(i int) bool {
	c, v := w.child(i, demarche.Case), int(w.head[i])
	if c < 0 || v < 0 || c > v || c > i || w.toks[v].UPOS != demarche.VERB || w.child(v, demarche.Mark) >= 0 {
		return false
	}
	if w.rel[v] != demarche.Advcl && w.rel[v] != demarche.Acl {
		return false
	}
	switch w.lower(c) {
	case "after", "before", "since", "until":
	default:
		if i < v {
			return false
		}
	}
	w.head[c], w.rel[c] = int32(v), demarche.Mark
	return true
}

// withPreposition makes an oblique of a subject or object with a preposition.
func (w *work) withPreposition(i int) bool {
	c := w.child(i, demarche.Case)
	if c < 0 || c > i && !w.isRelative(i) || w.toks[c].UPOS != demarche.ADP { // behind it where it is left over: "whom he spoke to"
		return false
	}
	switch w.lower(c) {
	case "over", "about", "around", "up", "under", "above", "below", "between", "near", "to":
		if w.child(i, demarche.Nummod) >= 0 || w.toks[i].UPOS == demarche.NUM {
			return false // "over 700 people"
		}
	case "of", "like", "than":
		return false
	}
	w.rel[i] = demarche.Obl
	return true
}

// purposeOnNoun moves a to-clause to the verb: the complement of "tell", and
// "to stop refugees" on the border that is closed, where the noun takes no clause
// and the clause has no gap that the noun could fill.
func (w *work) purposeOnNoun(i int) bool {
	h := w.head[i]
	if h < 0 || int(h) > i || w.head[h] < 0 || w.marker(i) != "to" {
		return false
	}
	goal := w.base(int(h)) == demarche.Obl && w.isGoal(int(h)) // "headed to the palace | to meet him"
	if w.rel[h] != demarche.Obj && !goal {
		return false
	}
	if _, known := w.status[w.lemma(int(h))]; known || w.nouns[w.lemma(int(h))] != nil {
		return false
	}
	if w.control[w.verbLemma(int(w.head[h]))].clause == "object" {
		w.head[i], w.rel[i] = w.head[h], demarche.Xcomp // "tells foreign powers to leave"
		return true
	}
	if w.acts(int(h)) && !goal || w.child(i, demarche.Obj) < 0 {
		return false
	}
	w.head[i], w.rel[i] = w.head[h], demarche.Advcl
	return true
}

// isGoal says that a phrase tells where somebody goes.
func (w *work) isGoal(n int) bool {
	return w.hasCase(n, "to") || w.hasCase(n, "into")
}

// contentOnObject moves to the verb what somebody is accused of, where the
// tree hangs it on him: "accused the government | of persecuting its critics".
func (w *work) contentOnObject(i int) bool {
	o := int(w.head[i])
	if o < 0 || w.rel[o] != demarche.Obj || w.marker(i) != "of" || !w.isContentMarker(int(w.head[o]), "of") {
		return false
	}
	w.head[i], w.rel[i] = w.head[o], demarche.Advcl
	return true
}

// purposeOfAdjective makes the complement of "is due" of what the tree has as
// its purpose: "is due | to meet the premier".
func (w *work) purposeOfAdjective(i int) bool {
	h := int(w.head[i])
	if h < 0 || w.toks[h].UPOS != demarche.ADJ || w.marker(i) != "to" || !w.control[w.lemma(h)].raising {
		return false
	}
	w.rel[i] = demarche.Xcomp
	return true
}

// relativeOnVerb moves a clause that begins with "who" or "which" from the
// verb to the noun just before it.
func (w *work) relativeOnVerb(i int) bool {
	s := int(w.left[i])
	for s < i && w.toks[s].UPOS == demarche.PUNCT {
		s++
	}
	if s >= i || s == 0 || !w.isRelative(s) || int(w.head[s]) != i || w.lower(s) == "what" {
		return false
	}
	n := s - 1
	if w.toks[n].UPOS == demarche.PUNCT && n > 0 {
		n--
	}
	for w.head[n] >= 0 && int(w.head[n]) < s && nounLike(w.toks[w.head[n]].UPOS) && w.rel[n] != demarche.Nmod && w.rel[n] != demarche.Conj {
		n = int(w.head[n])
	}
	if !nounLike(w.toks[n].UPOS) || w.under(n, i) {
		return false
	}
	w.head[i], w.rel[i] = int32(n), demarche.AclRelcl
	return true
}

func nounLike(p demarche.UPOS) bool { return p == demarche.NOUN || p == demarche.PROPN }

// under says whether token n hangs on token i, over a few steps.
func (w *work) under(n, i int) bool {
	return int(w.left[i]) <= n && n <= int(w.right[i])
}

// titleAsObject makes a title of the first of two objects that are one name:
// "met President | Sauli Niinisto".
func (w *work) titleAsObject(i int) bool {
	n := w.next[i]
	if n < 0 || w.rel[n] != demarche.Obj || w.toks[i].UPOS != demarche.PROPN || w.toks[n].UPOS != demarche.PROPN || int(w.left[n]) != int(w.right[i])+1 {
		return false
	}
	w.head[i], w.rel[i] = n, demarche.NmodDesc
	return true
}

// clauseOfNoun moves a to-clause from the verb to the object just before it,
// where that takes a clause: "declined | his offer to resign".
func (w *work) clauseOfNoun(i int) bool {
	h := int(w.head[i])
	if h < 0 || w.marker(i) != "to" || w.toks[h].UPOS != demarche.VERB {
		return false
	}
	o := w.child(h, demarche.Obj)
	if o < 0 || w.right[o]+1 != w.left[i] || w.control[w.verbLemma(h)].clause == "object" {
		return false
	}
	if w.status[w.lemma(o)].clause == 0 || w.actor[o] || !nounLike(w.toks[o].UPOS) {
		return false
	}
	w.head[i], w.rel[i] = int32(o), demarche.Acl
	return true
}

// nameAfterTitle gives a title in a phrase the name behind it, which the tree has
// as a phrase of its own: "called on their colleague | Omar Deby".
func (w *work) nameAfterTitle(i int) bool {
	t := int(w.left[i]) - 1
	if w.toks[i].UPOS != demarche.PROPN || t < 0 || w.toks[t].UPOS != demarche.NOUN || w.head[t] != w.head[i] || w.child(i, demarche.Case) >= 0 {
		return false
	}
	if w.rel[t] != demarche.Obl || w.child(t, demarche.Case) < 0 || w.isTime(i) {
		return false
	}
	w.head[i], w.rel[i] = int32(t), demarche.Appos
	return true
}

// objectOfParticle makes the object of a phrasal verb of what the tree takes for
// an oblique: "handed over | the territory".
func (w *work) objectOfParticle(i int) bool {
	h, p := int(w.head[i]), int(w.left[i])-1
	if h < 0 || p <= h || w.child(h, demarche.Obj) >= 0 || w.child(i, demarche.Case) >= 0 {
		return false
	}
	if int(w.head[p]) != h || w.rel[p] != demarche.CompoundPrt {
		return false
	}
	w.rel[i] = demarche.Obj
	return true
}

// bareOblique finds what a noun without preposition after a verb is that is no
// time or measure: the name of the object before it ("the journalist | Tolu"),
// or the object itself after a date ("vetoed on Friday | a resolution").
func (w *work) bareOblique(i int) bool {
	h := int(w.head[i])
	if h < 0 || h > i || w.toks[h].UPOS != demarche.VERB || !nounLike(w.toks[i].UPOS) || w.isTime(i) || w.child(i, demarche.Nummod) >= 0 {
		return false
	}
	o := w.child(h, demarche.Obj)
	switch {
	case o >= 0 && w.right[o]+1 == w.left[i] && w.toks[i].UPOS == demarche.PROPN && w.toks[o].UPOS == demarche.NOUN:
		w.head[i], w.rel[i] = int32(o), demarche.Appos
	case o < 0 && w.child(i, demarche.Det) >= 0 && w.takesTheme[w.lemma(h)]:
		w.rel[i] = demarche.Obj
	default:
		return false
	}
	return true
}

// subjectInTime takes the subject out of the time expression after it: "Sall
// | last month | resigned".
func (w *work) subjectInTime(i int) bool {
	h := int(w.head[i])
	if h <= i || !w.isTime(i) || w.toks[h].UPOS != demarche.VERB || w.ownSubject(h) >= 0 {
		return false
	}
	c := int(w.first[i])
	if c < 0 || c > i || w.toks[c].UPOS != demarche.PROPN || w.isTime(c) || w.rel[c] != demarche.Compound && w.base(c) != demarche.Nmod {
		return false
	}
	w.head[c], w.rel[c] = int32(h), demarche.Nsubj
	return true
}

// perfectAsVerb makes an auxiliary of "has" where the tree has it govern its
// participle as a clause: "whom he has | spoken to".
func (w *work) perfectAsVerb(i int) bool {
	v := w.child(i, demarche.Xcomp)
	if v < i || w.toks[v].XPOS != "VBN" || w.marker(v) != "" {
		return false
	}
	if o := w.child(i, demarche.Obj); o >= 0 && !w.isRelative(o) {
		return false // "has troops stationed"
	}
	for c := w.first[i]; c >= 0; {
		next := w.next[c]
		if int(c) != v {
			w.head[c] = int32(v)
		}
		c = next
	}
	w.head[v], w.rel[v] = w.head[i], w.rel[i]
	w.head[i], w.rel[i] = int32(v), demarche.Aux
	return true
}
