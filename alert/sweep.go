package alert

import (
	"context"
	"fmt"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// ruleSpace has the rules that the record was searched with, by condition.
const ruleSpace = "alert.rule"

// sweepBatch is how many alerts are put into the outbox in one step.
const sweepBatch = 500

// Sweep searches the whole record for what has not alerted yet, and puts it
// into the outbox: for records that are filled by something else than a watch.
// The first time that a rule is searched for, what there is already is taken
// for known, and nothing is raised. It gives the number of alerts raised.
func (e *Engine) Sweep(ctx context.Context) (raised int, err error) {
	for i := range e.Rules.Rules {
		n, err := e.sweepRule(ctx, &e.Rules.Rules[i])
		raised += n
		if err != nil {
			return raised, fmt.Errorf("alert rule %q: %w", e.Rules.Rules[i].When, err)
		}
	}
	return raised, nil
}

func (e *Engine) sweepRule(ctx context.Context, rule *Rule) (raised int, err error) {
	before, err := e.Memory.KeptValue(ctx, ruleSpace, key(rule, ""))
	if err != nil {
		return 0, err
	}
	s := sweep{engine: e, rule: rule, first: before == nil}
	if rule.Dyad != nil {
		err = e.eachChange(ctx, rule.Dyad, func(c *Change) error {
			return s.take(ctx, key(rule, c.Start), func() (*Alert, error) { return e.ofChange(ctx, rule, c) })
		})
	} else {
		err = e.Store.EachEvent(ctx, rule.Query, func(event *record.Event) error {
			return s.take(ctx, key(rule, event.ID), func() (*Alert, error) {
				mentions, err := e.Store.MentionsOf(ctx, event.ID)
				return ofEvent(rule, event, mentions, e.Now()), err
			})
		})
	}
	if err != nil {
		return s.raised, err
	}
	s.things = append(s.things, record.Kept{Space: ruleSpace, Key: key(rule, ""), Value: []byte(rule.condition())})
	return s.raised, s.write(ctx)
}

// sweep is the search of a record with one rule.
type sweep struct {
	engine *Engine
	rule   *Rule
	first  bool // the rule is new: what is found is known
	raised int
	things []record.Kept // to be kept
}

// take raises the alert with that id unless it is known.
func (s *sweep) take(ctx context.Context, id string, build func() (*Alert, error)) error {
	if fired, err := s.engine.fired(ctx, id); fired || err != nil {
		return err
	}
	if s.first {
		s.things = append(s.things, record.Kept{Space: firedSpace, Key: id, Value: []byte("known")})
	} else {
		a, err := build()
		if err != nil {
			return err
		}
		s.raised++
		s.things = append(s.things, s.engine.raise(a, s.rule.To, s.raised)...)
	}
	if len(s.things) < sweepBatch {
		return nil
	}
	return s.write(ctx)
}

func (s *sweep) write(ctx context.Context) error {
	batch := s.things
	s.things = nil
	return s.engine.Memory.Keep(ctx, batch...)
}

// eachChange gives every change of the record in the order of the periods.
func (e *Engine) eachChange(ctx context.Context, d *Dyad, do func(*Change) error) error {
	periods, err := e.Store.Dyad(ctx, d.A, d.B, d.By, record.Query{})
	if err != nil {
		return err
	}
	for i := range periods {
		start, err := demarche.ParseDate(periods[i].Start)
		if err != nil {
			return err
		}
		if change := crossing(d, periods[max(i-1, 0):i+1], start); change != nil {
			if err := do(change); err != nil {
				return err
			}
		}
	}
	return nil
}
