package alert

import (
	"context"
	"fmt"

	"github.com/demarche/demarche/record"
)

// DryRun gives what every rule would have alerted to, over the whole record and
// whatever was alerted before, and raises nothing.
func (e *Engine) DryRun(ctx context.Context, do func(*Rule, *Alert) error) error {
	for i := range e.Rules.Rules {
		rule := &e.Rules.Rules[i]
		tell := func(a *Alert) error { return do(rule, a) }
		var err error
		if rule.Dyad != nil {
			err = e.dryChanges(ctx, rule, tell)
		} else {
			err = e.dryEvents(ctx, rule, tell)
		}
		if err != nil {
			return fmt.Errorf("alert rule %q: %w", rule.When, err)
		}
	}
	return nil
}

func (e *Engine) dryEvents(ctx context.Context, rule *Rule, do func(*Alert) error) error {
	return e.Store.EachEvent(ctx, rule.Query, func(event *record.Event) error {
		mentions, err := e.Store.MentionsOf(ctx, event.ID)
		if err != nil {
			return err
		}
		return do(ofEvent(rule, event, mentions, e.Now()))
	})
}

func (e *Engine) dryChanges(ctx context.Context, rule *Rule, do func(*Alert) error) error {
	return e.eachChange(ctx, rule.Dyad, func(c *Change) error {
		a, err := e.ofChange(ctx, rule, c)
		if err != nil {
			return err
		}
		return do(a)
	})
}
