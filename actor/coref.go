package actor

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// corefer gathers the mentions into entities, in the order in which a reader
// meets their heads, and gives each what is known of its entity.
func (p *pass) corefer() {
	slices.SortStableFunc(p.mentions, func(a, b mention) int { return a.Head - b.Head })
	p.sorted = len(p.mentions)
	p.byEntry, p.byName = map[int32]int32{}, map[string]int32{}
	p.markSpeech()
	for i := range p.mentions {
		m := &p.mentions[i]
		switch {
		case m.Pronoun:
			p.linkPronoun(i)
		case m.unit >= 0:
			p.linkName(i)
		default:
			p.linkNoun(i)
		}
		if m.entity >= 0 {
			e := &p.entities[m.entity]
			e.last = i
			e.count++
		}
	}
	p.lateOwners()
	p.lateHome()
	p.settle()
	p.speechRoles()
	p.speakersOwn()
	p.mentions = slices.DeleteFunc(p.mentions, func(m mention) bool {
		return m.Pronoun && m.Type == demarche.Role && m.entity < 0 && (m.kind == rolePerson || m.Len() > 1)
	})
}

// newEntity starts an entity with mention i.
func (p *pass) newEntity(i int) int32 {
	m := &p.mentions[i]
	e := entity{actors: m.Actors, typ: m.Type, gender: m.gender, plural: m.plural, kind: m.kind, entry: m.entry, office: m.office, named: m.unit >= 0, roleHit: m.roleHit}
	p.entities = append(p.entities, e)
	return int32(len(p.entities) - 1)
}

// join makes mention i one of entity e.
func (p *pass) join(i int, e int32) {
	m, x := &p.mentions[i], &p.entities[e]
	m.entity = e
	if x.gender == 0 {
		x.gender = m.gender
	}
	if x.office == "" && x.entry < 0 {
		x.office = m.office
	}
	if x.named && len(x.actors) == 1 && len(m.Actors) == 1 {
		a := x.actors[0]
		if x.entry >= 0 && m.office != "" && x.typ == demarche.Person && a.Office != m.office {
			if o := p.inOffice(x.entry, m.office); o.Office == m.office {
				a = o
			}
		}
		x.actors = []demarche.Actor{merge(a, m.Actors[0])}
	}
}

// merge adds to actor a what only b says.
func merge(a, b demarche.Actor) demarche.Actor {
	if b.Code != "" && (a.Code == "" || a.Evidence.Kind == "document" && b.Evidence.Kind != "document") {
		a.Code, a.Evidence = b.Code, b.Evidence
	}
	if len(a.Sectors) == 0 {
		a.Sectors = b.Sectors
	}
	if a.Office == "" && (a.ID == "" || len(a.Sectors) > 0 && a.Sectors[0] != "ELI") {
		a.Office = b.Office
	}
	return a
}

// Parts of the key under which names of one lexicon entry are one entity: the
// people of a state are not the state, nor is its capital as a place.
const (
	asState int32 = iota << 24
	asFolk
	asSite
)

// linkName finds the entity of a name.
func (p *pass) linkName(i int) {
	m := &p.mentions[i]
	if m.entry >= 0 && p.lex.entries[m.entry].kind == region && p.namesOfStates(i) {
		return
	}
	if m.entry >= 0 {
		key := m.entry | p.aspect(m)
		e, ok := p.byEntry[key]
		if !ok {
			e = p.newEntity(i)
			p.byEntry[key] = e
		}
		p.join(i, e)
		return
	}
	u := &p.units[m.unit]
	if full := p.acronymOf(u); full >= 0 {
		if j := p.firstAt(p.headOf(p.units[full].Range, p.units[full].Range)); j < i && p.mentions[j].unit == full && p.mentions[j].entity >= 0 {
			p.byName[foldString(p.doc.TextOf(u.Range))] = p.mentions[j].entity
		}
	}
	if len(m.Actors) == 1 && m.Actors[0].Code == "" && strings.HasSuffix(m.office, "ambassador") {
		p.asEnvoyBefore(i)
	} else if len(m.Actors) == 1 && m.Actors[0].Code == "" && p.governs(m) {
		p.suggestHome(m)
	}
	if full := p.fullName(u); m.Type == demarche.Person && full >= 0 {
		u = &p.units[full]
	}
	name := foldString(p.doc.TextOf(u.Range))
	e, ok := p.byName[name]
	if !ok && u.role >= 0 && len(m.Actors) == 1 {
		if a := p.antecedent(i); a >= 0 && !p.entities[a].named { // "the Syrian Army", after "the army"
			e, ok = a, true
		}
	}
	if !ok || !genderFits(p.entities[e].gender, m.gender) {
		e = p.newEntity(i)
		p.byName[name] = e
	}
	p.join(i, e)
}

// asEnvoyBefore gives "Ambassador Ama Kodjo" the country of the ambassador of whom
// the text has spoken before: never its own guess.
func (p *pass) asEnvoyBefore(i int) {
	m := &p.mentions[i]
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.unit < 0 && c.office == m.office && !c.plural && c.certain == byWords && len(c.Actors) == 1 && c.Actors[0].Code != "" {
			m.Actors[0].Code, m.Actors[0].Evidence = c.Actors[0].Code, p.wordsEvidence(c.Range, "ambassador before")
			return
		}
	}
}

// governs says that an unknown name is an official's or a public body's, or that
// of a person with a role, so that it belongs to some state: most likely the one
// that the story is set in.
func (p *pass) governs(m *mention) bool {
	s := m.Actors[0].Sectors
	if m.roleHit < 0 || len(s) == 0 || m.Type == demarche.GPE {
		return false
	}
	switch s[0] {
	case "CVL", "LAB", "BUS":
		return p.placeOfDeed(m.Head) >= 0 // who lives privately may be from anywhere
	}
	return holdsOffice(s[0]) || m.Type == demarche.Person
}

func (p *pass) aspect(m *mention) int32 {
	if m.Type == demarche.NORP && p.isPlural(m.Head) {
		return asFolk
	}
	if h := p.units[m.unit].hit; h >= 0 && p.lex.refs[p.hits[h].ref].use == asCapital && len(m.Actors) > 0 && len(m.Actors[0].Sectors) == 0 {
		return asSite
	}
	return asState
}

func genderFits(a, b byte) bool { return a == 0 || b == 0 || a == b }

// acronymOf is the unit whose name the acronym in brackets behind it stands for,
// "EBRD" of "European Bank for Reconstruction and Development (EBRD)"; -1 for none.
func (p *pass) acronymOf(u *unit) int32 {
	if u.First < 2 || u.Len() != 1 || p.tok(u.First-1).Norm != "(" || !isAcronym(p.tok(u.First).Norm) {
		return -1
	}
	if j := p.unitAt[u.First-2]; j >= 0 && p.units[j].Len() > 1 && p.units[j].typ != demarche.Person {
		return j
	}
	return -1
}

// settle gives each mention what its entity came to be, and each unnamed actor
// an identifier in the document.
func (p *pass) settle() {
	for i := range p.entities {
		for k := range p.entities[i].actors {
			if p.entities[i].actors[k].ID == "" {
				p.entities[i].actors = slices.Clone(p.entities[i].actors)
				p.entities[i].actors[k].ID = docID(i, k)
			}
		}
	}
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.entity < 0 {
			continue
		}
		x := &p.entities[m.entity]
		switch {
		case m.unsure:
			m.Actors = nil
		case m.Pronoun, m.unit < 0, m.Type == demarche.Person, len(m.Actors) > 0 && m.Actors[0].Code == "":
			m.Actors = x.actors
		}
	}
}
