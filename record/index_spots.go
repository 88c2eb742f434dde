package record

import "context"

// Spots are the places of the events that the query wants, as Store.Spots finds
// them, but of all events.
func (x *Index) Spots(ctx context.Context, q Query, limit int) (spots []Spot, unplaced int, err error) {
	done, ok, err := x.ready(ctx)
	if err != nil {
		return nil, 0, err
	}
	if !ok {
		return x.Store.Spots(ctx, q, limit)
	}
	c, err := x.choose(ctx, q)
	var groups []spotGroup
	if err == nil {
		groups = x.rows.spotGroups(c.rows)
	}
	done()
	if err == nil {
		spots, unplaced, err = x.spotsOf(ctx, groups, limit)
	}
	return spots, unplaced, explained(x.path, err)
}

// spotGroups counts by place and quad class, each with its latest event.
func (r *indexRows) spotGroups(rows set) []spotGroup {
	type cell struct {
		n   int
		row int
	}
	cells := make([][5]cell, len(r.spots.list))
	rows.each(func(i int) {
		c := &cells[r.place[i]][r.whats.list[r.what[i]].quad]
		c.n++
		c.row = i
	})
	var all []spotGroup
	for p := range cells {
		for quad, c := range cells[p] {
			if c.n > 0 {
				all = append(all, spotGroup{r.spots.list[p].name, r.spots.list[p].country, quad, c.n, r.ids[c.row]})
			}
		}
	}
	return all
}
