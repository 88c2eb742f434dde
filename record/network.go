package record

import (
	"cmp"
	"context"
	"slices"
)

// Network are the pairs of countries with most events between them, either way.
func (s *Store) Network(ctx context.Context, q Query, limit int) ([]Edge, error) {
	var sums map[sided]*pairSum
	var err error
	if since, until, ok := q.wholeMonths(); ok {
		sums, err = s.networkOfMonths(ctx, since, until)
	} else {
		sums, err = s.networkOf(ctx, q)
	}
	if err != nil {
		return nil, explained(s.path, err)
	}
	return strongest(edgesOf(sums), limit), nil
}

// strongest are the edges with most events, all of them for no limit.
func strongest(all []Edge, limit int) []Edge {
	slices.SortFunc(all, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all
}

// networkOfMonths reads the sums.
func (s *Store) networkOfMonths(ctx context.Context, since, until string) (map[sided]*pairSum, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT a, b, way, sum(n), sum(quad0), sum(quad1), sum(quad2), sum(quad3), sum(quad4), sum(scale)
		FROM pair_ways WHERE month BETWEEN ? AND ? GROUP BY a, b, way`, since, until)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sums := map[sided]*pairSum{}
	for rows.Next() {
		var p sided
		s := new(pairSum)
		if err := rows.Scan(&p.a, &p.b, &p.way, &s.n, &s.quad[0], &s.quad[1], &s.quad[2], &s.quad[3], &s.quad[4], &s.scale); err != nil {
			return nil, err
		}
		sums[p] = s
	}
	return sums, rows.Err()
}

// networkOf reads the events: those with the same roles at once.
func (s *Store) networkOf(ctx context.Context, q Query) (map[sided]*pairSum, error) {
	sel, err := s.selection(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, "SELECT e.roles, e.mutual, e.quad, count(*), sum(e.scale)"+sel.from+sel.whereClause()+" GROUP BY 1, 2, 3", sel.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sums := map[sided]*pairSum{}
	for rows.Next() {
		var roles string
		var mutual bool
		var quad, n, scale int
		if err := rows.Scan(&roles, &mutual, &quad, &n, &scale); err != nil {
			return nil, err
		}
		for _, p := range pairsIn(roles, mutual) {
			s := sumOf(sums, p)
			s.n += n
			s.quad[min(max(quad, 0), 4)] += n
			s.scale += scale
		}
	}
	return sums, rows.Err()
}

// sumOf is the pair's sum, which starts at nothing.
func sumOf(sums map[sided]*pairSum, p sided) *pairSum {
	s := sums[p]
	if s == nil {
		s = new(pairSum)
		sums[p] = s
	}
	return s
}

// pairsIn are the pairs of countries between which an event with such roles is.
func pairsIn(roles string, mutual bool) []sided {
	actors := codesIn('a')(roles)
	others := codesIn('r')(roles)
	if mutual {
		others = actors
	}
	all := make([]pair, 0, len(actors)*len(others))
	for _, a := range actors {
		for _, b := range others {
			all = append(all, pair{a, b})
		}
	}
	return sidedOf(all)
}
