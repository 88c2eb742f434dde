package coder

import (
	"strings"

	"github.com/demarche/demarche"
)

// Bounds on how often an author speaks of himself: in a report never, but for a
// quotation that the text does not mark.
const (
	leastSelf    = 4
	wordsForSelf = 120
)

// isEssay says whether the author speaks in the first person: a column, a letter
// or a memoir, which argues about events and reports none.
func (w *writer) isEssay() bool {
	if w.self == 0 {
		w.self = 1 + w.countSelf()
	}
	n := w.self - 1
	return n >= leastSelf && n*wordsForSelf > len(w.doc.Tokens)
}

// countSelf is how often "I" and "my" stand outside quotations.
func (w *writer) countSelf() int {
	n := 0
	for i := range w.doc.Tokens {
		t := &w.doc.Tokens[i]
		if t.UPOS != demarche.PRON {
			continue
		}
		switch strings.ToLower(t.Form) {
		case "i", "me", "my", "myself":
			if !w.inQuote(i) {
				n++
			}
		}
	}
	return n
}

// inQuote says whether somebody's own words stand at token i.
func (w *writer) inQuote(i int) bool {
	for k := range w.doc.Quotes {
		if q := &w.doc.Quotes[k]; q.Kind != "indirect" && q.Contains(i) {
			return true
		}
	}
	return false
}

// conditional says that the event stands in a clause with "if" or "whether":
// a condition of another one, told by nobody.
func (w *writer) conditional(c *demarche.Coding) bool {
	for _, cue := range c.Status.Cues {
		if cue.Sets != "hypothetical" {
			continue
		}
		switch w.doc.Tokens[cue.Token].Norm {
		case "if", "unless", "whether", "lest":
			return true
		}
	}
	return false
}
