package coder

import "github.com/demarche/demarche"

// addVictims makes those who were killed or hurt in an assault its recipients where
// its own words name nobody: "four people died when police opened fire".
func (w *writer) addVictims(c *demarche.Coding) {
	if c.Category != "ASSAULT" || len(c.Recipients) > 0 || !c.Status.Done() {
		return
	}
	own := &w.doc.Frames[c.Frame]
	for i := range w.doc.Frames {
		f := &w.doc.Frames[i]
		if i == c.Frame || f.Nominal() || f.Sent != own.Sent || !w.adjoin(own, f) || !f.Status.Done() {
			continue
		}
		if kind := w.sizeKindOf(f); kind != "dead" && kind != "injured" {
			continue
		}
		for _, a := range f.Args {
			if n := w.doc.MentionAt(a.Head); n >= 0 && len(w.doc.Mentions[n].Actors) > 0 && w.suffers(f, &a) && !w.within(c.Actors, a.Head) {
				c.Recipients = append(c.Recipients, demarche.Filler{Arg: -1, Head: a.Head, Mention: n})
			}
		}
		if len(c.Recipients) > 0 {
			return
		}
	}
}

// adjoin says that one of two predicates hangs on the other.
func (w *writer) adjoin(a, b *demarche.Frame) bool {
	at, bt := verbOf(a), verbOf(b)
	return w.doc.Tokens[at].Head == bt || w.doc.Tokens[bt].Head == at
}

// suffers says whether an argument is who died or was hurt.
func (w *writer) suffers(f *demarche.Frame, a *demarche.Arg) bool {
	return a.Role == demarche.Theme || a.Role == demarche.Agent && (f.Lemma == "die" || f.Lemma == "perish")
}

func (w *writer) within(side []demarche.Filler, head int) bool {
	for _, f := range side {
		if f.Head == head || f.Mention >= 0 && w.doc.Mentions[f.Mention].Contains(head) {
			return true
		}
	}
	return false
}
