package serve

import (
	"context"
	"errors"
	"strconv"

	"github.com/demarche/demarche/record"
)

var errNobody = errors.New("name somebody: KAZ, KAZ.GOV or Antony Blinken")

// WhoList is a completion.
type WhoList struct {
	Actors []record.Named `json:"actors"`
}

type namesInput struct {
	Prefix string `query:"prefix" maxLength:"256" doc:"beginning of a name or code; capitals do not matter"`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"10"`
}

func (s *server) names(ctx context.Context, in *namesInput) (*answer, error) {
	names, err := s.store.Names(ctx, in.Prefix, in.Limit)
	if err != nil {
		return nil, s.storeProblem("such names", err)
	}
	return inJSON(&WhoList{orEmpty(names)}), nil
}

// ActorView is what the record knows of somebody.
type ActorView struct {
	record.Profile
	Legs []LegView `json:"legs" doc:"itinerary, in the order of dates"`
}

// LegView is a step of an itinerary with where it is.
type LegView struct {
	record.Leg
	CountryCode string   `json:"country_code,omitempty"`
	Lat         *float64 `json:"lat,omitempty"`
	Lon         *float64 `json:"lon,omitempty"`
}

type nameInput struct {
	Name string `path:"name" maxLength:"256" doc:"name, alias, Wikidata id or code"`
}

func (s *server) actor(ctx context.Context, in *nameInput) (*answer, error) {
	profile, err := s.store.Actor(ctx, in.Name)
	if err != nil {
		return nil, s.storeProblem("actor "+strconv.Quote(in.Name)+"; /api/v1/actors?prefix=… finds names", err)
	}
	legs, err := s.legs(ctx, profile)
	if err != nil {
		return nil, err
	}
	profile.Aliases, profile.Offices = orEmpty(profile.Aliases), orEmpty(profile.Offices)
	profile.Partners, profile.Quotes = orEmpty(profile.Partners), orEmpty(profile.Quotes)
	return inJSON(&ActorView{*profile, legs}), nil
}

// legs are the legs of an itinerary with the coordinates of their events.
func (s *server) legs(ctx context.Context, profile *record.Profile) ([]LegView, error) {
	legs := make([]LegView, len(profile.Legs))
	for i, leg := range profile.Legs {
		leg.With = orEmpty(leg.With)
		legs[i].Leg = leg
		if leg.Event == "" || leg.Place == "" {
			continue
		}
		e, err := s.store.Event(ctx, leg.Event)
		if err != nil {
			return nil, s.storeProblem("event "+leg.Event, err)
		}
		if at := e.Location; at != nil {
			legs[i].Lat, legs[i].Lon, legs[i].CountryCode = at.Lat, at.Lon, at.CountryCode
		}
	}
	return legs, nil
}
