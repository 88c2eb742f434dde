package merge

import (
	"fmt"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// howMany compares the figures; later says that m was printed after the others. Casualty counts grow over the days, and reports
// of one day differ; but five are not sixty.
func howMany(m demarche.Size, s vocab.Size, later bool) []vocab.Reason {
	var reasons []vocab.Reason
	total := 0.0
	for _, f := range []struct {
		what  string
		mine  *int
		given *vocab.Range
	}{{"dead", m.Dead, s.Dead}, {"injured", m.Injured, s.Injured}, {"arrested", m.Arrested, s.Arrested}, {"taking part", m.Participants, s.Participants}} {
		if f.mine == nil || f.given == nil {
			continue
		}
		r := figure(f.what, *f.mine, *f.given, later)
		if total > 0 && r.Score > 0 {
			r.Score /= 2 // the second figure that fits says less
		}
		total += r.Score
		reasons = append(reasons, r)
	}
	return reasons
}

func figure(what string, n int, r vocab.Range, later bool) vocab.Reason {
	given := fmt.Sprint(r.Min)
	if r.Max != r.Min {
		given = fmt.Sprintf("%d–%d", r.Min, r.Max)
	}
	if r.Min <= n && n <= r.Max {
		reason := vocab.Reason{What: fmt.Sprintf("%d %s in both", n, what), Score: 1.0}
		if r.Max != r.Min {
			reason.What = fmt.Sprintf("%d %s within %s", n, what, given)
			reason.Score = 0.8
			if 2*r.Max > 3*r.Min {
				reason.Score = 0.2 // a range as wide as that fits much
			}
		}
		if n < 5 {
			reason.Score = 0.4 // small numbers are common
		}
		return reason
	}
	small, large := r.Max, n
	if n < r.Min {
		small, large = n, r.Min
	}
	reason := vocab.Reason{What: fmt.Sprintf("%d %s near %s", n, what, given)}
	ratio := float64(large) / float64(max(1, small))
	switch {
	case ratio <= 1.35 || large-small <= 2 && large > 3:
		reason.Score = 0.2
	case ratio <= 2 && later && n > r.Max:
		reason.What, reason.Score = fmt.Sprintf("%d %s, grown from %s", n, what, given), -0.2
	case ratio <= 1.7:
		reason.Score = -0.6
	case ratio <= 4:
		reason.What, reason.Score = fmt.Sprintf("%d %s, not %s", n, what, given), -2
	default:
		reason.What, reason.Score = fmt.Sprintf("%d %s, not %s", n, what, given), -3
	}
	return reason
}

// widened is the range with n in it.
func widened(r *vocab.Range, n *int) *vocab.Range {
	switch {
	case n == nil:
		return r
	case r == nil:
		return &vocab.Range{Min: *n, Max: *n}
	}
	return &vocab.Range{Min: min(r.Min, *n), Max: max(r.Max, *n)}
}
