package actor

import "github.com/demarche/demarche"

// roleMentions makes the mentions of common nouns that act: "Ukrainian
// troops", "protesters in Baghdad", "the foreign ministry".
func (p *pass) roleMentions() {
	for k := range p.roleHits {
		if p.headsPhrase(int32(k)) {
			p.roleMention(int32(k))
		}
	}
}

// headsPhrase says that the noun of a role hit is the head of its own phrase:
// not a modifier, not part of a name or of a person's title.
func (p *pass) headsPhrase(k int32) bool {
	h := &p.roleHits[k]
	if h.part || p.roleOf(k).kind == roleContext || p.roleOf(k).kind == roleHonor {
		return false
	}
	t := h.Range.End - 1
	for i := h.First; i <= t; i++ {
		if p.unitAt[i] >= 0 {
			return false
		}
	}
	x := p.tok(t)
	if p.inTitle(t) {
		return false
	}
	if x.UPOS != demarche.NOUN && x.UPOS != demarche.PROPN && p.lex.roles[p.lex.refs[h.ref].entry].kind == roleContext {
		return false
	}
	if x.UPOS == demarche.ADJ && p.modifies(t) {
		return p.lex.roles[p.lex.refs[p.nounRef(k)].entry].kind == roleBody && p.endsNouns(t)
	}
	switch x.Rel.Base() {
	case demarche.Compound, demarche.Amod, demarche.Flat, demarche.Fixed:
		return x.Head >= 0 && x.Head < t || x.Head >= h.First && x.Head <= t || p.doerOf(k, x)
	}
	return p.tok(t).Rel != demarche.NmodDesc && !p.bare(h, t) && !p.groupOfThings(k, t) && !p.mereNumber(k, t) && !p.festive(k) && !p.ofRights(k, t)
}

// doerOf says that a noun of a force stands before that of what the force does:
// "rebel shelling", "a government airstrike".
func (p *pass) doerOf(k int32, x *demarche.Token) bool {
	if x.Rel != demarche.Compound || x.Head < 0 || len(p.roleOf(k).sectors) == 0 || p.roleOf(k).kind == roleArms {
		return false
	}
	switch p.roleOf(k).sectors[0] {
	case "GOV", "MIL", "REB", "UAF", "COP":
	default:
		return false
	}
	switch lowerASCII(p.tok(int(x.Head)).Lemma) {
	case "shelling", "bombardment", "airstrike", "strike", "raid", "fire", "gunfire", "offensive", "crackdown", "attack", "assault":
		return true
	}
	return false
}

// mereNumber says that "thousands" and the like count something, or are not said
// of people: they act, or suffer what people suffer.
func (p *pass) mereNumber(k int32, t int) bool {
	switch p.roleOf(k).noun {
	case "thousands", "hundreds", "dozens", "scores":
	default:
		return false
	}
	if of := p.dependent(t, demarche.Nmod); of >= 0 && p.preposition(of) == "of" {
		return true
	}
	x := p.tok(t)
	switch x.Rel {
	case demarche.Nsubj, demarche.NsubjPass:
		return false
	case demarche.Obj:
		return x.Head < 0 || !befallsPeople[p.tok(int(x.Head)).Lemma]
	}
	return true
}

// befallsPeople are verbs whose objects are people, however they are named.
var befallsPeople = map[string]bool{
	"kill": true, "wound": true, "injure": true, "arrest": true, "detain": true, "kidnap": true, "abduct": true, "displace": true, "deport": true,
	"massacre": true, "execute": true, "jail": true, "imprison": true, "free": true, "release": true, "rescue": true, "torture": true, "evacuate": true,
}

// festive says that a "party" is a feast: "a graduation party".
func (p *pass) festive(k int32) bool {
	h := &p.roleHits[k]
	if h.First == 0 || p.roleOf(k).noun != "party" {
		return false
	}
	switch lowerASCII(p.tok(h.First - 1).Norm) {
	case "graduation", "birthday", "dinner", "wedding", "house", "garden", "street", "office", "cocktail", "christmas", "holiday", "farewell", "engagement", "block", "pool", "beach", "costume", "halloween", "search", "boarding", "after", "bachelor", "bachelorette", "hen", "stag", "slumber", "watch":
		return true
	}
	return false
}

// groupOfThings says that "group", "team", "side" and the like are of something
// that does not act: "a group of motorcycles", "the side of the road".
func (p *pass) groupOfThings(k int32, t int) bool {
	x := p.roleOf(k)
	if !x.inherit || x.kind != roleBody {
		return false
	}
	for c := p.tree.first[t]; c >= 0; c = p.tree.next[c] {
		if int(c) > t && p.tok(int(c)).Rel.Base() == demarche.Nmod && p.preposition(int(c)) == "of" {
			return p.roleAt[c] < 0 && p.unitAt[c] < 0
		}
	}
	return x.noun == "side" && (!p.modified(t) || p.tok(t).Glued || t > 0 && isHyphen(p.tok(t-1).Form))
}

// endsNouns says that a noun phrase ends at t, whatever the tagger made of the
// word ("the US military launched").
func (p *pass) endsNouns(t int) bool {
	_, hi := p.sentenceRange(t)
	if t == 0 || p.unitAt[t-1] < 0 && p.tok(t-1).UPOS != demarche.DET || t+1 >= hi {
		return false
	}
	switch p.tok(t + 1).UPOS {
	case demarche.NOUN, demarche.PROPN, demarche.ADJ, demarche.CCONJ:
		return false
	}
	return !isHyphen(p.tok(t + 1).Form)
}

// bare says that a singular noun stands without article or modifier: "by
// force", "in office", "at school" speak of nobody. Headlines leave articles
// out, and names keep their capitals.
func (p *pass) bare(h *hit, t int) bool {
	x := p.tok(t)
	if p.roleOf(p.roleAt[t]).kind == roleStates {
		return !p.modified(t) && p.dependent(t, demarche.NmodPoss) < 0
	}
	if p.roleOf(p.roleAt[t]).noun == "head" || p.lex.refs[p.nounRef(p.roleAt[t])].cases != 0 && h.Len() == 1 {
		return !p.modified(t) && p.dependent(t, demarche.NmodPoss) < 0 || p.roleOf(p.roleAt[t]).noun == "head" && p.dependent(t, demarche.Nmod) < 0
	}
	if p.lex.refs[p.nounRef(p.roleAt[t])].plural || isCapitalised(p.tok(h.First).Form) || p.tree.first[t] >= 0 && h.Len() == 1 && p.modified(t) || h.Len() > 1 {
		return false
	}
	if s := p.doc.SentenceOf(t); s >= 0 && p.doc.Sentences[s].Headline {
		return false
	}
	return x.Rel.Base() != demarche.Appos && x.Rel.Base() != demarche.Conj && p.dependent(t, demarche.Cop) < 0
}

func (p *pass) modified(t int) bool {
	for c := p.tree.first[t]; c >= 0; c = p.tree.next[c] {
		switch p.tok(int(c)).Rel.Base() {
		case demarche.Det, demarche.Amod, demarche.Compound, demarche.Nummod, demarche.Nmod:
			return true
		}
	}
	return false
}

// inTitle says that a person's mention has taken token t as its title.
func (p *pass) inTitle(t int) bool { return p.person[t] >= 0 }

func (p *pass) roleMention(k int32) {
	h := &p.roleHits[k]
	x := p.roleOf(k)
	m := mention{unit: -1, entry: -1, roleHit: k, entity: -1, kind: x.kind}
	m.Head = p.headOf(h.Range, demarche.Range{First: h.Range.End - 1, End: h.Range.End})
	m.Range = p.whole(p.counted(m.Head, p.phrase(m.Head, p.adjoined(h.Range))))
	m.Type = demarche.Role
	m.plural = p.lex.refs[p.nounRef(k)].plural || p.isPlural(h.Range.End-1)
	if m.plural {
		m.Range = p.coordinatedOwners(m.Range)
	}
	m.gender = genderWord(lowerASCII(p.tok(h.Range.End - 1).Norm))
	d := p.describe(m.Range, h.Range, k)
	if x.kind == roleStates && len(d.owners) == 0 && d.region < 0 {
		p.mentions = append(p.mentions, m) // "the country": coreference finds which
		return
	}
	m.office = d.office
	m.certain = d.certain
	m.Actors = p.describedActors(&m, &d)
	p.mentions = append(p.mentions, m)
}

// adjoined widens a role noun by a name right before it that the parse has put
// elsewhere in the phrase: "State Department spokesman".
func (p *pass) adjoined(r demarche.Range) demarche.Range {
	lo, _ := p.sentenceRange(r.First)
	if r.First <= lo || p.unitAt[r.First-1] < 0 {
		return r
	}
	u := &p.units[p.unitAt[r.First-1]]
	if u.typ == demarche.Person {
		return r
	}
	rel := p.tok(p.headOf(u.Range, u.Range)).Rel.Base()
	if u.typ == demarche.NORP && !p.isPlural(r.First-1) {
		rel = demarche.Amod // a nationality before a noun is its attribute
	}
	switch rel {
	case demarche.Compound, demarche.Nmod, demarche.Flat, demarche.Amod, demarche.Appos, "dep":
		r.First = u.First
		if r.First > lo && p.tok(r.First-1).UPOS == demarche.DET {
			r.First--
		}
	}
	return r
}

// whole widens a range so that it cuts no person's mention in two.
func (p *pass) whole(r demarche.Range) demarche.Range {
	if i := p.person[r.End-1]; i >= 0 && p.mentions[i].First > r.First {
		r.End = max(r.End, p.mentions[i].Range.End)
	}
	return r
}

// coordinatedOwners widens a plural by the nationalities that a parse has cut
// off: "his Greek, Cypriot and | French counterparts".
func (p *pass) coordinatedOwners(r demarche.Range) demarche.Range {
	lo, _ := p.sentenceRange(r.First)
	start := r.First
	for r.First > lo && p.isNationality(r.First) {
		k := p.coordinated(r.First, lo)
		if k < 0 || !p.isNationality(k) {
			break
		}
		r.First = p.units[p.unitAt[k]].First
	}
	for r.First < start && r.First > lo {
		d := p.tok(r.First - 1)
		if d.UPOS != demarche.DET && d.XPOS != "PRP$" && (d.UPOS != demarche.ADJ || p.unitAt[r.First-1] >= 0) {
			break
		}
		r.First--
	}
	return r
}

func (p *pass) isNationality(t int) bool {
	return p.unitAt[t] >= 0 && p.units[p.unitAt[t]].typ == demarche.NORP && !p.isPlural(t)
}

// counted widens a phrase by what counts it: "hundreds of British troops",
// "some of the peacekeepers".
func (p *pass) counted(head int, r demarche.Range) demarche.Range {
	lo, _ := p.sentenceRange(head)
	of := r.First - 1
	if of <= lo || p.tok(of).Norm != "of" || p.tok(of).Head != head {
		return r
	}
	q := of - 1
	if !counts(lowerASCII(p.tok(q).Norm)) {
		return r
	}
	for q > lo && p.inPhrase(q-1, of-1) {
		q--
	}
	r.First = q
	return r
}

func counts(w string) bool {
	switch w {
	case "hundreds", "thousands", "dozens", "millions", "tens", "scores", "number", "group", "majority", "minority", "handful", "couple", "lots",
		"some", "many", "most", "all", "one", "two", "three", "several", "half", "both", "series", "bulk", "each", "members", "rest", "remnants":
		return true
	}
	return false
}

// describedActors turns a description into actors: one for each owner, or one
// with the members of a region, or one without country.
func (p *pass) describedActors(m *mention, d *description) []demarche.Actor {
	name := p.doc.TextOf(m.Range)
	if len(d.owners) == 0 {
		a := demarche.Actor{Name: name, Sectors: d.sectors, Office: d.office, Evidence: p.wordsEvidence(m.Range, "role")}
		if d.region >= 0 {
			r := p.known(d.region)
			a.Code, a.Members = r.Code, r.Members
			a.Evidence = r.Evidence
			if m.kind == roleStates {
				a.ID = r.ID
			}
		}
		return []demarche.Actor{a}
	}
	out := make([]demarche.Actor, 0, len(d.owners))
	for _, o := range d.owners {
		a := demarche.Actor{Name: name, Code: o.code, Sectors: d.sectors, Office: d.office, Evidence: o.evidence}
		p.asBand(&a, m, o)
		if m.plural && o.entry >= 0 && (m.office != "" || m.kind == roleStates || len(d.sectors) > 0 && d.sectors[0] == "GOV") {
			a.Members = p.known(o.entry).Members // "NATO foreign ministers"
		}
		out = append(out, a)
	}
	return out
}
