package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// countryAround is the country that the words around a common noun without one
// suggest: that of what it is coordinated with, of those of the same kind spoken
// of before, or of the forces that unknown attackers attack; "" for none.
func (p *pass) countryAround(i int) (string, demarche.Evidence) {
	m := &p.mentions[i]
	if j := p.sharesOwner(i); j >= 0 {
		return p.mentions[j].Actors[0].Code, p.wordsEvidence(p.mentions[j].Range, "coordination")
	}
	if j := p.attackedForces(m); j >= 0 {
		return p.mentions[j].Actors[0].Code, p.wordsEvidence(p.mentions[j].Range, "whom they attack")
	}
	if j := p.sameKindBefore(i); j >= 0 {
		return p.mentions[j].Actors[0].Code, p.wordsEvidence(p.mentions[j].Range, "same noun")
	}
	return "", demarche.Evidence{}
}

// sharesOwner is the mention of whose owner a bare noun after "and" has part:
// "Egyptian police and soldiers"; -1 for none.
func (p *pass) sharesOwner(i int) int {
	m := &p.mentions[i]
	x := p.tok(m.Head)
	if x.Rel != demarche.Conj || x.Head < 0 || x.Head > m.First || p.dependent(m.Head, demarche.Det) >= 0 || p.dependent(m.Head, demarche.Nummod) >= 0 {
		return -1
	}
	j := p.mentionBefore(i, x.Head)
	if j < 0 || len(p.mentions[j].Actors) != 1 || p.mentions[j].certain != byWords || p.mentions[j].unit >= 0 {
		return -1
	}
	if len(p.mentions[j].Actors[0].Code) != 3 {
		return -1
	}
	return j
}

// attackedForces is the mention of the police or soldiers whom unknown attackers
// act upon in their clause: these are most likely of the same country.
func (p *pass) attackedForces(m *mention) int {
	if m.roleHit < 0 || !isAttacker(p.roleOf(m.roleHit).noun) && !isInsurgent(p.roleOf(m.roleHit).noun) {
		return -1
	}
	if u, _ := p.placeWithin(p.doc.SentenceOf(m.Head)); u >= 0 {
		return -1 // their sentence says where
	}
	v := p.tok(m.Head).Head
	if v < 0 || p.tok(m.Head).Rel.Base() != demarche.Nsubj {
		return -1
	}
	o := p.dependent(v, demarche.Obj)
	if o < 0 {
		return -1
	}
	for j := p.firstAt(o); j < p.sorted && p.mentions[j].Head == o; j++ {
		c := &p.mentions[j]
		if c.unit >= 0 || c.Pronoun || c.certain != byWords || len(c.Actors) != 1 || len(c.Actors[0].Code) != 3 {
			continue
		}
		switch first(c.Actors[0].Sectors) {
		case "COP", "MIL", "GOV", "SPY":
			return j
		}
	}
	return -1
}

// sameKindBefore is a mention before i by the same noun whose phrase says its
// country, -1 where there is none, or where such mentions are of several
// countries: after "15 Egyptian guards", "the guards" are Egypt's.
func (p *pass) sameKindBefore(i int) int {
	m := &p.mentions[i]
	if m.roleHit < 0 || p.roleOf(m.roleHit).inherit {
		return -1
	}
	found := -1
	for j := i - 1; j >= 0 && i-j < pronounWindow; j-- {
		c := &p.mentions[j]
		if c.roleHit < 0 || c.unit >= 0 || len(c.Actors) != 1 || len(c.Actors[0].Code) != 3 || c.certain != byWords || !p.nounWithin(m.roleHit, c.roleHit) {
			continue
		}
		if found >= 0 && p.mentions[found].Actors[0].Code != c.Actors[0].Code || p.opposes(c, m) {
			return -1
		}
		found = j
	}
	return found
}

// nounWithin says that the noun of role hit a is that of b, or its last word:
// "guard" of "border guard".
func (p *pass) nounWithin(a, b int32) bool {
	x, y := p.roleOf(a).noun, p.roleOf(b).noun
	return x == y || strings.HasSuffix(y, " "+x) || strings.HasSuffix(y, " "+plural(x))
}

// attackedByHome says that people of the document's country act upon mention i,
// which is of the same kind: their enemies, of some other state.
func (p *pass) attackedByHome(i int) bool {
	m := &p.mentions[i]
	for j := i - 1; j >= 0 && p.doc.SentenceOf(p.mentions[j].Head) == p.doc.SentenceOf(m.Head); j-- {
		c := &p.mentions[j]
		if c.roleHit < 0 || len(c.Actors) != 1 || c.Actors[0].Code != p.home || c.certain != byWords {
			continue
		}
		if p.nounWithin(m.roleHit, c.roleHit) && p.opposes(c, m) || p.suffers(m.Head) && p.soldiers(m) && p.soldiers(c) {
			return true
		}
	}
	return false
}

func (p *pass) soldiers(m *mention) bool {
	return len(m.Actors) == 1 && first(m.Actors[0].Sectors) == "MIL"
}

// opposes says that c acts in the sentence in which m is acted upon: the soldiers
// whom soldiers wound are others.
func (p *pass) opposes(c, m *mention) bool {
	return p.doc.SentenceOf(c.Head) == p.doc.SentenceOf(m.Head) && p.suffers(m.Head) && (p.tok(c.Head).Rel == demarche.Nsubj || p.tok(c.Head).Rel == demarche.OblAgent)
}
