package coder

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// townsAttacked makes a town before the noun of an assault the one that
// suffers it: in "a Kabul bombing" nobody named did it.
func (w *writer) townsAttacked(c *demarche.Coding) {
	if c.Category != "ASSAULT" || !w.doc.Frames[c.Frame].Nominal() {
		return
	}
	var towns []demarche.Filler
	c.Actors = slices.DeleteFunc(slices.Clone(c.Actors), func(f demarche.Filler) bool {
		if !w.isTownBefore(f, c.Frame) {
			return false
		}
		towns = append(towns, f)
		return true
	})
	if len(c.Recipients) == 0 {
		c.Recipients = towns
	}
}

// isTownBefore says whether f is a place inside a state, in a compound with
// the noun of the frame; acronyms such as US are names of states.
func (w *writer) isTownBefore(f demarche.Filler, frame int) bool {
	t := &w.doc.Tokens[f.Head]
	if f.Mention < 0 || t.Rel != demarche.Compound || t.Head != w.doc.Frames[frame].Pred || strings.ToUpper(t.Norm) == t.Norm {
		return false
	}
	m := &w.doc.Mentions[f.Mention]
	if m.Type != demarche.GPE || len(m.Actors) != 1 {
		return false
	}
	a := &m.Actors[0]
	capital := a.Name != "" && !strings.HasSuffix(a.Name, w.doc.TextOf(m.Range)) // Kabul stands for Afghanistan
	return capital || strings.HasPrefix(a.ID, "city:")
}
