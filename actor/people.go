package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// title finds the words before a name that belong to it ("the Uzbek Deputy
// Foreign Minister X"): their range and the role hit next to the name, -1
// where there is none.
func (p *pass) title(first int) (demarche.Range, int32) {
	lo, _ := p.sentenceRange(first)
	r := demarche.Range{First: first, End: first}
	role := p.roleAt[first] // of a name that the lexicon has with its title: "President Xi"
	if role >= 0 && p.roleOf(role).kind != rolePerson {
		role = -1
	}
	for t := first - 1; t >= lo; t = r.First - 1 {
		if k := p.roleAt[t]; k >= 0 && p.titleRole(k, t) {
			r.First = p.roleHits[k].First
			if role < 0 && p.roleOf(k).kind != roleHonor {
				role = k
			}
			continue
		}
		if k := p.officeBefore(t); role < 0 && k >= 0 && p.hitAt[t] < 0 && isCapitalised(p.tok(t).Form) {
			r.First, role = p.roleHits[k].First, k
			continue
		}
		if k, start := p.officeOf(t, lo); role < 0 && k >= 0 {
			r.First, role = start, k
			continue
		}
		next := p.titleWord(t, lo, role >= 0)
		if next < 0 {
			break
		}
		r.First = next
	}
	if role < 0 {
		r = p.bareTitle(r, first)
	}
	return r, role
}

// officeOf reads "President of Ukraine" and "Special Representative for Iran"
// that end at token t: the role hit and its first token, -1 for none.
func (p *pass) officeOf(t, lo int) (int32, int) {
	i := p.unitAt[t]
	if i < 0 || p.units[i].typ == demarche.Person || p.units[i].Range.End != t+1 {
		return -1, 0
	}
	of := p.units[i].First - 1
	if of > lo && p.tok(of).UPOS == demarche.DET {
		of--
	}
	if of <= lo || !isOf(p.tok(of).Norm) || p.roleAt[of-1] < 0 {
		return -1, 0
	}
	k := p.roleAt[of-1]
	if p.roleOf(k).kind != rolePerson || p.roleOf(k).office == "" || p.lex.refs[p.nounRef(k)].plural {
		return -1, 0
	}
	return k, p.roleHits[k].First
}

// bareTitle keeps only honorifics and what the tree says goes with the name.
func (p *pass) bareTitle(r demarche.Range, first int) demarche.Range {
	for t := r.First; t < first; t++ {
		if k := p.roleAt[t]; k >= 0 && p.roleOf(k).kind == roleHonor || p.inPhrase(t, p.nameHead(first)) {
			return demarche.Range{First: t, End: first}
		}
	}
	return demarche.Range{First: first, End: first}
}

// nameHead is the head of the name that begins at token t.
func (p *pass) nameHead(t int) int {
	if i := p.unitAt[t]; i >= 0 {
		return p.headOf(p.units[i].Range, p.units[i].Range)
	}
	return t
}

// titleRole says that a role noun can stand as a title at token t.
func (p *pass) titleRole(k int32, t int) bool {
	h := &p.roleHits[k]
	if h.Range.End-1 != t || p.unitAt[t] >= 0 && p.units[p.unitAt[t]].role < 0 {
		return false
	}
	x := p.roleOf(k)
	if x.kind == rolePerson || x.kind == roleHonor {
		return !p.lex.refs[p.nounRef(k)].plural || isCapitalised(p.tok(t).Form)
	}
	return false
}

// titleWord says how far left the title goes at token t, which is no title
// noun; -1 where it ends.
func (p *pass) titleWord(t, lo int, titled bool) int {
	x := p.tok(t)
	if i := p.unitAt[t]; i >= 0 && titled && p.units[i].typ != demarche.Person {
		return p.units[i].First
	}
	if k := p.roleAt[t]; k >= 0 && titled {
		return p.roleHits[k].First // a modifier or body: "opposition leader"
	}
	switch x.UPOS {
	case demarche.ADJ:
		return t
	case demarche.NOUN, demarche.PROPN:
		if titled && p.tok(t+1).Norm != "'s" {
			return t
		}
	case demarche.DET:
		return t
	case demarche.PART:
		if x.Norm == "'s" && titled && t > lo && p.unitAt[t-1] >= 0 {
			return p.units[p.unitAt[t-1]].First
		}
	case demarche.VERB:
		if x.XPOS == "VBN" && x.Rel == demarche.Amod {
			return t
		}
	case demarche.PUNCT:
		if isHyphen(x.Form) && p.isGlueHyphen(t) {
			return t - 1
		}
	}
	switch lowerASCII(x.Norm) {
	case "elect", "designate", "then", "former", "acting", "late":
		return t
	}
	return -1
}

// personMention makes the mention of a unit that names a person.
func (p *pass) personMention(i int32) {
	u := &p.units[i]
	title, role := p.title(u.First)
	r := demarche.Range{First: title.First, End: u.Range.End}
	d := p.describe(r, u.Range, role)
	m := mention{unit: i, entry: -1, roleHit: role, entity: -1, kind: rolePerson}
	m.Range, m.Type = r, demarche.Person
	m.Head = p.headOf(r, u.Range)
	m.office = d.office
	m.gender = p.personGender(u, title)
	a := p.personActor(u, &d, &m)
	p.applyDescription(&a, &d)
	m.Actors = []demarche.Actor{a}
	for t := r.First; t < r.End; t++ {
		p.person[t] = int32(len(p.mentions))
	}
	p.mentions = append(p.mentions, m)
}

// personActor is the known person, or a new one by the name in the text.
func (p *pass) personActor(u *unit, d *description, m *mention) demarche.Actor {
	if u.hit >= 0 {
		if e := p.bestPerson(u, d); e >= 0 {
			m.entry = e
			if g := p.lex.entries[e].gender; g != 0 {
				m.gender = g
			}
			return p.inOffice(e, d.office)
		}
	}
	if full := p.fullName(u); full >= 0 && p.units[full].hit >= 0 {
		m.entry = p.lex.refs[p.hits[p.units[full].hit].ref].entry
		m.gender = p.lex.entries[m.entry].gender
		return p.inOffice(m.entry, d.office)
	}
	if e := p.withoutMiddle(u); e >= 0 {
		m.entry = e
		m.gender = p.lex.entries[e].gender
		return p.inOffice(e, d.office)
	}
	name := p.doc.TextOf(u.Range)
	return demarche.Actor{Name: name, Evidence: p.wordsEvidence(u.Range, "name")}
}

// withoutMiddle is the known person whose first and last names those of a longer
// name are, and whose state the text speaks of: "Alejandro Eduardo Giammattei";
// -1 for none.
func (p *pass) withoutMiddle(u *unit) int32 {
	if u.Len() < 3 || u.Len() > 4 || u.hit >= 0 || p.isGlueHyphen(u.Range.End-2) || p.isGlueHyphen(u.First+1) || isParticle(p.tok(u.First+1).Form) {
		return -1
	}
	r := p.lex.lookup(nameRoot, p.tok(u.First).Norm+" "+p.tok(u.Range.End-1).Norm)
	for ; r >= 0; r = p.lex.refs[r].next {
		e := &p.lex.entries[p.lex.refs[r].entry]
		if e.kind == person && p.lex.refs[r].use == asName && p.codes[e.code] > 0 {
			return p.lex.refs[r].entry
		}
	}
	return -1
}

// inOffice is the actor of a known person. The office that the text names tells
// the time in a document without a date, and decides near the days when one
// office ended and another began.
func (p *pass) inOffice(e int32, office string) demarche.Actor {
	a := p.known(e)
	if office == "" || office == a.Office {
		return a
	}
	for i := range p.lex.entries[e].terms {
		if t := &p.lex.entries[e].terms[i]; t.office == office && (p.day == 0 || t.nearly(p.day)) {
			a.Code, a.Sectors, a.Office, a.Evidence.Source = t.code, t.sectors, t.office, p.lex.source(t.at)
		}
	}
	return a
}

// bestPerson picks among people of one name the one that the words around it
// speak of, -1 when they contradict all of them.
func (p *pass) bestPerson(u *unit, d *description) int32 {
	best, bestScore := int32(-1), 0
	h := &p.hits[u.hit]
	for i := h.list; i >= 0; i = p.lex.refs[i].next {
		x := &p.lex.refs[i]
		e := &p.lex.entries[x.entry]
		if e.kind != person {
			continue
		}
		t, holds := e.termOn(p.day)
		s := 10
		if x.use == asSurname {
			s = p.namedInFull(u, x.entry)
		}
		if holds {
			s += 6 + 2*p.prominence(e)
		}
		if p.codes[e.code] > 0 {
			s += 4
		}
		if len(d.owners) > 0 {
			s += agree(ownersHave(d.owners, e, t), 20)
		}
		if d.office != "" {
			s += agree(officeFits(d.office, e), 8)
		}
		if d.role >= 0 && len(d.owners) == 0 && d.office == "" {
			s++
		}
		if s > 0 && x.use == asSurname {
			s += standing(e)
		}
		if s > bestScore {
			best, bestScore = x.entry, s
		}
	}
	return best
}

// namedInFull rates a bearer of a family name whom the text names in full, the
// first one most: of the Bidens "Biden" is the one whom the text introduced.
func (p *pass) namedInFull(u *unit, e int32) int {
	if !p.byFull[e] {
		return 0
	}
	if full := p.fullName(u); full >= 0 && p.units[full].hit >= 0 && p.lex.refs[p.hits[p.units[full].hit].ref].entry == e {
		return 16
	}
	return 12
}

// standing rates whoever led a state or government at any time before others
// of the same name, such as his wife.
func standing(e *entry) int {
	for i := range e.terms {
		if isLeader(e.terms[i].office) {
			return 2
		}
	}
	return 0
}

func agree(yes bool, n int) int {
	if yes {
		return n
	}
	return -n
}

func ownersHave(owners []owner, e *entry, t *term) bool {
	for _, o := range owners {
		if o.code == e.code || t != nil && o.code == t.code || forMany(o.code) {
			return true
		}
	}
	return false
}

func officeFits(office string, e *entry) bool {
	for i := range e.terms {
		if o := e.terms[i].office; o == office || o != "" && (strings.Contains(o, office) || strings.Contains(office, o)) {
			return true
		}
	}
	return false
}

// forMany says that a code is of an organisation of states.
func forMany(code string) bool {
	switch code {
	case "UNO", "EUR", "IGO":
		return true
	}
	return false
}

// applyDescription adds to an actor what the text says and the lexicon does
// not, and lets "former" stand.
func (p *pass) applyDescription(a *demarche.Actor, d *description) {
	if a.Code == "" && len(d.owners) > 0 {
		a.Code = d.owners[0].code
		a.Evidence = d.owners[0].evidence
	}
	if len(d.owners) == 1 && d.office != "" && len(d.owners[0].code) == 3 && forMany(d.owners[0].code) && (len(a.Sectors) == 0 || a.Sectors[0] == "ELI") {
		a.Code, a.Evidence = d.owners[0].code, d.owners[0].evidence // a former president, now an organisation's envoy
	}
	if d.former && len(d.sectors) > 0 && d.sectors[0] == "ELI" {
		a.Sectors, a.Office = d.sectors, ""
		return
	}
	if len(a.Sectors) == 0 || a.Sectors[0] == "ELI" && len(d.sectors) > 0 && d.office != "" {
		if len(d.sectors) > 0 {
			a.Sectors = d.sectors
		}
	}
	if a.Office == "" {
		a.Office = d.office
	}
}

// personGender reads the title and the given name.
func (p *pass) personGender(u *unit, title demarche.Range) byte {
	for t := title.First; t < title.End; t++ {
		if g := genderWord(lowerASCII(p.tok(t).Norm)); g != 0 {
			return g
		}
	}
	if u.Len() > 1 || u.typ == demarche.Person && u.hit < 0 {
		if g := p.givenGender(u.First); g == 'm' || g == 'f' {
			return g
		}
	}
	return 0
}

// genderWord is the gender that a noun or title tells.
func genderWord(w string) byte {
	switch w {
	case "mr", "mr.", "sir", "lord", "king", "prince", "emir", "sheikh", "sheik", "sultan", "emperor", "baron", "duke", "pope", "imam", "ayatollah", "man", "boy", "father", "husband", "son", "brother", "uncle", "fiancé", "boyfriend", "nephew", "businessman", "policeman", "gunman", "cardinal", "bishop", "priest", "monk", "señor", "monsieur":
		return 'm'
	case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "baroness", "madam", "madame", "duchess", "woman", "girl", "mother", "wife", "daughter", "sister", "widow", "fiancée", "girlfriend", "niece", "aunt", "businesswoman", "policewoman", "actress", "nun":
		return 'f'
	}
	switch {
	case strings.HasSuffix(w, "spokesman"), strings.HasSuffix(w, "congressman"), strings.HasSuffix(w, "chairman"), strings.HasSuffix(w, "statesman"):
		return 'm'
	case strings.HasSuffix(w, "woman"):
		return 'f'
	}
	return 0
}
