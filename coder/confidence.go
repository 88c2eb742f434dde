package coder

import (
	"math"

	"github.com/demarche/demarche"
)

// confidence is how likely the event is right, from what it rests on: how
// specific the rule is, whether both sides are known, verb or noun. Two decimals.
func confidence(doc *demarche.Doc, c *demarche.Coding) float64 {
	p := 0.55
	if sideKnown(doc, c.Actors) {
		p += 0.15
	}
	if sideKnown(doc, c.Recipients) {
		p += 0.1
	}
	if f := &doc.Frames[c.Frame]; f.Nominal() && f.Light < 0 {
		p -= 0.1
	}
	if c.Specific > 3 {
		p += 0.05
	}
	if !c.Status.Done() {
		p -= 0.05
	}
	return math.Round(100*p) / 100
}

func sideKnown(doc *demarche.Doc, side []demarche.Filler) bool {
	for _, f := range side {
		if f.Mention >= 0 {
			for _, a := range doc.Mentions[f.Mention].Actors {
				if a.Code != "" {
					return true
				}
			}
		}
	}
	return false
}
