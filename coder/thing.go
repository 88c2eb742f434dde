package coder

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// letterAlone says that a noun only names a letter or message: "in a message to
// members of parliament".
func (w *writer) letterAlone(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	return c.Category == "CONSULT" && f.Nominal() && f.Light < 0 && slices.Contains(c.Modes, "phone") &&
		slices.Contains([]string{"message", "letter", "note", "email", "e-mail"}, w.doc.Tokens[f.Pred].Lemma)
}

// gotThing says that who is taken for a guest owns what is received: "received
// her degree".
func (w *writer) gotThing(c *demarche.Coding) bool {
	if w.doc.Frames[c.Frame].Lemma != "receive" || c.Category != "CONSULT" || !slices.Contains(c.Modes, "visit") {
		return false
	}
	return slices.ContainsFunc(c.Actors, func(a demarche.Filler) bool {
		return w.doc.Tokens[a.Head].Rel.Base() == demarche.Nmod && strings.HasSuffix(string(w.doc.Tokens[a.Head].Rel), ":poss")
	})
}

// money says that a filler is an amount and no state: "US$100 million".
func (w *writer) money(f demarche.Filler) bool {
	return strings.HasSuffix(w.doc.Tokens[f.Head].Form, "$")
}
