package actor

import "github.com/demarche/demarche"

// placeNearby is the unit of the place that a common noun without country is most
// likely of, since its sentence, or the one before in its paragraph, puts what it
// tells into one state only; -1 for none. A story about one country may tell at
// length what happened in another. Soldiers cross borders.
func (p *pass) placeNearby(m *mention) int32 {
	s := p.doc.SentenceOf(m.Head)
	if s < 0 || len(m.Actors) == 1 && first(m.Actors[0].Sectors) == "MIL" {
		return -1
	}
	u, several := p.placeWithin(s)
	if u < 0 && !several && s > 0 && p.doc.Sentences[s-1].Paragraph == p.doc.Sentences[s].Paragraph {
		u, several = p.placeWithin(s - 1)
	}
	if several {
		return -1
	}
	return u
}

// placeWithin is the unit of the state in which, by its own words, sentence s is
// set, -1 for none; several says that it names places in different ones.
func (p *pass) placeWithin(s int) (found int32, several bool) {
	found = -1
	x := &p.doc.Sentences[s]
	for t := x.First; t < x.Range.End; t++ {
		i := p.unitAt[t]
		if i < 0 || p.units[i].First != t || p.units[i].typ != demarche.GPE || x.Dateline.Overlaps(p.units[i].Range) {
			continue
		}
		code := p.unitCode(&p.units[i])
		if code == "" || !p.settles(&p.units[i]) {
			continue
		}
		if found >= 0 && p.unitCode(&p.units[found]) != code {
			return -1, true
		}
		found = i
	}
	return found, false
}

// settles says that what a sentence tells happened in a place: "in Kano", "in the
// Nigerian state of Kano".
func (p *pass) settles(u *unit) bool {
	t := p.headOf(u.Range, u.Range)
	for n := 0; n < 3 && t >= 0; n++ {
		if isIn(p.preposition(t)) {
			return !p.talks(p.tok(t).Head)
		}
		switch p.tok(t).Rel.Base() {
		case demarche.Nmod, demarche.Amod, demarche.Compound, demarche.Appos:
		default:
			return false
		}
		if prep := p.preposition(t); prep != "" && prep != "of" {
			return false // "near the border with Ethiopia"
		}
		t = p.tok(t).Head
	}
	return false
}

// talks says that token t is a verb of meeting and speaking, whose place need not
// be where those live of whom is spoken.
func (p *pass) talks(t int) bool {
	if t < 0 {
		return false
	}
	switch p.tok(t).Lemma {
	case "meet", "visit", "arrive", "travel", "hold", "talk", "speak", "attend", "gather", "live", "bear", "study":
		return true
	}
	return speaks(p.tok(t).Lemma)
}
