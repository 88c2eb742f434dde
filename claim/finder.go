package claim

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// Find fills doc.Claims and doc.Votes in order of the text. It needs trees,
// frames, quotes, quantities and times.
func Find(doc *demarche.Doc) {
	doc.Claims, doc.Votes = doc.Claims[:0], doc.Votes[:0]
	f := finder{doc: doc}
	for i := range doc.Quantities {
		f.quantity(i)
	}
	f.unmeasured()
	slices.SortStableFunc(doc.Claims, func(a, b demarche.Claim) int { return a.Predicate - b.Predicate })
	v := voting{doc: doc}
	for n := range doc.Sentences {
		v.sentence(n)
	}
}

// finder is the work on the claims of one document.
type finder struct {
	doc *demarche.Doc
}

// quantity makes a claim of quantity n, or adds it to the claim on the same
// predicate that it is a part of: rose *by 12%* to *$3 billion*.
func (f *finder) quantity(n int) {
	q := &f.doc.Quantities[n]
	if !f.tells(q) {
		return
	}
	said, ok := f.attribution(q)
	if !ok {
		return
	}
	p, ok := f.predicate(q, said.content)
	if !ok {
		return
	}
	part := f.part(q, p)
	if f.extend(n, part, said, p) {
		return
	}
	c := demarche.Claim{Range: said.content, Source: said.source, Cue: said.cue, Predicate: p.token, Change: p.change,
		Amount: -1, By: -1, From: -1, Time: -1, About: f.about(q, p, said)}
	*slot(&c, part) = n
	c.Time = f.time(&c, q)
	f.doc.Claims = append(f.doc.Claims, c)
}

// part says what a quantity is to its predicate.
type part uint8

const (
	amount part = iota
	by
	from
)

func slot(c *demarche.Claim, p part) *int {
	switch p {
	case by:
		return &c.By
	case from:
		return &c.From
	}
	return &c.Amount
}

// extend gives quantity n its part in a claim on the same change.
func (f *finder) extend(n int, p part, said attribution, pred predicate) bool {
	if pred.change == "" {
		return false
	}
	for i := range f.doc.Claims {
		c := &f.doc.Claims[i]
		if c.Predicate != pred.token || c.Source != said.source || *slot(c, p) >= 0 {
			continue
		}
		*slot(c, p) = n
		if p == amount { // the amount's own time before that of the change
			if t := f.time(c, &f.doc.Quantities[n]); t >= 0 {
				c.Time = t
			}
		}
		return true
	}
	return false
}

// tells leaves out numbers that only point at something: "the two ministers",
// "his three sons", the "one" of "one day".
func (f *finder) tells(q *demarche.Quantity) bool {
	if !q.Known || f.aged(q) || f.names(q) {
		return false
	}
	if q.Unit != "" && q.Unit != "person" {
		return true
	}
	if q.Value < 2 && q.Unit == "" {
		return false
	}
	if q.First == 0 || f.doc.SentenceOf(q.First-1) != f.doc.SentenceOf(q.First) {
		return true
	}
	t := &f.doc.Tokens[q.First-1]
	switch t.XPOS {
	case "PRP$", "POS", "WDT":
		return false
	}
	switch t.Lemma {
	case "the", "these", "those", "all", "both", "other", "which", "every", "page", "article", "number":
		return false
	}
	return true
}

// aged says that a bare number is somebody's age: "aged 34", ", 51,".
func (f *finder) aged(q *demarche.Quantity) bool {
	if q.Unit != "" || q.Of >= 0 || q.First == 0 {
		return false
	}
	for i := max(0, q.First-3); i < q.First; i++ {
		if t := &f.doc.Tokens[i]; t.Lemma == "age" || t.Norm == "aged" {
			return true
		}
	}
	return f.doc.Tokens[q.First-1].Norm == "," && q.Range.End < len(f.doc.Tokens) && f.doc.Tokens[q.Range.End].Norm == ","
}

// names says that a number names something or only repeats another: "Boeing
// 747", "K2-18b", "664 BC", the miles in parentheses behind kilometres.
func (f *finder) names(q *demarche.Quantity) bool {
	if q.First == 0 {
		return false
	}
	prev := &f.doc.Tokens[q.First-1]
	if prev.Norm == "±" || ranked[strings.ToLower(prev.Norm)] || f.inParentheses(q.First) {
		return true
	}
	if q.Of >= 0 && eras[strings.ToLower(f.doc.Tokens[q.Of].Norm)] {
		return true
	}
	if q.Unit != "" || q.Of >= 0 {
		return false
	}
	head := &f.doc.Tokens[f.doc.HeadOf(q.Range)]
	last := f.doc.Tokens[q.Range.End-1].Norm
	return prev.UPOS == demarche.PROPN && prev.End+1 >= f.doc.Tokens[q.First].Start && !f.isDay(q.First-1) ||
		prev.End == f.doc.Tokens[q.First].Start || last[len(last)-1] >= 'a' && last[0] <= '9' ||
		head.Rel.Base() == demarche.Compound || head.Rel.Base() == demarche.Flat
}

func (f *finder) inParentheses(i int) bool {
	for j := i - 1; j >= max(0, i-8); j-- {
		switch f.doc.Tokens[j].Norm {
		case "(", "[":
			return true
		case ")", "]", ".":
			return false
		}
	}
	return false
}

func (f *finder) isDay(i int) bool {
	for k := range f.doc.Times {
		if f.doc.Times[k].Contains(i) {
			return true
		}
	}
	return false
}
