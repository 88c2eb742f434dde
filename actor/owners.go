package actor

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// ownersBefore collects the nationality adjectives, possessors and compounds
// before the noun; those next to it count, with what is coordinated to them.
func (p *pass) ownersBefore(d *description, r, core demarche.Range) {
	for t := core.First - 1; t >= r.First; t-- {
		i := p.unitAt[t]
		if i < 0 {
			continue
		}
		u := &p.units[i]
		t = u.First
		o, ok := p.owner(d, u)
		if !ok || p.toldTo(&o, d.role) {
			continue
		}
		if e := u.Range.End; e < len(p.doc.Tokens) {
			o.possessive = p.tok(e).Norm == "'s" || p.tok(e).Norm == "'"
		}
		d.owners = append([]owner{o}, d.owners...)
		d.certain = byWords
		if _, after := p.hyphenParts(u); after == "based" {
			d.certain = bySentence // where it sits, not whose it is
		}
		next := p.coordinated(u.First, r.First)
		if next < 0 {
			p.sender(d, demarche.Range{First: r.First, End: u.First})
			return
		}
		t = next + 1
	}
}

// sender makes whoever sends an envoy his owner, where the name before the noun
// is of the conflict that he is sent to: "the UN's Western Sahara envoy".
func (p *pass) sender(d *description, r demarche.Range) {
	if d.role < 0 || len(d.owners) != 1 {
		return
	}
	switch p.roleOf(d.role).noun {
	case "envoy", "special envoy", "special representative", "mediator", "rapporteur", "special rapporteur", "negotiator", "peace envoy":
	default:
		return
	}
	for t := r.End - 1; t >= r.First; t-- {
		i := p.unitAt[t]
		if i < 0 {
			continue
		}
		if o, ok := p.owner(d, &p.units[i]); ok {
			d.owners = []owner{o}
		}
		return
	}
}

// toldTo says that a name right before a noun is of whom somebody told that the
// noun's people did something: "told Reuters police had fired".
func (p *pass) toldTo(o *owner, role int32) bool {
	if role < 0 || first(o.sectors) != "JRN" {
		return false
	}
	s := first(p.roleOf(role).sectors)
	return holdsOffice(s) || s == "UAF" || s == "REB"
}

// coordinated is the last token of what stands before an "and", comma or
// hyphen at the left of token t and is a name too, -1 for none.
func (p *pass) coordinated(t, lo int) int {
	k := t - 1
	if k >= lo && p.tok(k).Norm == "," {
		k--
	} else {
		if k >= lo && (p.tok(k).Norm == "and" || p.tok(k).Norm == "or" || p.tok(k).Norm == "/" || isHyphen(p.tok(k).Norm)) {
			k--
			if k >= lo && p.tok(k).Norm == "," {
				k--
			}
		} else if k < lo || !(p.tok(t).Rel == demarche.Conj && p.unitAt[k] >= 0) {
			return -1
		}
	}
	if k >= lo && p.unitAt[k] >= 0 {
		return k
	}
	return -1
}

// owner is whom a unit inside a phrase makes the phrase's actor belong to.
func (p *pass) owner(d *description, u *unit) (owner, bool) {
	if p.detached(u) {
		return owner{}, false
	}
	ev := p.wordsEvidence(u.Range, "country")
	if full := p.spelledOut(u); full >= 0 {
		return p.owner(d, &p.units[full])
	}
	if u.hit < 0 {
		if u.role < 0 {
			return owner{}, false
		}
		a := p.bodyActor(u)
		return owner{code: a.Code, sectors: a.Sectors, entry: -1, evidence: ev}, a.Code != ""
	}
	x := &p.lex.refs[p.hits[u.hit].ref]
	e := &p.lex.entries[x.entry]
	a := p.known(x.entry)
	switch e.kind {
	case region:
		if d.region < 0 || p.within(x.entry, d.region) {
			d.region = x.entry
		}
		return owner{}, false
	case person:
		return owner{code: a.Code, sectors: a.Sectors, entry: x.entry, evidence: ev}, a.Code != ""
	case state, city:
		var sectors []string
		if x.sector != "" {
			sectors = []string{x.sector}
		}
		return owner{code: a.Code, sectors: sectors, entry: x.entry, evidence: ev}, true
	}
	return owner{code: a.Code, sectors: a.Sectors, entry: x.entry, evidence: ev}, a.Code != ""
}

// spelledOut is the unit with the full name of an acronym that the lexicon lacks
// and the text introduces, -1 for none.
func (p *pass) spelledOut(u *unit) int32 {
	if u.hit >= 0 || u.Len() != 1 {
		return -1
	}
	t, ok := p.spelled[p.tok(u.First).Norm]
	if !ok || t == u.First || p.unitAt[t] < 0 || p.units[p.unitAt[t]].Len() < 2 {
		return -1
	}
	return p.unitAt[t]
}

// within says that all members of region a belong to b: "the former Soviet
// republics of Central Asia" are those of the latter.
func (p *pass) within(a, b int32) bool {
	all := p.known(b).Members
	for _, m := range p.known(a).Members {
		if !slices.Contains(all, m) {
			return false
		}
	}
	return true
}

// detached says that a name inside a hyphened word does not own the noun:
// "Russian-backed", "pro-Russian".
func (p *pass) detached(u *unit) bool {
	if u.Len() == 1 && p.tok(u.First).Norm == "Soviet" {
		return true // "former Soviet republics" belong to no Soviet Union
	}
	if t := u.Range.End; t < len(p.doc.Tokens) && p.tok(t).Norm == "War" {
		return true // "an Iraq War veteran"
	}
	before, after := p.hyphenParts(u)
	switch before {
	case "pro", "anti", "non", "post", "pre", "ex", "trans", "counter", "un":
		return true
	}
	switch after {
	case "", "led", "based", "made", "run", "speaking":
		return false
	}
	return !isCapitalised(after)
}

// hyphenParts gives what is joined to a name by a hyphen, on either side, as
// one token or as several.
func (p *pass) hyphenParts(u *unit) (before, after string) {
	last := u.Range.End - 1
	if u.hit >= 0 && p.hits[u.hit].part {
		s := p.tok(last).Norm
		name := p.hitWords(u)
		if i := strings.Index(s, name); i > 0 {
			before = lowerASCII(strings.TrimRight(s[:i], "-"))
		}
		if i := strings.Index(s, name); i >= 0 {
			after = strings.TrimLeft(s[i+len(name):], "-")
		}
		return before, after
	}
	for t := last + 1; t+1 < len(p.doc.Tokens) && p.isGlueHyphen(t) && (after == "" || isCapitalised(after)); t += 2 {
		after = p.tok(t + 1).Norm // the end of "Saudi-UAE-backed"
	}
	if u.First >= 2 && p.isGlueHyphen(u.First-1) {
		before = lowerASCII(p.tok(u.First - 2).Norm)
	}
	return before, after
}

// hitWords is the part of a token that a partial hit covers.
func (p *pass) hitWords(u *unit) string {
	s := p.tok(u.First).Norm
	for _, w := range strings.Split(s, "-") {
		p.buf, _ = fold(p.buf[:0], w)
		node, ok := p.lex.trie.step(nameRoot, p.lex.trie.id(p.buf))
		if ok && len(p.buf) > 0 && p.lex.trie.nodes[node] == p.hits[u.hit].list {
			return w
		}
	}
	return s
}

// ownersAfter reads "of Kazakhstan", "for the ministry", "from Nepal", "in
// Baghdad" behind the noun.
func (p *pass) ownersAfter(d *description, r, core demarche.Range) {
	prep, ofBody := "", false
	for t := core.End; t < r.End; t++ {
		x := p.tok(t)
		if x.UPOS == demarche.ADP {
			if len(d.owners) > 0 {
				return
			}
			prep = lowerASCII(x.Norm)
			continue
		}
		if k := p.roleAt[t]; k >= 0 && p.unitAt[t] < 0 && t == p.roleHits[k].Range.End-1 && p.roleOf(k).kind == rolePerson && !p.lex.refs[p.nounRef(k)].plural && p.roleOf(k).office == "" {
			return // "separatists of | a pilot from New Zealand"
		}
		if k := p.roleAt[t]; k >= 0 && p.unitAt[t] < 0 && isOf(prep) && (p.roleOf(k).kind == roleBody || p.roleOf(k).kind == roleGroup) {
			ofBody = true // what stands in a country is the party: "leaders of a party in Togo"
		}
		i := p.unitAt[t]
		if i < 0 || p.units[i].First != t {
			continue
		}
		p.ownerAfter(d, &p.units[i], prep, ofBody)
		t = p.units[i].Range.End - 1
	}
}

func (p *pass) ownerAfter(d *description, u *unit, prep string, ofBody bool) {
	how := byWords
	switch prep {
	case "of", "from", "for", "with", "":
	case "at":
		if u.typ == demarche.GPE {
			how = byPlace
		}
	case "in", "on", "near", "outside", "inside":
		how = byPlace
	default:
		return
	}
	if how == byPlace && d.role >= 0 && !ofBody && p.meetsThere(d.role) {
		return
	}
	o, ok := p.owner(d, u)
	if ok {
		d.owners = append(d.owners, o)
		d.certain = how
	}
	if d.region >= 0 && d.certain == unsaid {
		d.certain = how
	}
}

// ownerByNoun finds whose members "council members" are, after a text has named
// the Security Council.
func (p *pass) ownerByNoun(d *description, r demarche.Range) {
	for t := r.First; t < r.End; t++ {
		if p.unitAt[t] >= 0 || !bodyWord(lowerASCII(p.tok(t).Norm)) {
			continue
		}
		for b := t - 1; b >= max(0, t-400); b-- {
			i := p.unitAt[b]
			if i < 0 || p.units[i].Range.End != b+1 || p.units[i].typ != demarche.Org || p.units[i].Len() < 2 || lowerASCII(p.tok(b).Norm) != lowerASCII(p.tok(t).Norm) {
				continue
			}
			if o, ok := p.owner(d, &p.units[i]); ok {
				o.evidence = p.wordsEvidence(p.units[i].Range, "named before")
				d.owners, d.certain = []owner{o}, byPlace
			}
			return
		}
	}
}

func bodyWord(w string) bool {
	switch w {
	case "council", "commission", "committee", "court", "ministry", "party", "parliament", "assembly", "agency", "bank", "congress", "senate", "bloc", "alliance", "union", "tribunal":
		return true
	}
	return false
}

// ownerCutOff reads "from the party" behind a phrase from which the tree has cut
// it off: "arrested 15 people | from the PKK".
func (p *pass) ownerCutOff(d *description, t int) {
	if t+2 >= len(p.doc.Tokens) || p.tok(t).Norm != "from" || !fighting(p.roleOf(d.role)) {
		return
	}
	if t++; p.tok(t).UPOS == demarche.DET {
		t++
	}
	i := p.unitAt[t]
	if i < 0 || p.units[i].First != t || p.units[i].hit < 0 {
		return
	}
	switch p.lex.entries[p.entryOf(p.units[i].hit)].kind {
	case party, armedGroup:
		p.ownerAfter(d, &p.units[i], "from", false)
	}
}

// meetsThere says that a plural is of people who meet abroad: "foreign ministers
// in Cairo" need not be Egypt's.
func (p *pass) meetsThere(hit int32) bool {
	x := p.roleOf(hit)
	switch x.noun {
	case "ambassador", "envoy", "diplomat", "consul", "high commissioner", "charge d'affaires", "correspondent", "embassy", "consulate":
		return true // a state's, in another
	}
	if !p.lex.refs[p.nounRef(hit)].plural {
		return false
	}
	return strings.HasPrefix(x.office, "foreign") || isLeader(x.office) || x.noun == "leader" || x.noun == "envoy" || x.noun == "delegate"
}
