package record

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// Spot is a place with what happened there.
type Spot struct {
	Place       string   `json:"place"`
	CountryCode string   `json:"country_code,omitempty"`
	Lat         float64  `json:"lat"`
	Lon         float64  `json:"lon"`
	N           int      `json:"n"`
	Quad        [5]int   `json:"quad"`   // by quad class, 1 to 4; 0 for none
	Events      []string `json:"events"` // ids, one of each quad class
}

// onMap is how many events are put on a map, the latest: more no eye tells apart.
const onMap = 50000

// Spots are the places of the events that the query wants, those with most
// events first, and how many of the events are at no known place. Of very many
// events only the latest are looked at.
func (s *Store) Spots(ctx context.Context, q Query, limit int) (spots []Spot, unplaced int, err error) {
	groups, err := s.spotGroups(ctx, q)
	if err != nil {
		return nil, 0, explained(s.path, err)
	}
	type place struct{ name, country string }
	at := map[place]int{}
	var latest [][]int64 // events of a spot
	for _, g := range groups {
		if g.name == "" {
			unplaced += g.n
			continue
		}
		where := place{g.name, g.country}
		i, known := at[where]
		if !known {
			i = len(spots)
			at[where] = i
			spots = append(spots, Spot{Place: g.name, CountryCode: g.country})
			latest = append(latest, nil)
		}
		spots[i].N += g.n
		spots[i].Quad[g.quad] += g.n
		latest[i] = append(latest[i], g.event)
	}
	order := make([]int, len(spots))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(spots[b].N, spots[a].N), strings.Compare(spots[a].Place, spots[b].Place))
	})
	out := make([]Spot, 0, min(limit, len(order)))
	for _, i := range order[:min(limit, len(order))] {
		placed, err := s.place(ctx, &spots[i], latest[i])
		if err != nil {
			return nil, 0, explained(s.path, err)
		}
		if !placed {
			unplaced += spots[i].N
			continue
		}
		out = append(out, spots[i])
	}
	return out, unplaced, nil
}

// spotGroup is how many events of a quad class are at a place, and one of them.
type spotGroup struct {
	name, country string
	quad, n       int
	event         int64
}

func (s *Store) spotGroups(ctx context.Context, q Query) (all []spotGroup, err error) {
	sel, err := s.selection(ctx, q)
	if err != nil {
		return nil, err
	}
	found, err := s.read.QueryContext(ctx, fmt.Sprintf(`SELECT place_name, country, quad, count(*), max(id) FROM (
		SELECT e.place_name, e.country, e.quad, e.id%s%s ORDER BY %s DESC LIMIT %d) GROUP BY 1, 2, 3`,
		sel.from, sel.whereClause(), sel.day, onMap), sel.args...)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	for found.Next() {
		var g spotGroup
		if err := found.Scan(&g.name, &g.country, &g.quad, &g.n, &g.event); err != nil {
			return nil, err
		}
		if g.quad < 0 || g.quad > 4 {
			g.quad = 0
		}
		all = append(all, g)
	}
	return all, found.Err()
}

// place gives a spot the coordinates and the ids of its events.
func (s *Store) place(ctx context.Context, spot *Spot, ids []int64) (placed bool, err error) {
	events, err := loadEvents(ctx, s.read, ids)
	if err != nil {
		return false, err
	}
	for i := range events {
		spot.Events = append(spot.Events, events[i].ID)
		if l := events[i].Location; l != nil && l.Lat != nil && l.Lon != nil && !placed {
			spot.Lat, spot.Lon, placed = *l.Lat, *l.Lon, true
		}
	}
	return placed, nil
}
