package eval

import (
	"slices"

	"github.com/demarche/demarche"
)

// categories are the PLOVER categories in the order of the manual's quad classes.
var categories = []string{
	"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
	"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}

// draftCategories are names of the PLOVER draft that older gold uses.
var draftCategories = map[string]string{
	"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
}

// category is a gold category in today's terms.
func category(gold string) string {
	if now, ok := draftCategories[gold]; ok {
		return now
	}
	return gold
}

// draftCodes are codes in gold files that ISO 3166 does not have, or that
// PLOVER writes otherwise.
var draftCodes = map[string]string{"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "UN": "UNO", "EU": "EUR"}

// sameCode says whether a code answers a gold code. Gold that only says
// "international organisation" is content with any of them.
func sameCode(gold, found string) bool {
	if now, ok := draftCodes[gold]; ok {
		gold = now
	}
	return gold == found || gold == "IGO" && (found == "UNO" || found == "EUR")
}

// codesOf are the codes of entities and of the members that the text or the
// lexicon lists for them.
func codesOf(entities []demarche.Entity) []string {
	var codes []string
	for _, e := range entities {
		if e.Code != nil {
			codes = append(codes, *e.Code)
		}
		codes = append(codes, e.Members...)
	}
	return codes
}

// overlap says whether some gold code was found.
func overlap(gold, found []string) bool {
	return slices.ContainsFunc(gold, func(g string) bool { return has(found, g) })
}

// within says whether every gold code was found.
func within(gold, found []string) bool {
	return !slices.ContainsFunc(gold, func(g string) bool { return !has(found, g) })
}

// equalCodes says whether the same codes stand on both sides.
func equalCodes(gold, found []string) bool {
	extra := slices.ContainsFunc(found, func(f string) bool {
		return !slices.ContainsFunc(gold, func(g string) bool { return sameCode(g, f) })
	})
	return !extra && within(gold, found)
}

func has(found []string, gold string) bool {
	return slices.ContainsFunc(found, func(f string) bool { return sameCode(gold, f) })
}

// first is the event's category, or none for an event without one.
func first(e *demarche.Event) string {
	if len(e.Event) == 0 {
		return none
	}
	return e.Event[0]
}
