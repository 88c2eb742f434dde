package actor

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// suggestCountry gives a common noun that says no country the one of the place
// where it acts, or else the document's; the evidence says so.
func (p *pass) suggestCountry(i int) {
	m := &p.mentions[i]
	a := &m.Actors[0]
	if a.Code != "" || len(a.Members) > 0 || len(m.Actors) > 1 || p.ofManyStates(m) || p.fromElsewhere(m) {
		return
	}
	if noun := p.roleOf(m.roleHit).noun; noun == "peacekeeper" || strings.HasPrefix(noun, "peacekeeping ") {
		if p.codes["UNO"] > 0 {
			a.Code, a.Evidence, m.certain = "UNO", p.wordsEvidence(m.Range, "peacekeepers"), bySentence
		}
		return // never of the state whose peace they keep
	}
	if u := p.placeOfDeed(m.Head); u >= 0 {
		a.Code = p.unitCode(&p.units[u])
		a.Evidence = p.wordsEvidence(p.units[u].Range, "place")
		m.certain = byPlace
		return
	}
	if p.roleOf(m.roleHit).abroad {
		return
	}
	if code, ev := p.countryAround(i); code != "" {
		a.Code, a.Evidence, m.certain = code, ev, bySentence
		return
	}
	if u := p.placeNearby(m); u >= 0 && !p.unsettled(m) && p.unitCode(&p.units[u]) != p.home {
		a.Code, m.certain = p.unitCode(&p.units[u]), bySentence
		a.Evidence = p.wordsEvidence(p.units[u].Range, "place nearby")
		return
	}
	if !p.attackedByHome(i) && !p.unsettled(m) {
		p.suggestHome(m)
	}
}

// suggestHome gives the only actor of m the document's country.
func (p *pass) suggestHome(m *mention) {
	if p.home == "" || p.betweenStates(m) {
		return
	}
	a := &m.Actors[0]
	a.Code, m.certain = p.homeOf(m), byDocument
	a.Evidence = homeEvidence(a.Code)
}

// unsettled says that the story's country is no guess for whom a noun speaks of:
// migrants come from elsewhere, "the group" is one that the text should have
// named, and "our ambassador" is the speaker's.
func (p *pass) unsettled(m *mention) bool {
	switch p.roleOf(m.roleHit).noun {
	case "migrant", "asylum seeker":
		return true
	case "group", "organisation", "organization", "movement", "coalition", "alliance":
		return p.definite(m) && m.Len() == 2
	}
	t := p.dependent(m.Head, demarche.NmodPoss)
	return t >= 0 && speechRoleOf(lowerASCII(p.tok(t).Norm)) != noSpeechRole
}

// betweenStates says that "people" may be of any of several states that their
// sentence speaks of: who died where two armies clashed.
func (p *pass) betweenStates(m *mention) bool {
	if m.roleHit < 0 || p.roleOf(m.roleHit).noun != "people" && p.roleOf(m.roleHit).noun != "person" {
		return false
	}
	lo, hi := p.sentenceRange(m.Head)
	code := ""
	for t := lo; t < hi; t++ {
		i := p.unitAt[t]
		if i < 0 || p.units[i].hit < 0 || p.units[i].typ != demarche.GPE || p.doc.Sentences[p.doc.SentenceOf(t)].Dateline.Contains(t) {
			continue
		}
		switch c := p.unitCode(&p.units[i]); {
		case code == "":
			code = c
		case c != "" && c != code && p.coordinated(p.units[i].First, lo) >= 0:
			return true
		}
	}
	return false
}

// ofManyStates says that a plural speaks of several states: "foreign ministers
// met", "governments of the region".
func (p *pass) ofManyStates(m *mention) bool {
	if !m.plural {
		return false
	}
	x := p.roleOf(m.roleHit)
	return m.office != "" && len(x.sectors) > 0 && x.sectors[0] == "GOV" || x.noun == "government" || x.noun == "leader"
}

// fromElsewhere says that the phrase itself denies the document's country:
// "foreign forces", "international observers".
func (p *pass) fromElsewhere(m *mention) bool {
	for t := m.First; t < p.roleHits[m.roleHit].First; t++ {
		switch lowerASCII(p.tok(t).Norm) {
		case "foreign", "international", "global", "world", "regional", "neighbouring", "neighboring", "overseas", "western", "multinational", "other":
			return p.tok(t).UPOS != demarche.ADP
		}
	}
	return false
}

// placeOfDeed is the unit of the place in the same clause: "in Nairobi, police
// fired"; -1 for none.
func (p *pass) placeOfDeed(t int) int32 {
	for n := 0; n < chain && p.tok(t).Head >= 0; n++ {
		t = p.tok(t).Head
		for c := p.tree.first[t]; c >= 0; c = p.tree.next[c] {
			x := p.tok(int(c))
			if x.Rel.Base() != demarche.Obl && x.Rel.Base() != demarche.Nmod || !isIn(p.preposition(int(c))) {
				continue
			}
			if u := p.unitAt[c]; u >= 0 && p.units[u].hit >= 0 && p.units[u].typ == demarche.GPE {
				return u
			}
			if u := p.ownerOfPlace(int(c)); u >= 0 {
				return u
			}
		}
		switch p.tok(t).Rel.Base() {
		case demarche.Ccomp, demarche.Advcl, demarche.Parataxis, demarche.Root, demarche.Acl:
			return -1
		}
	}
	return -1
}

// ownerOfPlace is the unit of the state that an adjective before a noun for a
// place names: "the Peruvian town of Ica"; -1 for none.
func (p *pass) ownerOfPlace(t int) int32 {
	switch p.tok(t).Lemma {
	case "town", "city", "village", "port", "province", "region", "district", "capital", "island", "county", "side":
	default:
		return -1
	}
	for c := p.tree.first[t]; c >= 0 && int(c) < t; c = p.tree.next[c] {
		if u := p.unitAt[c]; p.tok(int(c)).Rel.Base() == demarche.Amod && u >= 0 && p.units[u].hit >= 0 && len(p.unitCode(&p.units[u])) == 3 {
			return u
		}
	}
	return -1
}

func isIn(s string) bool {
	return s == "in" || s == "near" || s == "outside" || s == "at" || s == "across" || s == "throughout" || s == "inside"
}

// pairOfStates resolves "the two countries", "both sides": the two states that
// were spoken of last.
func (p *pass) pairOfStates(i int) bool {
	m := &p.mentions[i]
	if len(m.Actors) > 0 && m.kind == roleStates || !p.saysTwo(m) && !(m.plural && p.speaksOfSides(m) && p.definite(m)) { // "the sides" are two
		return false
	}
	a, b := p.latestStates(i)
	if b < 0 {
		return false
	}
	sectors := []string(nil)
	if len(m.Actors) > 0 && p.speaksOfGovernments(m) {
		sectors = m.Actors[0].Sectors
	}
	m.Actors = []demarche.Actor{p.entities[b].actors[0], p.entities[a].actors[0]}
	for k := range m.Actors {
		if sectors != nil {
			m.Actors[k].Sectors = sectors
		}
	}
	m.plural = true
	m.entity = p.newEntity(i)
	return true
}

func (p *pass) saysTwo(m *mention) bool {
	for t := m.First; t < m.Range.End && t <= m.Head; t++ {
		switch lowerASCII(p.tok(t).Norm) {
		case "two", "both":
			return true
		}
	}
	return p.saysEither(m)
}

// speaksOfGovernments says that a noun means those of two states.
func (p *pass) speaksOfGovernments(m *mention) bool {
	return m.roleHit >= 0 && m.plural && p.roleOf(m.roleHit).noun == "government" && p.saysTwo(m)
}

// saysEither says that a singular speaks of each of two: "neither side".
func (p *pass) saysEither(m *mention) bool {
	switch lowerASCII(p.tok(m.First).Norm) {
	case "neither", "either":
		return m.First < m.Head
	}
	return false
}

// pairOfPeople resolves "the two leaders", "both ministers": the two officials
// that were named last.
func (p *pass) pairOfPeople(i int) bool {
	m := &p.mentions[i]
	if m.kind != rolePerson || m.certain == byWords || !p.saysTwo(m) && !p.isPair(i) {
		return false
	}
	if !p.saysEither(m) && (!m.plural || !p.definite(m)) {
		return false // "two officials" are two others
	}
	if noun := p.roleOf(m.roleHit).noun; (noun == "man" || noun == "woman") && p.linkCouple(i) {
		return true
	}
	a, b := p.latestTwo(i)
	if b < 0 {
		return false
	}
	m.Actors = []demarche.Actor{p.entities[a].actors[0], p.entities[b].actors[0]}
	m.entity = p.newEntity(i)
	return true
}

// isPair says that a plural such as "the ministers" follows a sentence that names
// two of them and no more.
func (p *pass) isPair(i int) bool {
	m := &p.mentions[i]
	if noun := p.roleOf(m.roleHit).noun; !m.plural || !p.definite(m) || m.office == "" && noun != "leader" && noun != "diplomat" {
		return false
	}
	var found []int32
	last := p.doc.SentenceOf(m.Head)
	sent := -1
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.entity < 0 || c.Type != demarche.Person || c.Pronoun || !p.mayBeOneOf(m, &p.entities[c.entity]) {
			continue
		}
		s := p.doc.SentenceOf(c.Head)
		if sent >= 0 && s != sent || last-s > 2 {
			break
		}
		if sent = s; !slices.Contains(found, c.entity) {
			found = append(found, c.entity)
		}
	}
	return len(found) == 2
}

// latestTwo are the two people of the kind of mention i that were named last;
// of a sentence with more, the first two, as those it is about.
func (p *pass) latestTwo(i int) (a, b int32) {
	m := &p.mentions[i]
	var found []int32
	sent := -1
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.entity < 0 || slices.Contains(found, c.entity) || c.Type != demarche.Person || c.Pronoun || !p.mayBeOneOf(m, &p.entities[c.entity]) {
			continue
		}
		s := p.doc.SentenceOf(c.Head)
		if len(found) >= 2 && s != sent {
			break
		}
		if len(found) == 1 && s != sent {
			return c.entity, found[0]
		}
		found, sent = append(found, c.entity), s
	}
	if n := len(found); n >= 2 {
		return found[n-1], found[n-2]
	}
	return -1, -1
}

// mayBeOneOf says that a person may be among those whom a plural describes.
func (p *pass) mayBeOneOf(m *mention, x *entity) bool {
	if len(x.actors) != 1 || x.plural || len(x.actors[0].Sectors) == 0 {
		return false
	}
	switch noun := p.roleOf(m.roleHit).noun; {
	case noun == "leader":
		return isLeader(x.actors[0].Office)
	case m.office != "":
		return p.personDescribed(m, x)
	case noun == "official", noun == "diplomat", noun == "man", noun == "woman", noun == "politician":
		return holdsOffice(x.actors[0].Sectors[0])
	}
	return false
}

// latestStates are the entities of the two states named last before mention i:
// a breakaway region may be a side, but is no country.
func (p *pass) latestStates(i int) (a, b int32) {
	a, b = -1, -1
	countries := !p.speaksOfSides(&p.mentions[i])
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.entity < 0 || c.Pronoun || len(p.entities[c.entity].actors) != 1 || p.entities[c.entity].entry < 0 {
			continue
		}
		x := &p.entities[c.entity]
		if p.lex.entries[x.entry].kind != state || countries && p.isPartOfState(x) || p.isVenue(c, x) || c.entity == a || c.unit >= 0 && p.inWord(&p.units[c.unit]) {
			continue
		}
		if a < 0 {
			a = c.entity
		} else if x.actors[0].Code != p.entities[a].actors[0].Code {
			return a, c.entity
		}
	}
	return a, b
}

// isVenue says that a capital only tells where something is: "met in Lima".
func (p *pass) isVenue(c *mention, x *entity) bool {
	return c.unit >= 0 && isIn(p.preposition(c.First)) && !strings.HasSuffix(x.actors[0].Name, p.doc.TextOf(p.units[c.unit].Range))
}

// isPartOfState says that a name of a state's part, "Jubaland", has its code.
func (p *pass) isPartOfState(x *entity) bool {
	whole, ok := p.lex.states[x.actors[0].Code]
	return ok && whole != x.entry && p.lex.entries[x.entry].terms[0].until == 0
}

// inWord says that a name is a part of a hyphened word: "US-led".
func (p *pass) inWord(u *unit) bool {
	before, after := p.hyphenParts(u)
	return before != "" || after != ""
}

// speaksOfSides says that a noun means the parties to something: "both sides".
func (p *pass) speaksOfSides(m *mention) bool {
	if m.roleHit < 0 {
		return false
	}
	switch p.roleOf(m.roleHit).noun {
	case "side", "both sides", "both parties":
		return m.plural || p.saysEither(m)
	}
	return false
}

// lateOwners gives "leaders of the two countries" the states that coreference
// has found for what they lead.
func (p *pass) lateOwners() {
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.unit >= 0 || m.Pronoun || m.entity < 0 || len(m.Actors) != 1 || m.certain == byWords || len(m.Actors[0].Members) > 0 {
			continue
		}
		t := p.dependent(m.Head, demarche.Nmod)
		if t < 0 || p.preposition(t) != "of" {
			continue
		}
		j := p.firstAt(t)
		if j >= len(p.mentions) || p.mentions[j].Head != t || p.mentions[j].entity < 0 || p.mentions[j].kind != roleStates {
			continue
		}
		var actors []demarche.Actor
		for _, o := range p.entities[p.mentions[j].entity].actors {
			a := m.Actors[0]
			a.Code, a.Evidence = o.Code, o.Evidence
			actors = append(actors, a)
		}
		p.entities[m.entity].actors = actors
	}
}
