package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// disasters are what states declare emergencies and curfews over without
// repressing anybody.
var disasters = map[string]bool{
	"coronavirus": true, "covid-19": true, "covid": true, "virus": true, "pandemic": true, "epidemic": true, "outbreak": true, "disease": true,
	"measles": true, "cholera": true, "ebola": true, "hurricane": true, "typhoon": true, "cyclone": true, "storm": true, "flood": true, "flooding": true,
	"earthquake": true, "wildfire": true, "bushfire": true, "tsunami": true, "landslide": true, "drought": true, "eruption": true, "quarantine": true,
}

// overDisaster says that a curfew or an emergency is about a disaster: PLOVER
// codes it only where it represses (manual, "Potential Ambiguities").
func (w *writer) overDisaster(c *demarche.Coding) bool {
	if c.Category != "COERCE" || !slices.ContainsFunc(c.Modes, func(m string) bool { return m == "curfew" || m == "martial-law" }) {
		return false
	}
	if w.disaster == 0 {
		w.disaster = 1 + min(2, w.countDisasters())
	}
	return w.disaster > 2
}

// countDisasters is how often the document speaks of one.
func (w *writer) countDisasters() int {
	n := 0
	for i := range w.doc.Tokens {
		t := &w.doc.Tokens[i]
		if disasters[t.Lemma] || disasters[t.Norm] || t.Norm == "COVID-19" {
			n++
		}
	}
	return n
}
