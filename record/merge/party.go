package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// Party is one of those on a side of an event, with how many mentions have it.
type Party struct {
	demarche.Entity
	N int `json:"n"`
}

// likeness says how well two entities can be the same party: 1 for certain,
// 0 for nothing known, below 0 when they cannot.
type likeness float64

const (
	sameOne     likeness = 1
	sameGroup   likeness = 0.7 // code and sector
	sameState   likeness = 0.55
	partOf      likeness = 0.45
	sameWords   likeness = 0.6
	nothing     likeness = 0
	otherPerson likeness = -0.7
	otherSide   likeness = -0.8 // soldiers and rebels of one state
	otherState  likeness = -1
)

func alike(a, b *demarche.Entity) likeness {
	named := isNamed(a) && isNamed(b)
	if a.IdentifierID != "" && a.IdentifierID == b.IdentifierID || named && sameName(a.IdentifierText, b.IdentifierText) {
		return sameOne
	}
	codeA, codeB := deref(a.Code), deref(b.Code)
	switch {
	case has(b.Members, codeA) || has(a.Members, codeB) || overlap(a.Members, b.Members):
		return partOf
	case codeA == "" || codeB == "":
		return uncoded(a, b)
	case codeA != codeB && (isUnknownArmed(a) && people[deref(b.Sector)] == "armed" || isUnknownArmed(b) && people[deref(a.Sector)] == "armed"):
		return nothing
	case codeA != codeB:
		return otherState
	}
	sectorA, sectorB := deref(a.Sector), deref(b.Sector)
	switch {
	case named && !isState(a) && !isState(b):
		return twoNames(a, b)
	case sectorA == sectorB:
		return sameGroup
	case sectorA == "" || sectorB == "":
		return sameState
	case people[sectorA] == people[sectorB]:
		return partOf
	case people[sectorA] == "armed" || people[sectorB] == "armed":
		return otherSide
	}
	return 0.15
}

// isUnknownArmed says that nobody knows who it is but that they are armed. Their
// state is the story's: gunmen in Chad may be those of a Nigerian group.
func isUnknownArmed(e *demarche.Entity) bool {
	return deref(e.Sector) == "UAF" && e.IdentifierID == "" && !isNamed(e)
}

// twoNames compares those of one state that have two names: two ministers, or a
// minister and the ministry, or two towns.
func twoNames(a, b *demarche.Entity) likeness {
	sectorA, sectorB := deref(a.Sector), deref(b.Sector)
	switch {
	case a.Office != "" && b.Office != "":
		return otherPerson
	case people[sectorA] == "state" && people[sectorB] == "state" && a.Office+b.Office != "":
		return 0.4
	case people[sectorA] == "state" && people[sectorB] == "state":
		return 0.1
	case sectorA == sectorB:
		return otherPerson
	}
	return nothing
}

// isState says that the entity is a state, or may be one: the lexicon knows it,
// and it has no office and no sector but the government's.
func isState(e *demarche.Entity) bool {
	return e.IdentifierID != "" && e.Office == "" && (e.Sector == nil || *e.Sector == "GOV")
}

// uncoded compares entities of which one at least is of no known state: by
// words, and by what they are.
func uncoded(a, b *demarche.Entity) likeness {
	wa, wb := bag(a.EntityText), bag(b.EntityText)
	if shared(wa, wb) > 0 {
		return sameWords
	}
	sa, sb := deref(a.Sector), deref(b.Sector)
	switch {
	case isNamed(a) && isNamed(b) && !isState(a) && !isState(b):
		return otherPerson
	case sa != "" && sa == sb:
		return 0.3
	case sa != "" && sb != "" && people[sa] != people[sb]:
		return -0.3
	}
	return nothing
}

// people are the sectors in groups that reports do not tell apart: what one
// calls police another calls the authorities.
var people = map[string]string{
	"GOV": "state", "MIL": "state", "COP": "state", "JUD": "state", "LEG": "state", "SPY": "state",
	"REB": "armed", "UAF": "armed", "PRM": "armed", "CRM": "armed",
	"PTY": "politics", "OPP": "politics", "ELI": "politics",
	"CVL": "people", "UNK": "people", "REF": "people", "BUS": "people", "LAB": "people", "AGR": "people", "EDU": "people",
	"MED": "people", "JRN": "people", "REL": "people", "SOC": "people", "PRE": "people",
}

// isNamed says that the entity is called by a proper name and not described. A
// single word that nobody knows may have its capital from the sentence's head
// ("Gunmen attacked"): it is a name only where it can be that of a place.
func isNamed(e *demarche.Entity) bool {
	if e.IdentifierID == "" && e.Office == "" && e.Sector != nil && !strings.Contains(e.IdentifierText, " ") {
		return false
	}
	return isName(e.IdentifierText)
}

// isName says that the words are capitalised as those of a proper name are.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && (i == 0 || len(w) > 3) {
			return false
		}
	}
	return !strings.HasPrefix(s, "The ") && !strings.HasPrefix(s, "A ")
}

// sameName holds "Wanjala" and "Grace Wanjala" for the same.
func sameName(a, b string) bool {
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	for _, w := range wa {
		if !slices.Contains(wb, w) {
			return false
		}
	}
	return len(wa) > 0 && wa[len(wa)-1] == wb[len(wb)-1]
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return has(b, s) })
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// joined adds a mention's entities to the parties. An entity is first looked
// for under its own name or description; one that is left may be another word
// for a party that the mention does not speak of otherwise: what one calls
// gunmen another calls bandits.
func joined(parties []Party, entities []demarche.Entity) []Party {
	spokenOf := make([]bool, len(parties), len(parties)+len(entities))
	var left []*demarche.Entity
	for i := range entities {
		if !meet(parties, spokenOf, &entities[i], sameParty) {
			left = append(left, &entities[i])
		}
	}
	for _, e := range left {
		if !meet(parties, spokenOf, e, otherWords) && len(parties) < mostParties {
			parties = append(parties, Party{*e, 1})
			spokenOf = append(spokenOf, true)
		}
	}
	return parties
}

// meet counts the entity with the first party that is the same and that its
// mention has not spoken of; one that says more takes the party's place.
func meet(parties []Party, spokenOf []bool, e *demarche.Entity, same func(a, b *demarche.Entity) bool) bool {
	for i := range parties {
		if spokenOf[i] || !same(&parties[i].Entity, e) {
			continue
		}
		parties[i].N++
		spokenOf[i] = true
		if fuller(e, &parties[i].Entity) {
			parties[i].Entity = *e
		}
		return true
	}
	return false
}

// otherWords says that two descriptions of one state's people can be of the same.
func otherWords(a, b *demarche.Entity) bool {
	return (!isNamed(a) || !isNamed(b)) && a.Code != nil && alike(a, b) >= partOf
}

// mostParties bounds what is kept of an event that a thousand articles tell of.
const mostParties = 16

func sameParty(a, b *demarche.Entity) bool {
	if alike(a, b) == sameOne {
		return true
	}
	unnamed := !isNamed(a) || !isNamed(b)
	return unnamed && deref(a.Code) == deref(b.Code) && deref(a.Sector) == deref(b.Sector) &&
		(deref(a.Code) != "" || deref(a.Sector) != "" || a.EntityText == b.EntityText)
}

// fuller says that a says more of who it is than b.
func fuller(a, b *demarche.Entity) bool {
	weight := func(e *demarche.Entity) int {
		n := 0
		for _, known := range []bool{e.IdentifierID != "", e.Code != nil, e.Sector != nil, e.Office != "", isNamed(e)} {
			if known {
				n++
			}
		}
		return n
	}
	return weight(a) > weight(b)
}

// settled are the entities of a side that its mentions agree on: those that at
// least half as many have as have the commonest one; a state only where nobody
// of it is named more closely.
func settled(parties []Party) []demarche.Entity {
	most := 0
	for i := range parties {
		if parties[i].Code != nil || parties[i].IdentifierID != "" {
			most = max(most, parties[i].N)
		}
	}
	coded := most > 0
	if !coded {
		for i := range parties {
			most = max(most, parties[i].N)
		}
	}
	out := []demarche.Entity{}
	for i := range parties {
		p := &parties[i]
		if coded && p.Code == nil && !isNamed(&p.Entity) || 2*p.N < most {
			continue
		}
		if !slices.ContainsFunc(parties, func(o Party) bool { return 2*o.N >= most && closer(&o.Entity, &p.Entity) }) {
			out = append(out, p.Entity)
		}
	}
	return out
}

// closer says that a names more closely whom b names as a state or a group.
func closer(a, b *demarche.Entity) bool {
	if a.Code == nil || b.Code == nil || *a.Code != *b.Code || deref(b.Sector) != "" && deref(b.Sector) != deref(a.Sector) {
		return false
	}
	person := func(e *demarche.Entity) bool { return e.Office != "" && isNamed(e) }
	return person(a) && !person(b) || deref(a.Sector) != "" && b.Sector == nil && !isNamed(b)
}
