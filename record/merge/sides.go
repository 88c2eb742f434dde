package merge

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// sides compares who did it and to whom.
func sides(m *demarche.Event, s *State) []vocab.Reason {
	if mutual(m) && mutual(&s.Event.Event) {
		return together(m, s)
	}
	weight := 2.0
	if verbal[Kind(m)] {
		weight = 1.8 // they speak of one another every day
	}
	a := side("actors", m.Actor, s.Actors, weight)
	r := side("recipients", m.Recipient, s.Recipients, weight)
	reasons := []vocab.Reason{a, r}
	switch {
	case a.Score > 0.5 && r.Score > 0.5 && domestic(m):
		// One country's government and its people are one fact, not two.
		reasons[1].Score = 0.3
		reasons[1].Detail = strings.TrimPrefix(reasons[1].Detail+"; within one country", "; ")
	case a.Score > 0.5 && r.Score > 0.5:
		reasons = append(reasons, vocab.Reason{What: "same pair", Score: 0.5})
	}
	return reasons
}

// domestic says whether both sides are of one country only.
func domestic(m *demarche.Event) bool {
	code := ""
	for _, list := range [][]demarche.Entity{m.Actor, m.Recipient} {
		for i := range list {
			switch c := deref(list[i].Code); {
			case c == "" || isNamed(&list[i]) && list[i].IdentifierID != "":
				return false // somebody known by name tells a lot
			case code == "":
				code = c
			case c != code:
				return false
			}
		}
	}
	return code != ""
}

// side compares one side. Nobody on one of them is compatible, but says little.
func side(name string, entities []demarche.Entity, parties []Party, weight float64) vocab.Reason {
	switch {
	case len(entities) == 0 && len(parties) == 0:
		return vocab.Reason{What: "no " + name + " in either"}
	case len(entities) == 0 || len(parties) == 0:
		return vocab.Reason{What: name + " in one only", Score: -0.3}
	}
	fit, who := bestFits(entities, parties)
	n := float64(min(len(entities), len(parties)))
	switch {
	case fit.against > 0 && fit.matched == 0:
		return vocab.Reason{What: "other " + name, Score: float64(4.5 * fit.worst), Detail: who}
	case fit.matched == 0:
		return vocab.Reason{What: name + " may be the same", Score: 0, Detail: who}
	}
	share := fit.sum / n
	if share > 1 {
		share = 1
	}
	extra := float64(max(0, fit.against)) / float64(len(entities))
	return vocab.Reason{What: name + " share " + who, Score: weight*share - 1.5*extra}
}

// fits is how the entities of one side find their like on the other.
type fits struct {
	sum     float64  // of likeness, where above 0
	matched int      // entities with a like
	against int      // entities that are like none of the parties, and unlike some
	worst   likeness // the least bad of those, when none matched
}

func bestFits(entities []demarche.Entity, parties []Party) (fits, string) {
	if len(parties) == 0 {
		return fits{}, ""
	}
	f := fits{worst: otherState}
	var who, others []string
	for i := range entities {
		best, at := otherState, 0
		for k := range parties {
			if l := alike(&entities[i], &parties[k].Entity); l > best {
				best, at = l, k
			}
		}
		switch {
		case best > 0:
			f.sum += float64(best)
			f.matched++
			who = append(who, label(&entities[i], &parties[at].Entity))
		case best < 0:
			f.against++
			f.worst = max(f.worst, best)
			others = append(others, name(&entities[i])+" is not "+name(&parties[at].Entity))
		}
	}
	if f.matched == 0 && f.against < len(entities) {
		f.against = 0 // somebody unknown may be the same
	}
	if len(who) == 0 {
		who = others
	}
	return f, strings.Join(who, ", ")
}

// label is what two entities share, in a few words.
func label(a, b *demarche.Entity) string {
	switch l := alike(a, b); {
	case l == sameOne:
		return name(a)
	case a.Code != nil && b.Code != nil && *a.Code == *b.Code:
		if deref(a.Sector) != "" && deref(a.Sector) == deref(b.Sector) {
			return *a.Code + " " + *a.Sector
		}
		return *a.Code
	case l == partOf:
		return fmt.Sprintf("%s with %s", name(a), name(b))
	}
	return fmt.Sprintf("“%s” with “%s”", a.EntityText, b.EntityText)
}

func name(e *demarche.Entity) string {
	if isNamed(e) {
		return e.IdentifierText
	}
	if e.Code != nil {
		return strings.TrimSpace(*e.Code + " " + deref(e.Sector))
	}
	return "“" + e.EntityText + "”"
}

// together compares all who took part, where the order of the sides means
// nothing.
func together(m *demarche.Event, s *State) []vocab.Reason {
	all := append(append([]demarche.Entity(nil), m.Actor...), m.Recipient...)
	parties := append(append([]Party(nil), s.Actors...), s.Recipients...)
	if len(all) == 0 || len(parties) == 0 {
		return []vocab.Reason{{What: "nobody in one of them", Score: -0.8}}
	}
	forth, who := bestFits(all, parties)
	back, _ := bestFits(entitiesOf(parties), partiesOf(all))
	switch {
	case forth.matched == 0:
		return []vocab.Reason{{What: "others took part", Score: -4.5, Detail: who}}
	case forth.against > 0 && back.against > 0:
		return []vocab.Reason{{What: "others took part too", Score: -3, Detail: who + " in both, but not the rest"}}
	}
	least := min(forth.matched, back.matched)
	score := 1.5 * min(forth.sum/float64(forth.matched), back.sum/float64(back.matched))
	if least >= 2 && codes(all) >= 2 {
		score *= 2.4 // a pair
	}
	if unmatched := forth.against + back.against; unmatched > 0 {
		score -= 0.5 * float64(min(unmatched, 4))
	}
	return []vocab.Reason{{What: "took part: " + who, Score: score}}
}

func codes(entities []demarche.Entity) int {
	seen := map[string]bool{}
	for i := range entities {
		seen[name(&entities[i])] = true
	}
	return len(seen)
}

func entitiesOf(parties []Party) []demarche.Entity {
	out := make([]demarche.Entity, len(parties))
	for i := range parties {
		out[i] = parties[i].Entity
	}
	return out
}

func partiesOf(entities []demarche.Entity) []Party {
	out := make([]Party, len(entities))
	for i := range entities {
		out[i] = Party{entities[i], 1}
	}
	return out
}
