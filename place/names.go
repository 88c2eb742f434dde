package place

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// name is one place where the text may name a place.
type name struct {
	demarche.Range
	full   int    // end with the noun after it: "Kherson region"
	group  int    // index into work.groups
	wants  string // features that the noun beside it asks for
	local  bool   // a preposition of place or a region after it speaks for a place
	after  int    // index of the name that a comma adds ("Paris, Texas"), -1 when none
	before int    // index of the name that this one adds to behind a comma, -1 when none
	best   int32  // place chosen, -1 for none
}

// group is what all occurrences of one name share.
type group struct {
	key        string
	candidates []int32
	told       []int // names of the group with words beside them that say what they are
	best       int32
	score      float64
	country    string  // of the best place, and how much the group's names
	weight     float64 // speak for it
}

// work is the resolution of one document.
type work struct {
	lookup
	words    *wordLists
	doc      *demarche.Doc
	names    []name
	groups   []group
	groupOf  map[string]int
	surnames map[string]bool
	people   []int8 // where a mention of somebody or of an organisation covers the token: 1 as a guess, 2 surely
	fold     []byte
	votes    map[string]float64 // by country code
}

// collect finds the names that the gazetteer knows.
func (w *work) collect() {
	w.cover()
	w.families()
	for s := range w.doc.Sentences {
		sent := &w.doc.Sentences[s]
		for i := sent.First; i < sent.Range.End; {
			end := 0
			if w.starts(sent, i) {
				end = w.longest(sent, i)
			}
			if end == 0 {
				i++
				continue
			}
			i = end
		}
	}
	for i := range w.names {
		n := &w.names[i]
		if n.after = w.commaAfter(i); n.after >= 0 {
			w.names[n.after].before = i
		}
		if n.after >= 0 || n.before >= 0 || n.wants != "" {
			g := &w.groups[n.group]
			g.told = append(g.told, i)
		}
	}
}

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

func (w *work) norm(i int) string { return w.doc.Tokens[i].Norm }

func (w *work) low(sent *demarche.Sentence, i int) string {
	if i < sent.First || i >= sent.Range.End {
		return ""
	}
	return strings.ToLower(w.norm(i))
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isName says whether token i can belong to a name.
func (w *work) isName(i int) bool {
	t := &w.doc.Tokens[i]
	return capital(t.Norm) && (proper(t) || t.UPOS == demarche.X || t.UPOS == demarche.NOUN || t.UPOS == demarche.ADJ)
}

// proper says that a token is tagged as part of a name ("United" of "United
// States" is an adjective with the tag of a name), or not tagged at all.
func proper(t *demarche.Token) bool {
	return t.UPOS == demarche.PROPN || t.UPOS == "" || t.XPOS == "NNP" || t.XPOS == "NNPS"
}

// starts says whether a name can begin with token i. Nouns tagged as common
// ones within a sentence are often unknown names.
func (w *work) starts(sent *demarche.Sentence, i int) bool {
	t := &w.doc.Tokens[i]
	if !capital(t.Norm) {
		return false
	}
	first := i == sent.First && (i+1 >= sent.Range.End || !capital(w.norm(i+1)))
	return proper(t) || !first && (t.UPOS == demarche.NOUN || t.UPOS == demarche.X || i == sent.First && t.UPOS == demarche.ADJ)
}

// longest adds the longest name that begins at token i and returns its end,
// 0 when there is none.
func (w *work) longest(sent *demarche.Sentence, i int) int {
	w.fold = w.fold[:0]
	end, keep := 0, 0
	for j := i; j < min(sent.Range.End, i+7); j++ {
		if j > i && !w.isName(j) && !w.words.joins[strings.ToLower(w.norm(j))] && !w.elided(j) {
			break
		}
		if j > i && w.norm(j) != "-" && w.norm(j) != "'" {
			w.fold = append(w.fold, ' ')
		}
		w.fold = appendFolded(w.fold, w.norm(j))
		w.fold = trimBlanks(w.fold)
		if capital(w.norm(j)) || j > i && w.norm(j-1) == "-" || w.elided(j) {
			if len(w.find(nil, w.fold)) > 0 {
				end, keep = j+1, len(w.fold)
			} else if long := expanded(w.fold); long != nil && len(w.find(nil, long)) > 0 {
				w.fold = append(w.fold[:0], long...)
				end, keep = j+1, len(w.fold)
			}
		}
		if j+1 < sent.Range.End && !w.begins(w.fold) && expanded(w.fold) == nil {
			break
		}
	}
	if end == 0 {
		return 0
	}
	w.fold = w.fold[:keep]
	w.admit(sent, demarche.Range{First: i, End: end})
	return end
}

// elided says that token j is a name behind an article cut short: "d'Ivoire".
func (w *work) elided(j int) bool {
	n := w.norm(j)
	return len(n) > 3 && n[1] == '\'' && (n[0] == 'd' || n[0] == 'l') && n[2] >= 'A' && n[2] <= 'Z'
}

// expanded writes out what a name begins with in short: "mt juliet" is "mount
// juliet"; nil when it does not.
func expanded(fold []byte) []byte {
	for _, e := range [...][2]string{{"mt", "mount"}, {"ft", "fort"}, {"st", "saint"}, {"ste", "sainte"}, {"pt", "point"}} {
		if rest, ok := bytes.CutPrefix(fold, []byte(e[0])); ok && (len(rest) == 0 || rest[0] == ' ') {
			return append([]byte(e[1]), rest...)
		}
	}
	return nil
}

func trimBlanks(b []byte) []byte {
	for len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return b
}

// families collects the last words of names of two words or more that are
// not places as a whole: whoever is called Chad Paris is Paris later on.
func (w *work) families() {
	w.surnames = map[string]bool{}
	for s := range w.doc.Sentences {
		sent := &w.doc.Sentences[s]
		for i := sent.First; i < sent.Range.End; {
			j := i
			for j < sent.Range.End && w.doc.Tokens[j].UPOS == demarche.PROPN && capital(w.norm(j)) {
				j++
			}
			if j-i >= 2 && j-i <= 4 {
				w.family(demarche.Range{First: i, End: j})
			}
			i = max(j, i+1)
		}
	}
}

func (w *work) family(r demarche.Range) {
	last, first := strings.ToLower(w.norm(r.End-1)), w.norm(r.First)
	if w.words.generic[last] != "" || w.words.never[last] || len(first) > 1 && strings.ToUpper(first) == first || w.words.prefix[strings.ToLower(w.norm(r.First))] {
		return
	}
	w.fold = appendFolded(w.fold[:0], w.doc.TextOf(r))
	if len(w.find(nil, w.fold)) > 0 {
		return
	}
	for i := r.First; i < r.End-1; i++ { // "Nairobi Kenya", "US President": not a person's name
		w.fold = appendFolded(w.fold[:0], w.norm(i))
		for _, c := range w.find(nil, w.fold) {
			if f := w.featureOf(w.at(c)); f == "PCLI" || f == "ADM1" {
				return
			}
		}
	}
	w.surnames[last] = true
}

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

func (w *work) add(n name, found []int32) {
	key := string(w.fold)
	g, ok := w.groupOf[key]
	if !ok {
		g = len(w.groups)
		w.groupOf[key] = g
		w.groups = append(w.groups, group{key: key, candidates: found, best: -1})
	}
	n.group = g
	w.names = append(w.names, n)
}

// commaAfter is the name that stands after a comma or in parentheses right
// behind name i.
func (w *work) commaAfter(i int) int {
	if i+1 >= len(w.names) {
		return -1
	}
	a, b := &w.names[i], &w.names[i+1]
	if b.First == a.full+1 && (w.norm(a.full) == "," || w.norm(a.full) == "(") && w.doc.SentenceOf(a.First) == w.doc.SentenceOf(b.First) {
		return i + 1
	}
	if b.First == a.full && w.isCountry(w.groups[b.group].candidates) {
		return i + 1
	}
	return -1
}
