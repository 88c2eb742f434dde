package assistant

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// maxText is the longest text that is coded, in bytes.
const maxText = 1 << 20

type codeTextIn struct {
	Text  string `json:"text" jsonschema:"the article"`
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty" jsonschema:"day of publication, 2023-03-01; dates such as Tuesday need it"`
}

// coded is an event with its evidence.
type coded struct {
	Brief
	Why []string `json:"why" jsonschema:"the evidence: words, frame, rule, lexicon rows"`
}

type codeTextOut struct {
	Events []coded `json:"events"`
}

func (t *tools) codeText(ctx context.Context, in codeTextIn) (codeTextOut, error) {
	if len(in.Text) > maxText {
		return codeTextOut{}, errors.New("the text is longer than 1 MB; send one article at a time")
	}
	doc := &demarche.Doc{ID: "text", Title: in.Title, Text: in.Text}
	if in.Date != "" {
		var err error
		if doc.Date, err = demarche.ParseDate(in.Date); err != nil {
			return codeTextOut{}, err
		}
	}
	if err := t.pool.Code(ctx, doc); err != nil {
		return codeTextOut{}, err
	}
	out := codeTextOut{Events: []coded{}}
	for i := range doc.Events {
		c := coded{Brief: briefOf(&doc.Events[i]), Why: []string{}}
		for _, w := range doc.Events[i].Why {
			c.Why = append(c.Why, strings.TrimSpace(w.Kind+": "+w.Text+" "+w.Source))
		}
		out.Events = append(out.Events, c)
	}
	return out, nil
}

type searchIn struct {
	Query string `json:"query" jsonschema:"as in the tool's description; empty for everything"`
	Sort  string `json:"sort,omitempty" jsonschema:"-date (default, latest first), date, mentions, confidence, relevance"`
	Limit int    `json:"limit,omitempty" jsonschema:"how many, 20 by default and 100 at most"`
	After string `json:"after,omitempty" jsonschema:"next of the answer before, for the page after it"`
}

type searchOut struct {
	Total  int    `json:"total" jsonschema:"events of the query; the list has only a page of them"`
	Events []Told `json:"events"`
	Next   string `json:"next,omitempty"`
}

func (t *tools) searchEvents(ctx context.Context, in searchIn) (searchOut, error) {
	q, err := record.ParseQuery(in.Query)
	if err != nil {
		return searchOut{}, err
	}
	if in.Limit <= 0 {
		in.Limit = 20
	}
	out := searchOut{Events: []Told{}}
	if out.Total, err = t.store.Count(ctx, q); err != nil {
		return searchOut{}, err
	}
	events, next, err := t.store.Events(ctx, q, record.Page{Sort: in.Sort, Limit: min(in.Limit, 100), After: in.After})
	if err != nil {
		return searchOut{}, err
	}
	out.Next = next
	for i := range events {
		out.Events = append(out.Events, toldOf(&events[i]))
	}
	return out, nil
}

type eventIn struct {
	ID string `json:"id" jsonschema:"id of an event, as search_events gives it"`
}

type mentionOut struct {
	Brief
	Published string   `json:"published,omitempty"`
	Reasons   []string `json:"reasons" jsonschema:"why it was held to tell of this event; empty for the first"`
}

type eventOut struct {
	Event    Told         `json:"event"`
	Mentions []mentionOut `json:"mentions"`
}

func (t *tools) getEvent(ctx context.Context, in eventIn) (eventOut, error) {
	e, err := t.store.Event(ctx, in.ID)
	if err != nil {
		return eventOut{}, explained(err, fmt.Sprintf("the record holds no event %q; search_events lists ids", in.ID))
	}
	mentions, err := t.store.MentionsOf(ctx, e.ID)
	if err != nil {
		return eventOut{}, err
	}
	out := eventOut{Event: toldOf(e), Mentions: []mentionOut{}}
	for i := range mentions {
		m := mentionOut{Brief: briefOf(&mentions[i].Event), Published: mentions[i].Published, Reasons: []string{}}
		for _, r := range mentions[i].Reasons {
			m.Reasons = append(m.Reasons, strings.TrimSpace(fmt.Sprintf("%s (%.2f) %s", r.What, r.Score, r.Detail)))
		}
		out.Mentions = append(out.Mentions, m)
	}
	return out, nil
}

type dyadIn struct {
	A     string `json:"a" jsonschema:"KAZ, KAZ.GOV or a name"`
	B     string `json:"b"`
	By    string `json:"by,omitempty" jsonschema:"day, week, month (default) or year"`
	Query string `json:"query,omitempty" jsonschema:"narrows it, as in search_events: since:2023-01 status:done"`
}

type dyadOut struct {
	Periods []record.Period `json:"periods" jsonschema:"quad counts by quad class, index 1 to 4; score is the mean PLOVER scale, -10 to 10; forward is a to b"`
}

func (t *tools) dyad(ctx context.Context, in dyadIn) (dyadOut, error) {
	q, err := record.ParseQuery(in.Query)
	if err != nil {
		return dyadOut{}, err
	}
	a, err := termOf(in.A)
	if err != nil {
		return dyadOut{}, err
	}
	b, err := termOf(in.B)
	if err != nil {
		return dyadOut{}, err
	}
	if in.By == "" {
		in.By = "month"
	}
	periods, err := t.store.Dyad(ctx, a.String(), b.String(), in.By, q)
	if periods == nil {
		periods = []record.Period{}
	}
	return dyadOut{periods}, err
}

// termOf reads a party as a query does: a name may have blanks.
func termOf(s string) (record.Term, error) {
	if strings.ContainsAny(s, " \t\"\\") {
		return record.Term{Name: strings.TrimSpace(s)}, nil
	}
	q, err := record.ParseQuery("actor:" + s)
	if err != nil || len(q.Actor) != 1 {
		return record.Term{}, fmt.Errorf("%q names nobody; write KAZ, KAZ.GOV or a name", s)
	}
	return q.Actor[0], nil
}

type actorIn struct {
	Name string `json:"name" jsonschema:"name, alias, Wikidata id or country code"`
}

// most is how many legs and quotes an assistant is given.
const most = 50

func (t *tools) actor(ctx context.Context, in actorIn) (record.Profile, error) {
	p, err := t.store.Actor(ctx, in.Name)
	if err != nil {
		return record.Profile{}, explained(err, t.suggestion(ctx, in.Name))
	}
	out := *p
	out.Legs = append([]record.Leg{}, out.Legs[max(0, len(out.Legs)-most):]...)
	out.Quotes = append([]record.Quote{}, out.Quotes[:min(most, len(out.Quotes))]...)
	for i := range out.Legs {
		out.Legs[i].With = append([]string{}, out.Legs[i].With...)
	}
	out.Aliases = append([]string{}, out.Aliases...)
	out.Offices = append([]record.Office{}, out.Offices...)
	out.Partners = append([]record.Count{}, out.Partners...)
	return out, nil
}

// suggestion says who might have been meant.
func (t *tools) suggestion(ctx context.Context, name string) string {
	nobody := fmt.Sprintf("the record holds no actor %q", name)
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	near, err := t.store.Names(ctx, first, 5)
	if err != nil || len(near) == 0 || first == "" {
		return nobody
	}
	var names []string
	for _, n := range near {
		names = append(names, n.Name)
	}
	return nobody + "; it knows " + strings.Join(names, ", ")
}
