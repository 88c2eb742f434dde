package actor

import (
	"slices"

	"github.com/demarche/demarche"
)

// couples makes mentions of "the pair", "the duo" and "the two", which speak of
// two people as a pronoun does.
func (p *pass) couples() {
	for t := range p.doc.Tokens {
		det := p.couple(t)
		if det < 0 {
			continue
		}
		m := mention{unit: -1, entry: -1, roleHit: -1, entity: -1, kind: roleGroup, plural: true}
		m.Range, m.Head, m.Pronoun, m.Type = demarche.Range{First: det, End: t + 1}, t, true, demarche.Role
		p.mentions = append(p.mentions, m)
	}
}

// couple is the article of a noun for two people at token t, -1 for none.
func (p *pass) couple(t int) int {
	switch lowerASCII(p.tok(t).Norm) {
	case "pair", "duo", "two":
	default:
		return -1
	}
	switch p.tok(t).Rel.Base() {
	case demarche.Nsubj, demarche.Obj, demarche.Obl, demarche.Nmod:
	default:
		return -1
	}
	det := p.dependent(t, demarche.Det)
	if det != t-1 || lowerASCII(p.tok(det).Norm) != "the" || p.dependent(t, demarche.Nmod) >= 0 {
		return -1
	}
	return det
}

// linkCouple gives "the pair" the two people of the nearest sentence with two.
func (p *pass) linkCouple(i int) bool {
	m := &p.mentions[i]
	a, b := p.coupleBefore(i)
	if b < 0 {
		return false
	}
	m.Actors = []demarche.Actor{p.entities[a].actors[0], p.entities[b].actors[0]}
	m.plural = true
	m.entity = p.newEntity(i)
	return true
}

// coupleBefore are the entities of the two people whom the nearest of the last
// sentences speaks of, in the order of the text; -1 where none has two.
func (p *pass) coupleBefore(i int) (a, b int32) {
	sent := p.doc.SentenceOf(p.mentions[i].Head)
	for back, j := 0, i-1; back <= 3; back++ {
		var met []int32
		for ; j >= 0 && p.doc.SentenceOf(p.mentions[j].Head) == sent-back; j-- {
			c := &p.mentions[j]
			if c.entity >= 0 && c.Type == demarche.Person && len(p.entities[c.entity].actors) == 1 && !p.entities[c.entity].plural {
				if !slices.Contains(met, c.entity) {
					met = append(met, c.entity)
				}
			}
		}
		switch len(met) {
		case 0, 1:
			continue
		case 2:
			return met[1], met[0]
		}
		return -1, -1
	}
	return -1, -1
}

// peopleMeant says that "the men" or "the hostages" may be those people whom
// mention c, in the sentence before, speaks of in the plural. Who only tells
// the news is not meant.
func (p *pass) peopleMeant(m, c *mention, x *entity, sent int) bool {
	if !m.plural || m.roleHit < 0 || c.roleHit < 0 || x.named || !x.plural || c.kind != rolePerson || len(x.actors) != 1 || !codesFit(m, x) {
		return false
	}
	switch p.roleOf(m.roleHit).noun {
	case "man", "woman", "victim", "hostage", "captive", "detainee":
	default:
		return false
	}
	if g := p.tok(c.Head).Head; g >= 0 && speaks(p.tok(g).Lemma) {
		return false
	}
	return c.certain >= byPlace && sent-p.doc.SentenceOf(c.Head) <= 2
}

// nameOfState gives a noun for a state's part in history the state that is named
// right behind it: "the former colonial ruler France".
func (p *pass) nameOfState(i int) bool {
	m := &p.mentions[i]
	switch p.roleOf(m.roleHit).noun {
	case "ruler", "neighbour", "neighbor", "ally", "rival", "foe", "enemy", "giant", "power", "master":
	default:
		return false
	}
	e := m.Range.End
	if m.plural || e >= len(p.unitAt) || p.unitAt[e] < 0 || p.units[p.unitAt[e]].First != e || !p.sameSentence(m.Head, e) {
		return false
	}
	u := &p.units[p.unitAt[e]]
	if u.hit < 0 || u.typ != demarche.GPE || p.lex.entries[p.entryOf(u.hit)].kind != state {
		return false
	}
	m.Actors = []demarche.Actor{p.known(p.entryOf(u.hit))}
	m.certain = byWords
	m.entity = p.newEntity(i)
	return true
}

// namesOfStates gives a plural of states those that are named right behind it:
// "EU members Estonia and Latvia".
func (p *pass) namesOfStates(i int) bool {
	m := &p.mentions[i]
	t := p.dependent(m.Head, demarche.Appos)
	if t < m.Head {
		return false
	}
	var actors []demarche.Actor
	for k := t; k < len(p.unitAt) && k < t+24; k++ {
		if p.unitAt[k] < 0 || k != t && (p.tok(k).Rel != demarche.Conj || p.tok(k).Head != t) {
			continue
		}
		u := &p.units[p.unitAt[k]]
		if u.hit < 0 || p.lex.entries[p.entryOf(u.hit)].kind != state {
			return false
		}
		actors = append(actors, p.known(p.entryOf(u.hit)))
	}
	if len(actors) < 2 {
		return false
	}
	m.Actors = actors
	m.entity = p.newEntity(i)
	return true
}
