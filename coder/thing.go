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
	if l := w.doc.Frames[c.Frame].Lemma; l != "receive" && l != "host" || c.Category != "CONSULT" || !slices.Contains(c.Modes, "visit") {
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

// asksQuestion says that somebody asks to be told, not for anything to be done:
// "asked why the law was late".
func (w *writer) asksQuestion(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	return c.Category == "REQUEST" && f.Lemma == "ask" && slices.ContainsFunc(f.Args, func(a demarche.Arg) bool {
		if a.Role != demarche.Content || a.Range.First >= len(w.doc.Tokens) {
			return false
		}
		switch w.doc.Tokens[a.Range.First].Lemma {
		case "why", "how", "what", "whether", "who", "when", "where", "if":
			return true
		}
		return false
	})
}

// advises says that one part of a government warns another of something: no
// threat, "intelligence officials warned the administration that he lies".
func (w *writer) advises(c *demarche.Coding) bool {
	if c.Category != "THREATEN" || w.doc.Frames[c.Frame].Lemma != "warn" || len(c.Actors) == 0 || len(c.Recipients) == 0 {
		return false
	}
	codes := map[string]bool{}
	for _, e := range append(w.entities(c.Actors), w.entities(c.Recipients)...) {
		if e.Code == nil || e.Sector == nil || *e.Sector != "GOV" && *e.Sector != "SPY" && *e.Sector != "MIL" {
			return false
		}
		codes[*e.Code] = true
	}
	return len(codes) == 1
}

// lifeless are last words of names of what is nobody.
var lifeless = map[string]bool{
	"sea": true, "ocean": true, "mediterranean": true, "river": true, "lake": true, "mountains": true, "amendment": true, "deal": true, "act": true,
	"treaty": true, "constitution": true, "agreement": true, "protocol": true, "convention": true, "bill": true,
}

// landscape says that a filler is a sea, a law or a treaty that speaks for no
// state: nobody asks or promises it anything.
func (w *writer) landscape(f demarche.Filler) bool {
	known := f.Mention >= 0 && slices.ContainsFunc(w.doc.Mentions[f.Mention].Actors, func(a demarche.Actor) bool { return a.Code != "" || len(a.Sectors) > 0 })
	return !known && lifeless[strings.ToLower(w.doc.Tokens[f.Head].Form)]
}
