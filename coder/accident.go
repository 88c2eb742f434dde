package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// accidents are what authorities look into that has nothing to do with politics.
var accidents = map[string]bool{
	"crash": true, "accident": true, "derailment": true, "collision": true, "fire": true, "blaze": true, "cause": true, "collapse": true, "possibility": true, "sinking": true,
}

// wrecks are words of stories about accidents.
var wrecks = map[string]bool{
	"crash": true, "accident": true, "derailment": true, "derail": true, "collision": true, "pilot": true, "aircraft": true, "plane": true, "train": true, "firefighter": true, "wreckage": true, "airport": true,
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
	n, other := 0, 0
	for i := range w.doc.Tokens {
		switch l := w.doc.Tokens[i].Lemma; {
		case wrecks[l]:
			n++
		case public[l] || l == "attack" || l == "bomb" || l == "shooting":
			other++
		}
	}
	return n > 3 && n > 2*other
}
