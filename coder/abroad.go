package coder

import (
	"github.com/demarche/demarche"
)

// hostUnnamed gives a visit to "the country" its host where coreference took
// the country for the guest's own: nobody arrives for a visit in the country
// that he governs. The host is the only other state of the sentence, else the
// last one named before.
func (w *writer) hostUnnamed(c *demarche.Coding) {
	if c.Category != "CONSULT" || len(c.Actors) == 0 || len(c.Recipients) != 1 || !arrivals[w.doc.Frames[c.Frame].Lemma] {
		return
	}
	own := w.stateOf(c.Actors[0])
	if own == "" || !w.isCountryWord(c.Recipients[0], own) {
		return
	}
	if n := w.otherState(c, own); n >= 0 {
		c.Recipients = []demarche.Filler{{Arg: -1, Head: w.doc.Mentions[n].Head, Mention: n}}
	} else {
		c.Recipients = nil
	}
}

var arrivals = map[string]bool{"arrive": true, "visit": true, "travel": true, "land": true, "fly": true, "come": true}

// isCountryWord says that f is a common noun for a country, taken for that of
// the code, or for none.
func (w *writer) isCountryWord(f demarche.Filler, code string) bool {
	switch w.doc.Tokens[f.Head].Lemma {
	case "country", "nation", "capital", "kingdom", "republic":
	default:
		return false
	}
	if w.doc.Tokens[f.Head].UPOS != demarche.NOUN {
		return false
	}
	state := w.stateOf(f)
	return state == "" || state == code
}

// stateOf is the country of the only actor of a filler, "" for none.
func (w *writer) stateOf(f demarche.Filler) string {
	if f.Mention < 0 || len(w.doc.Mentions[f.Mention].Actors) != 1 {
		return ""
	}
	return w.doc.Mentions[f.Mention].Actors[0].Code
}

// otherState is the mention of the only state but own that the sentence of c
// names, else of the last one before it; -1 for none.
func (w *writer) otherState(c *demarche.Coding, own string) int {
	sent := w.doc.Frames[c.Frame].Sent
	here, before, several := -1, -1, false
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if m.Type != demarche.GPE || m.Pronoun || len(m.Actors) != 1 || len(m.Actors[0].Code) != 3 || m.Actors[0].Code == own {
			continue
		}
		switch s := w.doc.SentenceOf(m.Head); {
		case s < sent:
			before = i
		case s == sent && here >= 0 && w.doc.Mentions[here].Actors[0].Code != m.Actors[0].Code:
			several = true
		case s == sent:
			here = i
		}
	}
	if here >= 0 && !several {
		return here
	}
	return before
}
