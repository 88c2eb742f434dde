package actor

import (
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
