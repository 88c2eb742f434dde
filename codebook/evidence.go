package codebook

import (
	"strings"

	"github.com/demarche/demarche"
)

// evidence says, for people, why a candidate was coded: the words, the frame,
// the line, and how each slot was filled.
func (m *matcher) evidence(c *candidate) []demarche.Evidence {
	f := &m.doc.Frames[c.frame]
	list := make([]demarche.Evidence, 0, 3+len(c.actors)+len(c.recipients))
	list = append(list,
		demarche.Evidence{Kind: "words", Text: m.formsOf(c.words)},
		demarche.Evidence{Kind: "frame", Text: m.frameText(f)},
		demarche.Evidence{Kind: "rule", Text: c.variant.rule.decl.Name + ": " + c.variant.text, Source: c.variant.source})
	for _, a := range c.actors {
		list = append(list, m.fillerEvidence("ACTOR", f, a))
	}
	for _, r := range c.recipients {
		e := m.fillerEvidence("RECIPIENT", f, r)
		if c.filledBy != "" {
			e.Source = c.filledBy
		}
		list = append(list, e)
	}
	return list
}

func (m *matcher) formsOf(words []int) string {
	forms := make([]string, len(words))
	for i, w := range words {
		forms[i] = m.toks[w].Form
	}
	return strings.Join(forms, " ")
}

// frameText prints a frame as visit(agent Blinken, theme Astana).
func (m *matcher) frameText(f *demarche.Frame) string {
	var b strings.Builder
	b.WriteString(f.Lemma)
	b.WriteByte('(')
	for i := range f.Args {
		a := &f.Args[i]
		if i == 8 {
			b.WriteString(", …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(a.Role))
		b.WriteByte(' ')
		if a.Prep != "" {
			b.WriteString(a.Prep)
			b.WriteByte(' ')
		}
		if a.Head >= 0 && a.Head < len(m.toks) {
			b.WriteString(m.toks[a.Head].Form)
		}
	}
	b.WriteByte(')')
	return b.String()
}

// fillerEvidence says how a slot came to its filler.
func (m *matcher) fillerEvidence(slot string, f *demarche.Frame, x demarche.Filler) demarche.Evidence {
	form := ""
	if x.Head >= 0 && x.Head < len(m.toks) {
		form = m.toks[x.Head].Form
	}
	e := demarche.Evidence{Kind: "frame", Text: slot + " " + form}
	switch {
	case x.Arg < 0:
		e.Source = "in a phrase or clause inside"
	case x.Arg >= len(f.Args):
	case f.Args[x.Arg].Head == x.Head:
		e.Source = f.Args[x.Arg].Path
	default:
		e.Source = string(m.toks[x.Head].Rel) + " of " + m.toks[f.Args[x.Arg].Head].Form
	}
	return e
}
