package actor

import (
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

func docID(entity, k int) string {
	s := "doc:" + strconv.Itoa(entity+1)
	if k > 0 {
		s += "." + strconv.Itoa(k+1)
	}
	return s
}

// linkNoun finds the entity of a common noun: somebody named beside it, or for
// a definite description somebody met before; else a new one, with the country
// that the text suggests.
func (p *pass) linkNoun(i int) {
	m := &p.mentions[i]
	p.ownByPossessor(i)
	if j := p.namedBeside(i); j >= 0 {
		p.join(i, p.mentions[j].entity)
		return
	}
	if (m.kind == roleStates && (m.plural || p.saysEither(m)) || p.speaksOfSides(m) || p.speaksOfGovernments(m)) && p.pairOfStates(i) || p.pairOfPeople(i) {
		return
	}
	if p.nameOfState(i) || m.kind == roleStates && m.plural && p.namesOfStates(i) {
		return
	}
	if p.definite(m) {
		if e := p.antecedent(i); e >= 0 {
			p.join(i, e)
			return
		}
	}
	if len(m.Actors) == 0 {
		return // "the country", and none was named
	}
	p.suggestCountry(i)
	m.entity = p.newEntity(i)
}

// ownByPossessor gives "its president", "their troops" and "Blinken's
// spokesman" the country of the possessor, and "his counterpart" his office.
func (p *pass) ownByPossessor(i int) {
	m := &p.mentions[i]
	t := p.dependent(m.Head, demarche.NmodPoss)
	if t < 0 || len(m.Actors) == 0 {
		return
	}
	j := p.mentionBefore(i, t)
	if j < 0 || p.mentions[j].entity < 0 {
		return
	}
	own := &p.entities[p.mentions[j].entity]
	if len(own.actors) == 0 {
		return
	}
	a := &m.Actors[0]
	x := p.roleOf(m.roleHit)
	if x.noun == "counterpart" {
		a.Sectors, a.Office = own.actors[0].Sectors, own.actors[0].Office
		m.office = a.Office
		return
	}
	p.followLeader(a, x, &own.actors[0])
	if a.Code == "" {
		a.Code, a.Evidence, m.certain = own.actors[0].Code, own.actors[0].Evidence, byWords
		if x.inherit && len(own.actors[0].Sectors) > 0 {
			a.Sectors = own.actors[0].Sectors
		}
	}
}

// namedBeside is the mention of a name that an apposition or a copula makes the
// same as mention i, -1 for none.
func (p *pass) namedBeside(i int) int {
	m := &p.mentions[i]
	x := p.tok(m.Head)
	if x.Rel == demarche.Appos && x.Head >= 0 {
		return p.namedAt(i, x.Head)
	}
	if c := p.dependent(m.Head, demarche.Appos); c >= 0 {
		return p.namedAt(i, c)
	}
	if s := p.dependent(m.Head, demarche.Nsubj); s >= 0 && p.dependent(m.Head, demarche.Cop) >= 0 && p.notNegated(m.Head) {
		return p.namedAt(i, s)
	}
	if x.Rel.Base() == demarche.Nsubj && x.Head >= 0 && p.dependent(x.Head, demarche.Cop) >= 0 && p.notNegated(x.Head) {
		return p.namedAt(i, x.Head) // "whose commander is President Aydin"
	}
	if j := p.nameBehind(i); j >= 0 {
		return j
	}
	return p.besideComma(i)
}

// nameBehind finds the name of a body right behind the noun for it, whatever the
// tree: "the regional bloc | ECOWAS has".
func (p *pass) nameBehind(i int) int {
	m := &p.mentions[i]
	e := m.Range.End
	if m.kind != roleBody || m.plural || e >= len(p.unitAt) || p.unitAt[e] < 0 || !p.sameSentence(m.Head, e) {
		return -1
	}
	u := &p.units[p.unitAt[e]]
	if u.typ != demarche.Org || u.First != e || p.tok(m.Head).Head != p.tok(p.headOf(u.Range, u.Range)).Head {
		return -1
	}
	return p.namedAt(i, p.headOf(u.Range, u.Range))
}

// besideComma finds an apposition by its commas where the parse has none: "the
// prosecutor of Lome, Ama Kodjo, said", "Ama Kodjo, a prosecutor, said".
func (p *pass) besideComma(i int) int {
	m := &p.mentions[i]
	lo, hi := p.sentenceRange(m.Head)
	if m.plural || m.kind != rolePerson {
		return -1
	}
	if e := m.Range.End; e+1 < hi && p.tok(e).Norm == "," && p.isPerson(e+1) {
		u := p.units[p.unitAt[e+1]].Range
		if u.First == e+1 && u.End < hi && p.closes(u.End) {
			return p.namedAt(i, p.headOf(u, u))
		}
	}
	if f := m.First; f-2 >= lo && p.tok(f-1).Norm == "," && p.isPerson(f-2) && m.Range.End < hi && p.closes(m.Range.End) {
		u := p.units[p.unitAt[f-2]].Range
		return p.namedAt(i, p.headOf(u, u))
	}
	return -1
}

func (p *pass) isPerson(t int) bool {
	return p.unitAt[t] >= 0 && p.units[p.unitAt[t]].typ == demarche.Person
}

// closes says that an apposition may end before token t: at a comma or verb,
// but not where a list goes on.
func (p *pass) closes(t int) bool {
	x := p.tok(t)
	switch x.UPOS {
	case demarche.VERB, demarche.AUX:
		return true
	case demarche.PUNCT:
		return t+1 >= len(p.unitAt) || x.Norm != "," && x.Norm != "(" || x.Norm == "," && !p.isPerson(t+1) && p.tok(t+1).Norm != "and"
	}
	return false
}

func (p *pass) notNegated(t int) bool {
	for c := p.tree.first[t]; c >= 0; c = p.tree.next[c] {
		switch p.tok(int(c)).Norm {
		case "not", "n't", "never", "would", "could", "may", "might":
			return false
		}
	}
	return true
}

// namedAt is the mention of a name with head t that agrees with noun i; one
// that comes later in the text is linked first.
func (p *pass) namedAt(i, t int) int {
	m := &p.mentions[i]
	for j := p.firstAt(t); j < len(p.mentions) && p.mentions[j].Head == t; j++ {
		c := &p.mentions[j]
		if c.unit < 0 && c.entity < 0 || c.Pronoun && c.entity < 0 || j == i {
			continue
		}
		if m.kind == rolePerson && !m.plural && c.Type != demarche.Person || m.kind != rolePerson && c.Type == demarche.Person || m.plural {
			return -1
		}
		if m.kind != roleStates && (c.Type == demarche.GPE || c.Type == demarche.Loc || c.Type == demarche.NORP) {
			return -1 // "the consulate in Istanbul, Turkey"
		}
		if c.entity < 0 {
			p.linkName(j)
		}
		if !genderFits(p.entities[c.entity].gender, m.gender) || !p.mayHold(&p.entities[c.entity], m.office) {
			return -1
		}
		return j
	}
	return -1
}

// mayHold says that nothing known of an entity speaks against its holding the
// office.
func (p *pass) mayHold(x *entity, office string) bool {
	return office == "" || x.entry < 0 || p.lex.entries[x.entry].kind != person || officeFits(office, &p.lex.entries[x.entry])
}

// firstAt is the index of the first of the mentions with head t or a later one;
// mentions are in the order of their heads.
func (p *pass) firstAt(t int) int {
	i, _ := slices.BinarySearchFunc(p.mentions[:p.sorted], t, func(m mention, t int) int { return m.Head - t })
	return i
}

// definite says that the phrase points back: "the", "this", a possessive.
func (p *pass) definite(m *mention) bool {
	switch lowerASCII(p.tok(m.First).Norm) {
	case "the", "this", "that", "these", "those", "both", "his", "her", "its", "their":
		return true
	}
	return p.headlineStyle(m)
}

// headlineStyle: without article a bare "police" or "government" may still be
// one met before.
func (p *pass) headlineStyle(m *mention) bool {
	return m.kind == roleGroup && m.Len() == 1 || m.kind == rolePerson && m.Len() == 1 && !m.plural && m.office != ""
}

// lookBack is how many mentions back an antecedent of a description is looked
// for, so that long documents cost no more a word than short ones.
const lookBack = 400

// antecedent is the entity that a definite description takes up, -1 for none:
// the latest one that agrees with it.
func (p *pass) antecedent(i int) int32 {
	m := &p.mentions[i]
	if m.kind == roleStates {
		return p.stateMeant(i)
	}
	sent, reach := p.doc.SentenceOf(m.Head), p.reach(m)
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.entity < 0 || c.Pronoun || m.Contains(c.Head) {
			continue
		}
		x := &p.entities[c.entity]
		if p.describes(m, x) || p.fightersMeant(m, c, x) || p.peopleMeant(m, c, x, sent) {
			if sent-p.doc.SentenceOf(c.Head) > reach {
				return -1
			}
			return c.entity
		}
	}
	return -1
}

// stateMeant is the entity of the state that "the country" means, -1 for none:
// subjects, the document's own country, and what was named often and lately.
func (p *pass) stateMeant(i int) int32 {
	m := &p.mentions[i]
	var among []string // "the South American nation" is one of its states
	if len(m.Actors) == 1 && m.Actors[0].Code == "" {
		among = m.Actors[0].Members
	}
	if len(m.Actors) > 0 && len(among) == 0 || m.plural {
		return -1
	}
	best, bestScore := int32(-1), 0
	sent := p.doc.SentenceOf(m.Head)
	for j := i - 1; j >= 0 && i-j < lookBack; j-- {
		c := &p.mentions[j]
		if c.entity < 0 || p.entities[c.entity].last != j || !p.isState(&p.entities[c.entity]) {
			continue
		}
		if len(among) > 0 && !slices.Contains(among, p.entities[c.entity].actors[0].Code) {
			continue
		}
		if s := p.stateScore(c, sent); s > bestScore {
			best, bestScore = c.entity, s
		}
	}
	return best
}

func (p *pass) isState(x *entity) bool {
	return x.entry >= 0 && p.lex.entries[x.entry].kind == state && (x.typ == demarche.GPE || x.typ == demarche.NORP) && !x.plural
}

// stateScore rates the state last mentioned by c as what "the country" means in
// sentence sent.
func (p *pass) stateScore(c *mention, sent int) int {
	x := &p.entities[c.entity]
	s := 20 - 4*min(sent-p.doc.SentenceOf(c.Head), 5) + min(x.count, 8)
	switch p.tok(c.Head).Rel {
	case demarche.Nsubj, demarche.NmodPoss, demarche.NsubjPass:
		s += 6
	case demarche.Conj:
		s -= 6
	case demarche.Compound, demarche.Amod:
		s -= 8
	}
	if x.actors[0].Code == p.home {
		s += 6
	}
	return s
}

// reach is how many sentences back a description may point.
func (p *pass) reach(m *mention) int {
	if m.office != "" || m.kind == roleStates {
		return 30
	}
	return 8
}

// describes says whether entity x may be what the words of m call it.
func (p *pass) describes(m *mention, x *entity) bool {
	if m.plural != x.plural && m.kind != roleGroup || !genderFits(m.gender, x.gender) {
		return false
	}
	if len(x.actors) != 1 || len(m.Actors) != 1 || !codesFit(m, x) {
		return false
	}
	if x.roleHit >= 0 && !x.named {
		return p.sameNoun(m.roleHit, x.roleHit)
	}
	switch m.kind {
	case rolePerson:
		return x.typ == demarche.Person && p.personDescribed(m, x)
	case roleBody:
		return (x.typ == demarche.Org) && p.bodyDescribed(m, x)
	}
	return false
}

// codesFit: a country that the description states must be the entity's.
func codesFit(m *mention, x *entity) bool {
	c := m.Actors[0].Code
	return c == "" || m.certain < byPlace || c == x.actors[0].Code
}

func (p *pass) sameNoun(a, b int32) bool {
	x, y := p.roleOf(a), p.roleOf(b)
	return x == y || x.office != "" && x.office == y.office || x.kind == roleBody && strings.HasSuffix(y.noun, " "+x.noun)
}

// personDescribed compares a description with a named person: by office, or
// by one of the nouns that fit any holder of one.
func (p *pass) personDescribed(m *mention, x *entity) bool {
	noun := p.roleOf(m.roleHit).noun
	office := x.actors[0].Office
	if m.office != "" {
		if m.office == office || m.office == x.office {
			return true
		}
		if noun == "deputy minister" {
			return strings.HasPrefix(office, "deputy") && strings.HasSuffix(office, "minister")
		}
		return noun == "minister" && strings.HasSuffix(office, "minister") || noun == "secretary" && strings.Contains(office, "secretary")
	}
	switch noun {
	case "leader":
		return isLeader(office)
	case "politician", "statesman", "official":
		return len(x.actors[0].Sectors) > 0 && holdsOffice(x.actors[0].Sectors[0]) && noun != "official"
	case "diplomat", "envoy":
		return strings.Contains(office, "foreign") || strings.Contains(office, "ambassador") || strings.Contains(office, "envoy")
	case "spokesman", "spokeswoman", "spokesperson":
		return x.roleHit >= 0 && strings.HasPrefix(p.roleOf(x.roleHit).noun, "spokes")
	}
	return x.roleHit >= 0 && p.sameNoun(m.roleHit, x.roleHit)
}

func isLeader(office string) bool {
	switch office {
	case "president", "prime minister", "king", "chancellor", "head of state", "head of government", "supreme leader", "interim president", "transitional president", "crown prince", "emir", "sultan", "interim leader":
		return true
	}
	return false
}

// bodyDescribed compares "the group", "the party", "the bank" with a named body.
func (p *pass) bodyDescribed(m *mention, x *entity) bool {
	noun := p.roleOf(m.roleHit).noun
	if x.entry < 0 {
		return x.roleHit >= 0 && p.sameNoun(m.roleHit, x.roleHit) || strings.HasSuffix(lowerASCII(x.actors[0].Name), " "+noun)
	}
	e := &p.lex.entries[x.entry]
	switch noun {
	case "group", "movement", "organisation", "organization", "faction", "militia", "militant group", "rebel group", "terrorist group", "terrorist organization":
		return e.kind == armedGroup || noun[0] == 'o' && e.kind == organisation
	case "party", "ruling party", "opposition party":
		return e.kind == party
	case "bloc", "alliance", "body", "agency", "institution", "union":
		return e.kind == organisation && (len(e.members) > 0 || noun == "body" || noun == "agency" && strings.Contains(e.name, "Agency") || noun == "institution")
	}
	return strings.HasSuffix(lowerASCII(e.name), noun)
}
