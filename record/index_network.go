package record

import (
	"cmp"
	"context"
	"slices"
)

// Network are the pairs of countries with most events between them, as
// Store.Network finds them.
func (x *Index) Network(ctx context.Context, q Query, limit int) ([]Edge, error) {
	done, ok, err := x.ready(ctx)
	if err != nil {
		return nil, err
	}
	if !ok {
		return x.Store.Network(ctx, q, limit)
	}
	defer done()
	c, err := x.choose(ctx, q)
	if err != nil {
		return nil, explained(x.path, err)
	}
	edges := x.rows.edges(c.rows)
	all := make([]Edge, 0, len(edges))
	for p, s := range edges {
		all = append(all, Edge{A: p.a, B: p.b, N: s.n, Quad: s.quad, Score: mean(s.scale, s.n)})
	}
	slices.SortFunc(all, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all, nil
}

// edges sums up by who is in the events, and then by pairs.
func (r *indexRows) edges(rows set) map[pair]*pairSum {
	sums := make([]pairSum, 2*len(r.parties.list)) // done by each alone, then together
	rows.each(func(i int) {
		w := &r.whats.list[r.what[i]]
		at := 2 * r.roles[i]
		if w.mutual {
			at++
		}
		sums[at].n++
		sums[at].quad[w.quad]++
		sums[at].scale += w.scale
	})
	edges := map[pair]*pairSum{}
	for at := range sums {
		s := &sums[at]
		if s.n == 0 {
			continue
		}
		pairs := r.parties.list[at/2].pairs
		if at%2 == 1 {
			pairs = r.parties.list[at/2].mutual
		}
		for _, p := range pairs {
			e := edges[p]
			if e == nil {
				e = &pairSum{}
				edges[p] = e
			}
			e.n += s.n
			e.scale += s.scale
			for q := range s.quad {
				e.quad[q] += s.quad[q]
			}
		}
	}
	return edges
}
