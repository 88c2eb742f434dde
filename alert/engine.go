package alert

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/demarche/demarche/record"
)

// The spaces of the memory that alerts use.
const (
	todoSpace   = "alert.todo"   // documents that are being stored and not yet checked
	firedSpace  = "alert.fired"  // when an alert was raised, by its id
	outboxSpace = "alert.outbox" // alerts to deliver, in the order of their keys
	deadSpace   = "alert.dead"   // alerts that could not be delivered
)

// Engine raises alerts. It is used by one goroutine at a time.
type Engine struct {
	Rules  *Rules
	Store  Store
	Memory Memory
	Now    func() time.Time
}

// Expect notes down that documents are about to be stored, so that they are
// checked even if the program ends before Check.
func (e *Engine) Expect(ctx context.Context, docs ...string) error {
	now := []byte(e.Now().UTC().Format(time.RFC3339))
	var things []record.Kept
	for _, doc := range docs {
		things = append(things, record.Kept{Space: todoSpace, Key: doc, Value: now})
	}
	return e.Memory.Keep(ctx, things...)
}

// Check raises the alerts that documents, now stored, give rise to, and puts
// them into the outbox: all of it or, with an error, nothing.
func (e *Engine) Check(ctx context.Context, docs ...string) ([]*Alert, error) {
	events, err := e.eventsOf(ctx, docs)
	if err != nil {
		return nil, err
	}
	var raised []*Alert
	var things []record.Kept
	for i := range e.Rules.Rules {
		rule := &e.Rules.Rules[i]
		alerts, err := e.alerts(ctx, rule, events)
		if err != nil {
			return nil, fmt.Errorf("alert rule %q: %w", rule.When, err)
		}
		for _, a := range alerts {
			if slices.ContainsFunc(raised, func(b *Alert) bool { return a.ID == b.ID }) {
				continue // two rules with one condition
			}
			raised = append(raised, a)
			things = append(things, e.raise(a, rule.To, len(things))...)
		}
	}
	for _, doc := range docs {
		things = append(things, record.Kept{Space: todoSpace, Key: doc})
	}
	return raised, e.Memory.Keep(ctx, things...)
}

// Resume checks the documents that were stored and not checked when the
// program ended.
func (e *Engine) Resume(ctx context.Context) ([]*Alert, error) {
	var docs []string
	err := e.Memory.EachKept(ctx, todoSpace, func(k record.Kept) error {
		docs = append(docs, k.Key)
		return nil
	})
	if err != nil || len(docs) == 0 {
		return nil, err
	}
	return e.Check(ctx, docs...)
}

// raise is what is kept of a new alert.
func (e *Engine) raise(a *Alert, to []string, order int) []record.Kept {
	now := e.Now().UTC()
	things := []record.Kept{{Space: firedSpace, Key: a.ID, Value: []byte(a.Raised)}}
	for _, way := range to {
		body, err := json.Marshal(parcel{Way: way, Alert: a})
		if err != nil {
			continue // cannot be: plain fields only
		}
		key := fmt.Sprintf("%020d.%06d.%s.%s", now.UnixNano(), order, a.ID, way)
		things = append(things, record.Kept{Space: outboxSpace, Key: key, Value: body})
	}
	return things
}

// eventsOf are the events that documents tell of.
func (e *Engine) eventsOf(ctx context.Context, docs []string) ([]*record.Event, error) {
	var events []*record.Event
	seen := map[string]bool{}
	for _, doc := range docs {
		mentions, err := e.Store.DocumentMentions(ctx, doc)
		if err != nil {
			return nil, err
		}
		for _, m := range mentions {
			if seen[m.EventID] {
				continue
			}
			seen[m.EventID] = true
			event, err := e.Store.Event(ctx, m.EventID)
			if err != nil {
				return nil, err
			}
			events = append(events, event)
		}
	}
	return events, nil
}

// alerts are the alerts of a rule that events give rise to and that have not
// been raised before.
func (e *Engine) alerts(ctx context.Context, rule *Rule, events []*record.Event) ([]*Alert, error) {
	if rule.Dyad != nil {
		return e.changes(ctx, rule, events)
	}
	var raised []*Alert
	for _, event := range events {
		q := rule.Query
		q.Event = event.ID
		if n, err := e.Store.Count(ctx, q); n == 0 || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		if fired, err := e.fired(ctx, key(rule, event.ID)); fired || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		mentions, err := e.Store.MentionsOf(ctx, event.ID)
		if err != nil {
			return nil, err
		}
		raised = append(raised, ofEvent(rule, event, mentions, e.Now()))
	}
	return raised, nil
}

func (e *Engine) fired(ctx context.Context, id string) (bool, error) {
	value, err := e.Memory.KeptValue(ctx, firedSpace, id)
	return value != nil, err
}
