package record

import (
	"context"
	"slices"
)

// Actor is what the record knows of somebody, as Store.Actor finds it.
func (x *Index) Actor(ctx context.Context, who string) (*Profile, error) {
	p, err := x.profile(ctx, ParseTerm(who), x.eventsOf)
	return p, explained(x.path, err)
}

// eventsOf is a finder: a country or sector may be in very many events, a person is not.
func (x *Index) eventsOf(ctx context.Context, p *Profile, t Term, row int64) ([]Event, error) {
	if t.Name != "" {
		return x.Store.eventsOf(ctx, p, t, row)
	}
	done, ok, err := x.ready(ctx)
	if err != nil {
		return nil, err
	}
	if !ok {
		return x.Store.eventsOf(ctx, p, t, row)
	}
	q := Query{Either: []Term{t}}
	c, err := x.choose(ctx, q)
	var ids []int64
	if err == nil {
		p.Events = c.n
		ids, _, err = x.pageOf(ctx, q, Page{Limit: profileEvents})
	}
	done()
	if err != nil {
		return nil, err
	}
	slices.Reverse(ids)
	return loadEvents(ctx, x.read, ids)
}
