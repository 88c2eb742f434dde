package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// withoutRepeats makes one of the codings of a sentence that speak of the same
// act: of "held a meeting" read as verb and as noun, and of "killed when police
// opened fire". The fullest stays, and takes from the others what it leaves open.
func (w *writer) withoutRepeats(keep []int) []int {
	var out []int
	for _, i := range keep {
		at := slices.IndexFunc(out, func(j int) bool { return w.sameAct(i, j) })
		switch {
		case at < 0:
			out = append(out, i)
		case w.fuller(i, out[at]):
			w.addTo(i, out[at])
			out[at] = i
		default:
			w.addTo(out[at], i)
		}
	}
	return out
}

// sameAct says that two codings tell of one act: same sentence, category and
// status, and sides and modes that do not exclude each other.
func (w *writer) sameAct(i, j int) bool {
	a, b := &w.doc.Codings[i], &w.doc.Codings[j]
	fa, fb := &w.doc.Frames[a.Frame], &w.doc.Frames[b.Frame]
	if fa.Sent != fb.Sent || a.Category != b.Category || a.Status.Done() != b.Status.Done() || !w.compatible(a.Actors, b.Actors) || a.Category == "ASSAULT" && w.opposed(a.Actors, b.Actors) {
		return false
	}
	if w.resultOf(fa, fb) && (a.Category == "ASSAULT" || len(a.Recipients) == 0) || w.resultOf(fb, fa) && (b.Category == "ASSAULT" || len(b.Recipients) == 0) {
		return true
	}
	return w.compatible(a.Recipients, b.Recipients) && !w.differ(a, b)
}

// opposed says that two sides are of forces that fight each other, though of one
// country: rebels and soldiers.
func (w *writer) opposed(a, b []demarche.Filler) bool {
	return w.rebels(a) && w.forces(b) || w.forces(a) && w.rebels(b)
}

func (w *writer) rebels(side []demarche.Filler) bool { return w.hasSector(side, "REB", "UAF") }
func (w *writer) forces(side []demarche.Filler) bool { return w.hasSector(side, "MIL", "COP", "GOV") }

func (w *writer) hasSector(side []demarche.Filler, sectors ...string) bool {
	return slices.ContainsFunc(w.entities(side), func(e demarche.Entity) bool { return slices.Contains(sectors, deref(e.Sector)) })
}

// resultOf says that the first predicate only tells what the second did:
// "attacked the base, | killing nine".
func (w *writer) resultOf(f, of *demarche.Frame) bool {
	return w.doc.Tokens[f.Pred].XPOS == "VBG" && w.doc.Tokens[f.Pred].Rel.Base() == demarche.Advcl && w.doc.Tokens[f.Pred].Head == of.Pred && f.Pred > of.Pred
}

// differ says that the verbs of two codings name acts of different kinds: who
// killed four and kidnapped three, arrested an editor and closed his paper.
func (w *writer) differ(a, b *demarche.Coding) bool {
	kindly := a.Category == "COERCE" || a.Category == "SANCTION" || a.Category == "PROTEST"
	ma, mb := a.Modes, b.Modes
	if a.Category == "ASSAULT" {
		ma, mb = kindsOfAssault(ma), kindsOfAssault(mb)
	} else if !kindly || len(ma) == 0 || len(mb) == 0 {
		return false
	}
	fa, fb := &w.doc.Frames[a.Frame], &w.doc.Frames[b.Frame]
	if a.Category == "PROTEST" && (w.doc.Tokens[fa.Pred].XPOS == "VB" || w.doc.Tokens[fb.Pred].XPOS == "VB") {
		return false // "stopped work to protest"
	}
	return !bareNoun(fa) && !bareNoun(fb) && !slices.ContainsFunc(ma, func(m string) bool { return slices.Contains(mb, m) })
}

func bareNoun(f *demarche.Frame) bool { return f.Nominal() && f.Light < 0 }

// kindsOfAssault leaves of the modes those that are an act of their own, not
// the way in which people are killed or hurt.
func kindsOfAssault(modes []string) []string {
	for _, m := range modes {
		switch m {
		case "abduct", "torture", "sexual", "destroy", "crowd-control":
			return []string{m}
		}
	}
	return []string{""}
}

// addTo gives coding i what it leaves open and j, which tells of the same act,
// says: who did it, to whom, and how. People go before the state whose they are.
func (w *writer) addTo(i, j int) {
	to, from := &w.doc.Codings[i], &w.doc.Codings[j]
	if to.Category != "ASSAULT" && to.Category != "COERCE" {
		return
	}
	if len(to.Actors) == 0 {
		to.Actors = from.Actors
	}
	switch {
	case len(to.Recipients) == 0, w.onlyStates(to.Recipients) && len(from.Recipients) > 0 && !w.onlyStates(from.Recipients) && w.compatible(to.Recipients, from.Recipients):
		to.Recipients = from.Recipients
	case !w.compatible(to.Recipients, from.Recipients):
		to.Recipients = append(slices.Clone(to.Recipients), from.Recipients...)
	}
	if len(to.Modes) == 0 && w.tellsHow(to.Frame, from.Frame) {
		to.Modes, to.CAMEO = from.Modes, from.CAMEO
	}
}

// tellsHow says that one frame can tell how the other was done: a verb, or a noun
// that is an argument of it ("the bombing killed twelve").
func (w *writer) tellsHow(frame, how int) bool {
	f, h := &w.doc.Frames[frame], &w.doc.Frames[how]
	return !h.Nominal() || slices.ContainsFunc(f.Args, func(a demarche.Arg) bool {
		return a.Head == h.Pred && (a.Role == demarche.Agent || a.Role == demarche.Theme || a.Prep == "in" || a.Prep == "by" || a.Prep == "during")
	})
}

// onlyStates says that a side names countries and no people.
func (w *writer) onlyStates(side []demarche.Filler) bool {
	return !slices.ContainsFunc(w.entities(side), func(e demarche.Entity) bool {
		return e.Sector != nil && *e.Sector != "GOV"
	})
}

// compatible says that two sides can be the same people: equal codes, or one
// of them is empty.
func (w *writer) compatible(a, b []demarche.Filler) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	codes := map[string]bool{}
	for _, e := range w.entities(a) {
		codes[sideKey(e)] = true
	}
	for _, e := range w.entities(b) {
		if codes[sideKey(e)] {
			return true
		}
	}
	return false
}

func sideKey(e demarche.Entity) string {
	if e.Code != nil {
		return *e.Code
	}
	return e.EntityText
}

// fuller says that coding i tells more than coding j.
func (w *writer) fuller(i, j int) bool {
	a, b := &w.doc.Codings[i], &w.doc.Codings[j]
	sides := func(c *demarche.Coding) int { return min(1, len(c.Actors)) + min(1, len(c.Recipients)) }
	if sides(a) != sides(b) {
		return sides(a) > sides(b)
	}
	return a.Specific > b.Specific
}
