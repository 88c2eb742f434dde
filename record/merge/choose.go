package merge

import (
	"math"

	"github.com/demarche/demarche/record/vocab"
)

// Choose is the index of the candidate that m tells of, with the reasons that
// spoke for and against it, or -1 when m tells of none of them. Of several the
// likeliest is taken; of equally likely ones that with the smallest id, so that
// the order of the candidates means nothing.
func Choose(m *vocab.Mention, candidates []*State) (int, []vocab.Reason) {
	best, reasons := -1, []vocab.Reason(nil)
	t := traceOf(m)
	for i, s := range candidates {
		found := compared(m, t, s)
		if found == nil || Sum(found) < 0 {
			continue
		}
		if best < 0 || Sum(found) > Sum(reasons) || Sum(found) == Sum(reasons) && s.Event.ID < candidates[best].Event.ID {
			best, reasons = i, found
		}
	}
	return best, reasons
}

// Compare are the reasons for and against m telling of the event s; nil when it
// cannot: they are of different kinds, or stand in one sentence.
func Compare(m *vocab.Mention, s *State) []vocab.Reason { return compared(m, traceOf(m), s) }

// Sum is the log odds that the reasons give in all: 0 is even.
func Sum(reasons []vocab.Reason) float64 {
	sum := 0.0
	for _, r := range reasons {
		sum += r.Score
	}
	return sum
}

// Probability is the log odds as a number between 0 and 1.
func Probability(reasons []vocab.Reason) float64 { return 1 / (1 + math.Exp(-Sum(reasons))) }

func compared(m *vocab.Mention, t Trace, s *State) []vocab.Reason {
	if Kind(&m.Event) != Kind(&s.Event.Event) {
		return nil
	}
	together := false
	for i := range s.Traces {
		if s.Traces[i].Doc != t.Doc {
			continue
		}
		together = true
		if s.Traces[i].Sentence == t.Sentence {
			return nil // a sentence tells two things when it tells twice
		}
	}
	reasons := kinds(&m.Event, &s.Event.Event)
	reasons = append(reasons, sides(&m.Event, s)...)
	reasons = append(reasons, when(m, s))
	place, located := where(&m.Event, s)
	if located {
		reasons = append(reasons, place)
	}
	reasons = append(reasons, howMany(m.Event.Size, s.Event.Size, m.Published > s.Event.LastSeen)...)
	reasons = append(reasons, wording(t, s)...)
	if r, ok := namedPlaces(t, s); ok && (r.Score < 0 || !located || place.Score < 1) {
		reasons = append(reasons, r)
	}
	if r, ok := statuses(m, s); ok {
		reasons = append(reasons, r)
	}
	if together {
		r := vocab.Reason{What: "within one article", Score: -0.6, Detail: "which tells of several events of a kind"}
		if verbal[Kind(&m.Event)] {
			r.Score = -1
		}
		reasons = append(reasons, r)
	}
	for i := range reasons {
		reasons[i].Score = math.Round(reasons[i].Score*100) / 100 // as people read it, and add it up
	}
	return reasons
}

// statuses compares what is said of whether it happened.
func statuses(m *vocab.Mention, s *State) (vocab.Reason, bool) {
	mine, theirs := vocab.StatusOf(&m.Event), vocab.StatusOf(&s.Event.Event)
	pair := func(a, b string) bool { return mine == a && theirs == b || mine == b && theirs == a }
	switch {
	case mine == theirs:
		return vocab.Reason{}, false
	case pair(vocab.Hypothetical, vocab.Done), pair(vocab.Hypothetical, vocab.Historical):
		return vocab.Reason{What: "only thinkable in one", Score: -2}, true
	case mine == vocab.Negated || theirs == vocab.Negated:
		return vocab.Reason{What: "denied in one", Score: -0.3}, true
	case mine == vocab.Future || theirs == vocab.Future:
		return vocab.Reason{What: "planned in one", Score: -0.1}, true
	}
	return vocab.Reason{}, false
}
