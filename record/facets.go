package record

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// FacetFields are the fields that Facets can count by.
func FacetFields() []string {
	return []string{"actor", "recipient", "said_by", "type", "quad", "mode", "context", "status", "country", "place", "rule", "source", "year", "month"}
}

// Facets counts the events that the query wants by one of FacetFields, the
// commonest value first; 0 for no limit. Actors are counted by country code.
// Events without a value are left out.
func (s *Store) Facets(ctx context.Context, q Query, field string, limit int) ([]Count, error) {
	counts, err := s.facets(ctx, q, field)
	if err != nil {
		return nil, explained(s.path, err)
	}
	return sortedCounts(counts, limit), nil
}

func (s *Store) facets(ctx context.Context, q Query, field string) (map[string]int, error) {
	if since, until, ok := q.wholeMonths(); ok {
		switch field {
		case "actor", "recipient", "type", "quad", "status", "country":
			return s.counts(ctx, "SELECT value, sum(n) FROM totals WHERE field = ? AND month BETWEEN ? AND ? GROUP BY value",
				nil, field, since, until)
		case "year", "month":
			return s.counts(ctx, fmt.Sprintf("SELECT substr(month, 1, %d), sum(n) FROM totals WHERE field = '' AND month BETWEEN ? AND ? GROUP BY 1",
				periodLength(field)), nil, since, until)
		}
	}
	sel, err := s.selection(ctx, q)
	if err != nil {
		return nil, err
	}
	column, split := "", splitWhole
	switch field {
	case "type", "quad", "status", "country", "rule":
		column = "e." + field
	case "place":
		column = "e.place_name"
	case "mode":
		column, split = "e.modes", strings.Fields
	case "context":
		column, split = "e.contexts", strings.Fields
	case "actor", "recipient", "said_by":
		column, split = "e.roles", codesIn(field[0])
	case "year", "month":
		column = fmt.Sprintf("substr(e.day, 1, %d)", periodLength(field))
	case "source":
		return s.counts(ctx, `SELECT d.publication, count(DISTINCT m.event) FROM mentions m JOIN documents d ON d.id = m.doc
			WHERE m.event IN (SELECT `+sel.id+sel.from+sel.whereClause()+") GROUP BY 1", nil, sel.args...)
	default:
		return nil, asked("events cannot be counted by %q; take one of %s", field, strings.Join(FacetFields(), " "))
	}
	return s.counts(ctx, "SELECT "+column+", count(*)"+sel.from+sel.whereClause()+" GROUP BY 1", split, sel.args...)
}

func periodLength(by string) int {
	if by == "year" {
		return len("2023")
	}
	return len("2023-02")
}

func splitWhole(s string) []string { return []string{s} }

// codesIn gives the codes of one letter's roles: USA of " aUSA.GOV aUSA.MIL rRUS ".
func codesIn(letter byte) func(string) []string {
	return func(roles string) []string {
		var codes []string
		for _, role := range strings.Fields(roles) {
			if role[0] != letter {
				continue
			}
			if code, _, _ := strings.Cut(role[1:], "."); code != noCode && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		return codes
	}
}

// counts reads values with numbers, each value divided by split.
func (s *Store) counts(ctx context.Context, query string, split func(string) []string, args ...any) (map[string]int, error) {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var value string
		var n int
		if err := rows.Scan(&value, &n); err != nil {
			return nil, err
		}
		if split == nil {
			counts[value] += n
			continue
		}
		for _, v := range split(value) {
			counts[v] += n
		}
	}
	delete(counts, "")
	return counts, rows.Err()
}

// sortedCounts are the counts, the greatest first.
func sortedCounts(counts map[string]int, limit int) []Count {
	all := make([]Count, 0, len(counts))
	for v, n := range counts {
		if n > 0 {
			all = append(all, Count{v, n})
		}
	}
	slices.SortFunc(all, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value)) })
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all
}

// wholeMonths says whether the query asks for whole months and nothing else,
// so that the sums answer it.
func (q Query) wholeMonths() (since, until string, ok bool) {
	since, until = q.Since, q.Until
	q.Since, q.Until = "", ""
	if !q.IsZero() || since != "" && !strings.HasSuffix(since, "-01") || until != "" && !endsMonth(until) {
		return "", "", false
	}
	first, last := monthOf(since), monthOf(until)
	if last == "" {
		last = "9999-99"
	} else if first == "" {
		first = "0000-00" // not the events of an unknown day
	}
	return first, last, true
}

func endsMonth(day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	return err == nil && t.AddDate(0, 0, 1).Day() == 1
}
