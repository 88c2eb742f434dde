package record

import (
	"context"
	"maps"
	"math/bits"
	"slices"
	"time"
)

// set is a set of rows, a bit for each.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

// each calls do with the rows of the set, ascending.
func (s set) each(do func(i int)) {
	for at, w := range s {
		for ; w != 0; w &= w - 1 {
			do(at*64 + bits.TrailingZeros64(w))
		}
	}
}

// choice is the rows that a query wants.
type choice struct {
	rows set
	n    int
	used time.Time
}

// choicesKept is how many recent selections are kept: a page asks for the list,
// the counts, the map and the network of one filter at once.
const choicesKept = 32

// choose finds the rows that a query wants. The lock has to be held.
func (x *Index) choose(ctx context.Context, q Query) (*choice, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	key := q.String()
	if c := x.recent(key); c != nil {
		return c, nil
	}
	all, err := x.tests(ctx, &q)
	if err != nil {
		return nil, err
	}
	if q.Not != nil {
		not, err := x.tests(ctx, q.Not)
		if err != nil {
			return nil, err
		}
		for _, t := range not {
			all = append(all, test{passes: func(i int) bool { return !t.passes(i) }})
		}
	}
	c := &choice{rows: newSet(len(x.rows.ids))}
	x.rows.narrow(c, all)
	x.keep(key, c)
	return c, nil
}

// narrow adds the rows that pass all tests. One that looks up values goes first,
// in a loop of its own: the others see what it leaves.
func (r *indexRows) narrow(c *choice, all []test) {
	rest := all
	first := slices.IndexFunc(all, func(t test) bool { return t.column != nil })
	if first >= 0 {
		rest = slices.Concat(all[:first], all[first+1:])
	}
	offer := func(i int) {
		for _, t := range rest {
			if !t.passes(i) {
				return
			}
		}
		c.rows.add(i)
		c.n++
	}
	if first < 0 {
		for i := range r.ids {
			offer(i)
		}
		return
	}
	yes := all[first].yes
	for i, value := range all[first].column {
		if yes[value] {
			offer(i)
		}
	}
}

// recent is a selection that was made a moment ago, nil when there is none.
func (x *Index) recent(key string) *choice {
	x.choicesMu.Lock()
	defer x.choicesMu.Unlock()
	c := x.choices[key]
	if c != nil {
		c.used = time.Now()
	}
	return c
}

func (x *Index) keep(key string, c *choice) {
	x.choicesMu.Lock()
	defer x.choicesMu.Unlock()
	if len(x.choices) >= choicesKept {
		oldest := slices.MinFunc(slices.Collect(maps.Keys(x.choices)), func(a, b string) int { return x.choices[a].used.Compare(x.choices[b].used) })
		delete(x.choices, oldest)
	}
	c.used = time.Now()
	x.choices[key] = c
}
