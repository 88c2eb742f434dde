package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// accidents are what authorities look into that has nothing to do with politics.
var accidents = map[string]bool{
	"crash": true, "accident": true, "derailment": true, "collision": true, "fire": true, "blaze": true, "cause": true, "collapse": true, "possibility": true, "sinking": true,
}

// overAccident says that an investigation is about an accident: whoever finds out
// why an aircraft fell accuses nobody.
func (w *writer) overAccident(c *demarche.Coding) bool {
	if c.Category != "ACCUSE" || !slices.Contains(c.Modes, "investigate") || len(c.Recipients) > 0 {
		return false
	}
	for _, a := range w.doc.Frames[c.Frame].Args {
		if a.Role == demarche.Theme && a.Head >= 0 && accidents[w.doc.Tokens[a.Head].Lemma] {
			return true
		}
	}
	return w.isAbout(accident)
}
