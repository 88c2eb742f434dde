package codebook

import "github.com/demarche/demarche"

// Reduce applies PLOVER's reductions, by which a single category beats a
// category with an auxiliary: what is to come of CONSULT, SUPPORT, COOPERATE
// and AID is AGREE, of RETREAT is CONCEDE. What is announced of SANCTION,
// PROTEST, COERCE and ASSAULT is THREATEN, as the coders of PLOVER's gold
// standard records have it; Threatened gives its mode. It gives the category to print,
// the category before the reduction, and the auxiliaries in the manual's
// order. The auxiliary "future" stays, so that nothing is lost. What is
// negated is not reduced: not meeting tomorrow is no agreement to meet.
func Reduce(category string, s demarche.Status) (reduced, base string, aux []string) {
	reduced = category
	if s.Future && !s.Negated {
		switch category {
		case "CONSULT", "SUPPORT", "COOPERATE", "AID":
			reduced = "AGREE"
		case "RETREAT":
			reduced = "CONCEDE"
		case "SANCTION", "PROTEST", "COERCE", "ASSAULT":
			if !s.Hypothetical { // what others fear is no threat of his
				reduced = "THREATEN"
			}
		}
	}
	return reduced, category, Auxiliaries(s)
}

// Auxiliaries is PLOVER's auxiliary modes of a status; empty when plainly done.
func Auxiliaries(s demarche.Status) []string {
	var aux []string
	for _, a := range [...]struct {
		on   bool
		name string
	}{{s.Historical, "historical"}, {s.Future, "future"}, {s.Hypothetical, "hypothetical"}, {s.Negated, "negation"}} {
		if a.on {
			aux = append(aux, a.name)
		}
	}
	return aux
}
