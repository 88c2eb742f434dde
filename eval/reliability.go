package eval

import (
	"fmt"
	"math"

	"github.com/demarche/demarche"
)

// Judged is a printed event with what the gold says of it.
type Judged struct {
	Event demarche.Event
	Right bool // its category, or quad class, is the gold's
}

// reliability tells how far confidence can be believed: of the events that were
// given about 0.7, about 70% should be right. The expected calibration error
// is the mean distance between the two, weighed by events (Guo et al. 2017).
func reliability(judged []Judged) Section {
	const bins = 10
	var n, right [bins]int
	var sum [bins]float64
	for i := range judged {
		c := judged[i].Event.Confidence
		k := min(bins-1, int(c*bins+1e-9))
		n[k]++
		sum[k] += c
		right[k] += count(judged[i].Right)
	}
	s := Section{Title: "reliability of confidence"}
	gap := 0.0
	for k := range n {
		if n[k] == 0 {
			continue
		}
		mean, share := sum[k]/float64(n[k]), ratio(right[k], n[k])
		gap += math.Abs(mean-share) * float64(n[k]) / float64(len(judged))
		s.Lines = append(s.Lines, fmt.Sprintf("%.1f–%.1f  mean %.3f  right %.3f  of %4d  %s", float64(k)/bins, float64(k+1)/bins, mean, share, n[k], bar(share)))
	}
	s.Figures = []Figure{{"calibration error", gap}}
	return s
}

// bar draws a share of one, twenty characters at most.
func bar(share float64) string {
	return string([]rune("████████████████████")[:int(math.Round(20*share))])
}
