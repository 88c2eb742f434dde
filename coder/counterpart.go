package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// speechCategories are those whose content names the other side as often as
// the verb does: "agreed to lift the embargo on Iran", "demanded that the
// United States cancel the sale".
var speechCategories = []string{"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "ACCUSE"}

// findCounterpart fills an empty recipient of what is agreed, demanded,
// refused or threatened with the first actor of another state that its content
// speaks of.
func (w *writer) findCounterpart(c *demarche.Coding) {
	if len(c.Recipients) > 0 || len(c.Actors) == 0 || !slices.Contains(speechCategories, c.Category) {
		return
	}
	own := w.codesOf(c.Actors)
	f := &w.doc.Frames[c.Frame]
	for _, a := range f.Args {
		if !w.isContent(a) {
			continue
		}
		if m := w.foreignBelow(a.Head, f.Sent, own); m >= 0 {
			c.Recipients = []demarche.Filler{{Arg: -1, Head: w.doc.Mentions[m].Head, Mention: m}}
			return
		}
	}
}

// isContent says whether an argument tells what is spoken of, and not where,
// when or before whom.
func (w *writer) isContent(a demarche.Arg) bool {
	switch a.Role {
	case demarche.Theme, demarche.Content, demarche.Dative, demarche.Predicate:
		return true
	case demarche.Oblique:
		return slices.Contains([]string{"to", "with", "against", "on", "from", "for", "of"}, a.Prep)
	}
	return false
}

// foreignBelow is the first mention below token top, in the order of the
// text, of an actor with a code that is not one of own; -1 when none.
func (w *writer) foreignBelow(top, sent int, own map[string]bool) int {
	best := -1
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if !w.doc.Sentences[sent].Contains(m.Head) || len(m.Actors) == 0 || !w.doc.Below(m.Head, top) {
			continue
		}
		code := m.Actors[0].Code
		if code == "" || own[code] || w.isWhere(m) {
			continue
		}
		if best < 0 || m.First < w.doc.Mentions[best].First {
			best = i
		}
	}
	return best
}

// isWhere says that a mention only names the place: "in Ankara".
func (w *writer) isWhere(m *demarche.Mention) bool {
	if m.Type != demarche.GPE && m.Type != demarche.Loc {
		return false
	}
	for i := max(0, m.First-1); i < m.Range.End; i++ {
		t := &w.doc.Tokens[i]
		if t.Head == m.Head && t.Rel.Base() == demarche.Case {
			return t.Norm == "in" || t.Norm == "at" || t.Norm == "near"
		}
	}
	return false
}

func (w *writer) codesOf(side []demarche.Filler) map[string]bool {
	codes := map[string]bool{}
	for _, e := range w.entities(side) {
		codes[deref(e.Code)] = true
	}
	return codes
}
