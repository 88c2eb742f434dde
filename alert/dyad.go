package alert

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// past says whether a value is past the limit.
func (d *Dyad) past(value float64) bool {
	if d.Below {
		return value < d.Limit
	}
	return value > d.Limit
}

// value is what is measured of a period.
func (d *Dyad) value(p *record.Period) float64 {
	if d.Measure == "events" {
		return float64(p.N)
	}
	return p.Score
}

// changes are the alerts of a rule on two parties, for the periods in which
// the events lie. One is raised when the measure is past the limit and was not
// in the period before; once for each period.
func (e *Engine) changes(ctx context.Context, rule *Rule, events []*record.Event) ([]*Alert, error) {
	d := rule.Dyad
	var raised []*Alert
	for _, start := range starts(d.By, events) {
		periods, err := e.Store.Dyad(ctx, d.A, d.B, d.By, record.Query{Since: before(d.By, start).String(), Until: after(d.By, start).AddDays(-1).String()})
		if err != nil {
			return nil, err
		}
		change := crossing(d, periods, start)
		if change == nil {
			continue
		}
		if fired, err := e.fired(ctx, key(rule, change.Start)); fired || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		a, err := e.ofChange(ctx, rule, change)
		if err != nil {
			return nil, err
		}
		raised = append(raised, a)
	}
	return raised, nil
}

// crossing is the change in the period that starts then; nil when there is none.
func crossing(d *Dyad, periods []record.Period, start demarche.Date) *Change {
	c := Change{A: d.A, B: d.B, Period: d.By, Start: start.String(), Measure: d.Measure}
	previous := before(d.By, start).String()
	for i := range periods {
		switch p := &periods[i]; p.Start {
		case c.Start:
			c.Value, c.N = d.value(p), p.N
		case previous:
			c.Before = d.value(p)
		}
	}
	if c.N == 0 || !d.past(c.Value) || d.past(c.Before) {
		return nil
	}
	return &c
}

// listed is how many events of a change are named.
const listed = 5

// ofChange is the alert of a change; its sentence is that of the event that
// weighs most on its side.
func (e *Engine) ofChange(ctx context.Context, rule *Rule, c *Change) (*Alert, error) {
	events, err := e.between(ctx, rule.Dyad, c)
	if err != nil {
		return nil, err
	}
	noun := "events"
	if c.N == 1 {
		noun = "event"
	}
	a := &Alert{
		ID: key(rule, c.Start), Title: rule.Title, Rule: rule.When, Raised: e.Now().UTC().Format(time.RFC3339), Change: c,
		Reasons: []string{fmt.Sprintf("%s of %s and %s in the %s from %s is %.2f over %d %s, and was %.2f in the %s before",
			c.Measure, c.A, c.B, c.Period, c.Start, c.Value, c.N, noun, c.Before, c.Period)},
	}
	for i := range events[:min(len(events), listed)] {
		event := &events[i]
		a.Events = append(a.Events, event.ID)
		a.Reasons = append(a.Reasons, fmt.Sprintf("%+.1f %s: %s", event.EventScale, strings.Join(event.Event.Event, " "), event.Text))
	}
	if len(events) > 0 {
		a.Sentence, a.Source, a.URL = events[0].Text, source(&events[0]), events[0].CiteInfo.URL
	}
	return a, nil
}

// between are the events of a period between the parties, the weightiest first.
func (e *Engine) between(ctx context.Context, d *Dyad, c *Change) ([]record.Event, error) {
	start, err := demarche.ParseDate(c.Start)
	if err != nil {
		return nil, err
	}
	q, err := record.ParseQuery(fmt.Sprintf("either:%s since:%s until:%s", quoted(d.A), start, after(d.By, start).AddDays(-1)))
	if err != nil {
		return nil, err
	}
	other, err := record.ParseQuery("either:" + quoted(d.B))
	if err != nil {
		return nil, err
	}
	var all []record.Event
	err = e.Store.EachEvent(ctx, q, func(event *record.Event) error {
		if passed(event, q.Either[0], other.Either[0]) {
			all = append(all, *event)
		}
		return nil
	})
	slices.SortStableFunc(all, func(a, b record.Event) int {
		if d.Measure == "score" && d.Below {
			return cmp.Compare(a.EventScale, b.EventScale)
		}
		if d.Measure == "score" {
			return cmp.Compare(b.EventScale, a.EventScale)
		}
		return cmp.Compare(math.Abs(b.EventScale), math.Abs(a.EventScale))
	})
	return all, err
}

// passed says whether the event is between the two: one did it to the other, or
// both with one another. What they do side by side to a third is not.
func passed(event *record.Event, a, b record.Term) bool {
	aActs, bActs := has(event.Actor, a), has(event.Actor, b)
	return aActs && has(event.Recipient, b) || bActs && has(event.Recipient, a) || aActs && bActs && event.Together()
}

// has says whether somebody is among the parties.
func has(parties []demarche.Entity, t record.Term) bool {
	return slices.ContainsFunc(parties, func(e demarche.Entity) bool {
		if t.Name != "" {
			return strings.EqualFold(e.IdentifierText, t.Name) || e.IdentifierID == t.Name || strings.EqualFold(e.EntityText, t.Name)
		}
		return (t.Code == "" || e.Code != nil && *e.Code == t.Code || slices.Contains(e.Members, t.Code)) &&
			(t.Sector == "" || e.Sector != nil && *e.Sector == t.Sector || slices.Contains(e.Sectors, t.Sector))
	})
}

// starts are the first days of the periods in which events lie, in order.
func starts(by string, events []*record.Event) []demarche.Date {
	var all []demarche.Date
	for _, event := range events {
		if event.Date == nil {
			continue
		}
		day, err := demarche.ParseDate(*event.Date)
		if err != nil {
			continue // coarser than a day: it belongs to no week
		}
		if start := startOf(by, day); !slices.Contains(all, start) {
			all = append(all, start)
		}
	}
	slices.SortFunc(all, func(a, b demarche.Date) int { return a.Time().Compare(b.Time()) })
	return all
}

// startOf is the first day of the period of a day; weeks start on Monday.
func startOf(by string, day demarche.Date) demarche.Date {
	switch by {
	case "week":
		return day.AddDays(-(int(day.Time().Weekday()) + 6) % 7)
	case "month":
		return demarche.Date{Year: day.Year, Month: day.Month, Day: 1}
	case "year":
		return demarche.Date{Year: day.Year, Month: 1, Day: 1}
	}
	return day
}

// before is the start of the period before, and after of the one after.
func before(by string, start demarche.Date) demarche.Date { return startOf(by, start.AddDays(-1)) }

func after(by string, start demarche.Date) demarche.Date {
	switch by {
	case "week":
		return start.AddDays(7)
	case "month":
		return startOf(by, start.AddDays(31))
	case "year":
		return startOf(by, start.AddDays(366))
	}
	return start.AddDays(1)
}
