package serve

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche/record"
)

var errNobody = errors.New("name somebody: KAZ, KAZ.GOV or Antony Blinken")

// WhoList is a completion.
type WhoList struct {
	Actors []Who `json:"actors"`
}

// Who is somebody who may be asked for.
type Who struct {
	record.Named
	Term string `json:"term" doc:"what to put into filters"`
}

type namesInput struct {
	Prefix string `query:"prefix" maxLength:"256" doc:"beginning of a name, alias or code; capitals do not matter"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"10"`
}

func (s *server) names(ctx context.Context, in *namesInput) (*answer, error) {
	countries, err := s.countriesFrom(ctx, strings.ToLower(strings.TrimSpace(in.Prefix)))
	if err != nil {
		return nil, s.storeProblem("such names", err)
	}
	names, err := s.store.Names(ctx, in.Prefix, in.Limit)
	if err != nil {
		return nil, s.storeProblem("such names", err)
	}
	all := countries
	for _, n := range names {
		if !slices.ContainsFunc(countries, func(c Who) bool { return c.Name == n.Name }) {
			all = append(all, Who{n, n.Name})
		}
	}
	return inJSON(&WhoList{orEmpty(all[:min(in.Limit, len(all))])}), nil
}

// countriesFrom are the countries in the record whose name or code begins so,
// those with most events first.
func (s *server) countriesFrom(ctx context.Context, prefix string) ([]Who, error) {
	var all []Who
	for _, c := range s.words.vocabulary.Countries {
		if strings.HasPrefix(strings.ToLower(c.Name), prefix) || strings.HasPrefix(strings.ToLower(c.Code), prefix) {
			all = append(all, Who{record.Named{Name: c.Name, Code: c.Code}, c.Code})
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	events := map[string]int{}
	for _, side := range [...]string{"actor", "recipient"} {
		counts, err := s.store.Facets(ctx, record.Query{}, side, len(s.words.countries))
		if err != nil {
			return nil, err
		}
		for _, c := range counts {
			events[c.Value] += c.N
		}
	}
	for i := range all {
		all[i].N = events[all[i].Code]
	}
	all = slices.DeleteFunc(all, func(w Who) bool { return w.N == 0 })
	slices.SortStableFunc(all, func(a, b Who) int { return cmp.Compare(b.N, a.N) })
	return all, nil
}

type nameInput struct {
	Name string `path:"name" maxLength:"256" doc:"name, alias, Wikidata id or code"`
}

func (s *server) actor(ctx context.Context, in *nameInput) (*answer, error) {
	profile, err := s.store.Actor(ctx, in.Name)
	if err != nil {
		return nil, s.storeProblem("actor "+strconv.Quote(in.Name)+"; /api/v1/actors?prefix=… finds names", err)
	}
	return inJSON(profile), nil
}
