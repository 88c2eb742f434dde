package frame

import "github.com/demarche/demarche"

// sharedObject is the object that verb v shares with a coordinated verb:
// "condemned and rejected the attack", whichever of the two verbs the tree
// hangs it on; -1 when v has complements of its own or there is none.
func (w *work) sharedObject(v int) int {
	if w.hasComplement(v) || w.passive(v) {
		return -1
	}
	if w.rel[v] == demarche.Conj {
		first := w.firstConjunct(v)
		if o := w.child(first, demarche.Obj); o > v && w.toks[first].UPOS == demarche.VERB && !w.passive(first) {
			return o
		}
		return -1
	}
	// The object stands under the last verb; nothing but "and" parts them.
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Conj || w.toks[c].UPOS != demarche.VERB || w.passive(int(c)) {
			continue
		}
		if o := w.child(int(c), demarche.Obj); o >= 0 && w.adjoins(v, int(c)) {
			return o
		}
	}
	return -1
}

func (w *work) hasComplement(v int) bool {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Obj, demarche.Iobj, demarche.Ccomp, demarche.Xcomp, demarche.Obl, demarche.Advcl:
			return true
		}
	}
	return false
}

// adjoins says whether only conjunctions and commas stand between two verbs.
func (w *work) adjoins(a, b int) bool {
	and := false
	for k := a + 1; k < b; k++ {
		switch w.toks[k].UPOS {
		case demarche.CCONJ:
			and = true
		case demarche.PUNCT, demarche.ADV:
		case demarche.VERB:
			if w.firstConjunct(k) != w.firstConjunct(b) {
				return false
			}
		default:
			return false
		}
	}
	return and
}
