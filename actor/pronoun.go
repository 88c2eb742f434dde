package actor

import "github.com/demarche/demarche"

// pronouns makes the mentions of third-person and relative pronouns.
func (p *pass) pronouns() {
	for t := range p.doc.Tokens {
		x := p.tok(t)
		if x.UPOS != demarche.PRON && x.UPOS != demarche.DET && x.UPOS != demarche.SCONJ {
			continue
		}
		m := mention{unit: -1, entry: -1, roleHit: -1, entity: -1, kind: rolePerson}
		if !p.pronoun(t, &m) {
			continue
		}
		m.Range, m.Head, m.Pronoun = demarche.Range{First: t, End: t + 1}, t, true
		p.mentions = append(p.mentions, m)
	}
}

// pronoun says whether token t is a pronoun that stands for an actor, and of
// which gender, number and kind.
func (p *pass) pronoun(t int, m *mention) bool {
	x := p.tok(t)
	switch lowerASCII(x.Norm) {
	case "he", "him", "his", "himself":
		m.gender, m.Type = 'm', demarche.Person
	case "she", "her", "hers", "herself":
		m.gender, m.Type = 'f', demarche.Person
	case "they", "them", "their", "theirs", "themselves":
		m.plural, m.kind, m.Type = true, roleGroup, demarche.Role
	case "it", "its", "itself":
		if x.Rel == demarche.Expl && !p.disposition(x.Head) {
			return false
		}
		m.kind, m.Type = roleBody, demarche.Org
	case "who", "whom", "which", "that", "whose":
		m.Type = demarche.Role
		return p.relativeAntecedent(t) >= 0
	default:
		return false
	}
	return x.UPOS == demarche.PRON
}

// disposition says whether what token h says of "it" can be said of an actor
// only: "it is willing to" is not "it is easy to", though parsers mix them up.
func (p *pass) disposition(h int) bool {
	if h < 0 {
		return false
	}
	switch lowerASCII(p.tok(h).Norm) {
	case "willing", "unwilling", "ready", "prepared", "committed", "determined", "eager", "keen", "reluctant", "able", "unable":
		return true
	}
	return false
}

// relativeAntecedent is the noun that a relative pronoun stands for, -1 where
// the word is no relative pronoun.
func (p *pass) relativeAntecedent(t int) int {
	x := p.tok(t)
	if x.UPOS != demarche.PRON || x.XPOS != "" && x.XPOS[0] != 'W' && lowerASCII(x.Norm) == "that" && x.XPOS != "WDT" {
		return -1
	}
	for n := 0; n < chain && t >= 0; n++ {
		if r := p.tok(t).Rel; r == demarche.AclRelcl {
			return p.tok(t).Head
		}
		t = p.tok(t).Head
	}
	return -1
}

// linkPronoun finds whom a pronoun stands for; one without antecedent keeps no
// actors.
func (p *pass) linkPronoun(i int) {
	m := &p.mentions[i]
	t := m.Head
	if p.couple(t) >= 0 {
		p.linkCouple(i)
		return
	}
	if a := p.relativeAntecedent(t); a >= 0 && m.gender == 0 && !m.plural && m.kind != roleBody {
		if j := p.mentionBefore(i, a); j >= 0 {
			m.entity = p.mentions[j].entity
			m.Type = p.mentions[j].Type
		}
		return
	}
	best, likely := p.standsFor(i)
	if p.record {
		p.recordChoice(i)
	}
	if best >= 0 {
		m.entity, m.unsure = best, p.tooUnsure(m, best, likely)
		m.Antecedent = p.antecedentEvidence(i, best, likely)
		if m.gender == 0 {
			m.Type = p.entities[best].typ
		}
		if g := &p.entities[best].gender; *g == 0 && m.gender != 0 {
			*g = m.gender
		}
	} else if m.gender != 0 || m.plural {
		m.entity = p.newEntity(i) // whom the next one may stand for too
	}
	p.latest[classOf(m)] = m.entity
}

// mentionBefore is the mention with head t among the first i, the longest.
func (p *pass) mentionBefore(i, t int) int {
	best := -1
	for j := i - 1; j >= 0 && p.mentions[j].Head >= t; j-- {
		if p.mentions[j].Head == t && (best < 0 || p.mentions[j].Len() > p.mentions[best].Len()) {
			best = j
		}
	}
	return best
}

// pronounFits says that gender, number and type of the two do not contradict.
func (p *pass) pronounFits(m, c *mention) bool {
	e := &p.entities[c.entity]
	isPerson := e.typ == demarche.Person || e.typ == demarche.Role && e.kind == rolePerson
	switch {
	case m.gender != 0:
		return isPerson && !e.plural && genderFits(m.gender, e.gender)
	case m.plural:
		return e.plural || len(e.actors) > 1 || e.typ == demarche.NORP && p.isPlural(c.Head) || !c.Pronoun && (c.Type == demarche.Org || c.Type == demarche.Role && c.kind == roleBody)
	}
	if c.Type == demarche.NORP || p.modifies(c.Head) && p.tok(c.Head).Rel != demarche.NmodPoss {
		return false
	}
	return !isPerson && !e.plural && len(e.actors) <= 1
}

// mayBind keeps a pronoun from the other arguments of its own verb ("Smith told
// him"), and asks the opposite of a reflexive.
func (p *pass) mayBind(m, c *mention) bool {
	same := p.governor(m.Head) == p.governor(c.Head) && p.governor(m.Head) >= 0
	switch lowerASCII(p.tok(m.Head).Norm) {
	case "himself", "herself", "itself", "themselves":
		return same
	case "his", "its", "their", "her", "hers", "theirs":
		// The possessed phrase is not its own possessor.
		return p.tok(m.Head).Head != c.Head && !c.Contains(m.Head)
	}
	return !same && !c.Contains(m.Head)
}

// governor is the verb or noun whose argument token t is, through conjuncts.
func (p *pass) governor(t int) int {
	for n := 0; n < chain; n++ {
		x := p.tok(t)
		if x.Head < 0 || x.Rel != demarche.Conj {
			return x.Head
		}
		t = x.Head
	}
	return -1
}

// coordinatedPossessor is the possessor of the noun that the possessed noun of
// pronoun t is coordinated with: Kazakhstan in "Kazakhstan's sovereignty, its
// independence"; -1 for none.
func (p *pass) coordinatedPossessor(t int) int {
	n := p.tok(t).Head
	if n < 0 || p.tok(n).Rel != demarche.Conj || p.tok(n).Head < 0 {
		return -1
	}
	return p.dependent(p.tok(n).Head, demarche.NmodPoss)
}
