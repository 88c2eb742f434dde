package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// prison are nouns that say that a sentence is served behind bars.
var prison = []string{"prison", "jail", "imprisonment", "bar", "custody", "detention", "camp", "colony", "life"}

// imprisonment is the second event of a conviction with prison: PLOVER codes
// SANCTION convict and COERCE arrest (manual, "Potential Ambiguities"). Nil
// where the words leave the punishment open.
func (w *writer) imprisonment(c *demarche.Coding) *demarche.Coding {
	if c.Category != "SANCTION" || !slices.Contains(c.Modes, "convict") || !c.Status.Done() || !w.toPrison(c) {
		return nil
	}
	second := *c
	second.Category, second.Modes, second.CAMEO = "COERCE", []string{"arrest"}, "173"
	second.Evidence = append(slices.Clone(c.Evidence), demarche.Evidence{Kind: "document", Text: "convicted, and to be held", Source: "conviction with prison"})
	return &second
}

// toPrison looks for the punishment in what the frame is about.
func (w *writer) toPrison(c *demarche.Coding) bool {
	f := &w.doc.Frames[c.Frame]
	for _, a := range f.Args {
		if a.Role == demarche.Agent || a.Prep == "for" || a.Prep == "after" || a.Head < 0 {
			continue
		}
		for i := a.Range.First; i < a.Range.End && i < len(w.doc.Tokens); i++ {
			if slices.Contains(prison, w.doc.Tokens[i].Lemma) && !w.isFiller(c, i) {
				return true
			}
		}
	}
	return slices.ContainsFunc(c.Words, func(t int) bool { return slices.Contains(prison, w.doc.Tokens[t].Lemma) })
}

// isFiller says whether a token belongs to who is convicted: "a prison officer".
func (w *writer) isFiller(c *demarche.Coding, t int) bool {
	return slices.ContainsFunc(c.Recipients, func(r demarche.Filler) bool {
		return r.Mention >= 0 && w.doc.Mentions[r.Mention].Contains(t)
	})
}
