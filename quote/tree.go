package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// tree is the dependency tree of one sentence with the extent of every
// subtree, made when first asked for.
type tree struct {
	doc *demarche.Doc
	r   demarche.Range
	lo  []int // first token of the subtree of token r.First+k
	hi  []int // one past its last token
}

// load computes the extents for the sentence with tokens r.
func (t *tree) load(doc *demarche.Doc, r demarche.Range) {
	t.doc, t.r = doc, r
	n := r.Len()
	if cap(t.lo) < n {
		t.lo, t.hi = make([]int, n), make([]int, n)
	}
	t.lo, t.hi = t.lo[:n], t.hi[:n]
	for k := range n {
		t.lo[k], t.hi[k] = r.First+k, r.First+k+1
	}
	for k := range n {
		i := r.First + k
		for h, steps := doc.Tokens[i].Head, 0; r.Contains(h) && steps < n; h, steps = doc.Tokens[h].Head, steps+1 {
			t.lo[h-r.First] = min(t.lo[h-r.First], i)
			t.hi[h-r.First] = max(t.hi[h-r.First], i+1)
		}
	}
}

// parsed says whether the sentence has a tree at all.
func (t *tree) parsed() bool {
	return t.r.Len() > 0 && t.doc.Tokens[t.r.First].Rel != ""
}

// extent is the range that token i and all below it span.
func (t *tree) extent(i int) demarche.Range {
	return demarche.Range{First: t.lo[i-t.r.First], End: t.hi[i-t.r.First]}
}

// child is the first token below i with one of the relations (by their
// universal part), or -1.
func (t *tree) child(i int, rels ...demarche.Rel) int {
	e := t.extent(i)
	for j := e.First; j < e.End; j++ {
		if t.doc.Tokens[j].Head != i {
			continue
		}
		base := t.doc.Tokens[j].Rel.Base()
		for _, r := range rels {
			if base == r {
				return j
			}
		}
	}
	return -1
}

// below says whether token i is a or stands below a.
func (t *tree) below(i, a int) bool {
	for steps := 0; t.r.Contains(i) && steps <= t.r.Len(); steps++ {
		if i == a {
			return true
		}
		i = t.doc.Tokens[i].Head
	}
	return false
}

func (t *tree) head(i int) int {
	if h := t.doc.Tokens[i].Head; t.r.Contains(h) {
		return h
	}
	return -1
}

// hasCase says whether one of the prepositions (" of for ") marks token i.
func (t *tree) hasCase(i int, preps string) bool {
	e := t.extent(i)
	for j := e.First; j < e.End; j++ {
		c := &t.doc.Tokens[j]
		if c.Head == i && (c.Rel.Base() == demarche.Case || c.Rel.Base() == demarche.Mark) {
			return strings.Contains(preps, " "+strings.ToLower(c.Norm)+" ")
		}
	}
	return false
}

// dependant is the child of token i with the relation that one of the
// prepositions marks, or -1.
func (t *tree) dependant(i int, rel demarche.Rel, preps string) int {
	e := t.extent(i)
	for j := e.First; j < e.End; j++ {
		if c := &t.doc.Tokens[j]; c.Head == i && c.Rel.Base() == rel && t.hasCase(j, preps) {
			return j
		}
	}
	return -1
}

// to says whether the infinitive marker stands below token i.
func (t *tree) to(i int) bool { return t.hasCase(i, " to ") }

// subject is the token of whoever the verb i has as subject, looking through
// coordination, participles, control and relative clauses; -1 when none.
func (t *tree) subject(i int) int {
	for steps := 0; i >= 0 && steps < 8; steps++ {
		if s := t.ownSubject(i); s >= 0 {
			return s
		}
		tok := &t.doc.Tokens[i]
		if tok.XPOS == "VBN" && tok.Rel.Base() == demarche.Advcl && !passiveSpeaker(tok.Lemma) && t.child(i, demarche.Aux) < 0 {
			return -1 // "asked whether he would resign, the premier …": he did not ask
		}
		switch tok.Rel.Base() {
		case demarche.Conj, demarche.Xcomp, demarche.Advcl:
			i = t.head(i)
			if i >= 0 && (tok.Rel.Base() == demarche.Conj || tok.Rel.Base() == demarche.Advcl || tok.Rel.Base() == demarche.Xcomp) && isNominal(t.doc.Tokens[i].UPOS) && t.child(i, demarche.Nsubj) < 0 {
				return i
			}
		case demarche.Acl:
			return t.head(i)
		default:
			return -1
		}
	}
	return -1
}

func isNominal(u demarche.UPOS) bool {
	return u == demarche.NOUN || u == demarche.PROPN || u == demarche.PRON
}

// ownSubject is the speaker among the dependants of verb i: its subject, or
// in the passive its agent. A relative pronoun gives its antecedent.
func (t *tree) ownSubject(i int) int {
	if s := t.quotedAs(i); s >= 0 {
		return s
	}
	s := t.child(i, demarche.Nsubj)
	if s >= 0 && t.doc.Tokens[s].Rel == demarche.NsubjPass {
		if !passiveSpeaker(t.doc.Tokens[i].Lemma) {
			return t.agent(i)
		}
	}
	if s < 0 {
		return -1
	}
	if isRelative(&t.doc.Tokens[s]) {
		return t.antecedent(i, s)
	}
	return s
}

// quotedAs is whom somebody else quotes with verb i: "quoted Orr as saying",
// "was quoted as saying"; -1 where nobody is.
func (t *tree) quotedAs(i int) int {
	v := i
	if lemma := t.doc.Tokens[i].Lemma; lemma == "say" && t.hasCase(i, " as ") {
		v = t.head(i)
	} else if lemma != "quote" && lemma != "cite" {
		return -1
	}
	if v < 0 || t.doc.Tokens[v].Lemma != "quote" && t.doc.Tokens[v].Lemma != "cite" {
		return -1
	}
	if s := t.child(v, demarche.Nsubj); s >= 0 && t.doc.Tokens[s].Rel == demarche.NsubjPass {
		return s
	}
	return t.child(v, demarche.Obj)
}

// antecedent is what the relative pronoun s of verb i stands for: the noun
// that the clause hangs on, or failing that the nearest one to the left.
func (t *tree) antecedent(i, s int) int {
	if h := t.head(i); h >= 0 && h < s && t.doc.Tokens[i].Rel == demarche.AclRelcl {
		return h
	}
	for j := s - 1; j >= max(t.r.First, s-3); j-- {
		if isNominal(t.doc.Tokens[j].UPOS) {
			return j
		}
	}
	return s
}

func (t *tree) agent(i int) int {
	e := t.extent(i)
	for j := e.First; j < e.End; j++ {
		if c := &t.doc.Tokens[j]; c.Head == i && (c.Rel == demarche.OblAgent || c.Rel.Base() == demarche.Obl && t.hasCase(j, " by ")) {
			return j
		}
	}
	return -1
}

// passiveSpeaker: "was quoted as saying", "is expected to".
func passiveSpeaker(lemma string) bool {
	switch lemma {
	case "quote", "cite", "hear", "prepare", "conclude":
		return true
	}
	return false
}

func isRelative(tok *demarche.Token) bool {
	switch strings.ToLower(tok.Norm) {
	case "who", "which", "that", "whom":
		return tok.UPOS == demarche.PRON || tok.XPOS == "WP" || tok.XPOS == "WDT"
	}
	return false
}
