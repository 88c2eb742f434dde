package actor

import "github.com/demarche/demarche"

// tree gives the dependents of each token.
type tree struct {
	first, next []int32 // first dependent, next one with the same governor; -1 for none
}

func (t *tree) build(doc *demarche.Doc) {
	n := len(doc.Tokens)
	t.first, t.next = none(t.first, n), none(t.next, n)
	for i := n - 1; i >= 0; i-- {
		if h := doc.Tokens[i].Head; h >= 0 && h < n && h != i {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
		}
	}
}

// dependent is the first dependent of token h with the relation rel (with or
// without subtype), -1 for none.
func (p *pass) dependent(h int, rel demarche.Rel) int {
	for c := p.tree.first[h]; c >= 0; c = p.tree.next[c] {
		if r := p.doc.Tokens[c].Rel; r == rel || r.Base() == rel {
			return int(c)
		}
	}
	return -1
}

// preposition is the case marker of token h in small letters, "" for none.
func (p *pass) preposition(h int) string {
	c := p.dependent(h, demarche.Case)
	if c < 0 || c > h {
		return ""
	}
	return lowerASCII(p.tok(c).Norm)
}

// chain bounds walks up a tree, which an ill parse may have made a cycle.
const chain = 12

// inPhrase says whether token t belongs to the noun phrase of head h, without
// relative clauses, appositions and conjuncts of the head.
func (p *pass) inPhrase(t, h int) bool {
	for n := 0; n < chain && t != h; n++ {
		x := p.tok(t)
		if x.Head < 0 || !p.phraseRel(t, h) {
			return false
		}
		t = x.Head
	}
	return t == h
}

// phraseRel says whether the link from token t to its governor stays inside a
// noun phrase with head h.
func (p *pass) phraseRel(t, h int) bool {
	x := p.tok(t)
	switch x.Rel {
	case demarche.NmodDesc, demarche.NmodPoss:
		return true
	case demarche.Acl, demarche.AclRelcl:
		return false
	}
	switch x.Rel.Base() {
	case demarche.Flat, demarche.Fixed, "goeswith":
		return true
	case demarche.Det, demarche.Amod, demarche.Compound, demarche.Nummod:
		if x.UPOS == demarche.VERB && (x.XPOS == "VBD" || speaks(x.Lemma)) {
			return false // a verb that the parse has made an attribute
		}
		return t < x.Head || x.Head != h
	case demarche.Case, demarche.Cc, demarche.Conj:
		return x.Head != h || x.Rel == demarche.Case && t > h // "'s" goes with the possessor
	case demarche.Advmod:
		return t < x.Head && x.Head != h // "nearly" of "nearly all", not "also" of the whole
	case demarche.Punct:
		return x.Head != h || isHyphen(x.Form)
	case demarche.Nmod:
		return t > x.Head && p.keepsNmod(t)
	}
	return false
}

// keepsNmod says whether a prepositional modifier belongs to the phrase that
// names an actor: "of" always does, others where they lead to a name.
func (p *pass) keepsNmod(t int) bool {
	switch p.preposition(t) {
	case "of":
		return true
	case "in", "from", "at", "for", "to", "on":
		if isCalendar(p.tok(t).Form) {
			return false // "the army | on Thursday"
		}
		return p.hitAt[t] >= 0 || p.tok(t).UPOS == demarche.PROPN || p.roleAt[t] >= 0
	}
	return false
}

// phrase is the range of the noun phrase of head h around the tokens core.
func (p *pass) phrase(h int, core demarche.Range) demarche.Range {
	lo, hi := p.sentenceRange(h)
	r := core
	for r.First > lo && (p.inPhrase(r.First-1, h) || p.isGlueHyphen(r.First-1) || p.isGlueHyphen(r.First)) {
		r.First--
		if i := p.unitAt[r.First]; i >= 0 {
			r.First = min(r.First, p.units[i].First)
		}
	}
	for r.End < hi && p.inPhrase(r.End, h) {
		r.End++
	}
	for r.First < core.First && p.loose(r.First) {
		r.First++
	}
	for r.End > core.End && (p.tok(r.End-1).UPOS == demarche.PUNCT || p.tok(r.End-1).Rel == demarche.Case && p.tok(r.End-1).Form != "of" && p.tok(r.End-1).Head == h) {
		r.End--
	}
	return r
}

// loose says that no noun phrase begins with token t.
func (p *pass) loose(t int) bool {
	switch p.tok(t).UPOS {
	case demarche.PUNCT, demarche.ADP, demarche.CCONJ, demarche.SCONJ:
		return true
	}
	return p.tok(t).XPOS == "TO" || p.tok(t).XPOS == "POS"
}

func (p *pass) sentenceRange(t int) (int, int) {
	s := p.doc.SentenceOf(t)
	if s < 0 {
		return 0, len(p.doc.Tokens)
	}
	return p.doc.Sentences[s].First, p.doc.Sentences[s].Range.End
}

// headOf is the token of r that is governed from outside; where the parse cuts
// r in pieces, the one that prefer contains, else the last.
func (p *pass) headOf(r, prefer demarche.Range) int {
	best := -1
	for t := r.First; t < r.End; t++ {
		x := p.tok(t)
		if r.Contains(x.Head) || x.UPOS == demarche.PUNCT || x.UPOS == demarche.DET || x.UPOS == demarche.ADP || x.UPOS == demarche.PART {
			continue
		}
		if best < 0 || prefer.Contains(t) || !prefer.Contains(best) {
			if best >= 0 && prefer.Contains(best) && prefer.Contains(t) {
				continue
			}
			best = t
		}
	}
	if best < 0 {
		best = r.End - 1
	}
	return best
}

func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; 'A' <= c && c <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if 'A' <= b[i] && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}
