package record

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Dyad is what passed between a and b, two terms as in a query ("USA",
// "USA.GOV", "Antony Blinken"), by day, week, month or year. Of the events that
// are dated at all, periods without any between the first and the last are
// there too. What several actors did together is counted for each of them, once
// in N.
func (s *Store) Dyad(ctx context.Context, a, b string, by string, q Query) ([]Period, error) {
	periods, err := s.dyad(ctx, termOf(a), termOf(b), by, q)
	return periods, explained(s.path, err)
}

func (s *Store) dyad(ctx context.Context, a, b Term, by string, q Query) ([]Period, error) {
	clock, err := clockFor(by)
	if err != nil {
		return nil, err
	}
	t := tally{clock: clock, periods: map[string]*Period{}, scale: map[string]*[3]int{}}
	for _, d := range []struct {
		a, b   Term
		mutual bool
		to     []int // 0 forward, 1 backward
	}{{a, b, false, []int{0}}, {b, a, false, []int{1}}, {a, b, true, []int{0, 1}}} {
		if a == b && d.to[0] == 1 {
			continue
		}
		query, args, err := s.between(ctx, d.a, d.b, d.mutual, q)
		if err != nil {
			return nil, err
		}
		if err := t.read(ctx, s, "SELECT substr(day, 1, "+clock.cut+"), type, quad, count(*), sum(scale) FROM ("+query+") WHERE day > '' GROUP BY 1, 2, 3", args, d.to); err != nil {
			return nil, err
		}
	}
	return t.all(), nil
}

// between finds what a did to b; with mutual, what both did together.
func (s *Store) between(ctx context.Context, a, b Term, mutual bool, q Query) (string, []any, error) {
	c := conditions{store: s, ctx: ctx}
	sel := &selection{from: " FROM events e", id: "e.id", day: "e.day"}
	coded := a.Code != "" && b.Code != ""
	simple := q
	simple.Type, simple.Quad, simple.Status, simple.Since, simple.Until = nil, nil, nil, "", ""
	switch {
	case coded && a.justCode() && b.justCode() && simple.IsZero():
		sel.from = " FROM pairs e" // it has all that is asked for
		sel.add("e.a = ? AND e.b = ? AND e.mutual = ?", a.Code, b.Code, mutual)
	case coded:
		sel.from, sel.id, sel.day = " FROM pairs x CROSS JOIN events e ON e.id = x.event", "x.event", "x.day"
		sel.add("x.a = ? AND x.b = ? AND x.mutual = ?", a.Code, b.Code, mutual)
	default:
		for _, t := range []Term{a, b} {
			rows, err := s.actorRows(ctx, t.Name)
			if err != nil {
				return "", nil, err
			}
			if t.Name != "" && len(rows) == 1 {
				sel.from, sel.id, sel.day = " FROM named x CROSS JOIN events e ON e.id = x.event", "x.event", "x.day"
				sel.add("x.actor = ?", rows[0])
				break
			}
		}
		sel.add("e.mutual = ?", mutual)
	}
	if !coded || !a.justCode() || !b.justCode() {
		to := recipientSide
		if mutual {
			to = actorSide
		}
		for _, end := range []struct {
			term Term
			side side
		}{{a, actorSide}, {b, to}} {
			one, err := c.term(end.term, end.side)
			if err != nil {
				return "", nil, err
			}
			sel.add(one.sql, one.args...)
		}
	}
	if err := sel.fields(&c, &q, nothing); err != nil {
		return "", nil, err
	}
	return "SELECT " + sel.day + " AS day, e.type AS type, e.quad AS quad, e.scale AS scale" + sel.from + sel.whereClause(), sel.args, nil
}

// clock divides time into periods.
type clock struct {
	layout string
	cut    string // how much of a day tells the period, for SQL
	start  func(time.Time) time.Time
	next   func(time.Time) time.Time
}

func clockFor(by string) (clock, error) {
	same := func(t time.Time) time.Time { return t }
	step := func(years, months, days int) func(time.Time) time.Time {
		return func(t time.Time) time.Time { return t.AddDate(years, months, days) }
	}
	switch by {
	case "day":
		return clock{time.DateOnly, "10", same, step(0, 0, 1)}, nil
	case "week":
		return clock{time.DateOnly, "10", func(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }, step(0, 0, 7)}, nil
	case "month":
		return clock{"2006-01", "7", same, step(0, 1, 0)}, nil
	case "year":
		return clock{"2006", "4", same, step(1, 0, 0)}, nil
	}
	return clock{}, asked("time cannot be divided by %q; take day, week, month or year", by)
}

// tally adds up periods.
type tally struct {
	clock   clock
	periods map[string]*Period
	scale   map[string]*[3]int // sums in hundredths: all, forward, backward
	first   string
	last    string
}

func (t *tally) read(ctx context.Context, s *Store, query string, args []any, to []int) error {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var when, kind string
		var quad, n, scale int
		if err := rows.Scan(&when, &kind, &quad, &n, &scale); err != nil {
			return err
		}
		day, err := time.Parse(t.clock.layout, when)
		if err != nil {
			return errors.Join(fmt.Errorf("the day %q of an event", when), err)
		}
		t.add(t.clock.start(day).Format(time.DateOnly), kind, quad, n, scale, to)
	}
	return rows.Err()
}

func (t *tally) add(start, kind string, quad, n, scale int, to []int) {
	p := t.periods[start]
	if p == nil {
		p = &Period{Start: start, Types: map[string]int{}}
		t.periods[start], t.scale[start] = p, &[3]int{}
	}
	if t.first == "" || start < t.first {
		t.first = start
	}
	t.last = max(t.last, start)
	quad = min(max(quad, 0), len(p.Quad)-1)
	p.N += n
	p.Quad[quad] += n
	p.Types[kind] += n
	t.scale[start][0] += scale
	for _, i := range to {
		d := [...]*Direction{&p.Forward, &p.Backward}[i]
		d.N += n
		d.Quad[quad] += n
		t.scale[start][1+i] += scale
	}
}

// all are the periods from the first to the last, with those in between.
func (t *tally) all() []Period {
	all := []Period{}
	if t.first == "" {
		return all
	}
	at, err := time.Parse(time.DateOnly, t.first)
	for start := t.first; err == nil && start <= t.last; start = at.Format(time.DateOnly) {
		p, ok := t.periods[start]
		if !ok {
			p = &Period{Start: start, Types: map[string]int{}}
		} else {
			sums := t.scale[start]
			p.Score, p.Forward.Score, p.Backward.Score = mean(sums[0], p.N), mean(sums[1], p.Forward.N), mean(sums[2], p.Backward.N)
		}
		all = append(all, *p)
		at = t.clock.next(at)
	}
	return all
}

// mean is the mean of n numbers whose sum is given in hundredths.
func mean(hundredths, n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(hundredths) / 100 / float64(n)
}

// ParseTerm reads one actor term: a code, a code and sector, or a name.
func ParseTerm(s string) Term { return termOf(strings.Join(strings.Fields(s), " ")) }
