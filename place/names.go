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
	home     string             // country of the publication, "" when unknown
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
