package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// sizeKind says which count of an event a predicate speaks of.
var sizeKind = map[string]string{
	"kill": "dead", "die": "dead", "dead": "dead", "murder": "dead", "slay": "dead", "execute": "dead",
	"assassinate": "dead", "massacre": "dead", "behead": "dead", "death": "dead", "perish": "dead",
	"injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured",
	"arrest": "arrested", "detain": "arrested", "imprison": "arrested", "jail": "arrested", "apprehend": "arrested",
	"round up": "arrested",
	"march":    "participants", "rally": "participants", "protest": "participants", "demonstrate": "participants",
	"gather": "participants", "strike": "participants", "take part": "participants",
}

// size counts the people that a coding touched: the quantities that stand in
// its own frame and in the frames of the same sentence that belong to it
// ("a bombing that killed 12 and wounded 30").
func (w *writer) size(c *demarche.Coding) demarche.Size {
	var s demarche.Size
	own := &w.doc.Frames[c.Frame]
	w.addSize(&s, own)
	if c.Category != "ASSAULT" && c.Category != "PROTEST" && c.Category != "COERCE" {
		return s
	}
	for i := range w.doc.Frames {
		f := &w.doc.Frames[i]
		if i != c.Frame && f.Sent == own.Sent && w.related(own, f) && f.Status.Done() && w.countsFor(c, f) {
			w.addSize(&s, f)
		}
	}
	return s
}

// countsFor says whether what another predicate counts belongs to an event: the dead
// to an assault, but not to the kidnapping beside it.
func (w *writer) countsFor(c *demarche.Coding, f *demarche.Frame) bool {
	switch w.sizeKindOf(f) {
	case "arrested":
		return c.Category == "COERCE"
	case "participants":
		return c.Category == "PROTEST"
	}
	return c.Category != "COERCE" && !slices.Contains(c.Modes, "abduct")
}

// related says that one of two predicates hangs below the other.
func (w *writer) related(a, b *demarche.Frame) bool {
	return w.doc.Below(a.Pred, b.Pred) || w.doc.Below(b.Pred, a.Pred)
}

func (w *writer) addSize(s *demarche.Size, f *demarche.Frame) {
	kind := w.sizeKindOf(f)
	if kind == "" {
		return
	}
	if w.doc.Tokens[f.Pred].XPOS == "VBN" { // "15 soldiers dead and 20 wounded": not the soldiers
		if n, ok := w.countOf(f.Pred); ok {
			setSize(s, kind, n)
			return
		}
	}
	sum, seen := 0, false
	for _, a := range f.Args { // "killed 26 civilians and 20 soldiers"
		counted := a.Role == demarche.Theme
		if kind == "participants" || (kind == "dead" && (f.Lemma == "die" || f.Lemma == "perish")) {
			counted = a.Role == demarche.Agent || a.Role == demarche.Theme
		}
		if w.leftSo(f.Pred) {
			counted = true
		}
		if counted {
			if n, ok := w.countOf(a.Head); ok {
				sum, seen = sum+n, true
			}
		}
	}
	if seen {
		setSize(s, kind, sum)
	}
	w.addLeft(s, f)
}

// leftSo says that a predicate is what somebody was left, read as a clause of
// its own: "left 15 dead and | 20 others wounded".
func (w *writer) leftSo(pred int) bool {
	t := &w.doc.Tokens[pred]
	return t.Rel == demarche.Conj && t.Head >= 0 && w.doc.Tokens[t.Head].Lemma == "leave"
}

// sizeKindOf is the count that a predicate speaks of; of "left 15 dead" that
// of what it left them.
func (w *writer) sizeKindOf(f *demarche.Frame) string {
	if f.Lemma != "leave" {
		return sizeKind[f.Lemma]
	}
	for _, a := range f.Args {
		if a.Role != demarche.Predicate {
			continue
		}
		if kind := leftKind(w.doc.Tokens[a.Head].Lemma); kind != "" {
			return kind
		}
	}
	return ""
}

// leftKind is the count of those who are left so: "dead", "wounded".
func leftKind(lemma string) string {
	switch lemma {
	case "dead":
		return "dead"
	case "injured", "wounded", "injure", "wound", "hurt":
		return "injured"
	}
	return ""
}

// addLeft adds the counts that stand with what somebody was left, not with who
// was: "left 15 soldiers dead and | 20 wounded".
func (w *writer) addLeft(s *demarche.Size, f *demarche.Frame) {
	if f.Lemma != "leave" {
		return
	}
	for _, a := range f.Args {
		kind := leftKind(w.doc.Tokens[a.Head].Lemma)
		if a.Role != demarche.Predicate || kind == "" {
			continue
		}
		if n, ok := w.countOf(a.Head); ok {
			setSize(s, kind, n)
		}
	}
}

// countOf is the number of people the word at head speaks of. Numbers that cannot
// be heads ("2 per cent of soldiers") have a unit and are passed over.
func (w *writer) countOf(head int) (int, bool) {
	for i := range w.doc.Quantities {
		q := &w.doc.Quantities[i]
		if !q.Known || (q.Unit != "" && q.Unit != "person") {
			continue
		}
		if q.Of == head || q.Contains(head) {
			return int(q.Value), true
		}
	}
	return 0, false
}

func setSize(s *demarche.Size, kind string, n int) {
	field := map[string]**int{"dead": &s.Dead, "injured": &s.Injured, "arrested": &s.Arrested, "participants": &s.Participants}[kind]
	if *field == nil {
		*field = &n
	}
}
