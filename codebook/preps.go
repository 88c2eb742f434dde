package codebook

import "strings"

// prepositions are the words that begin an element of a pattern; some are
// particles too ("calls off"). "that" opens a clause.
var prepositions = strings.Fields(`that
	about above across after against ahead along alongside amid among apart around as aside at away back before behind
	below beneath beside between beyond by despite down during for forth forward from in inside into near of off on onto
	out outside over past regarding since through throughout till to together toward towards under until up upon versus
	via with within without`)

// multiPreps are the prepositions of several words that patterns may use, and
// the negated "to" of clauses.
var multiPreps = []string{
	"out of", "because of", "on behalf of", "in favour of", "in favor of", "in response to", "in support of", "in front of",
	"in exchange for", "in return for", "in retaliation for", "in protest at", "in protest over", "in accordance with",
	"in connection with", "in defiance of", "in violation of", "in solidarity with", "in charge of", "in relation to",
	"away from", "along with", "together with", "ahead of", "instead of", "according to", "due to", "prior to",
	"as part of", "at odds with", "next to", "up to", "back to", "back from", "with regard to", "with respect to",
	"not to", "on top of", "by means of", "in line with", "inside of", "outside of", "into line with",
}

// particles are the words that may be joined to a verb ("pull out", "call off").
var particles = strings.Fields(`about ahead along apart around aside away back by down forth forward in off on out over
	through together under up`)

func isPrep(w string) bool      { return contains(prepositions, w) }
func isMultiPrep(w string) bool { return contains(multiPreps, w) }
func isParticle(w string) bool  { return contains(particles, w) }

func contains(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
