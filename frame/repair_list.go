package frame

import "github.com/demarche/demarche"

// listedPeople makes one of a list of the person whom the tree has as an
// apposition to another: "President Ito, Russian envoy Petrov | and Mayor Diaz".
// A true apposition ends with a comma.
func (w *work) listedPeople() bool {
	changed := false
	for k := range w.doc.Mentions {
		m := &w.doc.Mentions[k]
		if m.Type != demarche.Person || m.Pronoun || m.First < 2 || m.Range.End >= len(w.toks) {
			continue
		}
		if w.toks[m.First-1].Form != "," || w.lower(m.Range.End) != "and" || !w.personEnds(m.First-1) {
			continue
		}
		changed = w.listed(m) || changed
	}
	return changed
}

// listed hangs a person on the one whom the tree has beside him.
func (w *work) listed(m *demarche.Mention) bool {
	i := m.Head
	h := w.head[i]
	if h < 0 || int(h) >= m.First || w.base(i) != demarche.Appos || !w.goesOn(int(h), m.Range.End) {
		return false
	}
	w.rel[i] = demarche.Conj
	for t := m.First; t < m.Range.End; t++ {
		if t != i && w.head[t] == h {
			w.head[t], w.rel[t] = int32(i), demarche.NmodDesc
		}
	}
	return true
}

// personEnds says that a person's mention ends right before token t.
func (w *work) personEnds(t int) bool {
	for k := range w.doc.Mentions {
		if m := &w.doc.Mentions[k]; m.Type == demarche.Person && m.Range.End == t {
			return true
		}
	}
	return false
}

// goesOn says that something after token t is coordinated with token h.
func (w *work) goesOn(h, t int) bool {
	for c := w.first[h]; c >= 0; c = w.next[c] {
		if int(c) > t && w.rel[c].Base() == demarche.Conj {
			return true
		}
	}
	return false
}
