package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// lengthenPlace adds to a known place the capitalised word for what it is, so
// that "Cameroon's Far North | Region" is one place and not two.
func (p *pass) lengthenPlace(u *unit) {
	x := &p.lex.refs[p.hits[u.hit].ref]
	e := u.Range.End
	if x.use != asName || p.hits[u.hit].part || e >= len(p.doc.Tokens) || !p.districtWord(e) {
		return
	}
	if e+1 < len(p.doc.Tokens) && p.tok(e+1).UPOS == demarche.PROPN && isCapitalised(p.tok(e+1).Form) {
		return // "New York State Police"
	}
	u.Range.End = e + 1
}

// districtWord says that token t is a capitalised noun for a part of a state
// that no name of the lexicon covers.
func (p *pass) districtWord(t int) bool {
	if p.hitAt[t] >= 0 {
		return false
	}
	switch p.tok(t).Form {
	case "Region", "Province", "District", "County", "State", "Oblast", "Governorate", "Prefecture", "Territory", "Municipality", "Krai", "Raion", "Canton", "Township", "Department", "Division":
		return true
	}
	return false
}

// possessedPlace gives a place that the lexicon lacks the state that possesses
// it: "Rwanda's Southern Province".
func (p *pass) possessedPlace(m *mention, u *unit) {
	if u.typ != demarche.GPE && u.typ != demarche.Loc || !u.hasNoun(p) {
		return
	}
	m.Actors = []demarche.Actor{{Name: p.doc.TextOf(u.Range)}}
	if p.possessedBody(m); m.Actors[0].Code == "" {
		m.Actors = nil
	}
}

// hasNoun says that the name of a place ends in a word for what it is.
func (u *unit) hasNoun(p *pass) bool {
	return u.Len() > 1 && suffixType(p.tok(u.Range.End-1).Form) != ""
}

// worldly lists the states whose parties news abroad names without the state.
const worldly = " USA GBR DEU FRA ITA ESP RUS UKR CHN IND PAK TUR ISR ZAF "

// freeParties drops the acronyms of parties whose state the text does not speak
// of while it speaks of others: the FLN of Rwanda is not Algeria's.
func (p *pass) freeParties() {
	for i := range p.hits {
		h := &p.hits[i]
		if h.ref < 0 || h.part || h.Len() != 1 || p.lex.entries[p.lex.refs[h.ref].entry].kind != party || !isAcronym(p.tok(h.First).Norm) {
			continue
		}
		if p.foreignParty(h) {
			p.codes[p.lex.entries[p.lex.refs[h.ref].entry].code]--
			p.free(h)
		}
	}
}

func (p *pass) foreignParty(h *hit) bool {
	own := p.lex.refs[h.ref].entry
	if strings.Contains(worldly, " "+p.lex.entries[own].code+" ") {
		return false
	}
	others := false
	for k := range p.hits {
		o := &p.hits[k]
		if o.ref < 0 || o.list == h.list {
			continue
		}
		e := p.lex.refs[o.ref].entry
		if x := &p.lex.entries[e]; e == own || x.code == p.lex.entries[own].code {
			return false
		} else if x.kind == state || x.kind == city {
			others = true
		}
	}
	return others
}
