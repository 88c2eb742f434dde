package merge

import (
	"fmt"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// when compares the dates. Where a text gives none, the day of its printing
// says at least how old the news can be.
func when(m *vocab.Mention, s *State) vocab.Reason {
	mine := spanOf(deref(m.Date), deref(m.EndDate))
	theirs := spanOf(deref(s.Event.Date), deref(s.Event.EndDate))
	switch {
	case mine.known && theirs.known:
		r := bothDated(mine, theirs)
		printed := oneSpan(m.Published).apart(spanOf(s.Event.FirstSeen, s.Event.LastSeen))
		if max(mine.days(), theirs.days()) > 7 && printed > 31 && oneSpan(m.Published).known {
			r.Score -= 1.3 // a month, looked back on
			r.Detail += ", printed " + days(printed) + " apart"
		}
		return r
	case mine.known:
		return oneDated(mine, spanOf(s.Event.FirstSeen, s.Event.LastSeen), planned(&s.Event.Event))
	case theirs.known:
		return oneDated(theirs, oneSpan(m.Published), planned(&m.Event))
	}
	return undated(oneSpan(m.Published), spanOf(s.Event.FirstSeen, s.Event.LastSeen))
}

func planned(e *demarche.Event) bool { return has(e.Auxiliary, "future") }

func bothDated(a, b span) vocab.Reason {
	apart := a.apart(b)
	coarse := max(a.days(), b.days())
	switch {
	case coarse == 1 && apart == 0:
		return vocab.Reason{What: "same day", Score: 1.6}
	case apart == 0 && a == b:
		return vocab.Reason{What: "same stretch of time", Score: coarseScore(coarse), Detail: days(coarse)}
	case apart == 0:
		return vocab.Reason{What: "one date lies within the other", Score: coarseScore(coarse), Detail: days(coarse)}
	case apart == 1:
		return vocab.Reason{What: "1 day apart", Score: -2.7} // midnight, time zones
	case apart == 2:
		return vocab.Reason{What: "2 days apart", Score: -4}
	}
	return vocab.Reason{What: days(apart) + " apart", Score: -9}
}

// coarseScore is what it says that two dates are within so many days.
func coarseScore(days int) float64 {
	switch {
	case days <= 7:
		return 0.7
	case days <= 31:
		return 0.2
	case days <= 92:
		return -0.5
	}
	return -1
}

// oneDated compares the date of one with when the other was printed.
func oneDated(dated, printed span, plan bool) vocab.Reason {
	if !printed.known {
		return vocab.Reason{What: "no date in one", Score: -1.5}
	}
	if dated.days() > 31 {
		return vocab.Reason{What: "no date in one, a coarse one in the other", Score: -2}
	}
	ahead := dated.first - printed.last // days from printing to the event
	behind := printed.first - dated.last
	switch {
	case ahead > 1 && !plan:
		return vocab.Reason{What: "told of before its date", Score: -9, Detail: days(ahead)}
	case ahead > 1 && ahead <= 45:
		return vocab.Reason{What: "planned without a date", Score: -0.4, Detail: days(ahead) + " ahead"}
	case ahead > 1:
		return vocab.Reason{What: "planned without a date", Score: -2.5, Detail: days(ahead) + " ahead"}
	case behind <= 2:
		return vocab.Reason{What: "no date in one, printed then", Score: 0.2}
	case behind <= 7:
		return vocab.Reason{What: "no date in one", Score: -0.6, Detail: "printed " + days(behind) + " later"}
	case behind <= 31:
		return vocab.Reason{What: "no date in one", Score: -1.6, Detail: "printed " + days(behind) + " later"}
	}
	return vocab.Reason{What: "no date in one", Score: -3, Detail: "printed " + days(behind) + " later"}
}

func undated(a, b span) vocab.Reason {
	if !a.known || !b.known {
		return vocab.Reason{What: "no dates", Score: -1.5}
	}
	apart := a.apart(b)
	if a.first-b.first > 31 {
		apart = max(apart, a.first-b.first) // retold day by day it would else never end
	}
	detail := fmt.Sprintf("printed %s apart", days(apart))
	switch {
	case apart <= 1:
		return vocab.Reason{What: "no dates", Score: 0.3, Detail: detail}
	case apart <= 4:
		return vocab.Reason{What: "no dates", Score: -0.5, Detail: detail}
	case apart <= 31:
		return vocab.Reason{What: "no dates", Score: -1.8, Detail: detail}
	}
	return vocab.Reason{What: "no dates", Score: -3, Detail: detail}
}
