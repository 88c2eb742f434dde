package frame

import (
	"strings"

	"github.com/demarche/demarche"
)

// Describe renders frame i on one line:
//
//	visit(agent Antony Blinken, theme Astana) future
//
// Obliques show their preposition instead of the role, clauses the lemma of
// their frame; a support verb follows as "via paid".
func Describe(doc *demarche.Doc, i int) string {
	if i < 0 || i >= len(doc.Frames) {
		return ""
	}
	f := &doc.Frames[i]
	var b strings.Builder
	b.WriteString(f.Lemma)
	b.WriteByte('(')
	n := 0
	for _, a := range f.Args {
		if a.Role == demarche.Predicate && a.Head == f.Pred {
			continue
		}
		if n++; n > 1 {
			b.WriteString(", ")
		}
		describeArg(&b, doc, a)
	}
	b.WriteByte(')')
	if f.Light >= 0 {
		b.WriteString(" via " + strings.ToLower(doc.Tokens[f.Light].Form))
	}
	describeStatus(&b, doc, i)
	return b.String()
}

func describeArg(b *strings.Builder, doc *demarche.Doc, a demarche.Arg) {
	clause := (a.Role == demarche.Content || a.Role == demarche.Adjunct) && a.Frame >= 0
	switch {
	case a.Role == demarche.Oblique && a.Prep != "":
		b.WriteString(a.Prep)
	default:
		b.WriteString(string(a.Role))
		if clause && a.Prep != "" {
			b.WriteString(" " + a.Prep)
		}
	}
	b.WriteByte(' ')
	if clause {
		b.WriteString(doc.Frames[a.Frame].Lemma)
		return
	}
	b.WriteString(name(doc, a.Head))
}

// name is the head with the names around it: "Antony Blinken".
func name(doc *demarche.Doc, head int) string {
	r := demarche.Range{First: head, End: head + 1}
	if doc.Tokens[head].UPOS == demarche.PROPN {
		for r.First > 0 && doc.Tokens[r.First-1].Head == head && doc.Tokens[r.First-1].XPOS == "NNP" &&
			(doc.Tokens[r.First-1].Rel == demarche.Compound || doc.Tokens[r.First-1].Rel == demarche.Amod) {
			r.First--
		}
	}
	for r.End < len(doc.Tokens) && doc.Tokens[r.End].Head == head && doc.Tokens[r.End].Rel == demarche.Flat {
		r.End++
	}
	return doc.TextOf(r)
}

func describeStatus(b *strings.Builder, doc *demarche.Doc, i int) {
	s := doc.Frames[i].Status
	for _, p := range []struct {
		on   bool
		word string
	}{{s.Negated, "negated"}, {s.Future, "future"}, {s.Hypothetical, "hypothetical"}, {s.Historical, "historical"}} {
		if p.on {
			b.WriteString(" " + p.word)
		}
	}
	if s.SaidBy < 0 {
		return
	}
	b.WriteString(" said-by")
	said := &doc.Frames[s.SaidBy]
	for _, a := range said.Args {
		if a.Role == demarche.Agent {
			b.WriteString(" " + name(doc, a.Head))
			return
		}
	}
	b.WriteString(" " + said.Lemma)
}
