package frame

import "github.com/demarche/demarche"

// repair mends what parsers often get wrong and the words themselves decide,
// in the layer's own copy of the tree.
func (w *work) repair() {
	changed := false
	for i := range w.toks {
		switch w.rel[i] {
		case demarche.Nsubj, demarche.NsubjPass:
			changed = w.joinSubjects(i) || changed
		case demarche.Obj:
			changed = w.objectWithPreposition(i) || changed
		case demarche.Acl:
			changed = w.purposeOnNoun(i) || changed
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

// objectWithPreposition makes an oblique of an object with a preposition.
func (w *work) objectWithPreposition(i int) bool {
	c := w.child(i, demarche.Case)
	if c < 0 || c > i || w.toks[c].UPOS != demarche.ADP {
		return false
	}
	switch w.lower(c) {
	case "over", "about", "around", "up", "under", "of", "like":
		if w.lower(c) != "under" || w.child(i, demarche.Nummod) >= 0 {
			return false // "over 700 people"
		}
	}
	w.rel[i] = demarche.Obl
	return true
}

// purposeOnNoun moves "to stop refugees" from the border that is closed to the
// verb: the noun takes no clause, and the clause has no gap that it could fill.
func (w *work) purposeOnNoun(i int) bool {
	h := w.head[i]
	if h < 0 || int(h) > i || w.rel[h] != demarche.Obj || w.head[h] < 0 || w.marker(i) != "to" || w.child(i, demarche.Obj) < 0 {
		return false
	}
	if _, known := w.status[w.lemma(int(h))]; known || w.acts(int(h)) || w.nouns[w.lemma(int(h))] != nil {
		return false
	}
	w.head[i], w.rel[i] = w.head[h], demarche.Advcl
	return true
}
