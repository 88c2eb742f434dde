package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// piece is a part of a token that names are compared by.
type piece struct {
	tok   int32
	id    uint32 // of the trie; 0 when no name has it, and for a break
	cut   byte   // what stands before it inside the token: 0 nothing, else the separator
	form  letterCase
	short bool // fewer than four letters
	empty bool // a break
}

// hit is a name or role noun found in the text.
type hit struct {
	demarche.Range
	ref  int32 // the ref chosen, index into Lexicon.refs
	list int32 // all refs of the node
	// part says that the name is only a part of its token: "US" in "US-led".
	part bool
}

// entryOf is the lexicon entry that a hit stands for.
func (p *pass) entryOf(h int32) int32 { return p.lex.refs[p.hits[h].ref].entry }

// match finds all lexicon names and role nouns, leftmost and longest first.
func (p *pass) match() {
	p.cutPieces()
	for i := 0; i < len(p.pieces); {
		i += p.matchRole(i)
	}
	for i := 0; i < len(p.pieces); {
		i += p.matchName(i)
	}
}

// cutPieces fills p.pieces; punctuation and sentence ends become breaks that no
// name crosses.
func (p *pass) cutPieces() {
	sentence := 0
	for i := range p.doc.Tokens {
		for sentence < len(p.doc.Sentences) && i >= p.doc.Sentences[sentence].Range.End {
			sentence++
			p.pieces = append(p.pieces, piece{tok: int32(i), empty: true})
		}
		if p.bareGenitive(i) {
			continue // "the Kurdistan Workers | ' | Party"
		}
		if !p.cutToken(i) && !isHyphen(p.doc.Tokens[i].Form) {
			p.pieces = append(p.pieces, piece{tok: int32(i), empty: true})
		}
	}
	p.pieces = append(p.pieces, piece{tok: int32(len(p.doc.Tokens)), empty: true})
}

// bareGenitive says that token i is the apostrophe behind a plural possessor.
func (p *pass) bareGenitive(i int) bool {
	t := p.doc.Tokens
	return i > 0 && (t[i].Form == "'" || t[i].Form == "’") && t[i].XPOS == "POS" && t[i-1].End == t[i].Start
}

// cutToken appends the pieces of token i, and says whether it has any.
func (p *pass) cutToken(i int) bool {
	s := p.doc.Tokens[i].Norm
	if s == "" {
		s = p.doc.Tokens[i].Form
	}
	any := false
	for start := 0; start < len(s); {
		end := start
		for end < len(s) && (s[end] >= 0x80 || isPieceRune(rune(s[end]))) {
			end++
		}
		if end > start {
			var form letterCase
			p.buf, form = fold(p.buf[:0], s[start:end])
			if len(p.buf) > 0 {
				x := piece{tok: int32(i), id: p.lex.trie.id(p.buf), form: form, short: len(p.buf) < 4}
				if any {
					x.cut = s[start-1]
				}
				p.pieces = append(p.pieces, x)
				any = true
			}
		}
		start = end + 1
	}
	return any
}

// isGlueHyphen says whether token i is a hyphen between two parts of a word
// that the treebank style cuts ("US", "-", "led").
func (p *pass) isGlueHyphen(i int) bool {
	t := p.doc.Tokens
	if i <= 0 || i+1 >= len(t) || !isHyphen(t[i].Form) {
		return false
	}
	if t[i-1].End == t[i].Start && t[i].End == t[i+1].Start {
		return true
	}
	// Text that comes tokenised has blanks around every hyphen.
	return t[i-1].End < t[i].Start && t[i].End < t[i+1].Start && !isCapitalised(t[i+1].Form) &&
		(t[i+1].UPOS == demarche.VERB || t[i+1].UPOS == demarche.ADJ)
}

func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// matchName tries the names that begin at piece i and returns how many pieces
// to go on.
func (p *pass) matchName(i int) int {
	h, size := p.longest(i)
	if size == 0 {
		return 1
	}
	if _, title := p.lex.trie.step(roleRoot, p.pieces[i].id); title && i+1 < len(p.pieces) {
		if _, more := p.longest(i + 1); more > size-1 {
			return 1 // "President Xi" must not hide "Xi Jinping"
		}
	}
	h.part = p.pieces[i].cut != 0 || p.pieces[i+size].cut != 0
	if h.part && p.lex.entries[p.lex.refs[h.ref].entry].kind == person && p.compoundName(i, size) {
		return size // "Jean" of "Jean-Jacques"
	}
	h.First, h.Range.End = int(p.pieces[i].tok), int(p.pieces[i+size-1].tok)+1
	for t := h.First; t < h.Range.End; t++ {
		if p.hitAt[t] < 0 {
			p.hitAt[t] = int32(len(p.hits))
		}
	}
	p.hits = append(p.hits, h)
	e := &p.lex.entries[p.lex.refs[h.ref].entry]
	common := p.lex.refs[h.ref].use == asSeat && p.roleAt[h.First] >= 0 // "Congress" may be anybody's
	if (e.kind != person || size > 1) && !common {
		p.codes[e.code]++
	}
	return size
}

// compoundName says that the pieces i to i+size are part of a hyphened name:
// what they are joined to has a capital too.
func (p *pass) compoundName(i, size int) bool {
	return p.pieces[i].cut != 0 && p.pieces[i-1].form != lower || p.pieces[i+size].cut != 0 && p.pieces[i+size].form != lower
}

// longest is the longest name that begins at piece i, and its size in pieces,
// 0 for none.
func (p *pass) longest(i int) (h hit, size int) {
	if p.pieces[i].id == 0 || p.pieces[i].cut == '\'' {
		return h, 0
	}
	node := nameRoot
	for j := i; j < len(p.pieces); j++ {
		next, ok := p.lex.trie.step(node, p.pieces[j].id)
		if !ok || p.pieces[j].id == 0 {
			break
		}
		node = next
		head := p.lex.trie.nodes[node]
		if head < 0 || j+1 < len(p.pieces) && p.pieces[j+1].cut == '\'' {
			continue
		}
		if ref := p.choose(head, i, j+1); ref >= 0 {
			h.ref, h.list, size = ref, head, j+1-i
		}
	}
	return h, size
}

// choose picks the ref that pieces i to j most likely mean here, -1 for none.
func (p *pass) choose(head int32, i, j int) int32 {
	best, bestScore := int32(-1), 0
	for r := head; r >= 0; r = p.lex.refs[r].next {
		x := &p.lex.refs[r]
		if !p.casesFit(x, i, j) {
			continue
		}
		if s := p.score(x, i, j); s > bestScore {
			best, bestScore = r, s
		}
	}
	return best
}

// casesFit compares how the name is written with the text: capitals must be
// capitals, and short acronyms capitals throughout.
func (p *pass) casesFit(x *ref, i, j int) bool {
	for k := 0; k < j-i && k < 16; k++ {
		have := &p.pieces[i+k]
		switch letterCase(x.cases >> (2 * k) & 3) {
		case title:
			if have.form == lower {
				return false
			}
		case upper:
			if have.form == lower || have.form == title && (have.short || j-i > 1) {
				return false
			}
		}
	}
	return true
}

// Base scores of a name by what it stands for; a date outside the name's
// period, and whatever speaks against the reading, lowers them.
var baseScore = [...]int{state: 100, city: 50, region: 85, person: 99, organisation: 88, armedGroup: 87, party: 80, ethnic: 70}

const surnameScore = 30

// score says how likely the pieces i to j mean ref x; 0 is not at all.
func (p *pass) score(x *ref, i, j int) int {
	e := &p.lex.entries[x.entry]
	s := baseScore[e.kind]
	if x.use == asName {
		s++
	}
	if e.kind == city {
		s += cityWeight(e.weight)
	}
	if x.use == asSurname {
		if j-i == 1 && isCalendar(p.tok(int(p.pieces[i].tok)).Form) && !p.titled(int(p.pieces[i].tok)) {
			return 0
		}
		if s = p.surnameScore(x.entry, i, j); s == 0 {
			return 0
		}
	}
	if j-i == 1 && !p.nameTag(int(p.pieces[i].tok), x.use) && !p.standsOut(i) {
		return 0
	}
	s += 2 * min(p.codes[e.code], 5)
	if p.day != 0 && !x.has(p.day) || p.day == 0 && x.until != 0 {
		s -= 8
	}
	// Without a date a state of today goes before one that is gone: Moscow is
	// Russia's capital before it is the Soviet Union's.
	t, holds := e.termOn(p.day)
	gone := e.kind == state && p.day == 0 && t != nil && t.until != 0
	if len(e.terms) > 0 && (!holds || gone) {
		s -= 6
	}
	return max(s, 1)
}

func cityWeight(population int32) int {
	w := 0
	for n := population / 50_000; n > 0; n /= 2 {
		w += 3
	}
	return min(w, 24)
}

// nameTag says whether a single word may be a name: function words and verbs
// that look like one ("may", "us", "who") are not.
func (p *pass) nameTag(tok int, u use) bool {
	switch p.tok(tok).UPOS {
	case demarche.PROPN, demarche.X, "":
		return true
	case demarche.NOUN, demarche.ADJ:
		return u != asSurname
	}
	return false
}

// standsOut says that piece i is in capitals among words that are not, so that
// no tag can make "US" a pronoun.
func (p *pass) standsOut(i int) bool {
	if p.pieces[i].form != upper {
		return false
	}
	if t := int(p.pieces[i].tok) + 1; t < len(p.doc.Tokens) && p.tok(t-1).UPOS == demarche.PRON {
		switch p.tok(t).UPOS { // in a headline of capitals a pronoun has no noun after it
		case demarche.NOUN, demarche.PROPN, demarche.ADJ:
			return true
		}
	}
	for k := max(0, i-4); k < min(len(p.pieces), i+5); k++ {
		if p.pieces[k].form == lower && !p.pieces[k].empty {
			return true
		}
	}
	return false
}

// surnameScore scores a bare family name by how well known its bearer is.
func (p *pass) surnameScore(e int32, i, j int) int {
	if !p.standsAlone(i, j) {
		return 0
	}
	x := &p.lex.entries[e]
	_, holds := x.termOn(p.day)
	s := surnameScore
	if holds {
		s += 10
	}
	return s
}

// titled says that a title stands before token t: "Mrs May".
func (p *pass) titled(t int) bool {
	if t == 0 || p.roleAt[t-1] < 0 || !p.sameSentence(t-1, t) {
		return false
	}
	k := p.roleOf(p.roleAt[t-1]).kind
	return k == rolePerson || k == roleHonor
}

// standsAlone says that the word before is no given name, so that the family
// name may be a known person's. ("Xi Jinping" matches as a whole before.)
func (p *pass) standsAlone(i, j int) bool {
	t := int(p.pieces[i].tok)
	for t > 1 && (isParticle(p.tok(t-1).Form) || p.isGlueHyphen(t-1)) {
		t-- // "Suleiman al-Amr" is no known Amr
	}
	if t > 0 && p.pieces[i].cut == 0 {
		b := p.tok(t - 1)
		if b.UPOS == demarche.PROPN && p.roleAt[t-1] < 0 && !isRank(b.Form) && p.hitAt[t-1] < 0 && isCapitalised(b.Form) {
			return false
		}
	}
	if t := int(p.pieces[j-1].tok) + 1; t < len(p.doc.Tokens) && p.pieces[j-1].cut == 0 {
		n := p.tok(t)
		if n.UPOS == demarche.PROPN && isCapitalised(n.Form) && !isCalendar(n.Form) && p.roleAt[t] < 0 && p.sameSentence(t-1, t) {
			return false
		}
	}
	return true
}

func (p *pass) sameSentence(a, b int) bool { return p.doc.SentenceOf(a) == p.doc.SentenceOf(b) }

func isCapitalised(s string) bool {
	return s != "" && ('A' <= s[0] && s[0] <= 'Z' || s[0] >= 0xC3 && strings.ToLower(s[:min(len(s), 2)]) != s[:min(len(s), 2)])
}

// matchRole is matchName for role nouns, which are written in any case.
func (p *pass) matchRole(i int) int {
	if p.pieces[i].id == 0 || p.pieces[i].cut == '\'' {
		return 1
	}
	node, best, bestRef := roleRoot, 0, int32(-1)
	for j := i; j < len(p.pieces); j++ {
		next, ok := p.lex.trie.step(node, p.pieces[j].id)
		if !ok || p.pieces[j].id == 0 {
			break
		}
		node = next
		if r := p.chooseRole(p.lex.trie.nodes[node], i, j+1); r >= 0 && p.pieces[j+1].cut != '\'' {
			best, bestRef = j+1-i, r
		}
	}
	if best == 0 {
		return 1
	}
	h := hit{ref: bestRef, list: bestRef, part: p.pieces[i].cut != 0 || p.pieces[i+best].cut != 0}
	h.First, h.Range.End = int(p.pieces[i].tok), int(p.pieces[i+best-1].tok)+1
	if h.Len() == 1 && !roleTag(p.tok(h.First)) {
		return best
	}
	for t := h.First; t < h.Range.End; t++ {
		p.roleAt[t] = int32(len(p.roleHits))
	}
	p.roleHits = append(p.roleHits, h)
	return best
}

// chooseRole is the first of the roles on a node that is written as the text is:
// a noun that the lexicon has with a capital ("House") needs one.
func (p *pass) chooseRole(head int32, i, j int) int32 {
	for r := head; r >= 0; r = p.lex.refs[r].next {
		if p.casesFit(&p.lex.refs[r], i, j) && !p.predicates(int(p.pieces[i].tok)) {
			return r
		}
	}
	return -1
}

// predicates says that token t is a verb that says something, and so begins no
// noun: "soldiers ousted | President Zelaya" is not about an ousted president.
func (p *pass) predicates(t int) bool {
	x := p.tok(t)
	return x.UPOS == demarche.VERB && x.Rel != demarche.Amod
}

func roleTag(t *demarche.Token) bool {
	u := t.UPOS
	return u == demarche.NOUN || u == demarche.PROPN || u == demarche.ADJ || u == "" || u == demarche.X
}
