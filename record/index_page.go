package record

import (
	"cmp"
	"container/heap"
	"context"
	"slices"
)

// Events gives a page of the events that the query wants, as Store.Events does.
func (x *Index) Events(ctx context.Context, q Query, p Page) ([]Event, string, error) {
	done, ok, err := x.ready(ctx)
	if err != nil {
		return nil, "", err
	}
	if !ok || p.Sort == "relevance" || !slices.Contains(Sorts(), cmpOr(p.Sort, "-date")) {
		if ok {
			done()
		}
		return x.Store.Events(ctx, q, p)
	}
	ids, next, err := x.pageOf(ctx, q, p)
	done()
	if err != nil {
		return nil, "", explained(x.path, err)
	}
	events, err := loadEvents(ctx, x.read, ids)
	return events, next, explained(x.path, err)
}

// pageOf finds the numbers of the events of a page, and the cursor after it.
func (x *Index) pageOf(ctx context.Context, q Query, p Page) (ids []int64, next string, err error) {
	sort := cmpOr(p.Sort, "-date")
	c, err := x.choose(ctx, q)
	if err != nil {
		return nil, "", err
	}
	order := x.order(sort)
	limit := cmp.Or(max(p.Limit, 0), DefaultLimit)
	best := &firsts{order: order}
	after, err := x.after(p.After, sort)
	if err != nil {
		return nil, "", err
	}
	c.rows.each(func(i int) {
		e := entry{order.key(i), x.rows.ids[i]}
		if after != nil && !order.less(*after, e) {
			return
		}
		best.offer(e, limit+1)
	})
	slices.SortFunc(best.entries, order.compare)
	if len(best.entries) > limit {
		best.entries = best.entries[:limit]
		last := best.entries[limit-1]
		next = cursor{Sort: sort, Key: order.shown(last.key), ID: last.id}.String()
	}
	for _, e := range best.entries {
		ids = append(ids, e.id)
	}
	return ids, next, nil
}

// entry is an event with what it is sorted by.
type entry struct {
	key float64
	id  int64
}

// order is one of Sorts.
type order struct {
	key     func(row int) float64
	shown   func(key float64) any // as the store's cursors have it
	forward bool
}

func (x *Index) order(sort string) order {
	r := x.rows
	switch sort {
	case "confidence":
		return order{func(i int) float64 { return r.confidence[i] }, func(k float64) any { return k }, false}
	case "mentions":
		return order{func(i int) float64 { return float64(r.mentions[i]) }, func(k float64) any { return k }, false}
	}
	return order{func(i int) float64 { return float64(r.days[i]) }, func(k float64) any { return dayText(int32(k)) }, sort == "date"}
}

func (o order) compare(a, b entry) int {
	c := cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.id, b.id))
	if o.forward {
		return c
	}
	return -c
}

func (o order) less(a, b entry) bool { return o.compare(a, b) < 0 }

// after is where a cursor says that the page begins, nil for the first page.
func (x *Index) after(text, sort string) (*entry, error) {
	if text == "" {
		return nil, nil
	}
	c, err := parseCursor(text, sort)
	if err != nil {
		return nil, err
	}
	switch key := c.Key.(type) {
	case string:
		return &entry{float64(compactDay([]byte(key))), c.ID}, nil
	case float64:
		return &entry{key, c.ID}, nil
	}
	return nil, asked("%q is not where a page sorted by %s ended; take it from the answer before", text, sort)
}

// firsts is a heap of the first entries of an order, the last of them on top.
type firsts struct {
	order   order
	entries []entry
}

func (f *firsts) Len() int           { return len(f.entries) }
func (f *firsts) Less(i, j int) bool { return f.order.less(f.entries[j], f.entries[i]) }
func (f *firsts) Swap(i, j int)      { f.entries[i], f.entries[j] = f.entries[j], f.entries[i] }
func (f *firsts) Push(e any)         { f.entries = append(f.entries, e.(entry)) }
func (f *firsts) Pop() any {
	last := f.entries[len(f.entries)-1]
	f.entries = f.entries[:len(f.entries)-1]
	return last
}

// offer takes an entry in when it is among the first limit.
func (f *firsts) offer(e entry, limit int) {
	switch {
	case len(f.entries) < limit:
		heap.Push(f, e)
	case f.order.less(e, f.entries[0]):
		f.entries[0] = e
		heap.Fix(f, 0)
	}
}
