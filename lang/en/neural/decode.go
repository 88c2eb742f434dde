package neural

// decode finds a good tree with one root over the scores of heads:
// score[d*(n+1)+h] is what head h gives dependent d, where h is 0 for the
// root and else the number of a token from 1. It writes heads in the same
// numbering and may overwrite scores.
//
// The root is the token that gains most by it; nearly always each other
// token's best head then makes a tree already. Cycles are opened where that
// costs least, which is the first step of Chu and Liu (1965) without going
// back on a choice.
func (s *Scratch) decode(score []float32, n int, heads []int32) {
	w := n + 1
	root, gain := 0, float32(2*never)
	for d := range n {
		row := score[d*w : d*w+w]
		if g := row[0] - bestOther(row, d+1); g > gain {
			root, gain = d, g
		}
	}
	for d := range n {
		row := score[d*w : d*w+w]
		row[0] = never
		heads[d] = int32(argmax(row, d+1))
	}
	heads[root] = 0
	for at := s.cycle(heads[:n]); at >= 0; at = s.cycle(heads[:n]) {
		s.open(score, n, heads, at)
	}
}

const never = -1e9

func argmax(row []float32, not int) int {
	best := -1
	for h, v := range row {
		if h != not && (best < 0 || v > row[best]) {
			best = h
		}
	}
	return best
}

// bestOther is the score of the best head that is not the root.
func bestOther(row []float32, self int) float32 {
	best := float32(never)
	for h := 1; h < len(row); h++ {
		if h != self && row[h] > best {
			best = row[h]
		}
	}
	return best
}

// cycle finds a token that lies on a cycle, or -1.
func (s *Scratch) cycle(heads []int32) int {
	n := len(heads)
	s.mark = grow(s.mark, n)
	clear(s.mark)
	for d := range n {
		at := d
		for s.mark[at] == 0 {
			s.mark[at] = int32(d + 1)
			if heads[at] == 0 {
				break
			}
			at = int(heads[at]) - 1
		}
		if heads[at] != 0 && s.mark[at] == int32(d+1) && s.onCycle(heads, at) {
			return at
		}
	}
	return -1
}

func (s *Scratch) onCycle(heads []int32, at int) bool {
	i := at
	for range heads {
		if heads[i] == 0 {
			return false
		}
		if i = int(heads[i]) - 1; i == at {
			return true
		}
	}
	return false
}

// open breaks the cycle through token at by the arc that costs least among
// those from tokens that do not hang below the cycle. So there is one cycle
// less.
func (s *Scratch) open(score []float32, n int, heads []int32, at int) {
	w := n + 1
	s.inside = grow(s.inside, n)
	for d := range n {
		s.inside[d] = 0
		for i, steps := d, 0; steps <= n; steps++ {
			if i == at {
				s.inside[d] = 1
				break
			}
			if heads[i] == 0 {
				break
			}
			i = int(heads[i]) - 1
		}
	}
	bestD, bestH, least := -1, 0, float32(0)
	for i := at; ; {
		row := score[i*w : i*w+w]
		for h, v := range row {
			if h != 0 && s.inside[h-1] == 1 {
				continue
			}
			if loss := row[heads[i]] - v; bestD < 0 || loss < least {
				bestD, bestH, least = i, h, loss
			}
		}
		if i = int(heads[i]) - 1; i == at {
			break
		}
	}
	heads[bestD] = int32(bestH)
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
