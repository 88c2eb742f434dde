package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

// Spot is a place with what happened there.
type Spot struct {
	Place       string  `json:"place"`
	CountryCode string  `json:"country_code,omitempty"`
	Lat         float64 `json:"lat"`
	Lon         float64 `json:"lon"`
	N           int     `json:"n"`
	Quad        [5]int  `json:"quad"`  // by quad class, 1 to 4; 0 for none
	Event       string  `json:"event"` // id of one of the latest there
}

// onMap is how many events are put on a map, the latest: more no eye tells apart.
const onMap = 50000

// Spots are the places of the events that the query wants, those with most
// events first, and how many of the events are at no known place. Of very many
// events only the latest are looked at.
func (s *Store) Spots(ctx context.Context, q Query, limit int) (spots []Spot, unplaced int, err error) {
	groups, err := s.spotGroups(ctx, q)
	if err == nil {
		spots, unplaced, err = s.spotsOf(ctx, groups, limit)
	}
	return spots, unplaced, explained(s.path, err)
}

// spotsOf puts groups at the same place together.
func (s *Store) spotsOf(ctx context.Context, groups []spotGroup, limit int) (spots []Spot, unplaced int, err error) {
	var latest []int64 // event of each spot
	at := map[[2]string]int{}
	for _, g := range groups {
		if g.name == "" {
			unplaced += g.n
			continue
		}
		i, known := at[[2]string{g.country, g.name}]
		if !known {
			i = len(spots)
			at[[2]string{g.country, g.name}] = i
			spots = append(spots, Spot{Place: g.name, CountryCode: g.country})
			latest = append(latest, 0)
		}
		spots[i].N += g.n
		spots[i].Quad[g.quad] += g.n
		latest[i] = max(latest[i], g.event)
	}
	order := make([]int, len(spots))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(spots[b].N, spots[a].N), strings.Compare(spots[a].Place, spots[b].Place),
			strings.Compare(spots[a].CountryCode, spots[b].CountryCode))
	})
	var out []Spot
	var events []int64
	for _, i := range order {
		out, events = append(out, spots[i]), append(events, latest[i])
	}
	for _, left := range out[min(limit, len(out)):] {
		unplaced += left.N
	}
	out = out[:min(limit, len(out))]
	return s.placed(ctx, out, events[:len(out)], unplaced)
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

// placed gives spots their coordinates, those of an event there, and its id;
// those without coordinates are dropped.
func (s *Store) placed(ctx context.Context, spots []Spot, events []int64, unplaced int) ([]Spot, int, error) {
	where, err := s.whereabouts(ctx, events)
	if err != nil {
		return nil, 0, err
	}
	kept := spots[:0]
	for i, spot := range spots {
		at := where[events[i]]
		if !at.known {
			unplaced += spot.N
			continue
		}
		spot.Event, spot.Lat, spot.Lon = at.name, at.lat, at.lon
		kept = append(kept, spot)
	}
	return kept, unplaced, nil
}

// whereabouts are an event's id and its coordinates.
type whereabouts struct {
	name     string
	lat, lon float64
	known    bool
}

// whereabouts reads those of events, by the coordinates that one of their
// mentions has for the place.
func (s *Store) whereabouts(ctx context.Context, events []int64) (map[int64]whereabouts, error) {
	all := make(map[int64]whereabouts, len(events))
	for batch := range slices.Chunk(events, eventsAtOnce) {
		found, err := s.read.QueryContext(ctx, `SELECT e.id, e.name, m.body ->> '$.event_loc.lat', m.body ->> '$.event_loc.lon'
			FROM events e JOIN mentions m ON m.event = e.id
			WHERE e.id IN (`+listed(batch)+`) AND e.place_name IN (m.body ->> '$.event_loc.resolved_place', m.body ->> '$.event_loc.extracted_place')`)
		if err != nil {
			return nil, err
		}
		if err := scanWhereabouts(found, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func scanWhereabouts(found *sql.Rows, all map[int64]whereabouts) error {
	defer found.Close()
	for found.Next() {
		var id int64
		var w whereabouts
		var lat, lon sql.NullFloat64
		if err := found.Scan(&id, &w.name, &lat, &lon); err != nil {
			return err
		}
		if all[id].known {
			continue
		}
		w.lat, w.lon, w.known = lat.Float64, lon.Float64, lat.Valid && lon.Valid
		all[id] = w
	}
	return found.Err()
}
