package frame

import "github.com/demarche/demarche"

// stay gives the visit or talks of "is in Chile for a visit" and "the king, now
// in Chile on a visit" who is there, and the visit the place.
func (w *work) stay(n int, row *noun) {
	if row.class != "talks" && row.class != "visit" {
		return
	}
	top := w.firstConjunct(w.top(n))
	place := int(w.head[top])
	if place < 0 || w.base(top) != demarche.Obl && w.base(top) != demarche.Nmod {
		return
	}
	if in := w.child(place, demarche.Case); in < 0 || w.lower(in) != "in" {
		return
	}
	if p, _ := w.prep(top); p != "for" && p != "on" {
		return
	}
	guest := w.stays(place)
	if guest < 0 || w.step(guest) == n {
		return
	}
	w.add(demarche.Agent, "", guest, "who is there")
	if row.class == "visit" {
		w.add(demarche.Theme, "to", place, "where he is")
	}
}

// stays is who is at a place: the subject of the copula, else the noun that the
// place describes; -1 for nobody.
func (w *work) stays(place int) int {
	if w.child(place, demarche.Cop) >= 0 {
		s, _ := w.subject(place)
		return s
	}
	if h := w.head[place]; h >= 0 && w.base(place) == demarche.Nmod && int(h) < place {
		return int(h)
	}
	return -1
}
