package actor

import (
	"maps"
	"slices"

	"github.com/demarche/demarche"
)

// leadSentences is how many sentences tell where a story is set.
const leadSentences = 4

// country finds the state that the document is about: the one that its
// dateline, headline and first sentences name most, earlier ones counting more.
func (p *pass) country() {
	votes := map[string]int{}
	best := 0
	for i := range p.units {
		u := &p.units[i]
		if u.hit < 0 || u.inner || p.detached(u) || p.inWord(u) {
			continue
		}
		s := p.doc.SentenceOf(u.First)
		if s < 0 || s >= leadSentences {
			break
		}
		code := p.unitCode(u)
		if len(code) != 3 || p.lex.states[code] == 0 && p.lex.entries[0].code != code {
			continue
		}
		votes[code] += p.leadVote(s, u)
		if votes[code] > best {
			best, p.home = votes[code], code
		}
	}
	p.otherHome = ""
	for _, code := range slices.Sorted(maps.Keys(votes)) {
		if code != p.home && votes[code] > votes[p.otherHome] {
			p.otherHome = code
		}
	}
}

// homeEvidence says that only the document as a whole tells a country.
func homeEvidence(code string) demarche.Evidence {
	return demarche.Evidence{Kind: "document", Text: code, Source: "country of the document"}
}

// homeOf is the document's country for mention m; but who summons or expels its
// envoy is of the state that the text speaks of next.
func (p *pass) homeOf(m *mention) string {
	v := p.tok(m.Head).Head
	if v < 0 || p.otherHome == "" || p.tok(m.Head).Rel.Base() != demarche.Nsubj {
		return p.home
	}
	switch p.tok(v).Lemma {
	case "summon", "expel":
	default:
		return p.home
	}
	o := p.dependent(v, demarche.Obj)
	if o < 0 {
		return p.home
	}
	r := p.phrase(o, demarche.Range{First: o, End: o + 1})
	for t := r.First; t < r.End; t++ {
		if i := p.unitAt[t]; i >= 0 && p.unitCode(&p.units[i]) == p.home {
			return p.otherHome
		}
	}
	return p.home
}

func (p *pass) leadVote(s int, u *unit) int {
	v := leadSentences + 1 - s
	if u.typ == demarche.GPE && p.preposition(u.First) == "from" {
		return 1 // whoever came from there is elsewhere now
	}
	if p.doc.Sentences[s].Dateline.Overlaps(u.Range) {
		return 3 // where the reporter sits counts, but not as much as what is said
	}
	if x := p.lex.refs[p.hits[u.hit].ref].use; x == asAdjective || x == asPeople {
		v -= 2 // whose officials come from somewhere, and what is based there, acts abroad too
	}
	if u.typ == demarche.Person || u.typ == demarche.Org {
		v-- // whose parliament or minister it is tells a little less than the name
	}
	if u.typ == demarche.GPE && placePreposition(p.preposition(u.First)) {
		v += 2
	}
	if p.inSubject(u.First) {
		v += 2
	}
	return v
}

// inSubject says that a token is a subject or modifies one.
func (p *pass) inSubject(t int) bool {
	for n := 0; n < 3 && t >= 0; n++ {
		if p.tok(t).Rel.Base() == demarche.Nsubj {
			return true
		}
		t = p.tok(t).Head
	}
	return false
}

func (p *pass) unitCode(u *unit) string {
	if u.hit < 0 {
		return ""
	}
	return p.known(p.entryOf(u.hit)).Code
}

// placePreposition says that what follows is where something is.
func placePreposition(s string) bool {
	switch s {
	case "in", "at", "near", "outside", "inside", "around", "across", "within", "through", "throughout", "into", "over", "under", "toward", "towards", "from", "off", "along", "beyond":
		return true
	}
	return false
}

// lateHome gives officials whose role an apposition tells the document's country,
// as those have it whose title stands before the name: "Ama Kodjo, a police
// spokesman".
func (p *pass) lateHome() {
	if p.home == "" {
		return
	}
	for i := range p.entities {
		x := &p.entities[i]
		if !x.named || x.entry >= 0 || x.typ != demarche.Person || len(x.actors) != 1 || x.actors[0].Code != "" || !holdsOffice(first(x.actors[0].Sectors)) {
			continue
		}
		a := x.actors[0]
		a.Code = p.home
		a.Evidence = homeEvidence(p.home)
		x.actors = []demarche.Actor{a}
	}
}
