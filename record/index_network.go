package record

import "context"

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
	return strongest(edgesOf(x.rows.ways(c.rows)), limit), nil
}

// ways sums up by who is in the events, and then by pairs.
func (r *indexRows) ways(rows set) map[sided]*pairSum {
	sums := make([]pairSum, 2*len(r.crews.list)) // done by each alone, then together
	rows.each(func(i int) {
		w := &r.whats.list[r.what[i]]
		at := 2 * r.parties.list[r.roles[i]].crew
		if w.mutual {
			at++
		}
		sums[at].n++
		sums[at].quad[w.quad]++
		sums[at].scale += w.scale
	})
	ways := map[sided]*pairSum{}
	for at := range sums {
		s := &sums[at]
		if s.n == 0 {
			continue
		}
		pairs := r.crews.list[at/2].pairs
		if at%2 == 1 {
			pairs = r.crews.list[at/2].mutual
		}
		for _, p := range pairs {
			e := sumOf(ways, p)
			e.n += s.n
			e.scale += s.scale
			for q := range s.quad {
				e.quad[q] += s.quad[q]
			}
		}
	}
	return ways
}
