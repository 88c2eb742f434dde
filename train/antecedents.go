package train

import "math"

// Antecedent is a pronoun with those whom it may stand for: their features, and
// which of them are right.
type Antecedent struct {
	Options [][]string
	Right   []bool
}

// Antecedents fits a log-linear choice between the options of pronouns: by
// gradient ascent (Adagrad: Duchi et al. 2011) of the likelihood that one of the
// right ones is chosen, less a penalty on large weights. It uses no chance.
func Antecedents(pronouns []Antecedent) map[string]float64 {
	const (
		steps   = 400
		rate    = 0.3
		penalty = 1.0
	)
	at, names := map[string]int{}, []string{}
	rows := make([][][]int, len(pronouns))
	for i := range pronouns {
		for _, option := range pronouns[i].Options {
			var row []int
			for _, f := range option {
				k, ok := at[f]
				if !ok {
					k = len(names)
					at[f], names = k, append(names, f)
				}
				row = append(row, k)
			}
			rows[i] = append(rows[i], row)
		}
	}
	weights, gradient, seen := make([]float64, len(names)), make([]float64, len(names)), make([]float64, len(names))
	for range steps {
		for k, w := range weights {
			gradient[k] = -penalty * w
		}
		for i := range rows {
			climb(gradient, weights, rows[i], pronouns[i].Right)
		}
		for k, g := range gradient {
			seen[k] += g * g
			if seen[k] > 0 {
				weights[k] += rate * g / math.Sqrt(seen[k])
			}
		}
	}
	model := make(map[string]float64, len(names))
	for k, n := range names {
		model[n] = weights[k]
	}
	return model
}

// climb adds the gradient of the logarithm of how likely a right option is.
func climb(gradient, weights []float64, options [][]int, right []bool) {
	scores := make([]float64, len(options))
	all, good := 0.0, 0.0
	for o, row := range options {
		for _, k := range row {
			scores[o] += weights[k]
		}
		scores[o] = math.Exp(scores[o])
		all += scores[o]
		if right[o] {
			good += scores[o]
		}
	}
	for o, row := range options {
		step := -scores[o] / all
		if right[o] {
			step += scores[o] / good
		}
		for _, k := range row {
			gradient[k] += step
		}
	}
}
