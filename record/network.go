package record

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// Network are the pairs of countries with most events between them, either way.
func (s *Store) Network(ctx context.Context, q Query, limit int) ([]Edge, error) {
	var edges map[pair]*Edge
	var err error
	if since, until, ok := q.wholeMonths(); ok {
		edges, err = s.networkOfMonths(ctx, since, until)
	} else {
		edges, err = s.networkOf(ctx, q)
	}
	if err != nil {
		return nil, explained(s.path, err)
	}
	all := make([]Edge, 0, len(edges))
	for _, e := range edges {
		all = append(all, *e)
	}
	slices.SortFunc(all, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all, nil
}

// networkOfMonths reads the sums.
func (s *Store) networkOfMonths(ctx context.Context, since, until string) (map[pair]*Edge, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT a, b, sum(n), sum(quad0), sum(quad1), sum(quad2), sum(quad3), sum(quad4), sum(scale)
		FROM pair_months WHERE month BETWEEN ? AND ? GROUP BY a, b`, since, until)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	edges := map[pair]*Edge{}
	for rows.Next() {
		e, scale := new(Edge), 0
		if err := rows.Scan(&e.A, &e.B, &e.N, &e.Quad[0], &e.Quad[1], &e.Quad[2], &e.Quad[3], &e.Quad[4], &scale); err != nil {
			return nil, err
		}
		e.Score = mean(scale, e.N)
		edges[pair{e.A, e.B}] = e
	}
	return edges, rows.Err()
}

// networkOf reads the events: those with the same roles at once.
func (s *Store) networkOf(ctx context.Context, q Query) (map[pair]*Edge, error) {
	sel, err := s.selection(ctx, q)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, "SELECT e.roles, e.mutual, e.quad, count(*), sum(e.scale)"+sel.from+sel.whereClause()+" GROUP BY 1, 2, 3", sel.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	edges, scales := map[pair]*Edge{}, map[pair]int{}
	for rows.Next() {
		var roles string
		var mutual bool
		var quad, n, scale int
		if err := rows.Scan(&roles, &mutual, &quad, &n, &scale); err != nil {
			return nil, err
		}
		for _, p := range pairsIn(roles, mutual) {
			e := edges[p]
			if e == nil {
				e = &Edge{A: p.a, B: p.b}
				edges[p] = e
			}
			e.N += n
			e.Quad[min(max(quad, 0), 4)] += n
			scales[p] += scale
			e.Score = mean(scales[p], e.N)
		}
	}
	return edges, rows.Err()
}

// pairsIn are the pairs of countries between which an event with such roles is.
func pairsIn(roles string, mutual bool) []pair {
	actors := codesIn('a')(roles)
	others := codesIn('r')(roles)
	if mutual {
		others = actors
	}
	var all []pair
	for _, a := range actors {
		for _, b := range others {
			p := pair{min(a, b), max(a, b)}
			if strings.Compare(a, b) != 0 && !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}
