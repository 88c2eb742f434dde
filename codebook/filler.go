package codebook

import (
	"slices"

	"github.com/demarche/demarche"
)

// fits says whether a filler meets the condition of a slot. Words are looked
// for at the filler and at the head of the argument that it comes from:
// RECIPIENT:tanker is met by "a Greek tanker".
func (m *matcher) fits(only *filter, f demarche.Filler, head int) bool {
	if only == nil {
		return true
	}
	if only.words != nil && (only.words.hasToken(m.toks, f.Head) || head >= 0 && head < len(m.toks) && only.words.hasToken(m.toks, head)) {
		return true
	}
	if f.Mention < 0 {
		return false
	}
	mention := &m.mentions[f.Mention]
	for i := range mention.Actors {
		for _, s := range mention.Actors[i].Sectors {
			if slices.Contains(only.sectors, s) {
				return true
			}
		}
	}
	if slices.Contains(only.sectors, "REF") && m.flees(f.Head) {
		return true
	}
	return slices.ContainsFunc(only.kinds, func(kind string) bool { return m.isKind(mention, kind, f) })
}

// flees says whether the text says beside a word that these people flee:
// "Russians fleeing the draft", "families displaced by the fighting".
func (m *matcher) flees(head int) bool {
	m.tree()
	for c := m.first[head]; c >= 0; c = m.next[c] {
		if b := m.toks[c].Rel.Base(); b != demarche.Acl && b != demarche.Amod {
			continue
		}
		switch lemmaOf(&m.toks[c]) {
		case "flee", "escape", "displace", "uproot":
			return true
		}
	}
	return false
}

func (m *matcher) isKind(mention *demarche.Mention, kind string, f demarche.Filler) bool {
	switch kind {
	case "state":
		return slices.ContainsFunc(mention.Actors, isState)
	case "org":
		return mention.Type == demarche.Org || slices.ContainsFunc(mention.Actors, func(a demarche.Actor) bool {
			return slices.Contains(supranational[:], a.Code)
		})
	case "person":
		return mention.Type == demarche.Person
	case "many":
		return m.many([]demarche.Filler{f})
	}
	return false
}

// isState says whether an actor is a state or its government.
func isState(a demarche.Actor) bool {
	return len(a.Code) == 3 && !slices.Contains(supranational[:], a.Code) && (len(a.Sectors) == 0 || a.Sectors[0] == "GOV")
}

// isPlace says whether the argument names a place.
func (m *matcher) isPlace(a *demarche.Arg) bool {
	for i := range m.doc.Mentions {
		t := m.doc.Mentions[i].Type
		if m.doc.Mentions[i].Head == a.Head && (t == demarche.GPE || t == demarche.Loc) {
			return true
		}
	}
	return slices.ContainsFunc(m.doc.Places, func(p demarche.PlaceName) bool { return p.Contains(a.Head) })
}

// isNumber says whether the argument is counted, or is a number.
func (m *matcher) isNumber(a *demarche.Arg) bool {
	if a.Head < 0 || a.Head >= len(m.toks) {
		return false
	}
	if m.toks[a.Head].UPOS == demarche.NUM {
		return true
	}
	return slices.ContainsFunc(m.doc.Quantities, func(q demarche.Quantity) bool { return q.Of == a.Head || q.Contains(a.Head) })
}
