package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// typeNames decides what the names are that the lexicon lacks: those of several
// words first, so that a family name alone is known as a person's.
func (p *pass) typeNames() {
	p.localAcronyms()
	for i := range p.units {
		if u := &p.units[i]; u.Len() > 1 && !u.inner {
			if u.typ == "" {
				u.typ, u.guess = p.typeName(u)
			}
			if !u.guess {
				p.register(int32(i))
			}
		}
	}
	p.recall()
	for i := range p.units {
		u := &p.units[i]
		if u.inner {
			continue
		}
		if u.typ == demarche.GPE && u.Len() == 1 && u.hit >= 0 {
			p.personNotPlace(u)
		}
		if u.typ != "" {
			continue
		}
		if full := p.fullName(u); full >= 0 {
			u.typ = p.units[full].typ
		} else {
			u.typ, u.guess = p.typeName(u)
		}
	}
	p.agreeOnTypes()
}

// localAcronyms frees the acronyms that the text introduces for a name which the
// lexicon lacks: "the National Telecommunications Commission (NTC)".
func (p *pass) localAcronyms() {
	local := map[string]bool{}
	for i := range p.units {
		u := &p.units[i]
		full := p.acronymOf(u)
		if full < 0 {
			continue
		}
		p.spelled[p.tok(u.First).Norm] = p.units[full].First
		if u.hit >= 0 && p.units[full].hit < 0 && p.initials(p.units[full].Range, p.tok(u.First).Norm) {
			local[p.tok(u.First).Norm] = true
		}
	}
	for i := range p.units {
		if u := &p.units[i]; len(local) > 0 && u.Len() == 1 && u.hit >= 0 && local[p.tok(u.First).Norm] {
			p.hitAt[u.First], p.hits[u.hit].ref = -1, -1
			u.hit, u.typ = -1, demarche.Org
		}
	}
}

// initials says whether the capitals of the words of r spell the acronym.
func (p *pass) initials(r demarche.Range, acronym string) bool {
	k := 0
	first := r.First
	for first >= 2 && p.tok(first-1).Form == "-" { // "Pan-African Party"
		first -= 2
	}
	for t := first; t < r.End && k < len(acronym); t++ {
		if f := p.tok(t).Form; f[0] == acronym[k] {
			k++
		}
	}
	return k == len(acronym)
}

// recall finds family names that the tagger took for something else ("Blinken
// backs" in a headline), where the text has the full name.
func (p *pass) recall() {
	found := false
	for t := range p.doc.Tokens {
		x := p.tok(t)
		if p.unitAt[t] >= 0 || p.roleAt[t] >= 0 || !isCapitalised(x.Form) || x.UPOS == demarche.DET || x.UPOS == demarche.ADP || x.UPOS == demarche.PRON {
			continue
		}
		p.buf, _ = fold(p.buf[:0], x.Norm)
		if i, ok := p.docNames[string(p.buf)]; ok && p.units[i].typ == demarche.Person && len(p.buf) > 3 && p.lastWord(i) == x.Norm {
			p.addUnit(unit{Range: demarche.Range{First: t, End: t + 1}, hit: -1, role: -1, typ: demarche.Person})
			found = true
		}
	}
	if found {
		p.reorder()
	}
}

func (p *pass) lastWord(i int32) string { return p.tok(p.units[i].Range.End - 1).Norm }

// agreeOnTypes makes all mentions of one unknown name of one type: what any of
// them is surely, else a place if any stands like one, else a person.
func (p *pass) agreeOnTypes() {
	types := map[string]demarche.EntityType{}
	for i := range p.units {
		u := &p.units[i]
		if u.hit >= 0 || u.inner {
			continue
		}
		name := p.doc.TextOf(u.Range)
		if t, ok := types[name]; !ok || !u.guess || typeRank(u.typ) > typeRank(t) {
			types[name] = u.typ
		}
	}
	for i := range p.units {
		if u := &p.units[i]; u.guess {
			u.typ = types[p.doc.TextOf(u.Range)]
			if u.typ == demarche.Person && u.Len() > 1 {
				p.register(int32(i))
			}
		}
	}
}

func typeRank(t demarche.EntityType) int {
	switch t {
	case demarche.GPE:
		return 2
	case demarche.Person:
		return 1
	}
	return 0
}

// personNotPlace makes a person of "Paris" in a text about a Valeska Paris.
func (p *pass) personNotPlace(u *unit) {
	full := p.fullName(u)
	if full < 0 || p.units[full].typ != demarche.Person || placePreposition(p.preposition(u.First)) {
		return
	}
	if p.lex.entries[p.entryOf(u.hit)].kind == state && p.units[full].First > u.First {
		return // a state may stand before the person who has its name
	}
	u.typ, u.hit = demarche.Person, -1
}

// typeName types a name by its words, its title and its place in the sentence;
// guess says that only the place in the sentence decided.
func (p *pass) typeName(u *unit) (t demarche.EntityType, guess bool) {
	last := p.tok(u.Range.End - 1)
	if u.Len() == 2 && p.apposedPerson(u) {
		return demarche.Person, false // "Loic Bureau, a reporter"
	}
	if t := suffixType(last.Form); t != "" && u.Len() > 1 {
		return t, false
	}
	if u.Len() > 1 && prefixType(p.tok(u.First).Form) != "" {
		return prefixType(p.tok(u.First).Form), false
	}
	if _, role := p.title(u.First); role >= 0 || p.honorific(u.First) || p.apposedRole(u) {
		return demarche.Person, false
	}
	if p.afterPlace(u) {
		return demarche.GPE, true
	}
	if u.Len() == 1 && isAcronym(last.Norm) {
		return demarche.Org, false
	}
	if u.Len() > 1 && u.Len() <= 5 && p.givenGender(u.First) != 0 {
		return demarche.Person, false
	}
	if g := p.givenGender(u.First); u.Len() == 1 && (g == 'm' || g == 'f') && !placePreposition(p.preposition(u.First)) {
		return demarche.Person, true
	}
	return p.typeByPlace(u), true
}

// typeByPlace types a name by what stands around it.
func (p *pass) typeByPlace(u *unit) demarche.EntityType {
	head := p.headOf(u.Range, u.Range)
	prep := p.preposition(head)
	if surelyPlace(prep) || p.afterPlace(u) {
		return demarche.GPE
	}
	g := p.tok(head).Head
	if u.Len() > 1 && p.tok(head).Rel.Base() == demarche.Nsubj && g >= 0 && speaks(p.tok(g).Lemma) {
		return demarche.Person
	}
	if u.Len() == 2 || u.Len() == 3 {
		if p.dependent(head, demarche.Det) < 0 && p.tok(head).Rel != demarche.Compound {
			return demarche.Person
		}
	}
	return demarche.Org
}

// surelyPlace lists the prepositions before which people and bodies rarely stand.
func surelyPlace(prep string) bool {
	switch prep {
	case "in", "near", "outside", "inside", "into", "across", "throughout", "around":
		return true
	}
	return false
}

// afterPlace says that the name tells in which province or state the place
// before it lies: "Saratoga Springs, New York".
func (p *pass) afterPlace(u *unit) bool {
	t := u.First
	if t < 2 || p.tok(t-1).Norm != "," || p.unitAt[t-2] < 0 {
		return false
	}
	b := &p.units[p.unitAt[t-2]]
	return b.typ == demarche.GPE && b.Range.End == t-1 && p.tok(t).Head >= b.First && p.tok(t).Head < b.Range.End
}

// apposedRole says that ", the Kazakh leader," or ", 45," follows the name.
func (p *pass) apposedRole(u *unit) bool {
	e := u.Range.End
	if e+1 >= len(p.doc.Tokens) || p.tok(e).Norm != "," {
		return false
	}
	if x := p.tok(e + 1); x.UPOS == demarche.NUM && len(x.Norm) == 2 {
		return true
	}
	for t := e + 1; t < min(e+7, len(p.doc.Tokens)); t++ {
		if k := p.roleAt[t]; k >= 0 {
			return p.roleOf(k).kind == rolePerson
		}
		if p.tok(t).UPOS == demarche.VERB || p.tok(t).UPOS == demarche.PUNCT {
			return false
		}
	}
	return false
}

// apposedPerson says that ", a 27-year-old teacher" follows the name.
func (p *pass) apposedPerson(u *unit) bool {
	e := u.Range.End
	if e+2 >= len(p.doc.Tokens) || p.tok(e).Norm != "," || p.tok(e+1).UPOS != demarche.DET {
		return false
	}
	for t := e + 2; t < min(e+10, len(p.doc.Tokens)); t++ {
		if k := p.roleAt[t]; k >= 0 && p.roleOf(k).kind != roleContext {
			return p.roleOf(k).kind == rolePerson && !p.lex.refs[p.nounRef(k)].plural
		}
		switch p.tok(t).UPOS {
		case demarche.ADJ, demarche.NUM, demarche.NOUN, demarche.PROPN:
		case demarche.PUNCT:
			if !isHyphen(p.tok(t).Form) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

func (p *pass) honorific(first int) bool {
	if first == 0 {
		return false
	}
	k := p.roleAt[first-1]
	return k >= 0 && p.roleOf(k).kind == roleHonor
}

func speaks(lemma string) bool {
	switch lemma {
	case "say", "tell", "add", "state", "announce", "declare", "warn", "call", "stress", "emphasize", "emphasise", "continue", "claim", "conclude", "remark", "comment", "quote", "urge", "report", "note", "explain", "think", "believe", "know", "want", "ask", "reply", "recall", "insist", "argue", "describe", "tweet", "write", "die", "marry":
		return true
	}
	return false
}

func isAcronym(s string) bool {
	caps := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			caps++
		case c != '.' && c != '-' && c != '&' && (c < '0' || c > '9'):
			return false
		}
	}
	return caps >= 2
}

// suffixType types a name of several words by its last one.
func suffixType(w string) demarche.EntityType {
	switch strings.TrimSuffix(w, ".") {
	case "River", "Lake", "Mountains", "Mountain", "Island", "Islands", "Sea", "Gulf", "Bay", "Strait", "Straits", "Valley", "Desert", "Peninsula", "Ocean", "Canal", "Coast", "Heights", "Hills", "Road", "Street", "Avenue", "Square", "Plaza", "Boulevard", "Bridge", "Park", "Pass", "Channel", "Delta", "Basin", "Highway", "Airport", "Station", "Plateau", "Forest", "Reef", "Highlands", "Port", "Stadium", "Building", "Tower":
		return demarche.Loc
	case "Province", "District", "City", "County", "Region", "Oblast", "Governorate", "Prefecture", "Territory", "Town", "Village", "Municipality", "Republic", "State", "Krai", "Raion", "Township", "Borough", "Canton":
		return demarche.GPE
	case "War", "Games", "Summit", "Election", "Elections", "Referendum", "Conference", "Festival", "Cup", "Olympics", "Day", "Championship", "Championships", "Revolution", "Accord", "Agreement", "Treaty", "Act", "Convention", "Protocol", "Prize", "Award", "Pact", "Plan", "Declaration", "Hurricane", "Uprising", "Massacre", "Holocaust", "Spring", "Forum":
		return demarche.EventT
	case "Corp", "Inc", "Ltd", "LLC", "Limited", "Co", "Group", "Holdings", "Company", "Bank", "Airlines", "Airways", "Party", "University", "College", "School", "Institute", "Council", "Committee", "Commission", "Agency", "Association", "Union", "League", "Front", "Movement", "Army", "Brigade", "Brigades", "Forces", "Force", "Command", "Church", "Foundation", "Organization", "Organisation", "Fund", "Center", "Centre", "Office", "Department", "Ministry", "Court", "Parliament", "Senate", "Assembly", "Congress", "Bureau", "Authority", "Service", "Times", "Post", "News", "Journal", "Herald", "Tribune", "Network", "Society", "Federation", "Alliance", "Coalition", "Club", "Hospital", "Museum", "Academy", "Guard", "Police", "Navy", "Press", "Media", "TV", "Radio", "Television", "Industries", "Energy", "Motors", "Systems", "Technologies", "AG", "SA", "PLC", "plc", "GmbH", "Watch", "International", "Initiative", "Consortium", "Laboratory", "Trust", "Tribunal", "Guardian", "Daily", "Gazette", "Patrol", "Board", "Administration", "Partners", "Democrats", "Republicans", "Conservatives", "Socialists", "Greens", "Liberals", "Project", "Program", "Programme", "Services", "Library", "Theatre", "Theater", "Records", "Studios", "Games Committee":
		return demarche.Org
	}
	return ""
}

func prefixType(w string) demarche.EntityType {
	switch w {
	case "Mount", "Lake", "Cape", "Mt.", "Gulf", "Fort", "Camp":
		return demarche.Loc
	case "Port", "San", "Santa", "St.", "New", "Los", "Las", "El", "Rio", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower", "Greater", "Al", "Tel":
		return demarche.GPE
	case "Hurricane", "Operation", "Cyclone", "Typhoon":
		return demarche.EventT
	}
	return ""
}
