package place

import (
	"strings"
	"unicode"

	"github.com/demarche/demarche"
)

// admit keeps the name in r, whose folded form is in w.fold, unless the words
// around make it part of another name.
func (w *work) admit(sent *demarche.Sentence, r demarche.Range) {
	n := name{Range: r, full: r.End, best: -1, after: -1, before: -1}
	prev, next := w.low(sent, r.First-1), w.low(sent, r.End)
	found := w.candidates(r, prev)
	if len(found) == 0 {
		return
	}
	big := w.isCountry(found)
	w.beside(sent, &n, prev, next)
	if !big && (w.words.titles[prev] || w.surnames[next] || w.words.never[string(w.fold)]) {
		return
	}
	inState := w.inState(sent, r)
	if someone := r.Len() == 1 && (w.surnames[string(w.fold)] || w.words.persons[string(w.fold)]); someone && !big && !inState && !w.words.inside[prev] && !w.words.locals[next] {
		return
	}
	if t := &w.doc.Tokens[r.First]; r.Len() == 1 && !big && t.UPOS == demarche.ADJ && t.Rel == demarche.Amod {
		return
	}
	if w.covered(&n) {
		return
	}
	if !inState && w.partOfName(sent, r, prev, next, big) {
		return
	}
	w.add(n, found)
}

// inState says that a comma and the name of a state or division follow:
// "Oxnard, California".
func (w *work) inState(sent *demarche.Sentence, r demarche.Range) bool {
	return r.End+1 < sent.Range.End && w.norm(r.End) == "," && w.isProper(r.End+1) && w.stateAt(r.End+1)
}

// candidates looks the name up; short forms need their capitals: US but not
// Us, and CA only after a comma.
func (w *work) candidates(r demarche.Range, prev string) []int32 {
	found := w.find(nil, w.fold)
	text := w.doc.TextOf(r)
	if r.End < len(w.doc.Tokens) && prev == "," && w.norm(r.End) == "." && w.doc.Tokens[r.End].Start == w.doc.Tokens[r.End-1].End {
		text += "." // "Cambridge, Mass." at the end of a sentence
	}
	if len(text) > 5 || r.Len() > 1 {
		return found
	}
	letters, upper := 0, 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
			if unicode.IsUpper(c) {
				upper++
			}
		}
	}
	if letters > 4 {
		return found
	}
	if upper < letters && letters > 2 && !strings.HasSuffix(text, ".") {
		return w.ownNamed(found)
	}
	if letters <= 2 && upper < letters && !strings.HasSuffix(text, ".") {
		return nil
	}
	kept := found[:0]
	for _, c := range found { // codes and abbreviations stand for states only
		switch f := w.featureOf(w.at(c)); {
		case f == "PCLI" || f == "RGN" && letters > 1, f == "ADM1" && (prev == "," || letters > 2 && upper == letters):
			kept = append(kept, c)
		case upper < letters && !strings.HasSuffix(text, "."):
			kept = append(kept, c)
		}
	}
	return kept
}

// ownNamed keeps the places whose own name w.fold is, and large towns with
// four letters (Kiev): Act is not the ACT, nor Sam Damascus.
func (w *work) ownNamed(found []int32) []int32 {
	kept := found[:0]
	for _, c := range found {
		r := w.at(c)
		town := r.population >= 5e5 && len(w.fold) > 3 && strings.HasPrefix(w.featureOf(r), "PPL")
		if town || Fold(w.nameOf(r)) == string(w.fold) {
			kept = append(kept, c)
		}
	}
	return kept
}

func (w *work) isCountry(found []int32) bool {
	for _, c := range found {
		switch w.featureOf(w.at(c)) {
		case "PCLI", "CONT":
			return true
		}
	}
	return false
}

// beside reads the nouns around: "Kherson region", "the city of X", "in X".
func (w *work) beside(sent *demarche.Sentence, n *name, prev, next string) {
	if want, ok := w.words.generic[next]; ok && !strings.HasSuffix(strings.ToLower(w.norm(n.End-1)), next) {
		n.wants, n.full, n.local = want, n.End+1, true
	}
	if prev == "of" {
		if want, ok := w.words.generic[w.low(sent, n.First-2)]; ok {
			n.wants, n.local = want, true
		}
	} else if want, ok := w.words.generic[prev]; ok && n.wants == "" {
		n.wants = want
	}
	if w.words.inside[prev] || w.words.prefix[prev] || w.words.locals[next] || prev == "the" && w.words.inside[w.low(sent, n.First-2)] ||
		(prev == "of" && w.words.prefix[w.low(sent, n.First-2)]) || sent.Dateline.Contains(n.First) {
		n.local = true
	}
}

// partOfName tells "Boston" from "Boston University", "Paris Hilton" and
// "George Washington". States and continents (big) keep their place beside
// most words: "US President", "Kenya Airways" not.
func (w *work) partOfName(sent *demarche.Sentence, r demarche.Range, prev, next string, big bool) bool {
	if w.bodyAround(sent, r) {
		return true
	}
	if i := r.First - 1; i >= sent.First && w.isProper(i) && !w.words.prefix[prev] && !w.words.isGeneric(prev) && !(big && w.words.roles[prev]) {
		if !w.isPlaceEnd(i) || !big {
			return true
		}
	}
	if j := r.End; j < sent.Range.End && w.isProper(j) && !w.words.isGeneric(next) && !big && !w.words.roles[next] {
		return !w.stateAt(j)
	}
	return false
}

// bodyAround looks for words such as University after the name within its run
// of capitals, and before "of" in front of it.
func (w *work) bodyAround(sent *demarche.Sentence, r demarche.Range) bool {
	for j := r.End; j < min(sent.Range.End, r.End+5); j++ {
		low := w.low(sent, j)
		if w.words.bodies[low] && (w.isProper(j) || j == r.End && (low == "virus" || low == "fever" || low == "ebolavirus" || low == "flu")) {
			return !w.words.roles[low] || j > r.End
		}
		if !capital(w.norm(j)) && low != "of" && low != "and" && low != "for" {
			break
		}
	}
	if i := r.First - 1; i > sent.First && w.low(sent, i) == "of" {
		return w.words.bodies[w.low(sent, i-1)] && w.isProper(i-1)
	}
	return false
}

func (l *wordLists) isGeneric(word string) bool { _, ok := l.generic[word]; return ok }

func (w *work) isProper(i int) bool {
	return proper(&w.doc.Tokens[i]) && capital(w.norm(i))
}

// isPlaceEnd says whether token i ends the name collected last.
func (w *work) isPlaceEnd(i int) bool {
	n := len(w.names)
	return n > 0 && w.names[n-1].Range.End == i+1
}

// stateAt says whether a country or division is named at token j: "Nairobi
// Kenya".
func (w *work) stateAt(j int) bool {
	for _, c := range w.find(nil, appendFolded(nil, w.norm(j))) {
		if f := w.featureOf(w.at(c)); f == "PCLI" || f == "ADM1" {
			return true
		}
	}
	return false
}
