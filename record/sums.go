package record

import (
	"context"
	"strconv"
)

// sums are the changes to totals and pair_ways, gathered over a transaction.
// All are whole numbers, so that the order of adding does not matter.
type sums struct {
	totals map[totalKey]int
	pairs  map[pairKey]pairSum
}

type totalKey struct{ field, value, month string }

// Fields of totals that are not about events.
const (
	countDocuments = "#documents"
	countStories   = "#stories"
	countWords     = "#words"
	countMentions  = "#mentions"
	countQuotes    = "#quotes"
	countClaims    = "#claims"
	countCoder     = "#coder"
)

func (s *sums) count(field, value string, n int) { s.totals[totalKey{field, value, ""}] += n }

type pairKey struct {
	sided
	month string
}

type pairSum struct {
	n     int
	quad  [5]int
	scale int
}

func newSums() sums {
	return sums{map[totalKey]int{}, map[pairKey]pairSum{}}
}

// monthOf is the month of a day, "" when unknown.
func monthOf(day string) string { return day[:min(len(day), len("2023-02"))] }

// add counts an event, with -1 takes it out.
func (s *sums) add(f *facts, sign int) {
	month := monthOf(f.day)
	for _, k := range [...]totalKey{
		{"", "", month}, {"type", f.kind, month}, {"status", f.status, month},
		{"quad", strconv.Itoa(f.quad), month}, {"country", f.country, month},
	} {
		s.totals[k] += sign
	}
	for _, code := range f.actorCodes {
		s.totals[totalKey{"actor", code, month}] += sign
	}
	for _, code := range f.recipientCodes {
		s.totals[totalKey{"recipient", code, month}] += sign
	}
	for _, p := range sidedOf(f.pairs) {
		k := pairKey{p, month}
		sum := s.pairs[k]
		sum.n += sign
		sum.scale += sign * f.scale
		if f.quad >= 0 && f.quad < len(sum.quad) {
			sum.quad[f.quad] += sign
		}
		s.pairs[k] = sum
	}
}

func (s *sums) flush(ctx context.Context, w *writer) error {
	for k, n := range s.totals {
		if n == 0 {
			continue
		}
		if err := w.exec(ctx, "INSERT INTO totals VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
			k.field, k.value, k.month, n); err != nil {
			return err
		}
		if n > 0 {
			continue
		}
		if err := w.exec(ctx, "DELETE FROM totals WHERE field = ? AND value = ? AND month = ? AND n = 0", k.field, k.value, k.month); err != nil {
			return err
		}
	}
	return s.flushPairs(ctx, w)
}

func (s *sums) flushPairs(ctx context.Context, w *writer) error {
	for k, p := range s.pairs {
		if p == (pairSum{}) {
			continue
		}
		if err := w.exec(ctx, `INSERT INTO pair_ways VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET n = n + excluded.n,
			quad0 = quad0 + excluded.quad0, quad1 = quad1 + excluded.quad1, quad2 = quad2 + excluded.quad2,
			quad3 = quad3 + excluded.quad3, quad4 = quad4 + excluded.quad4, scale = scale + excluded.scale`,
			k.a, k.b, k.way, k.month, p.n, p.quad[0], p.quad[1], p.quad[2], p.quad[3], p.quad[4], p.scale); err != nil {
			return err
		}
		if err := w.exec(ctx, "DELETE FROM pair_ways WHERE a = ? AND b = ? AND way = ? AND month = ? AND n = 0", k.a, k.b, k.way, k.month); err != nil {
			return err
		}
	}
	return nil
}
