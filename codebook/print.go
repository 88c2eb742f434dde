package codebook

import (
	"strings"
)

// String prints the word as rules write it.
func (w Word) String() string {
	switch {
	case w.Kind == Phrase:
		return `"` + w.Text + `"`
	case w.Kind == SetRef:
		return "@" + w.Text
	case w.Mode != "":
		return w.Text + "." + w.Mode
	}
	return w.Text
}

func joinWords(words []Word, sep string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(w.String())
	}
	return b.String()
}

// String prints the slot with its conditions, or the alternatives.
func (t Term) String() string {
	if t.Slot == NoSlot {
		return joinWords(t.Words, "|")
	}
	s := string(t.Slot)
	if t.Required {
		s += "!"
	}
	if len(t.Only) > 0 {
		s += ":" + joinWords(t.Only, "|")
	}
	return s
}

func (t Term) empty() bool { return t.Slot == NoSlot && len(t.Words) == 0 }

// String prints the element with what belongs to it.
func (e Element) String() string {
	var parts []string
	if len(e.Preps) > 0 {
		parts = append(parts, strings.Join(e.Preps, "|"))
	}
	if e.Subject != nil {
		parts = append(parts, e.Subject.String())
	}
	if !e.Term.empty() {
		parts = append(parts, e.Term.String())
	}
	for _, k := range e.Elements {
		parts = append(parts, k.String())
	}
	s := strings.Join(parts, " ")
	if e.Optional {
		return "[" + s + "]"
	}
	return s
}

// String prints the pattern in canonical form.
func (p Pattern) String() string {
	parts := []string{p.Subject.String(), p.Verb.String()}
	for _, e := range p.Elements {
		parts = append(parts, e.String())
	}
	return strings.Join(parts, " ")
}

// String prints a code as examples write it.
func (c Code) String() string {
	if c.Sector != "" {
		return c.Country + "/" + c.Sector
	}
	return c.Country
}

func joinCodes(codes []Code) string {
	if len(codes) == 0 {
		return "-"
	}
	parts := make([]string, len(codes))
	for i, c := range codes {
		parts[i] = c.String()
	}
	return strings.Join(parts, ",")
}

// String prints the result of an example.
func (r Result) String() string {
	if r.None {
		return "none"
	}
	s := joinCodes(r.Actors) + " > " + joinCodes(r.Recipients)
	for _, f := range r.Flags {
		s += " [" + f + "]"
	}
	for _, m := range r.Modes {
		s += " [mode " + m + "]"
	}
	return s
}

// String prints the example in canonical form.
func (e Eg) String() string { return "eg  " + e.Sentence + " => " + e.Result.String() }

// String prints the declaration on one line.
func (d SetDecl) String() string { return "set " + d.Name + " = " + joinWords(d.Words, " ") }
