package serve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/demarche/demarche/record"
)

// DyadView is what passed between two parties.
type DyadView struct {
	A       string          `json:"a"`
	B       string          `json:"b"`
	By      string          `json:"by"`
	Periods []record.Period `json:"periods"`
	Events  []record.Event  `json:"events" doc:"the latest, either way"`
}

type dyadInput struct {
	A     string `query:"a" required:"true" minLength:"1" maxLength:"256" doc:"a code KAZ, code and sector KAZ.GOV, or a name" example:"USA"`
	B     string `query:"b" required:"true" minLength:"1" maxLength:"256" example:"KAZ"`
	By    string `query:"by" enum:"day,week,month,year" default:"month"`
	Limit int    `query:"limit" minimum:"0" maximum:"500" default:"200" doc:"how many events; 0 for none"`
	Filters
	Shape
}

func (s *server) dyad(ctx context.Context, in *dyadInput) (*answer, error) {
	form, q, err := asked(&in.Shape, &in.Filters, asCSV)
	if err != nil {
		return nil, err
	}
	a, err := termOf("a", in.A)
	if err != nil {
		return nil, err
	}
	b, err := termOf("b", in.B)
	if err != nil {
		return nil, err
	}
	periods, err := s.store.Dyad(ctx, a.String(), b.String(), in.By, q)
	if err != nil {
		return nil, s.storeProblem("such pair", err)
	}
	if form == asCSV {
		return in.inForm(form, "dyad", periodsCSV(in.A, in.B, periods)), nil
	}
	view := &DyadView{in.A, in.B, in.By, orEmpty(periods), []record.Event{}}
	if in.Limit > 0 {
		if view.Events, err = s.between(ctx, a, b, q, in.Limit); err != nil {
			return nil, s.storeProblem("such events", err)
		}
	}
	return inJSON(view), nil
}

// termOf reads one party as a query does.
func termOf(name, value string) (record.Term, error) {
	q, err := record.ParseQuery(clauseOf("actor", []string{value}, true, true))
	if err != nil || len(q.Actor) != 1 {
		if err == nil {
			err = errNobody
		}
		return record.Term{}, wrongParameter(name, value, plainly(err))
	}
	return q.Actor[0], nil
}

// between are the latest events of a pair: either way, and done together.
func (s *server) between(ctx context.Context, a, b record.Term, q record.Query, limit int) ([]record.Event, error) {
	there, back, joint := q, q, q
	there.Actor, there.Recipient = []record.Term{a}, []record.Term{b}
	back.Actor, back.Recipient = []record.Term{b}, []record.Term{a}
	joint.Actor, joint.Either = []record.Term{a}, []record.Term{b}
	var all []record.Event
	for _, one := range []record.Query{there, back, joint} {
		events, _, err := s.store.Events(ctx, one, record.Page{Sort: "-date", Limit: limit})
		if err != nil {
			return nil, err
		}
		for i := range events {
			e := &events[i]
			// What two do together to a third is not between them.
			if len(one.Recipient) > 0 || e.Together() {
				all = append(all, *e)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y record.Event) int {
		return cmp.Or(strings.Compare(day(y.Date), day(x.Date)), strings.Compare(x.ID, y.ID))
	})
	all = slices.CompactFunc(all, func(x, y record.Event) bool { return x.ID == y.ID })
	return orEmpty(all[:min(limit, len(all))]), nil
}

func day(date *string) string {
	if date == nil {
		return ""
	}
	return *date
}
