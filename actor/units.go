package actor

import (
	"github.com/demarche/demarche"
)

// unitMentions makes the mentions of names.
func (p *pass) unitMentions() {
	p.typeNames()
	for i := range p.units {
		u := &p.units[i]
		if u.inner {
			continue
		}
		switch {
		case u.typ == demarche.Person:
			if !p.weakSurname(int32(i)) {
				p.personMention(int32(i))
			}
		case u.hit >= 0:
			p.knownMention(int32(i))
		default:
			p.unknownMention(int32(i))
		}
	}
}

// register lets the short names of unit i, a name of several words, find it,
// wherever they stand in the text.
func (p *pass) register(i int32) {
	u := &p.units[i]
	switch {
	case u.typ == demarche.Person:
		p.shortName(u.Range.End-1, i)
		p.shortName(u.First, i)
		if t := u.Range.End - 2; t > u.First+1 && p.isGlueHyphen(t) {
			p.shortRange(demarche.Range{First: t - 1, End: u.Range.End}, i)
		}
		if u.hit >= 0 {
			p.byFull[p.entryOf(u.hit)] = true
		}
	case u.hit < 0 && u.typ != demarche.Org:
		p.shortName(u.First, i)
	}
}

// shortName registers one word of a full name; the first bearer keeps it.
func (p *pass) shortName(t int, unit int32) {
	p.buf, _ = fold(p.buf[:0], p.tok(t).Norm)
	if _, taken := p.docNames[string(p.buf)]; !taken {
		p.docNames[string(p.buf)] = unit
	}
}

// shortRange registers a hyphenated family name.
func (p *pass) shortRange(r demarche.Range, unit int32) {
	name := foldString(p.doc.TextOf(r))
	if _, taken := p.docNames[name]; !taken {
		p.docNames[name] = unit
	}
}

// fullName is the unit with the full name of a short one, -1 for none.
func (p *pass) fullName(u *unit) int32 {
	if u.Len() == 3 && p.isGlueHyphen(u.First+1) {
		if i, ok := p.docNames[foldString(p.doc.TextOf(u.Range))]; ok && p.units[i].Len() > 3 {
			return i
		}
	}
	if u.Len() != 1 {
		return -1
	}
	p.buf, _ = fold(p.buf[:0], p.tok(u.First).Norm)
	if i, ok := p.docNames[string(p.buf)]; ok {
		return i
	}
	return -1
}

// weakSurname decides on a family name that stands alone. It stays where the
// text gives the full name of that person, or a title, or where one well-known
// person in office bears it; else it becomes an unknown name, and the mention
// is made here.
func (p *pass) weakSurname(i int32) bool {
	u := &p.units[i]
	if u.hit < 0 || p.lex.refs[p.hits[u.hit].ref].use != asSurname {
		return false
	}
	if full := p.fullName(u); full >= 0 {
		p.takeFullName(u, full)
		return false
	}
	if p.introduced(u) {
		return false
	}
	if _, role := p.title(u.First); role >= 0 {
		return false
	}
	if !isCommonWord(p.tok(u.First).Norm) && p.mayStandAlone(u) {
		return false
	}
	p.hitAt[u.First], p.hits[u.hit].ref = -1, -1
	u.hit = -1
	u.typ = p.typeByPlace(u)
	if u.typ == demarche.Person {
		return false
	}
	p.unknownMention(i)
	return true
}

// mayStandAlone says that a family name without title or full name is some
// well-known person's: of a state in the text, or more so than any namesake's.
func (p *pass) mayStandAlone(u *unit) bool {
	for i := p.hits[u.hit].list; i >= 0; i = p.lex.refs[i].next {
		e := &p.lex.entries[p.lex.refs[i].entry]
		if p.prominence(e) > 0 && (p.codes[e.code] > 0 || p.onlyBearer(u)) {
			return true
		}
		if p.codes[e.code] > 1 && p.leads(e) {
			return true // of a story about his state
		}
	}
	return false
}

// leads says that somebody leads a state or its opposition within some years of
// the document's date.
func (p *pass) leads(e *entry) bool {
	for i := range e.terms {
		t := &e.terms[i]
		if (isLeader(t.office) || t.office == "opposition leader") && p.day != 0 && t.from <= p.day.before(-1000) && (t.until == 0 || p.day.before(1000) <= t.until) {
			return true
		}
	}
	return false
}

// introduced says that the text names a bearer of a family name in full, in
// whatever spelling, and makes the name his.
func (p *pass) introduced(u *unit) bool {
	for i := p.hits[u.hit].list; i >= 0; i = p.lex.refs[i].next {
		if p.byFull[p.lex.refs[i].entry] {
			p.hits[u.hit].ref = i
			return true
		}
	}
	return false
}

// takeFullName lets a short name stand for whom the full one does: a known
// person of that name, or somebody whom the lexicon lacks.
func (p *pass) takeFullName(u *unit, full int32) {
	f := &p.units[full]
	if f.hit >= 0 {
		e := p.entryOf(f.hit)
		for i := p.hits[u.hit].list; i >= 0; i = p.lex.refs[i].next {
			if p.lex.refs[i].entry == e {
				p.hits[u.hit].ref = i
				return
			}
		}
	}
	u.hit = -1
}

// isCommonWord lists family names that are common words: alone they name nobody.
func isCommonWord(s string) bool {
	switch s {
	case "Fall", "May", "Said", "Brown", "Rice", "Price", "Good", "Young", "King", "Long", "Small", "Gray", "Black", "White", "Green",
		"Wood", "Hill", "Church", "Bay", "Sun", "Moon", "Ban", "Power", "Park", "Day", "Best", "Fox", "Rose", "Case", "Stone", "Cook", "Banks",
		"Waters", "Woods", "Snow", "Frost", "Winter", "Sharp", "Strong", "Wise", "Noble", "Rich", "Law", "Judge", "Major", "Will", "Can", "Do",
		"So", "An", "Ma", "He", "Cash", "Page", "Field", "Ford", "Marsh", "Baker":
		return true
	}
	return false
}

// wellKnown lists the offices whose holders news names without title.
func wellKnown(office string) bool {
	switch office {
	case "president", "prime minister", "chancellor", "king", "queen", "supreme leader", "foreign minister", "secretary of state",
		"secretary-general", "defence minister", "secretary of defense", "crown prince", "pope", "taoiseach", "vice president", "speaker of the house of representatives",
		"president of the european commission", "president of the european council", "high representative":
		return true
	}
	return false
}

// onlyBearer says that of all whom the lexicon knows by that name one stands
// out, or all are of one state; and that the word is no given name.
func (p *pass) onlyBearer(u *unit) bool {
	if p.givenGender(u.First) != 0 {
		return false
	}
	code, top := "", -1
	for i := p.hits[u.hit].list; i >= 0; i = p.lex.refs[i].next {
		e := &p.lex.entries[p.lex.refs[i].entry]
		rank := p.prominence(e)
		switch {
		case rank > top:
			code, top = e.code, rank
		case rank == top && e.code != code:
			code = ""
		}
	}
	return code != ""
}

// prominence rates a person by the office held on the day: 2 heads of state and
// government, 1 others whom news names without title, 0 the rest.
func (p *pass) prominence(e *entry) int {
	t, holds := e.termOn(p.day)
	switch {
	case t == nil || !holds || !wellKnown(t.office):
		return 0
	case isLeader(t.office):
		return 2
	}
	return 1
}

// knownMention makes the mention of a place, people or body in the lexicon.
func (p *pass) knownMention(i int32) {
	u := &p.units[i]
	h := &p.hits[u.hit]
	x := &p.lex.refs[h.ref]
	m := mention{unit: i, entry: x.entry, roleHit: -1, entity: -1, kind: roleBody}
	m.Type = u.typ
	m.Head = p.headOf(u.Range, u.Range)
	m.Range = p.nameRange(m.Head, u.Range)
	m.plural = x.use == asPeople && p.isPlural(m.Head)
	a := p.known(x.entry)
	if p.lex.entries[x.entry].kind == region {
		a = p.narrowed(x.entry, m.Head)
	}
	a.Sectors = p.nameSectors(x, &a, &m)
	m.Actors = []demarche.Actor{a}
	if p.colonial(&m) {
		return
	}
	if before, _ := p.hyphenParts(u); before == "pro" {
		return // "pro-Russian" villages are no Russians
	} else if before != "" {
		if s := p.prefixState(before); s >= 0 {
			m.Actors = []demarche.Actor{p.known(s), a}
		}
	}
	if n := len(a.Members); m.Type == demarche.NORP && p.lex.entries[x.entry].kind == region && n == 2 {
		m.Actors = p.eachMember(a.Members) // "Franco-German"
	}
	m.certain = byWords
	p.mentions = append(p.mentions, m)
}

// eachMember is the actors of several states.
func (p *pass) eachMember(codes []string) []demarche.Actor {
	var out []demarche.Actor
	for _, c := range codes {
		if e, ok := p.lex.states[c]; ok {
			out = append(out, p.known(e))
		}
	}
	return out
}

// narrowed is the actor of region e, or of the region inside it that an "of"
// behind its head names.
func (p *pass) narrowed(e int32, head int) demarche.Actor {
	for c := p.tree.first[head]; c >= 0; c = p.tree.next[c] {
		if p.unitAt[c] < 0 || p.preposition(int(c)) != "of" {
			continue
		}
		if u := &p.units[p.unitAt[c]]; u.hit >= 0 {
			if i := p.entryOf(u.hit); p.lex.entries[i].kind == region && p.within(i, e) {
				return p.known(i)
			}
		}
	}
	return p.known(e)
}

// nameRange widens a name by its determiner and adjectives where it heads a
// phrase; inside a longer phrase it stays as it is.
func (p *pass) nameRange(head int, core demarche.Range) demarche.Range {
	r := core
	lo, _ := p.sentenceRange(head)
	for r.First > lo {
		t := r.First - 1
		x := p.tok(t)
		if x.Head != head || p.unitAt[t] >= 0 || x.Rel == demarche.NmodPoss {
			break
		}
		if x.UPOS != demarche.DET && x.UPOS != demarche.ADJ && x.UPOS != demarche.NUM {
			break
		}
		r.First = t
	}
	return r
}

func (p *pass) isPlural(t int) bool {
	x := p.tok(t)
	return x.XPOS == "NNS" || x.XPOS == "NNPS" || x.XPOS == "" && x.UPOS == demarche.NOUN && len(x.Form) > 1 && x.Form[len(x.Form)-1] == 's'
}

// nameSectors is the sector that a name acts in: GOV for a state or its
// capital that does something, CVL for a people, none for a mere place.
func (p *pass) nameSectors(x *ref, a *demarche.Actor, m *mention) []string {
	switch p.lex.entries[x.entry].kind {
	case state:
		if x.sector != "" {
			return []string{x.sector}
		}
		if m.Type == demarche.NORP {
			return p.peopleSectors(m)
		}
		if len(a.Sectors) == 0 && p.acts(m.Head) {
			return govSectors
		}
	case ethnic:
		if len(a.Sectors) == 0 && !p.modifies(m.Head) {
			return civilSectors
		}
	}
	return a.Sectors
}

var (
	govSectors    = []string{"GOV"}
	civilSectors  = []string{"CVL"}
	socialSectors = []string{"SOC"}
)

// modifies says that a token stands before another noun as its modifier.
func (p *pass) modifies(t int) bool {
	switch p.tok(t).Rel.Base() {
	case demarche.Amod, demarche.Compound, "nmod":
		return p.tok(t).Head > t && p.tok(t).Rel != demarche.NmodPoss || p.tok(t).Rel == demarche.Amod
	}
	return false
}

// acts says that a state or capital is spoken of as one who acts or is acted
// upon, not as a place: by its place in the clause.
func (p *pass) acts(t int) bool {
	for n := 0; n < chain && p.tok(t).Rel == demarche.Conj && p.tok(t).Head >= 0; n++ {
		t = p.tok(t).Head
	}
	x := p.tok(t)
	switch x.Rel {
	case demarche.OblAgent, demarche.NmodPoss:
		return true
	}
	switch x.Rel.Base() {
	case demarche.Nsubj, demarche.Iobj, demarche.Compound, demarche.Vocative, demarche.Xcomp:
		return true
	case demarche.Obj:
		return x.Head < 0 || !travels(p.tok(x.Head).Lemma)
	case demarche.Obl, demarche.Nmod:
		switch p.preposition(t) {
		case "by", "between", "with", "behind", "among", "against", "for", "of", "on", "upon", "":
			return true
		}
	case demarche.Root:
		return true
	}
	return false
}

// travels lists verbs whose object is where somebody goes or is.
func travels(lemma string) bool {
	switch lemma {
	case "visit", "leave", "reach", "enter", "tour", "cross", "flee", "hit", "strike", "shake", "rock", "approach", "quit", "exit", "capture", "seize", "bomb", "shell", "besiege", "liberate", "retake", "surround", "occupy":
		return true
	}
	return false
}

// prefixState is the state of the first half of "Franco-German", -1 for none.
func (p *pass) prefixState(s string) int32 {
	code := ""
	switch s {
	case "franco":
		code = "FRA"
	case "anglo":
		code = "GBR"
	case "sino":
		code = "CHN"
	case "russo":
		code = "RUS"
	case "indo":
		code = "IND"
	case "austro":
		code = "AUT"
	case "greco":
		code = "GRC"
	case "italo":
		code = "ITA"
	case "afro", "euro":
		return -1
	}
	if e, ok := p.lex.states[code]; ok {
		return e
	}
	return -1
}

// unknownMention makes the mention of a name that the lexicon lacks and that
// is no person's.
func (p *pass) unknownMention(i int32) {
	u := &p.units[i]
	m := mention{unit: i, entry: -1, roleHit: u.role, entity: -1, kind: roleBody}
	m.Type = u.typ
	m.Head = p.headOf(u.Range, u.Range)
	m.Range = p.nameRange(m.Head, u.Range)
	if u.typ == demarche.Org {
		m.Actors = []demarche.Actor{p.bodyActor(u)}
		m.certain = byWords
		if m.Actors[0].Code == "" {
			m.certain = unsaid
			p.possessedBody(&m)
		}
	} else {
		p.possessedPlace(&m, u)
	}
	p.mentions = append(p.mentions, m)
}

// possessedBody gives a body the state that possesses it: "Saudi Arabia's Civil
// Defense Authority".
func (p *pass) possessedBody(m *mention) {
	t := p.dependent(m.Head, demarche.NmodPoss)
	if t < 0 || p.unitAt[t] < 0 {
		return
	}
	if code := p.unitCode(&p.units[p.unitAt[t]]); code != "" {
		m.Actors[0].Code, m.certain = code, byWords
		m.Actors[0].Evidence = p.wordsEvidence(p.units[p.unitAt[t]].Range, "country")
	}
}

// bodyActor is the actor of a named body: its sector from the noun for it, its
// country from the names inside.
func (p *pass) bodyActor(u *unit) demarche.Actor {
	a := demarche.Actor{Name: p.doc.TextOf(u.Range), Evidence: p.wordsEvidence(u.Range, "name")}
	if u.role >= 0 {
		a.Sectors = p.roleOf(u.role).sectors
	} else {
		for t := u.Range.End - 1; t >= u.First; t-- {
			if k := p.roleAt[t]; k >= 0 && p.roleOf(k).kind == roleBody {
				a.Sectors = p.roleOf(k).sectors
				break
			}
		}
	}
	if p.forCause(u) {
		a.Sectors = socialSectors
	}
	for t := u.First; t < u.Range.End; t++ {
		if h := p.hitAt[t]; h >= 0 && p.hits[h].ref >= 0 && p.hitType(&p.hits[h]) != demarche.Person {
			a.Code = p.known(p.entryOf(h)).Code
			break
		}
	}
	return a
}
