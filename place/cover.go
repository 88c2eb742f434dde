package place

import (
	"strings"

	"github.com/demarche/demarche"
)

// cover marks the tokens of people and organisations that package actor
// found. Of names that the lexicon does not know, the type is a guess, and
// small towns are what it is wrong about: those count only when they have
// more words than one.
func (w *work) cover() {
	if len(w.doc.Mentions) == 0 {
		return
	}
	w.people = make([]int8, len(w.doc.Tokens))
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if m.Type == demarche.NORP && m.Head >= 0 && known(m) { // "Kazakh" is no town in a text on Kazakhs
			w.people[m.Head] = 2
		}
		if m.Type != demarche.Person && m.Type != demarche.Org || m.Pronoun || m.Head < 0 || m.Len() == 1 && w.isStateCode(m.Head) {
			continue
		}
		name := make([]int, 0, 4) // the name only: "the mayor of Rome" names Rome
		for k := m.First; k < m.Range.End; k++ {
			t := &w.doc.Tokens[k]
			if k == m.Head || t.Head == m.Head && (t.Rel.Base() == demarche.Flat || t.Rel.Base() == demarche.Compound) && t.UPOS == demarche.PROPN {
				name = append(name, k)
			}
		}
		sure := int8(1)
		if known(m) {
			sure = 2
		} else if len(name) < 2 {
			continue
		}
		for _, k := range name {
			w.people[k] = max(w.people[k], sure)
		}
	}
}

// isStateCode says that token i is the short form of a state or division: NSW.
func (w *work) isStateCode(i int) bool {
	n := w.norm(i)
	return len(n) > 2 && len(n) < 5 && strings.ToUpper(n) == n && w.stateAt(i)
}

// covered says that a name belongs to somebody or to an organisation. A guess
// yields to a preposition of place before just these words.
func (w *work) covered(n *name) bool {
	if w.people == nil {
		return false
	}
	switch min(w.people[n.First], w.people[n.Range.End-1]) {
	case 0:
		return false
	case 2:
		return true
	}
	more := n.First > 0 && w.people[n.First-1] > 0 || n.Range.End < len(w.people) && w.people[n.Range.End] > 0
	return more || !n.local && !w.wholeOrg(n)
}

// wholeOrg says that a name of several words is all of the name of an
// organisation that nobody knows: "Fergus Falls".
func (w *work) wholeOrg(n *name) bool {
	for i := range w.doc.Mentions {
		if m := &w.doc.Mentions[i]; m.Type == demarche.Org && n.Contains(m.Head) {
			return true
		}
	}
	return false
}

// known says that the lexicon, not only the text, knows who is meant.
func known(m *demarche.Mention) bool {
	for _, a := range m.Actors {
		if a.ID != "" && !strings.HasPrefix(a.ID, "doc:") {
			return true
		}
	}
	return false
}
