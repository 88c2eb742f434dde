package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// What a profile shows at most.
const (
	profileEvents = 2000 // the latest
	profileQuotes = 20
	profileOthers = 20 // aliases, partners
)

// Actor is what the record knows of somebody, by name, alias or Wikidata id, or
// of a country, by code. Of several with one name it is the one most spoken of.
func (s *Store) Actor(ctx context.Context, who string) (*Profile, error) {
	p, err := s.profile(ctx, ParseTerm(who), s.eventsOf)
	return p, explained(s.path, err)
}

// finder counts the events that somebody is in and reads the latest of them, in
// the order of their days; row is that of a person's name, 0 for a code.
type finder func(ctx context.Context, p *Profile, t Term, row int64) ([]Event, error)

func (s *Store) profile(ctx context.Context, t Term, eventsOf finder) (*Profile, error) {
	p := &Profile{Name: t.String(), Code: t.Code, Aliases: []string{}, Offices: []Office{}, Quotes: []Quote{}}
	row := int64(0)
	if t.Name != "" {
		rows, err := s.actorRows(ctx, t.Name)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			return nil, fmt.Errorf("%s: %w", t.Name, ErrNotFound)
		}
		row = rows[0]
		if err := s.describe(ctx, p, row); err != nil {
			return nil, err
		}
	}
	events, err := eventsOf(ctx, p, t, row)
	if err != nil {
		return nil, err
	}
	if t.Name == "" && p.Events == 0 { // no country: IMF, WHO
		return s.profile(ctx, Term{Name: t.String()}, eventsOf)
	}
	p.follow(events, t)
	return p, nil
}

// describe reads what is kept of somebody beside the events.
func (s *Store) describe(ctx context.Context, p *Profile, row int64) error {
	if err := s.read.QueryRowContext(ctx, "SELECT name, wikidata, code FROM actors WHERE id = ?", row).Scan(&p.Name, &p.Wikidata, &p.Code); err != nil {
		return err
	}
	if err := s.each(ctx, "SELECT alias FROM aliases WHERE actor = ? ORDER BY n DESC, alias LIMIT ?", []any{row, profileOthers}, func(scan scan) error {
		var alias string
		err := scan(&alias)
		p.Aliases = append(p.Aliases, alias)
		return err
	}); err != nil {
		return err
	}
	if err := s.each(ctx, "SELECT office, code, first, last, n FROM offices WHERE actor = ? ORDER BY first, office", []any{row}, func(scan scan) error {
		var o Office
		err := scan(&o.Title, &o.Code, &o.First, &o.Last, &o.N)
		p.Offices = append(p.Offices, o)
		return err
	}); err != nil {
		return err
	}
	var err error
	p.Quotes, err = s.quotes(ctx, "WHERE q.actor = ? ORDER BY q.doc DESC, q.id LIMIT ?", row, profileQuotes)
	return err
}

// scan reads the columns of a row.
type scan func(...any) error

// each calls do with every row.
func (s *Store) each(ctx context.Context, query string, args []any, do func(scan) error) error {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *Store) quotes(ctx context.Context, where string, args ...any) ([]Quote, error) {
	all := []Quote{}
	err := s.each(ctx, `SELECT d.name, d.date, q.speaker, q.code, q.sector, q.kind, q.text, q.start, q."end"
		FROM quotes q JOIN documents d ON d.id = q.doc `+where, args, func(scan scan) error {
		var q Quote
		err := scan(&q.Doc, &q.Date, &q.Speaker, &q.Code, &q.Sector, &q.Kind, &q.Text, &q.Start, &q.End)
		all = append(all, q)
		return err
	})
	return all, err
}

// eventsOf is a finder.
func (s *Store) eventsOf(ctx context.Context, p *Profile, t Term, row int64) ([]Event, error) {
	sel := &selection{from: " FROM named x", id: "x.event", day: "x.day", where: []string{"x.actor = ? AND x.sides & 3"}, args: []any{row}}
	if t.Name == "" {
		var err error
		if sel, err = s.selection(ctx, Query{Either: []Term{t}}); err != nil {
			return nil, err
		}
	}
	if err := s.read.QueryRowContext(ctx, "SELECT count(*)"+sel.from+sel.whereClause(), sel.args...).Scan(&p.Events); err != nil {
		return nil, err
	}
	ids, err := s.numbers(ctx, fmt.Sprintf("SELECT %s%s%s ORDER BY %s DESC, %s DESC LIMIT %d",
		sel.id, sel.from, sel.whereClause(), sel.day, sel.id, profileEvents), sel.args...)
	if err != nil {
		return nil, err
	}
	slices.Reverse(ids)
	return loadEvents(ctx, s.read, ids)
}

// follow sets partners and itinerary from the events, which are in the order
// of their days.
func (p *Profile) follow(events []Event, t Term) {
	p.Legs, p.Partners = []Leg{}, nil
	partners := map[string]int{}
	for i := range events {
		e := &events[i]
		with := p.others(e, t)
		for _, name := range with {
			partners[name]++
		}
		if e.BaseEvent == "CONSULT" || e.Event.Event[0] == "CONSULT" {
			p.Legs = append(p.Legs, legOf(e, with))
		}
	}
	p.Partners = sortedCounts(partners, profileOthers)
}

func legOf(e *Event, with []string) Leg {
	leg := Leg{With: with, Type: strings.Join(append([]string{e.Event.Event[0]}, e.Mode...), " "), Status: vocab.StatusOf(&e.Event), Event: e.ID, Text: e.Text}
	if e.Date != nil {
		leg.Date = *e.Date
	}
	if l := e.Location; l != nil {
		leg.Place, leg.Country, leg.Lat, leg.Lon = cmpOr(l.ResolvedPlace, l.ExtractedPlace), l.CountryCode, l.Lat, l.Lon
	}
	return leg
}

// others are who else is in the event, by name.
func (p *Profile) others(e *Event, t Term) []string {
	all := []string{}
	for _, side := range [][]demarche.Entity{e.Actor, e.Recipient} {
		for i := range side {
			x := &side[i]
			name := cmpOr(x.IdentifierText, x.EntityText)
			self := name == p.Name || p.Wikidata != "" && x.IdentifierID == p.Wikidata || t.Name == "" && deref(x.Code) == t.Code
			if !self && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
