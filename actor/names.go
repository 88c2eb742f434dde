package actor

import "github.com/demarche/demarche"

// unit is a name in the text: one from the lexicon, or one found by its
// capitals.
type unit struct {
	demarche.Range
	hit   int32 // index into pass.hits, -1 for a name that the lexicon lacks
	typ   demarche.EntityType
	role  int32 // of a named body ("Sheriff's Office"): the role hit, -1 for none
	inner bool  // inside a longer name: speaks of nobody by itself
	was   int32 // its index before reorder
	guess bool  // its type is only guessed from its place in the sentence
}

// names cuts the document into units.
func (p *pass) names() {
	p.freePersonalNames()
	p.tellNamesakes()
	p.koreas()
	p.freeParties()
	for i := range p.hits {
		if p.hits[i].ref < 0 {
			continue
		}
		h := &p.hits[i]
		u := unit{Range: h.Range, hit: int32(i), typ: p.hitType(h), role: -1}
		switch {
		case u.typ == demarche.Person && u.Len() > 1:
			p.lengthen(&u)
		case u.typ == demarche.GPE:
			p.lengthenPlace(&u)
		}
		p.units = append(p.units, u)
	}
	known := len(p.units)
	p.bodies()
	p.runs()
	p.sortUnits(known)
}

// lengthen adds to a known person's name what follows of it in the text: "King
// Salman | bin Abdulaziz".
func (p *pass) lengthen(u *unit) {
	_, hi := p.sentenceRange(u.First)
	for e := u.Range.End; e < hi && (p.joinsName(e) || p.nameWord(e)); e++ {
		if p.nameWord(e) && p.tok(e).Rel == demarche.Flat {
			u.Range.End = e + 1
		}
	}
}

// freePersonalNames drops places that are a person's given or family name
// here (Jordan in "Michael Jordan", Chad in "Chad Smith"), known people of whom
// only one name is meant elsewhere (Francis in "Francis D'Souza"), and seats
// called by a common noun where another state is spoken of ("Congress").
func (p *pass) freePersonalNames() {
	for i := range p.hits {
		h := &p.hits[i]
		if h.ref >= 0 && h.Len() == 1 && !h.part && (p.besideName(h) || p.foreignSeat(h)) {
			p.freeBearer(i)
		}
	}
}

// freeBearer frees hit i, and where it is a region's also its bare repetitions:
// after "Adam West" not "the West" but "West" is that man.
func (p *pass) freeBearer(i int) {
	k := p.lex.entries[p.entryOf(int32(i))].kind
	word := p.tok(p.hits[i].First).Norm
	p.free(&p.hits[i])
	if k != region {
		return
	}
	for j := range p.hits {
		h := &p.hits[j]
		if h.ref < 0 || h.part || h.Len() != 1 || p.tok(h.First).Norm != word {
			continue
		}
		if h.First == 0 || lowerASCII(p.tok(h.First-1).Norm) != "the" {
			p.free(h)
		}
	}
}

func (p *pass) free(h *hit) {
	p.hitAt[h.First] = -1
	h.ref = -1
}

func (p *pass) besideName(h *hit) bool {
	x := &p.lex.refs[h.ref]
	k := p.lex.entries[x.entry].kind
	t := h.First
	if k == state && (p.namesWater(h) || p.ofMinority(h)) {
		return true
	}
	if x.use == asAdjective || k != state && k != city && k != person && k != region {
		return false
	}
	if t > 0 && k != state && p.linked(t-1, t) && prefixType(p.tok(t-1).Form) == demarche.Loc && p.hitAt[t-1] < 0 {
		return true // "Lake Victoria"; but Lake Chad tells that the story is of Chad
	}
	if t > 0 && p.plainName(t-1) && p.linked(t-1, t) && (p.givenGender(t-1) != 0 || p.tok(t).Rel == demarche.Flat && prefixType(p.tok(t-1).Form) == "") {
		return true
	}
	if k == person && (p.isGlueHyphen(t+1) && isCapitalised(p.tok(t+2).Form) || t > 0 && p.isGlueHyphen(t-1)) {
		return true // "Jean-Jacques Muyembe"
	}
	if k == person && t+2 < len(p.doc.Tokens) && p.joinsName(t+1) && p.tok(t+1).Head == t {
		return true // "Abdullah al-Jahafi"
	}
	if t+1 >= len(p.doc.Tokens) || !p.plainName(t+1) {
		return false
	}
	return p.givenGender(t) != 0 && p.linked(t, t+1) || k == person && p.tok(t+1).Rel == demarche.Flat
}

// ofMinority says that an adjective tells a people and no state: "ethnic Tajik
// fighters" are of the country where they fight.
func (p *pass) ofMinority(h *hit) bool {
	return h.First > 0 && lowerASCII(p.tok(h.First-1).Norm) == "ethnic" && h.Range.End < len(p.doc.Tokens) && p.tok(h.Range.End).UPOS == demarche.NOUN
}

// namesWater says that a name is a part of that of a sea: "the Indian Ocean",
// "the Gulf of Mexico".
func (p *pass) namesWater(h *hit) bool {
	if t := h.Range.End; t < len(p.doc.Tokens) {
		switch p.tok(t).Norm {
		case "Ocean", "Sea", "Gulf", "Strait", "Straits", "Channel":
			return true
		}
	}
	if h.First < 2 || p.tok(h.First-1).Norm != "of" {
		return false
	}
	switch p.tok(h.First - 2).Norm {
	case "Gulf", "Sea", "Bay", "Strait", "Straits":
		return true
	}
	return false
}

// foreignSeat says that "Congress" or "the Senate" is not the one in the
// lexicon, because the text speaks of other states only.
func (p *pass) foreignSeat(h *hit) bool {
	x := &p.lex.refs[h.ref]
	return x.use == asSeat && p.roleAt[h.First] >= 0 && len(p.codes) > 0 && p.codes[p.lex.entries[x.entry].code] == 0
}

// linked says that the tree joins two neighbours into one name.
func (p *pass) linked(a, b int) bool {
	x, y := p.tok(a), p.tok(b)
	return y.Head == a && (y.Rel.Base() == demarche.Flat || y.Rel == demarche.Compound) ||
		x.Head == b && (x.Rel == demarche.Compound || x.Rel.Base() == demarche.Flat)
}

// plainName says that token t is a capitalised proper noun that is neither in
// the lexicon nor a title.
func (p *pass) plainName(t int) bool {
	x := p.tok(t)
	return x.UPOS == demarche.PROPN && isCapitalised(x.Form) && p.hitAt[t] < 0 && p.roleAt[t] < 0
}

// givenGender is m, f or u for a given name, 0 for other words.
func (p *pass) givenGender(t int) byte {
	p.buf, _ = fold(p.buf[:0], p.tok(t).Form)
	return p.lex.given[string(p.buf)]
}

func (p *pass) hitType(h *hit) demarche.EntityType {
	x := &p.lex.refs[h.ref]
	switch {
	case x.use == asAdjective || x.use == asPeople:
		return demarche.NORP
	case x.use == asSeat:
		return demarche.Org
	}
	switch p.lex.entries[x.entry].kind {
	case person:
		return demarche.Person
	case state, city:
		return demarche.GPE
	case region:
		return demarche.Loc
	case ethnic:
		return demarche.NORP
	}
	return demarche.Org
}

// bodies finds named bodies that the lexicon lacks: a capitalised noun for a
// body with its name before or after: "Alachua Sheriff's Office", "Ministry of
// Water", "University of Tartu".
func (p *pass) bodies() {
	for i := range p.roleHits {
		h := &p.roleHits[i]
		last := h.Range.End - 1
		if p.roleOf(int32(i)).kind != roleBody || !p.endsName(last) || !isCapitalised(p.tok(last).Form) || p.hitAt[last] >= 0 || p.unitAt[last] >= 0 {
			continue
		}
		r := p.bodyRange(h.Range)
		if r == h.Range {
			continue
		}
		p.addUnit(unit{Range: r, hit: -1, typ: demarche.Org, role: int32(i)})
	}
}

// endsName says that token t is a proper noun, or by its neighbour ought to be
// tagged as one: "Farmers Rights | Fund".
func (p *pass) endsName(t int) bool {
	if x := p.tok(t); x.UPOS != demarche.NOUN {
		return x.UPOS == demarche.PROPN
	}
	s := p.doc.SentenceOf(t)
	return s >= 0 && !p.doc.Sentences[s].Headline && t > p.doc.Sentences[s].First+1 && p.tok(t-1).UPOS == demarche.PROPN && isCapitalised(p.tok(t-1).Form)
}

func (p *pass) bodyRange(r demarche.Range) demarche.Range {
	lo, hi := p.sentenceRange(r.First)
	for r.First > lo && p.bodyWord(r.First-1) {
		r.First--
		if h := p.hitAt[r.First]; h >= 0 {
			r.First = p.hits[h].First
		}
	}
	for r.End+1 < hi && isOf(p.tok(r.End).Norm) {
		e := r.End + 1
		if e+1 < hi && p.tok(e).Norm == "the" {
			e++
		}
		from := e
		for e < hi && (p.capitalName(e) || e > from && e+1 < hi && (p.tok(e).Norm == "and" || isOf(p.tok(e).Norm)) && p.capitalName(e+1) && !p.isGPE(e+1)) {
			e++
		}
		if e == from {
			break
		}
		r.End = e
	}
	return r
}

func isOf(s string) bool { return s == "of" || s == "for" || s == "on" }

func (p *pass) isGPE(t int) bool {
	h := p.hitAt[t]
	return h >= 0 && p.hitType(&p.hits[h]) == demarche.GPE
}

// capitalName says that token t can be part of a name of several words.
func (p *pass) capitalName(t int) bool {
	x := p.tok(t)
	return isCapitalised(x.Form) && !isCalendar(x.Form) && (x.UPOS == demarche.PROPN || x.UPOS == demarche.ADJ || x.UPOS == demarche.NOUN)
}

// bodyWord says that token t can stand before the noun in a body's name:
// anything capitalised but people and their titles.
func (p *pass) bodyWord(t int) bool {
	x := p.tok(t)
	if x.Form == "'s" || x.Norm == "'s" {
		return t > 0 && p.plainName(t-1) && p.givenGender(t-1) == 0 || t > 0 && p.roleAt[t-1] >= 0 && isCapitalised(p.tok(t-1).Form)
	}
	if !p.capitalName(t) {
		return false
	}
	if h := p.hitAt[t]; h >= 0 {
		k := p.lex.entries[p.entryOf(h)].kind
		return k != person && k != organisation
	}
	return t > 0 || x.UPOS == demarche.PROPN
}

// addUnit adds a unit and takes its tokens; units already inside it become
// inner ones.
func (p *pass) addUnit(u unit) {
	for t := u.First; t < u.Range.End; t++ {
		p.unitAt[t] = int32(len(p.units))
	}
	p.units = append(p.units, u)
}

// runs makes units of the capitalised proper nouns that are left.
func (p *pass) runs() {
	for t := 0; t < len(p.doc.Tokens); t++ {
		if !p.runStart(t) {
			continue
		}
		r := p.run(t)
		if r.Len() == 1 && p.onlyFirstWord(t) {
			continue
		}
		p.addUnit(unit{Range: r, hit: -1, role: -1})
		t = r.End - 1
	}
}

// onlyFirstWord says that a word has its capital because it begins a sentence:
// "Planetary scientists".
func (p *pass) onlyFirstWord(t int) bool {
	lo, hi := p.sentenceRange(t)
	if t != lo || t+1 >= hi || isAcronym(p.tok(t).Norm) {
		return false
	}
	n := p.tok(t + 1)
	return p.tok(t).Head == t+1 && n.UPOS == demarche.NOUN && !isCapitalised(n.Form)
}

func (p *pass) runStart(t int) bool {
	if p.unitAt[t] >= 0 || p.hitAt[t] >= 0 || p.tok(t).UPOS != demarche.PROPN || !isCapitalised(p.tok(t).Form) {
		return false
	}
	if p.roleAt[t] >= 0 && (p.givenGender(t) == 0 || t+1 >= len(p.doc.Tokens) || !p.plainName(t+1)) {
		return false // a title, but for a given name that looks like one ("Dean")
	}
	return !isCalendar(p.tok(t).Form) && !isRank(p.tok(t).Form)
}

// isRank says that a capitalised word qualifies a title: it begins no name.
func isRank(s string) bool {
	switch s {
	case "Emeritus", "Acting", "Former", "Late", "Interim", "Outgoing", "Then", "Senior", "Chief", "First", "Second", "Lead", "Assistant", "Associate":
		return true
	}
	return false
}

// run is the name that begins at t: proper nouns, initials, particles between
// them, hyphenated parts, and a role noun that is a surname ("Stephen King").
func (p *pass) run(t int) demarche.Range {
	_, hi := p.sentenceRange(t)
	r := demarche.Range{First: t, End: t + 1}
	for r.End < hi {
		switch {
		case p.unitAt[r.End] >= 0, p.endsOffice(r):
			return r
		case p.nameWord(r.End), r.Len() == 1 && p.givenGender(t) != 0 && p.surnameLike(r.End):
			r.End++
		case r.End+1 < hi && p.joinsName(r.End) && (p.nameWord(r.End+1) || p.joinsName(r.End+1) && r.End+2 < hi && p.nameWord(r.End+2)):
			r.End += 2
		default:
			return r
		}
	}
	return r
}

// endsOffice says that r is what a minister is of, and a given name follows:
// "Minister of Education | Stefania Giannini".
func (p *pass) endsOffice(r demarche.Range) bool {
	if p.givenGender(r.First) != 0 || p.officeBefore(r.End-1) < 0 {
		return false
	}
	g := p.givenGender(r.End)
	return g == 'm' || g == 'f' || !r.Contains(p.tok(r.End).Head) && !p.linked(r.End-1, r.End)
}

// officeBefore is the role hit whose office token t closes: "Minister of
// Education", "Secretary for Work and Pensions"; -1 for none.
func (p *pass) officeBefore(t int) int32 {
	lo, _ := p.sentenceRange(t)
	for k := t; k > lo+1 && t-k < 6; k-- {
		x := p.tok(k)
		if isOf(x.Norm) {
			if h := p.roleAt[k-1]; h >= 0 && p.roleOf(h).kind == rolePerson && !p.lex.refs[p.nounRef(h)].plural {
				return h
			}
			return -1
		}
		if k != t && !isCapitalised(x.Form) && x.Norm != "and" && x.Norm != "the" && x.Norm != "," {
			return -1
		}
	}
	return -1
}

func (p *pass) nameWord(t int) bool {
	if x := p.tok(t); x.UPOS == demarche.PROPN && t > 1 && p.isGlueHyphen(t-1) && p.hitAt[t] < 0 {
		return true // "un" of "Kim Jong-un"
	}
	return p.plainName(t) && !isCalendar(p.tok(t).Form)
}

// surnameLike says that a title or place after a given name is the family name.
func (p *pass) surnameLike(t int) bool {
	x := p.tok(t)
	return x.UPOS == demarche.PROPN && isCapitalised(x.Form) && p.linked(t-1, t) && (p.hitAt[t] < 0 || p.hits[p.hitAt[t]].Len() == 1)
}

// joinsName says that a small word may stand inside a personal name.
func (p *pass) joinsName(t int) bool {
	x := p.tok(t)
	return isParticle(x.Form) || isHyphen(x.Form) && p.isGlueHyphen(t)
}

func isCalendar(s string) bool {
	switch s {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.", "GMT", "BST", "EST", "UTC", "AM", "PM", "BC", "AD",
		"Christmas", "Easter", "Ramadan":
		return true
	}
	return false
}

// sortUnits orders the units by position, longer ones first, and marks those
// that lie inside a longer name as inner.
func (p *pass) sortUnits(known int) {
	if known < len(p.units) {
		p.reorder()
	}
	end, outer := 0, -1
	for i := range p.units {
		u := &p.units[i]
		if u.First < end && u.Range.End <= end {
			u.inner = !p.innerSpeaks(outer, u)
			continue
		}
		end, outer = u.Range.End, i
		for t := u.First; t < u.Range.End; t++ {
			p.unitAt[t] = int32(i)
		}
	}
}

// reorder sorts the units and everything that points at them.
func (p *pass) reorder() {
	for i := range p.units {
		p.units[i].was = int32(i)
	}
	sortRanges(p.units, func(u *unit) demarche.Range { return u.Range })
	now := make([]int32, len(p.units))
	for i := range p.units {
		now[p.units[i].was] = int32(i)
	}
	for t, i := range p.unitAt {
		if i >= 0 {
			p.unitAt[t] = now[i]
		}
	}
	for name, i := range p.docNames {
		p.docNames[name] = now[i]
	}
}

// innerSpeaks says that a name inside another is spoken of too: "Russian" in
// "Russian Interior Ministry", but not "Moscow" in "Moscow State University".
func (p *pass) innerSpeaks(outer int, u *unit) bool {
	o := &p.units[outer]
	if o.role < 0 || u.First != o.First {
		return false
	}
	body := &p.roleHits[o.role]
	return u.typ == demarche.NORP && u.Range.End == body.First && o.Range.End == body.Range.End
}
