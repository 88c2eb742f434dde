package coder

import (
	"strings"

	"github.com/demarche/demarche"
)

// ownPlace is the place of the event: one that its frame puts it at, else one
// that the sentence's main verb does; nil when neither does. Of several the
// smallest. A place that is only spoken of, such as the owner in "Russia's
// assault" or the town of a dateline, is none.
func (w *writer) ownPlace(c *demarche.Coding) *demarche.Location {
	if p := w.placeOf(c); p != nil {
		return &p.Location
	}
	return nil
}

// placeOf is the name of that place, nil when there is none.
func (w *writer) placeOf(c *demarche.Coding) *demarche.PlaceName {
	f := &w.doc.Frames[c.Frame]
	root := w.rootOf(f.Sent)
	var best *demarche.PlaceName
	bestRank := 0
	for i := range w.doc.Places {
		p := &w.doc.Places[i]
		s := &w.doc.Sentences[f.Sent]
		if !s.Contains(p.First) || s.Dateline.Contains(p.First) {
			continue
		}
		if rank := w.locates(p, f, root); rank > bestRank {
			best, bestRank = p, rank
		}
	}
	return best
}

func (w *writer) rootOf(sent int) int {
	r := w.doc.Sentences[sent].Range
	for i := r.First; i < r.End; i++ {
		if w.doc.Tokens[i].Rel == demarche.Root {
			return i
		}
	}
	return -1
}

// locates ranks a place as that of frame f: 0 when the sentence does not put
// the event there. It climbs from the name over nouns to the predicate and
// wants a preposition of place on the way.
func (w *writer) locates(p *demarche.PlaceName, f *demarche.Frame, root int) int {
	i := w.doc.HeadOf(p.Range)
	if r := w.doc.Tokens[i].Rel; r == demarche.NmodPoss || r.Base() == demarche.Nsubj {
		return 0
	}
	at := false
	for steps := 0; i >= 0 && steps < 6; steps++ {
		t := &w.doc.Tokens[i]
		own := i == f.Pred || i == f.Light
		if own || i == root {
			return rank(own, at, p)
		}
		if t.UPOS == demarche.VERB {
			return 0 // of another clause
		}
		prep := w.preposition(i)
		goal := prep == "to" && motion[w.lemmaOf(t.Head)] && t.Rel.Base() == demarche.Obl
		visited := t.Rel.Base() == demarche.Obj && motion[w.lemmaOf(t.Head)]
		at = at || inside[prep] || goal || visited
		if t.Rel == demarche.NmodPoss || t.Rel.Base() == demarche.Nsubj && i != f.Pred {
			return 0
		}
		i = t.Head
	}
	return 0
}

// rank puts the frame's own places before the sentence's, and towns before
// divisions and countries.
func rank(own, at bool, p *demarche.PlaceName) int {
	if !at {
		return 0
	}
	n := 1
	switch p.Location.Resolution {
	case "city", "site":
		n = 4
	case "county", "state":
		n = 3
	case "country":
		n = 2
	}
	if own {
		n += 10
	}
	return n
}

func (w *writer) lemmaOf(i int) string {
	if i < 0 {
		return ""
	}
	return w.doc.Tokens[i].Lemma
}

// preposition is the one that marks token i, in lower case.
func (w *writer) preposition(i int) string {
	for k := i - 1; k >= max(0, i-6); k-- {
		if t := &w.doc.Tokens[k]; t.Head == i && t.Rel.Base() == demarche.Case {
			return strings.ToLower(t.Norm)
		}
	}
	return ""
}

// inside are prepositions of place; motion are verbs whose goal is where the
// event is.
var (
	inside = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "inside": true, "on": true, "around": true, "off": true,
		"across": true, "throughout": true, "within": true, "along": true}
	motion = map[string]bool{"visit": true, "travel": true, "head": true, "go": true, "fly": true, "arrive": true, "return": true, "come": true,
		"trip": true, "tour": true, "journey": true, "drive": true, "sail": true, "move": true}
)
