package claim

import (
	"strings"

	"github.com/demarche/demarche"
)

// about is what the claim is about: the subject of the predicate; what a noun
// of change is the change of; or, where the quantity is itself the subject,
// the thing counted.
func (f *finder) about(q *demarche.Quantity, p predicate, said attribution) demarche.Range {
	if p.noun && p.change != "" {
		if k := f.dependant(p.token, "in", "of"); k >= 0 && !q.Contains(k) {
			return f.withOthers(f.phrase(k, said.content), said.content)
		}
		return demarche.Range{}
	}
	if said.cue >= 0 && p.token == said.cue { // "put the dead at 12"
		if k := f.child(p.token, demarche.Obj); k >= 0 && !q.Contains(k) {
			return f.phrase(k, said.content)
		}
	}
	if s := f.child(p.token, demarche.Nsubj); s >= 0 && !q.Contains(s) && !f.doc.Below(f.doc.HeadOf(q.Range), s) && !p.noun {
		if t := &f.doc.Tokens[s]; t.XPOS == "WDT" || t.XPOS == "WP" { // "the aircraft, which carried 90"
			if s = f.doc.Tokens[p.token].Head; s < 0 {
				return demarche.Range{}
			}
			return f.phrase(s, f.sentence(s))
		}
		return f.upTo(f.phrase(s, said.content), p.token)
	}
	if q.Of >= 0 && q.Of != p.token {
		r := f.phrase(q.Of, said.content)
		if r.First < q.Range.End && q.Range.End <= q.Of+1 { // without the number
			r.First = min(q.Of, f.afterNumber(q))
		}
		return r
	}
	return demarche.Range{}
}

// withOthers adds what is coordinated with phrase r, by words rather than by
// the tree: "EU and | British exports to Kenya", up to a verb or a bracket.
func (f *finder) withOthers(r, within demarche.Range) demarche.Range {
	if r.End >= within.End || f.doc.Tokens[r.End].UPOS != demarche.CCONJ {
		return r
	}
	for i := r.End; i < within.End; i++ {
		switch t := &f.doc.Tokens[i]; t.UPOS {
		case demarche.NOUN, demarche.PROPN:
			r.End = i + 1
		case demarche.ADJ, demarche.DET, demarche.ADP, demarche.CCONJ, demarche.NUM:
		default:
			if t.Norm != "," {
				return r
			}
		}
	}
	return r
}

// afterNumber is the first token of the quantity that is no number.
func (f *finder) afterNumber(q *demarche.Quantity) int {
	for i := q.Range.End - 1; i >= q.First; i-- {
		if t := &f.doc.Tokens[i]; t.UPOS == demarche.NUM || t.UPOS == demarche.SYM || t.UPOS == demarche.ADP {
			return i + 1
		}
	}
	return q.First
}

func (f *finder) phrase(i int, within demarche.Range) demarche.Range {
	r := f.doc.PhraseOf(i)
	return demarche.Range{First: max(r.First, within.First), End: min(r.End, within.End)}
}

// upTo adds prepositional phrases that the tree has hung on the verb although
// they stand before it: "exports from A | to B rose".
func (f *finder) upTo(r demarche.Range, verb int) demarche.Range {
	if r.End >= verb || f.doc.Tokens[r.End].UPOS != demarche.ADP {
		return r
	}
	for i := r.End; i < verb; i++ {
		switch f.doc.Tokens[i].UPOS {
		case demarche.ADP, demarche.DET, demarche.NOUN, demarche.PROPN, demarche.ADJ, demarche.NUM:
		default:
			return r
		}
	}
	r.End = verb
	return r
}

// time is when it was so: the expression that follows the amount most closely
// in the statement, else the one next to the predicate.
func (f *finder) time(c *demarche.Claim, q *demarche.Quantity) int {
	best, nearest := -1, 1<<30
	for i := range f.doc.Times {
		t := &f.doc.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" || !c.Contains(t.First) || t.Value == "" {
			continue
		}
		d := t.First - q.Range.End
		if d < 0 {
			d = 3 - d
		}
		if f.clauseOf(t.First) != f.clauseOf(c.Predicate) {
			d += 20
		}
		if d < nearest {
			best, nearest = i, d
		}
	}
	return best
}

// clauseOf is the verb, or the head of the clause, that token i hangs below.
func (f *finder) clauseOf(i int) int {
	for steps := 0; i >= 0 && steps < 20; steps++ {
		t := &f.doc.Tokens[i]
		if t.UPOS == demarche.VERB || t.Head < 0 {
			return i
		}
		i = t.Head
	}
	return i
}

// sentence is the range of the sentence of token i.
func (f *finder) sentence(i int) demarche.Range {
	if s := f.doc.SentenceOf(i); s >= 0 {
		return f.doc.Sentences[s].Range
	}
	return demarche.Range{First: i, End: i + 1}
}

// child is the first token below i with the relation, -1 when none.
func (f *finder) child(i int, rel demarche.Rel) int {
	r := f.sentence(i)
	for j := r.First; j < r.End; j++ {
		if f.doc.Tokens[j].Head == i && f.doc.Tokens[j].Rel.Base() == rel {
			return j
		}
	}
	return -1
}

// dependant is the nominal below i that one of the prepositions marks.
func (f *finder) dependant(i int, preps ...string) int {
	r := f.sentence(i)
	for j := i + 1; j < r.End; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && (t.Rel.Base() == demarche.Nmod || t.Rel.Base() == demarche.Obl) && f.hasCase(j, preps...) {
			return j
		}
	}
	return -1
}

func (f *finder) hasCase(i int, preps ...string) bool {
	r := f.sentence(i)
	for j := r.First; j < i; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && t.Rel.Base() == demarche.Case {
			for _, p := range preps {
				if strings.EqualFold(t.Norm, p) {
					return true
				}
			}
		}
	}
	return false
}

// extent is the range from the first to the last token below i.
func (f *finder) extent(i int) demarche.Range {
	r := demarche.Range{First: i, End: i + 1}
	s := f.sentence(i)
	for j := s.First; j < s.End; j++ {
		if f.doc.Below(j, i) {
			r.First, r.End = min(r.First, j), max(r.End, j+1)
		}
	}
	return r
}
