package frame

import (
	"fmt"
	"strings"
)

// effect is what a governor does to the status of what it governs.
type effect uint16

const (
	same         effect = 1 << iota // as real as the governor itself: begin, manage
	fact                            // real whatever the governor: condemn, regret
	report                          // real on the subject's word: say
	negation                        // not done: fail, refuse, deny
	future                          // to come: plan, promise
	hypothetical                    // only wished, feared, demanded
	historical                      // background: anniversary
	arranged                        // the rest only for what is arranged before it happens: "announced talks", but "announced the arrest"
	indefinite                      // the rest only for what is not definite: "discuss sanctions", but "discuss the war"
)

var effectNames = map[string]effect{
	"same": same, "fact": fact, "report": report, "negation": negation, "future": future,
	"hypothetical": hypothetical, "historical": historical, "arranged": arranged, "indefinite": indefinite,
}

// governor is a row of status.tsv: the effects of a verb, adjective or noun.
// Zero means that the table does not say.
type governor struct {
	clause  effect // on its clausal complement
	nominal effect // on the event that its object, or for nouns and adjectives a noun after a preposition, names
	purpose effect // on a to-clause of purpose beside it
}

func parseEffect(s string) (effect, error) {
	var e effect
	for _, w := range strings.Fields(s) {
		one, ok := effectNames[w]
		if !ok {
			return 0, fmt.Errorf("effect %q is not known; same, fact, report, negation, future, hypothetical, historical, arranged and indefinite are", w)
		}
		e |= one
	}
	return e, nil
}
