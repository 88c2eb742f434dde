package train

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// Outcome is an event by the features that its confidence rests on, and
// whether it was right.
type Outcome struct {
	Features []string
	Right    bool
}

// Confidence fits a logistic model of whether events are right: by gradient
// ascent of the likelihood of the outcomes, less a penalty on large weights. It
// uses no chance, so that the same outcomes give the same weights.
func Confidence(outcomes []Outcome) map[string]float64 {
	const (
		steps   = 3000
		rate    = 2.0
		penalty = 3.0 // what a feature must be seen to be trusted
	)
	names := featureNames(outcomes)
	at := map[string]int{}
	for i, n := range names {
		at[n] = i
	}
	rows := make([][]int, len(outcomes))
	for i := range outcomes {
		for _, f := range outcomes[i].Features {
			rows[i] = append(rows[i], at[f])
		}
	}
	weights, gradient := make([]float64, len(names)), make([]float64, len(names))
	for range steps {
		for k, w := range weights {
			gradient[k] = -penalty * w
		}
		for i, row := range rows {
			score := 0.0
			for _, k := range row {
				score += weights[k]
			}
			miss := -1 / (1 + math.Exp(-score))
			if outcomes[i].Right {
				miss++
			}
			for _, k := range row {
				gradient[k] += miss
			}
		}
		for k := range weights {
			weights[k] += rate * gradient[k] / float64(len(outcomes))
		}
	}
	model := map[string]float64{}
	for k, n := range names {
		model[n] = weights[k]
	}
	return model
}

func featureNames(outcomes []Outcome) []string {
	var names []string
	for i := range outcomes {
		names = append(names, outcomes[i].Features...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// WriteWeights writes the weights, a line each, by name.
func WriteWeights(w io.Writer, model map[string]float64, about string) error {
	if _, err := fmt.Fprintf(w, "# %s\n", about); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	var names []string
	for n := range model {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		if _, err := fmt.Fprintf(w, "%s\t%.3f\n", n, model[n]); err != nil {
			return fmt.Errorf("writing the weights: %w", err)
		}
	}
	return nil
}
