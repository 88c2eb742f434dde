package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// overDisaster says that a curfew or an emergency is about a disaster: PLOVER
// codes it only where it represses (manual, "Potential Ambiguities").
func (w *writer) overDisaster(c *demarche.Coding) bool {
	if c.Category != "COERCE" || !slices.ContainsFunc(c.Modes, func(m string) bool { return m == "curfew" || m == "martial-law" }) {
		return false
	}
	return w.isAbout(disaster)
}
