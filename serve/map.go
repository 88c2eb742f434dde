package serve

import (
	"context"
	"strconv"

	"github.com/demarche/demarche/record"
)

// MapView is where things happened, and who went where.
type MapView struct {
	Points      []record.Spot   `json:"points" doc:"the places with most events first"`
	Unplaced    int             `json:"unplaced" doc:"events of the filter that are not on the map"`
	Itineraries []ItineraryView `json:"itineraries"`
}

// ItineraryView is where somebody went.
type ItineraryView struct {
	Name string       `json:"name"`
	Legs []record.Leg `json:"legs"`
}

type mapInput struct {
	Filters
	Shape
	Limit     int      `query:"limit" minimum:"1" maximum:"5000" default:"1000" doc:"places"`
	Itinerary []string `query:"itinerary,explode" maxItems:"10" doc:"names of people whose journeys are wanted"`
}

func (s *server) places(ctx context.Context, in *mapInput) (*answer, error) {
	form, q, err := asked(&in.Shape, &in.Filters, asGeoJSON, asCSV)
	if err != nil {
		return nil, err
	}
	view := &MapView{Itineraries: []ItineraryView{}}
	if view.Points, view.Unplaced, err = s.store.Spots(ctx, q, in.Limit); err != nil {
		return nil, s.storeProblem("such events", err)
	}
	view.Points = orEmpty(view.Points)
	for _, name := range in.Itinerary {
		journey, err := s.journey(ctx, name, q)
		if err != nil {
			return nil, err
		}
		view.Itineraries = append(view.Itineraries, *journey)
	}
	switch form {
	case asGeoJSON:
		body, err := mapGeoJSON(view)
		if err != nil {
			return nil, err
		}
		return in.inForm(form, "map", body), nil
	case asCSV:
		return in.inForm(form, "map", spotsCSV(view.Points)), nil
	}
	return inJSON(view), nil
}

// journey is the itinerary of somebody within the days of the query.
func (s *server) journey(ctx context.Context, name string, q record.Query) (*ItineraryView, error) {
	profile, err := s.store.Actor(ctx, name)
	if err != nil {
		return nil, s.storeProblem("actor "+strconv.Quote(name)+"; /api/v1/actors?prefix=… finds names", err)
	}
	out := &ItineraryView{profile.Name, []record.Leg{}}
	for _, l := range profile.Legs {
		if l.Lat != nil && l.Lon != nil && (q.Since == "" || l.Date >= q.Since) && (q.Until == "" || l.Date <= q.Until+"~") {
			out.Legs = append(out.Legs, l)
		}
	}
	return out, nil
}
