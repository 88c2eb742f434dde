package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// salience orders the codings of one sentence: the main event first. What
// stands nearer to the root of the tree is more salient, what is said of
// a saying verb counts as the main clause, fact goes before what is not one,
// and verbs go before nouns.
func (w *writer) salience(c *demarche.Coding) int {
	f := &w.doc.Frames[c.Frame]
	rank := 2 * w.doc.Depth(f.Pred)
	if said := f.Status.SaidBy; said >= 0 && w.doc.Below(f.Pred, w.doc.Frames[said].Pred) {
		rank -= 2
	}
	if f.Nominal() && f.Light < 0 {
		rank += 3
	}
	if c.Status.Negated || c.Status.Historical {
		rank += 2
	}
	return rank
}

// sortCodings puts codings in the order of their sentences, and within one by
// salience, then by position.
func (w *writer) sortCodings(order []int) {
	codings := w.doc.Codings
	slices.SortStableFunc(order, func(a, b int) int {
		ca, cb := &codings[a], &codings[b]
		fa, fb := &w.doc.Frames[ca.Frame], &w.doc.Frames[cb.Frame]
		if fa.Sent != fb.Sent {
			return fa.Sent - fb.Sent
		}
		if d := w.salience(ca) - w.salience(cb); d != 0 {
			return d
		}
		return fa.Pred - fb.Pred
	})
}
