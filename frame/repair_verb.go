package frame

import "github.com/demarche/demarche"

// repairVerbs mends what parsers get wrong of verbs: a main verb read as a
// participle on its subject, and coordinated verbs hung on the wrong one.
func (w *work) repairVerbs() bool {
	changed := false
	for i := range w.toks {
		if w.toks[i].UPOS != demarche.VERB {
			continue
		}
		switch w.rel[i] {
		case demarche.Acl:
			changed = w.mainParticiple(i) || w.clauseVerb(i) || changed
		case demarche.Amod:
			changed = w.mainModifier(i) || changed
		case demarche.Advcl:
			changed = w.phraseAsSubject(i) || w.clauseVerb(i) || changed
		case demarche.Ccomp:
			changed = w.subjectAsObject(i) || changed
		case demarche.Conj:
			changed = w.verbOnNoun(i) || w.bareOnFinite(i) || w.finiteOnBare(i) || w.saidBeside(i) || changed
		}
	}
	return changed
}

// mainParticiple makes a sentence of "a jury | convicted the mayor" where the
// tree has a noun with a participle that keeps its object.
func (w *work) mainParticiple(v int) bool {
	h := int(w.head[v])
	if h < 0 || w.rel[h] != demarche.Root || h+1 != v || !nounLike(w.toks[h].UPOS) || w.child(h, demarche.Cop) >= 0 {
		return false
	}
	if x := w.toks[v].XPOS; x != "VBN" && x != "VBD" || w.child(v, demarche.Aux) >= 0 || w.child(v, demarche.AuxPass) >= 0 {
		return false
	}
	o := w.child(v, demarche.Obj)
	if x := w.child(v, demarche.Xcomp); o < 0 && x > v && nounLike(w.toks[x].UPOS) {
		o, w.rel[x] = x, demarche.Obj
	}
	if o < v {
		return false
	}
	w.makeSubject(h, v)
	return true
}

// mainModifier makes a sentence of "drivers | blockaded ports" where the tree
// has two nouns, the second with a participle before it.
func (w *work) mainModifier(v int) bool {
	h, o := v-1, int(w.head[v])
	if h < 0 || o < v || w.rel[h] != demarche.Root || int(w.head[o]) != h || !nounLike(w.toks[h].UPOS) || w.child(h, demarche.Cop) >= 0 {
		return false
	}
	if x := w.toks[v].XPOS; x != "VBN" && x != "VBD" || w.child(o, demarche.Case) >= 0 || w.child(o, demarche.Cc) >= 0 {
		return false
	}
	w.rel[o] = demarche.Obj
	w.makeSubject(h, v)
	return true
}

// clauseVerb makes a clause of "after the army | ousted the president" where the
// tree has a phrase with a past tense on or beside its noun.
func (w *work) clauseVerb(v int) bool {
	h := v - 1
	if h < 0 || w.toks[v].XPOS != "VBD" || w.base(h) != demarche.Obl || w.right[v] == int32(v) || w.ownSubject(v) >= 0 {
		return false
	}
	if on := int(w.head[v]); on != h && (on != int(w.head[h]) || w.marker(v) != "") {
		return false
	}
	p := w.child(h, demarche.Case)
	if p < 0 || w.toks[v+1].UPOS == demarche.ADP { // "after the ban imposed in May"
		return false
	}
	switch w.lower(p) {
	case "after", "before", "since", "until", "as":
	default:
		return false
	}
	w.head[v], w.rel[v] = w.head[h], demarche.Advcl
	w.head[h], w.rel[h] = int32(v), demarche.Nsubj
	w.head[p], w.rel[p] = int32(v), demarche.Mark
	return true
}

// subjectAsObject gives a clause the subject that the tree has as the object of
// the verb above: "showed | a bomber | had attacked".
func (w *work) subjectAsObject(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.toks[h].UPOS != demarche.VERB || w.ownSubject(v) >= 0 || w.marker(v) != "" || !w.tensed(v) {
		return false
	}
	o := w.child(h, demarche.Obj)
	if o < h || o > v || w.right[o]+1 != w.left[v] {
		return false
	}
	w.head[o], w.rel[o] = int32(v), demarche.Nsubj
	if w.child(v, demarche.AuxPass) >= 0 {
		w.rel[o] = demarche.NsubjPass
	}
	return true
}

// tensed says whether verb v or its first auxiliary has a tense.
func (w *work) tensed(v int) bool {
	for _, r := range [...]demarche.Rel{demarche.Aux, demarche.AuxPass} {
		if a := w.child(v, r); a >= 0 {
			switch w.toks[a].XPOS {
			case "VBD", "VBZ", "VBP", "MD":
				return true
			}
			return false
		}
	}
	return w.toks[v].XPOS == "VBD" || w.toks[v].XPOS == "VBZ"
}

// verbOnNoun makes the main verb of one with an auxiliary that is coordinated
// to the noun before it, which is its subject: "five states … or did not vote".
func (w *work) verbOnNoun(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.rel[h] != demarche.Root || !nounLike(w.toks[h].UPOS) || w.child(h, demarche.Cop) >= 0 || w.ownSubject(v) >= 0 {
		return false
	}
	a := w.child(v, demarche.Aux)
	if a < 0 {
		return false
	}
	switch w.lower(a) {
	case "did", "has", "have", "had", "will", "would", "could", "do", "does":
	default:
		return false
	}
	w.makeSubject(h, v)
	return true
}

// makeSubject turns the root h and the verb v on it into subject and root;
// what stands behind the verb goes with it.
func (w *work) makeSubject(h, v int) {
	for c := w.first[h]; c >= 0; {
		next := w.next[c]
		if int(c) > v || w.rel[c] == demarche.Punct {
			w.head[c] = int32(v)
		}
		c = next
	}
	w.head[v], w.rel[v] = w.head[h], w.rel[h]
	w.head[h], w.rel[h] = int32(v), demarche.Nsubj
}

// bareOnFinite moves a bare verb from the finite one to the infinitive between
// them, which alone it can be coordinated with: "want him to resign or | be
// impeached".
func (w *work) bareOnFinite(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.ownSubject(v) >= 0 || !w.finite(h) || !w.bare(v) {
		return false
	}
	for c := w.first[h]; c >= 0 && int(c) < v; c = w.next[c] {
		if b := w.base(int(c)); b != demarche.Xcomp && b != demarche.Ccomp && b != demarche.Advcl {
			continue
		}
		if w.marker(int(c)) == "to" && w.toks[c].XPOS == "VB" {
			w.head[v] = c
			return true
		}
	}
	return false
}

// finiteOnBare moves a verb in the past from the infinitive to the verb above it,
// which alone it can be coordinated with: "pledged to protect it and | accused".
func (w *work) finiteOnBare(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.toks[v].XPOS != "VBD" || w.ownSubject(v) >= 0 || w.toks[h].XPOS != "VB" || w.marker(h) != "to" {
		return false
	}
	g := int(w.head[h])
	if g < 0 || g > h || w.toks[g].XPOS != "VBD" || w.toks[g].UPOS != demarche.VERB {
		return false
	}
	w.head[v] = int32(g)
	return true
}

// saidBeside moves a verb of speech from the clause of another one, whose subject
// cannot speak, up to that: "denied there was a plot and | accused the rebels".
func (w *work) saidBeside(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.base(h) != demarche.Ccomp || w.toks[v].XPOS != "VBD" || w.ownSubject(v) >= 0 || w.passive(v) {
		return false
	}
	g := int(w.head[h])
	if g < 0 || g > h || w.toks[g].XPOS != "VBD" || w.status[w.verbLemma(v)].clause == 0 {
		return false
	}
	if s := w.child(h, demarche.Nsubj); w.child(h, demarche.Expl) < 0 && (s < 0 || w.actor[s] || w.toks[s].UPOS != demarche.NOUN) {
		return false
	}
	w.head[v] = int32(g)
	return true
}

// finite says whether verb i has a tense itself.
func (w *work) finite(i int) bool {
	if w.toks[i].UPOS != demarche.VERB {
		return false
	}
	switch w.toks[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// bare says whether verb v is an infinitive without "to": "be impeached".
func (w *work) bare(v int) bool {
	if a := w.child(v, demarche.AuxPass); a >= 0 {
		return w.lower(a) == "be" && w.child(v, demarche.Aux) < 0
	}
	return w.toks[v].XPOS == "VB" && w.child(v, demarche.Aux) < 0
}

// stateOfObject gives the verb what it makes of its object: in "left 15 soldiers |
// dead" and "set | free 15 soldiers" the word is not an adjective of the noun
// beside it.
func (w *work) stateOfObject(a int) bool {
	n := int(w.head[a])
	if n < 0 || w.rel[n] != demarche.Obj {
		return false
	}
	v := int(w.head[n])
	left := v >= 0 && v < n && a == n+1 && w.lemma(v) == "leave"
	freed := v >= 0 && a == v+1 && w.lemma(v) == "set" && w.lower(a) == "free"
	if !left && !freed {
		return false
	}
	w.head[a], w.rel[a] = int32(v), demarche.Xcomp
	return true
}

// notOfInfinitive moves to the infinitive the "not" or "never" right before its "to":
// "promised | never to attack" is a promise.
func (w *work) notOfInfinitive(i int) bool {
	l := w.lower(i)
	if l != "never" && l != "not" || i+1 >= len(w.toks) || w.lower(i+1) != "to" || w.rel[i+1] != demarche.Mark {
		return false
	}
	v := w.head[i+1]
	if v < 0 || int(v) <= i || w.head[i] != w.head[v] || int(w.head[v]) > i {
		return false
	}
	w.head[i] = v
	return true
}

// stateGiven makes a state the receiver of "gave Ukraine | arms", where the tree
// has it name the kind of arms.
func (w *work) stateGiven(i int) bool {
	n := int(w.head[i])
	if n != i+1 || w.rel[n] != demarche.Obj || w.toks[n].UPOS != demarche.NOUN || int(w.head[n]) != i-1 {
		return false
	}
	switch w.lemma(i - 1) {
	case "give", "grant", "lend", "hand", "send", "offer", "promise", "pledge":
	default:
		return false
	}
	if k := w.doc.MentionAt(i); k < 0 || w.doc.Mentions[k].Type != demarche.GPE || w.doc.Mentions[k].Head != i {
		return false
	}
	w.head[i], w.rel[i] = int32(i-1), demarche.Iobj
	return true
}

// bareNumber makes the number right before a participle its subject: "12 died
// and 20 | wounded".
func (w *work) bareNumber(i int) bool {
	h := int(w.head[i])
	if h != i+1 || w.toks[i].UPOS != demarche.NUM || w.toks[h].XPOS != "VBN" || w.first[i] >= 0 || w.ownSubject(h) >= 0 {
		return false
	}
	w.rel[i] = demarche.NsubjPass
	return true
}

// phraseAsSubject makes a clause of "met, a day after | an attack on a base |
// killed 14", where the tree hangs a phrase with a preposition and a finite
// verb without subject side by side.
func (w *work) phraseAsSubject(v int) bool {
	h := int(w.head[v])
	if h < 0 || h > v || w.toks[v].XPOS != "VBD" || w.ownSubject(v) >= 0 || w.child(v, demarche.Mark) >= 0 {
		return false
	}
	for _, at := range [...]int{h, v} {
		for c := w.first[at]; c >= 0; c = w.next[c] {
			n := int(c)
			preposition := w.child(n, demarche.Case)
			if w.base(n) != demarche.Obl || preposition < 0 || w.phrase(n).End != v || !clausal[w.lower(preposition)] {
				continue
			}
			w.head[preposition], w.rel[preposition] = int32(v), demarche.Mark
			w.head[n], w.rel[n] = int32(v), demarche.Nsubj
			return true
		}
	}
	return false
}

// clausal are prepositions that bring in clauses too.
var clausal = map[string]bool{"after": true, "before": true, "since": true, "until": true, "as": true}

// askedFor gives a verb of asking whom it is for: "called | for the minister to
// resign" reads like "called on the minister to resign", whether the tree makes
// him subject of what is asked or leaves "for" there alone.
func (w *work) askedFor(i int) bool {
	h := w.head[i]
	if h < 0 || int(h) > i || w.marker(i) != "to" || w.status[w.verbLemma(int(h))].clause == 0 {
		return false
	}
	mark := w.childWord(i, demarche.Mark, "for")
	if mark < 0 {
		return false
	}
	s := w.child(i, demarche.Nsubj)
	if s < 0 {
		s = w.bareBetween(int(h), mark, i)
	}
	if s < mark {
		return false
	}
	w.head[mark], w.rel[mark] = int32(s), demarche.Case
	w.head[s], w.rel[s] = h, demarche.Obl
	w.rel[i] = demarche.Advcl
	return true
}

// bareBetween is the object or oblique of h without a preposition that stands
// between two tokens; -1 when there is none.
func (w *work) bareBetween(h, from, to int) int {
	for c := w.first[h]; c >= 0 && int(c) < to; c = w.next[c] {
		if b := w.base(int(c)); int(c) > from && (b == demarche.Obl || b == demarche.Obj) && w.child(int(c), demarche.Case) < 0 {
			return int(c)
		}
	}
	return -1
}

// childWord is the first child of i with a relation and a form; -1 when there is none.
func (w *work) childWord(i int, rel demarche.Rel, form string) int {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.rel[c] == rel && w.lower(int(c)) == form {
			return int(c)
		}
	}
	return -1
}
