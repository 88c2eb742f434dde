package actor

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// description is what the words of a phrase say of the actor in it: whose it
// is, what it does, which office it holds.
type description struct {
	owners  []owner
	sectors []string
	office  string
	role    int32 // role hit of the head noun, -1
	former  bool
	certain certainty
	region  int32 // entry of a region whose members act, -1
}

// owner is a state or body that the actor belongs to.
type owner struct {
	code     string
	sectors  []string // of a body
	entry    int32
	evidence demarche.Evidence

	possessive bool // "Russia's", not "Russian"
}

// describe reads the phrase r, whose noun is the role hit at index role (-1
// for none) and whose core (that noun, or a person's name) tells nothing.
func (p *pass) describe(r, core demarche.Range, role int32) description {
	d := description{role: role, region: -1}
	d.former = p.saysFormer(demarche.Range{First: r.First, End: core.First})
	p.ownersBefore(&d, r, core)
	if len(d.owners) == 0 && d.region < 0 {
		p.ownersAfter(&d, r, core)
	}
	if len(d.owners) == 0 && role >= 0 {
		p.ownerCutOff(&d, r.End)
	}
	if len(d.owners) == 0 && d.region < 0 {
		p.ownerByNoun(&d, demarche.Range{First: r.First, End: max(core.First, core.End-1)})
	}
	if role >= 0 {
		d.sectors = p.roleSectors(&d, r, role)
		d.office = p.officeName(r, role)
	}
	if role >= 0 && p.others(&d) {
		d.owners = nil
	}
	if d.former && role >= 0 && p.retires(role, d.sectors) {
		d.sectors, d.office = formerSectors, ""
	}
	return d
}

// others says that a noun speaks of whom its owner has to do with and who are of
// another state: "Russia's neighbours".
func (p *pass) others(d *description) bool {
	switch p.roleOf(d.role).noun {
	case "neighbour", "neighbor", "ally", "rival", "foe", "enemy", "adversary":
		return len(d.owners) == 1 && d.owners[0].entry >= 0 && p.lex.entries[d.owners[0].entry].kind == state && d.owners[0].possessive
	}
	return false
}

// retires says that "former" makes an elite of the holder of a role: of
// officials and commanders, not of soldiers.
func (p *pass) retires(hit int32, sectors []string) bool {
	x := p.roleOf(hit)
	if len(sectors) == 0 || x.kind != rolePerson {
		return false
	}
	switch sectors[0] {
	case "MIL", "COP", "SPY":
		return x.office != "" || x.inherit || strings.Contains(x.noun, "general") || strings.Contains(x.noun, "commander") || strings.Contains(x.noun, "admiral")
	}
	return holdsOffice(sectors[0])
}

func holdsOffice(sector string) bool {
	switch sector {
	case "GOV", "LEG", "MIL", "COP", "JUD", "SPY":
		return true
	}
	return false
}

// saysFormer looks for words that end an office.
func (p *pass) saysFormer(r demarche.Range) bool {
	for t := r.First; t < r.End; t++ {
		switch lowerASCII(p.tok(t).Norm) {
		case "former", "ex", "ex-", "ousted", "deposed", "toppled", "late", "onetime", "ex-president":
			return true
		}
		if strings.HasPrefix(lowerASCII(p.tok(t).Norm), "ex-") {
			return true
		}
	}
	return false
}

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
		o.possessive = p.tok(u.Range.End).Norm == "'s" || p.tok(u.Range.End).Norm == "'"
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
	prep := ""
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
		i := p.unitAt[t]
		if i < 0 || p.units[i].First != t {
			continue
		}
		p.ownerAfter(d, &p.units[i], prep)
		t = p.units[i].Range.End - 1
	}
}

func (p *pass) ownerAfter(d *description, u *unit, prep string) {
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
	if how == byPlace && d.role >= 0 && p.meetsThere(d.role) {
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
	switch p.lex.entries[p.lex.refs[p.hits[p.units[i].hit].ref].entry].kind {
	case party, armedGroup:
		p.ownerAfter(d, &p.units[i], "from")
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

// roleSectors gives the sectors of the role noun: its own, or for one that
// inherits those of the body, modifier or noun that it goes with.
func (p *pass) roleSectors(d *description, r demarche.Range, hit int32) []string {
	h := &p.roleHits[hit]
	x := p.roleOf(hit)
	if x.kind == roleArms && p.civil(demarche.Range{First: r.First, End: h.First}) {
		return nil
	}
	if p.noOffice(r, hit) {
		return nil
	}
	if s := p.bandSectors(d, x); s != nil {
		return s
	}
	if first(x.sectors) == "CVL" && x.kind <= roleGroup && p.armed(demarche.Range{First: r.First, End: h.First}) {
		return armedSectors
	}
	mods := p.modifierSectors(demarche.Range{First: r.First, End: h.First}, x.inherit)
	if len(mods) > 0 && !(mods[0] == "SOC" && p.ofBody(d)) {
		return join(mods, x)
	}
	if !x.inherit {
		return x.sectors
	}
	if x.noun == "representative" && p.titleOf(h) {
		return legislators
	}
	for t := h.Range.End; t < r.End; t++ {
		if k := p.roleAt[t]; k >= 0 && !p.inName(t, k) {
			if s := p.roleOf(k).sectors; len(s) > 0 && p.roleOf(k).kind != roleHonor {
				return s
			}
		}
	}
	for _, o := range d.owners {
		if len(o.sectors) > 0 {
			return o.sectors
		}
		if x.stateIs != "" && d.certain == byWords && o.entry >= 0 && p.lex.entries[o.entry].kind == state {
			return []string{x.stateIs}
		}
	}
	return x.sectors
}

var armedSectors = []string{"UAF"}

// armed says that weapons are all that is known of somebody: "armed individuals".
func (p *pass) armed(r demarche.Range) bool {
	for t := r.First; t < r.End; t++ {
		switch lowerASCII(p.tok(t).Norm) {
		case "armed", "masked", "knife-wielding", "gun-toting":
			return true
		}
	}
	return false
}

// ofBody says that the phrase speaks of an organisation's own people: the "human
// rights chief" of the United Nations is no activist.
func (p *pass) ofBody(d *description) bool {
	return len(d.owners) == 1 && d.owners[0].entry >= 0 && p.lex.entries[d.owners[0].entry].kind == organisation
}

// inName says that the role hit k at token t is part of a name and not what the
// named body is: the "union" of "members of the European Union" is no trade
// union, the "Muslim" of "All Pakistan Muslim League" no believer.
func (p *pass) inName(t int, k int32) bool {
	i := p.unitAt[t]
	return i >= 0 && (p.units[i].hit >= 0 || p.units[i].role >= 0 && p.units[i].role != k)
}

// civil says that a machine is no weapon: "a passenger jet".
func (p *pass) civil(r demarche.Range) bool {
	for t := r.First; t < r.End; t++ {
		switch lowerASCII(p.tok(t).Norm) {
		case "passenger", "cargo", "commercial", "private", "civilian", "airline", "business", "rescue", "medical", "police", "space", "water", "fuel", "fish":
			return true
		}
	}
	return false
}

// join puts the sector of a modifier before that of the noun, which stays as
// the second where it says something more.
func join(mods []string, x *role) []string {
	if x.inherit || len(x.sectors) == 0 || x.sectors[0] == mods[0] {
		return mods
	}
	return []string{mods[0], x.sectors[0]}
}

// modifierSectors is the sector of the modifiers before a noun. Those that
// change what anybody is ("rebel", "opposition") always count, others only
// where the noun takes its sector from them.
func (p *pass) modifierSectors(r demarche.Range, inherit bool) []string {
	for t := r.End - 1; t >= r.First; t-- {
		k := p.roleAt[t]
		if k < 0 || p.unitAt[t] >= 0 {
			continue
		}
		s := p.modifier(k)
		if len(s) == 0 {
			continue
		}
		if inherit || overrides(s[0]) {
			return s
		}
	}
	return nil
}

// modifier is the sectors of a role hit that stands before a noun: those of
// the row for modifiers where there is one.
func (p *pass) modifier(hit int32) []string {
	h := &p.roleHits[hit]
	for i := h.list; i >= 0; i = p.lex.refs[i].next {
		if x := &p.lex.roles[p.lex.refs[i].entry]; x.kind == roleContext {
			return x.sectors
		}
	}
	x := p.roleOf(hit)
	if x.kind == roleBody || x.kind == roleGroup {
		return x.sectors
	}
	return nil
}

func overrides(sector string) bool {
	switch sector {
	case "OPP", "REB", "PRM", "CRM", "REF":
		return true
	}
	return false
}

// roleOf is the role of a hit, the noun before the modifier where both exist.
func (p *pass) roleOf(hit int32) *role {
	return &p.lex.roles[p.lex.refs[p.nounRef(hit)].entry]
}

func (p *pass) nounRef(hit int32) int32 {
	h := &p.roleHits[hit]
	for i := h.list; i >= 0; i = p.lex.refs[i].next {
		if p.lex.roles[p.lex.refs[i].entry].kind != roleContext {
			return i
		}
	}
	return h.list
}

// officeName is the office that a phrase names: the canonical one, or for
// other ministers and secretaries the words themselves.
func (p *pass) officeName(r demarche.Range, hit int32) string {
	h := &p.roleHits[hit]
	x := p.roleOf(hit)
	office := x.office
	if p.noOffice(r, hit) {
		return ""
	}
	if x.noun == "minister" || x.noun == "deputy minister" {
		office = p.ministerOf(r, h, x.noun)
	}
	if office == "" {
		return ""
	}
	if t := h.First - 1; t >= r.First {
		switch w := lowerASCII(p.tok(t).Norm); w {
		case "deputy", "vice", "assistant", "acting", "interim":
			if w == "vice" {
				w = "deputy"
			}
			return w + " " + office
		}
	}
	return office
}

func (p *pass) ministerOf(r demarche.Range, h *hit, noun string) string {
	first := h.First
	for first > r.First && p.officeWord(first-1) {
		first--
	}
	if first < h.First {
		return strings.ToLower(p.doc.TextOf(demarche.Range{First: first, End: h.Range.End}))
	}
	if h.Range.End < r.End && isOf(p.tok(h.Range.End).Norm) {
		end := h.Range.End + 1
		for end < r.End && (p.unitAt[end] < 0 || p.units[p.unitAt[end]].hit < 0) && p.tok(end).UPOS != demarche.PUNCT {
			end++
		}
		return strings.ToLower(p.doc.TextOf(demarche.Range{First: h.First, End: end}))
	}
	return noun
}

// officeWord says that a word before "minister" names what the office is for.
func (p *pass) officeWord(t int) bool {
	x := p.tok(t)
	if p.hitAt[t] >= 0 || x.UPOS != demarche.NOUN && x.UPOS != demarche.PROPN {
		return false
	}
	switch lowerASCII(x.Norm) {
	case "deputy", "vice", "acting", "interim", "cabinet", "government", "junior", "party":
		return false
	}
	return true
}
