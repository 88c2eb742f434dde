package claim

import (
	"strings"

	"github.com/demarche/demarche"
)

// predicate is the word that says what is so.
type predicate struct {
	token  int
	change string // rise, fall or ""
	noun   bool
}

// predicate climbs from quantity q to the word that tells what is so of it:
// the nearest verb, a noun of change ("a 12% rise in"), or, with a copula,
// the quantity itself. It stays within the statement.
func (f *finder) predicate(q *demarche.Quantity, content demarche.Range) (predicate, bool) {
	i := f.doc.HeadOf(q.Range)
	if f.doc.Tokens[i].UPOS == demarche.VERB { // "30 wounded"
		return predicate{token: i}, f.isFact(i)
	}
	for steps := 0; i >= 0 && steps < 6; steps++ {
		t := &f.doc.Tokens[i]
		if !content.Contains(i) {
			break
		}
		switch {
		case changes[t.Lemma] != "" && t.UPOS == demarche.NOUN && !q.Contains(i):
			return predicate{i, changes[t.Lemma], true}, true
		case t.UPOS == demarche.VERB && !q.Contains(i):
			p := predicate{i, changes[t.Lemma], false}
			return p, f.isFact(i) && !f.circumstance(q, p)
		case f.child(i, demarche.Cop) >= 0:
			return predicate{i, f.direction(i), false}, f.isFact(i)
		case !q.Contains(i) && !f.passes(i):
			return predicate{}, false
		}
		i = t.Head
	}
	switch c := f.cueOf(content); {
	case c < 0:
	case f.doc.Tokens[c].Lemma == "put": // "put the dead at 12"
		return predicate{token: c}, true
	default: // "reported 12 deaths": the deaths are what is told
		return predicate{f.countedBy(q), "", true}, true
	}
	return predicate{}, false
}

// passes says that the climb may go on over noun i: it is an argument, joined
// to one, or what an amount is of ("the loss of 12 ships").
func (f *finder) passes(i int) bool {
	switch t := &f.doc.Tokens[i]; t.Rel.Base() {
	case demarche.Nmod:
		return f.hasCase(i, "of")
	case demarche.Appos, demarche.Acl, demarche.Parataxis:
		return false
	}
	return true
}

// circumstance says that a bare count only tells where or when something was:
// "in two polls", "before a crowd of 3,000".
func (f *finder) circumstance(q *demarche.Quantity, p predicate) bool {
	if p.change != "" || q.Unit != "" && q.Unit != "person" {
		return false
	}
	top := f.topBelow(q, p.token)
	if f.doc.Tokens[top].Rel.Base() != demarche.Obl {
		return false
	}
	r := f.sentence(top)
	for j := r.First; j < top; j++ {
		if t := &f.doc.Tokens[j]; t.Head == top && t.Rel.Base() == demarche.Case && around[strings.ToLower(t.Norm)] {
			return true
		}
	}
	return false
}

// cueOf is the verb of counting right before the content, -1 when none.
func (f *finder) cueOf(content demarche.Range) int {
	if i := content.First - 1; i >= 0 && counting[f.doc.Tokens[i].Lemma] {
		return i
	}
	return -1
}

func (f *finder) countedBy(q *demarche.Quantity) int {
	if q.Of >= 0 {
		return q.Of
	}
	return f.doc.HeadOf(q.Range)
}

// isFact leaves out what may, should or did not happen.
func (f *finder) isFact(i int) bool {
	for k := range f.doc.Frames {
		if fr := &f.doc.Frames[k]; fr.Pred == i {
			return !fr.Status.Negated && !fr.Status.Hypothetical && !fr.Status.Future && !f.irreal(i)
		}
	}
	return !f.irreal(i)
}

// irreal says that a modal stands with token i.
func (f *finder) irreal(i int) bool {
	for j := f.extent(i).First; j < i; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && t.XPOS == "MD" {
			return true
		}
	}
	return false
}

// direction is the change that an adverb beside token i tells: "was up 12%".
func (f *finder) direction(i int) string {
	for j := max(0, i-2); j <= i; j++ {
		switch f.doc.Tokens[j].Lemma {
		case "up":
			return rise
		case "down":
			return fall
		}
	}
	return ""
}

// part tells by its preposition what a quantity is to a change.
func (f *finder) part(q *demarche.Quantity, p predicate) part {
	if p.change == "" {
		return amount
	}
	top := f.topBelow(q, p.token)
	switch {
	case f.hasCase(top, "by"):
		return by
	case f.hasCase(top, "from"):
		return from
	case f.hasCase(top, "to", "at"):
		return amount
	case p.noun && (f.hasCase(top, "of") || f.doc.Tokens[top].Rel.Base() != demarche.Nsubj):
		return by
	}
	switch f.doc.Tokens[top].Rel.Base() {
	case demarche.Nsubj:
		return amount
	}
	return by // "rose 12%", "was up 3 points"
}

// topBelow is the token on the way from quantity q to token top that hangs
// right below top.
func (f *finder) topBelow(q *demarche.Quantity, top int) int {
	i := f.doc.HeadOf(q.Range)
	for steps := 0; steps < 8; steps++ {
		h := f.doc.Tokens[i].Head
		if h == top || h < 0 {
			break
		}
		i = h
	}
	return i
}
