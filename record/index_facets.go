package record

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// Count is the number of events that the query wants.
func (x *Index) Count(ctx context.Context, q Query) (int, error) {
	done, ok, err := x.ready(ctx)
	if err != nil {
		return 0, err
	}
	if !ok {
		return x.Store.Count(ctx, q)
	}
	defer done()
	c, err := x.choose(ctx, q)
	if err != nil {
		return 0, explained(x.path, err)
	}
	return c.n, nil
}

// Facets counts the events that the query wants by a field, as Store.Facets does.
func (x *Index) Facets(ctx context.Context, q Query, field string, limit int) ([]Count, error) {
	done, ok, err := x.ready(ctx)
	if err != nil {
		return nil, err
	}
	if !ok || !slices.Contains(FacetFields(), field) {
		return x.Store.Facets(ctx, q, field, limit)
	}
	defer done()
	c, err := x.choose(ctx, q)
	if err != nil {
		return nil, explained(x.path, err)
	}
	counts := x.rows.facet(c.rows, field)
	delete(counts, "")
	return sortedCounts(counts, limit), nil
}

func (r *indexRows) facet(rows set, field string) map[string]int {
	switch field {
	case "type":
		return tallied(rows, r.what, r.whats.list, func(w *what) []string { return []string{w.kind} })
	case "quad":
		return tallied(rows, r.what, r.whats.list, func(w *what) []string { return []string{strconv.Itoa(w.quad)} })
	case "status":
		return tallied(rows, r.what, r.whats.list, func(w *what) []string { return []string{w.status} })
	case "mode":
		return tallied(rows, r.what, r.whats.list, func(w *what) []string { return strings.Fields(w.modes) })
	case "context":
		return tallied(rows, r.what, r.whats.list, func(w *what) []string { return strings.Fields(w.contexts) })
	case "actor":
		return r.talliedCrews(rows, func(c *crew) []string { return c.actors })
	case "recipient":
		return r.talliedCrews(rows, func(c *crew) []string { return c.recipients })
	case "said_by":
		return r.talliedCrews(rows, func(c *crew) []string { return c.said })
	case "country":
		return tallied(rows, r.place, r.spots.list, func(p *placeKey) []string { return []string{p.country} })
	case "place":
		return tallied(rows, r.place, r.spots.list, func(p *placeKey) []string { return []string{p.name} })
	case "rule":
		return tallied(rows, r.rule, r.rules.list, func(s *string) []string { return []string{*s} })
	case "source":
		return tallied(rows, r.papers, r.sources.list, func(s *[]string) []string { return *s })
	}
	return r.periods(rows, periodLength(field))
}

// tallied counts the values of a column, and then what they stand for.
func tallied[T any](rows set, column []uint32, list []T, names func(*T) []string) map[string]int {
	n := make([]int, len(list))
	rows.each(func(i int) { n[column[i]]++ })
	return named(n, list, names)
}

// talliedCrews counts who is in the events by country.
func (r *indexRows) talliedCrews(rows set, names func(*crew) []string) map[string]int {
	n := make([]int, len(r.crews.list))
	rows.each(func(i int) { n[r.parties.list[r.roles[i]].crew]++ })
	return named(n, r.crews.list, names)
}

// named adds up numbers of values under the names that the values stand for.
func named[T any](n []int, list []T, names func(*T) []string) map[string]int {
	counts := map[string]int{}
	for c := range list {
		if n[c] == 0 {
			continue
		}
		for _, name := range names(&list[c]) {
			counts[name] += n[c]
		}
	}
	return counts
}

// periods counts years or months.
func (r *indexRows) periods(rows set, length int) map[string]int {
	months := map[int32]int{}
	last, n := int32(-1), 0
	rows.each(func(i int) {
		m := r.days[i] / 100
		if m != last {
			months[last] += n
			last, n = m, 0
		}
		n++
	})
	months[last] += n
	counts := map[string]int{}
	for m, n := range months {
		if m > 0 {
			counts[dayText(m * 100)[:length]] += n
		}
	}
	return counts
}
