package eval

// share is a sum of what was right over a sum of what there was.
type share struct{ right, all float64 }

func (s share) value() float64 {
	if s.all == 0 {
		return 0
	}
	return s.right / s.all
}

// measure is one of the measures of coreference, summed over documents.
type measure struct {
	name              string
	recall, precision share
}

func (m *measure) f1() float64 {
	p, r := m.precision.value(), m.recall.value()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

type corefScores struct {
	mentions        Score
	muc, bcub, ceaf measure
}

func newCorefScores() *corefScores {
	return &corefScores{
		mentions: Score{Name: "mentions"},
		muc:      measure{name: "MUC"}, bcub: measure{name: "B³"}, ceaf: measure{name: "CEAF-e"},
	}
}

func (s *corefScores) add(gold, system []chain) {
	inGold, inSystem := chainOf(gold), chainOf(system)
	s.mentions.Gold += len(inGold)
	s.mentions.Predicted += len(inSystem)
	for head := range inGold {
		if _, ok := inSystem[head]; ok {
			s.mentions.Correct++
		}
	}
	links(&s.muc.recall, gold, inSystem)
	links(&s.muc.precision, system, inGold)
	perMention(&s.bcub.recall, gold, inSystem)
	perMention(&s.bcub.precision, system, inGold)
	s.addCEAF(gold, system, inSystem)
}

// chainOf maps the head of each mention to its entity.
func chainOf(chains []chain) map[int]int {
	of := map[int]int{}
	for i, c := range chains {
		for _, head := range c {
			if _, taken := of[head]; !taken {
				of[head] = i
			}
		}
	}
	return of
}

// links counts the links of the chains that the other side makes too (MUC).
func links(s *share, chains []chain, other map[int]int) {
	for _, c := range chains {
		parts, alone := map[int]bool{}, 0
		for _, head := range c {
			if o, ok := other[head]; ok {
				parts[o] = true
			} else {
				alone++
			}
		}
		s.right += float64(len(c) - len(parts) - alone)
		s.all += float64(len(c) - 1)
	}
}

// perMention averages, mention by mention, how much of its chain stands in
// its chain of the other side (B³).
func perMention(s *share, chains []chain, other map[int]int) {
	for _, c := range chains {
		shared := map[int]int{}
		for _, head := range c {
			if o, ok := other[head]; ok {
				shared[o]++
			}
		}
		for _, n := range shared {
			s.right += float64(n*n) / float64(len(c))
		}
		s.all += float64(len(c))
	}
}

// addCEAF pairs the entities of both sides one to one so that they share most.
func (s *corefScores) addCEAF(gold, system []chain, inSystem map[int]int) {
	weights := make([][]float64, len(gold))
	for i, c := range gold {
		weights[i] = make([]float64, len(system))
		for _, head := range c {
			if o, ok := inSystem[head]; ok {
				weights[i][o] += 2 / float64(len(c)+len(system[o]))
			}
		}
	}
	best := assign(weights)
	s.ceaf.recall.right += best
	s.ceaf.recall.all += float64(len(gold))
	s.ceaf.precision.right += best
	s.ceaf.precision.all += float64(len(system))
}

// assign is the greatest sum of weights when each row is paired with one
// column at most and each column with one row (Kuhn 1955, Munkres 1957; in the
// form with potentials, O(n²m)).
func assign(weights [][]float64) float64 {
	if len(weights) == 0 || len(weights[0]) == 0 {
		return 0
	}
	if len(weights) > len(weights[0]) {
		weights = transpose(weights)
	}
	rows, columns := len(weights), len(weights[0])
	u, v := make([]float64, rows+1), make([]float64, columns+1)
	row := make([]int, columns+1) // the row that a column is paired with, from 1
	for i := 1; i <= rows; i++ {
		augment(weights, i, u, v, row)
	}
	sum := 0.0
	for j := 1; j <= columns; j++ {
		if row[j] > 0 {
			sum += weights[row[j]-1][j-1]
		}
	}
	return sum
}

// augment pairs row i, moving others along the cheapest path.
func augment(weights [][]float64, i int, u, v []float64, row []int) {
	const far = 1e18
	columns := len(v) - 1
	least, came, used := make([]float64, columns+1), make([]int, columns+1), make([]bool, columns+1)
	for j := range least {
		least[j] = far
	}
	row[0] = i
	at := 0
	for row[at] != 0 {
		used[at] = true
		from, delta, next := row[at], far, 0
		for j := 1; j <= columns; j++ {
			if used[j] {
				continue
			}
			if cost := -weights[from-1][j-1] - u[from] - v[j]; cost < least[j] {
				least[j], came[j] = cost, at
			}
			if least[j] < delta {
				delta, next = least[j], j
			}
		}
		for j := 0; j <= columns; j++ {
			if used[j] {
				u[row[j]] += delta
				v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		at = next
	}
	for at != 0 {
		row[at] = row[came[at]]
		at = came[at]
	}
}

func transpose(m [][]float64) [][]float64 {
	t := make([][]float64, len(m[0]))
	for j := range t {
		t[j] = make([]float64, len(m))
		for i := range m {
			t[j][i] = m[i][j]
		}
	}
	return t
}

func (s *corefScores) report() *Report {
	mean := (s.muc.f1() + s.bcub.f1() + s.ceaf.f1()) / 3
	figures := []Figure{{"CoNLL F1", mean}}
	for _, m := range []*measure{&s.muc, &s.bcub, &s.ceaf} {
		figures = append(figures, Figure{m.name + " precision", m.precision.value()},
			Figure{m.name + " recall", m.recall.value()}, Figure{m.name + " F1", m.f1()})
	}
	return &Report{Kind: "coref", Items: s.mentions.Gold, Unit: "coreferent mentions", Sections: []Section{
		{Title: "coreference", Figures: figures, Scores: []Score{s.mentions}},
	}}
}
