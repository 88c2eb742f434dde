package record

import "slices"

// way is who acted on whom in a pair of which a comes before b.
type way int

const (
	bothWays way = iota // together, or each on the other
	aOnB
	bOnA
)

// sided is a pair in the order of its codes, with the way.
type sided struct {
	pair
	way way
}

// sidedOf are the pairs of one event, each once; nobody is paired with itself.
func sidedOf(pairs []pair) []sided {
	all := make([]sided, 0, len(pairs))
	for _, p := range pairs {
		back := pair{p.b, p.a}
		s := sided{p, aOnB}
		switch {
		case p.a == p.b:
			continue
		case slices.Contains(pairs, back):
			s.way = bothWays
			if p.a > p.b {
				continue
			}
		case p.a > p.b:
			s = sided{back, bOnA}
		}
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// edgesOf puts the ways of each pair together.
func edgesOf(sums map[sided]*pairSum) []Edge {
	edges, scales := map[pair]*Edge{}, map[pair]int{}
	for p, s := range sums {
		e := edges[p.pair]
		if e == nil {
			e = &Edge{A: p.a, B: p.b}
			edges[p.pair] = e
		}
		e.N += s.n
		scales[p.pair] += s.scale
		for q, n := range s.quad {
			e.Quad[q] += n
		}
		switch p.way {
		case aOnB:
			e.Forward = s.quad
		case bOnA:
			e.Backward = s.quad
		}
	}
	all := make([]Edge, 0, len(edges))
	for p, e := range edges {
		e.Score = mean(scales[p], e.N)
		all = append(all, *e)
	}
	return all
}
