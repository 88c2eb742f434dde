package serve

import (
	"context"
	"net/url"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/demarche/demarche/record"
)

// EventList is a page of events.
type EventList struct {
	Events []record.Event `json:"events"`
	Next   string         `json:"next" doc:"cursor of the page after this one, empty on the last"`
}

// Address keeps the request's own address, for links in answers.
type Address struct{ url url.URL }

// Resolve is called by huma once the parameters are read.
func (a *Address) Resolve(ctx huma.Context) []error {
	a.url = ctx.URL()
	return nil
}

type eventsInput struct {
	Filters
	Paging
	Shape
	Address
}

func (s *server) events(ctx context.Context, in *eventsInput) (*answer, error) {
	form, q, err := asked(&in.Shape, &in.Filters, asCSV, asGeoJSON)
	if err != nil {
		return nil, err
	}
	events, next, err := s.store.Events(ctx, q, in.page(form))
	if err != nil {
		return nil, s.storeProblem("such things", err)
	}
	switch form {
	case asCSV:
		return in.inForm(form, "events", eventsCSV(events)).continued(&in.url, next), nil
	case asGeoJSON:
		body, err := eventsGeoJSON(events)
		if err != nil {
			return nil, err
		}
		return in.inForm(form, "events", body).continued(&in.url, next), nil
	}
	return inJSON(&EventList{orEmpty(events), next}), nil
}

// MentionOf is a mention with the document that it stands in.
type MentionOf struct {
	record.Mention
	Document Citation `json:"document"`
}

// Citation names a document.
type Citation struct {
	ID          string `json:"id"`
	Title       string `json:"title,omitempty"`
	Date        string `json:"date,omitempty"`
	Publication string `json:"publication,omitempty"`
	URL         string `json:"url,omitempty"`
}

// EventDetail is an event with all that is known of it.
type EventDetail struct {
	Event    *record.Event `json:"event"`
	Mentions []MentionOf   `json:"mentions"`
}

type idInput struct {
	ID string `path:"id" doc:"id of an event or of one of its mentions"`
}

func (s *server) event(ctx context.Context, in *idInput) (*answer, error) {
	what := "event " + strconv.Quote(in.ID) + "; /api/v1/events lists those that there are"
	e, err := s.store.Event(ctx, in.ID)
	if err != nil {
		return nil, s.storeProblem(what, err)
	}
	mentions, err := s.store.MentionsOf(ctx, e.ID)
	if err != nil {
		return nil, s.storeProblem(what, err)
	}
	detail := EventDetail{e, make([]MentionOf, 0, len(mentions))}
	for _, m := range mentions {
		detail.Mentions = append(detail.Mentions, MentionOf{m, cite(&m)})
	}
	return inJSON(&detail), nil
}

func cite(m *record.Mention) Citation {
	return Citation{m.Doc, m.CiteInfo.Title, m.Published, m.CiteInfo.Publication, m.CiteInfo.URL}
}

// FacetCounts is how many events have which values.
type FacetCounts struct {
	Total  int                       `json:"total" doc:"events of the filter"`
	Facets map[string][]record.Count `json:"facets"`
}

type facetsInput struct {
	Filters
	Fields []string `query:"fields" doc:"what to count by" enum:"type,quad,mode,context,status,actor,recipient,place,country,said_by,source,rule,year,month"`
	Limit  int      `query:"limit" minimum:"1" maximum:"200" default:"20" doc:"values of each, the commonest first"`
}

func (s *server) facets(ctx context.Context, in *facetsInput) (*answer, error) {
	q, err := in.query()
	if err != nil {
		return nil, err
	}
	fields := in.Fields
	if len(fields) == 0 {
		fields = []string{"type", "quad", "status", "actor", "recipient", "source", "country", "year"}
	}
	out := FacetCounts{Facets: map[string][]record.Count{}}
	if out.Total, err = s.store.Count(ctx, q); err != nil {
		return nil, s.storeProblem("such events", err)
	}
	slices.Sort(fields)
	for _, f := range slices.Compact(fields) {
		counts, err := s.store.Facets(ctx, q, f, in.Limit)
		if err != nil {
			return nil, s.storeProblem("such events", err)
		}
		out.Facets[f] = orEmpty(counts)
	}
	return inJSON(&out), nil
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
