package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"time"

	"github.com/demarche/demarche/alert"
	"github.com/demarche/demarche/record"
)

func alertsCommand() command {
	return command{
		name:    "alerts",
		summary: "tell of events by rules, or try the rules",
		about: `Alerts tell of events as they come into a record. demarche watch sends them by
itself; docs/alerts.md has the language of the rules, and how alerts are delivered.`,
		examples: `demarche alerts check alerts.rules --db demarche.db
demarche alerts send alerts.rules --db demarche.db`,
		subs: []command{alertsCheckCommand(), alertsSendCommand()},
	}
}

func alertsCheckCommand() command {
	return command{
		name:    "check",
		args:    "RULES",
		summary: "list what the rules would have alerted to",
		about: `Reads the rules, says what is wrong with them, and lists the alerts that they would
have given over the whole record. Nothing is sent, and nothing is remembered.`,
		examples: `demarche alerts check alerts.rules --db demarche.db
demarche alerts check alerts.rules --db demarche.db --format jsonl | jq -r .sentence`,
		bind: func(flags *flag.FlagSet) action {
			o := &alertsOptions{format: "text", limit: 20}
			bindDB(flags, &o.db, "the record in `FILE`")
			choice(flags, &o.format, "format", "print alerts as `FORMAT`: text (the default) or jsonl", "text", "jsonl")
			positive(flags, &o.limit, "limit", "print at most `N` alerts a rule; 20 unless told otherwise")
			return o.check
		},
	}
}

func alertsSendCommand() command {
	return command{
		name:    "send",
		args:    "RULES",
		summary: "send alerts of what has come into the record since the last time",
		about: `For records that demarche ingest fills, say from cron. The first time that a rule is
used, what the record holds is taken for known. What cannot be delivered is kept,
and tried again the next time; the exit status is 1 then.`,
		examples: `demarche ingest --db demarche.db today.jsonl && demarche alerts send alerts.rules --db demarche.db`,
		bind: func(flags *flag.FlagSet) action {
			o := &alertsOptions{}
			bindDB(flags, &o.db, "the record in `FILE`")
			return o.send
		},
	}
}

func (o *alertsOptions) send(c *call, paths []string) (err error) {
	if len(paths) != 1 {
		return wrongCall("name one file of rules")
	}
	rules, err := alert.ReadRules(paths[0])
	if err != nil {
		return err
	}
	store, err := record.Open(o.db, record.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	engine := &alert.Engine{Rules: rules, Store: store, Memory: store, Now: time.Now}
	if _, err := engine.Resume(c.ctx); err != nil {
		return err
	}
	raised, err := engine.Sweep(c.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.stderr, many(raised, "new alert"))
	return deliver(c.ctx, c, store, rules)
}

// deliver delivers once what is in the outbox.
func deliver(ctx context.Context, c *call, store *record.Store, rules *alert.Rules) error {
	outbox := alert.NewOutbox(store, rules, alert.OutboxOptions{Stdout: c.stdout, Report: c.problem})
	_, err := outbox.Deliver(ctx)
	return err
}

type alertsOptions struct {
	db, format string
	limit      int
}

func (o *alertsOptions) check(c *call, paths []string) (err error) {
	if len(paths) != 1 {
		return wrongCall("name one file of rules")
	}
	rules, err := alert.ReadRules(paths[0])
	if err != nil {
		return err
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	engine := &alert.Engine{Rules: rules, Store: store, Memory: store, Now: time.Now}
	counts := make(map[*alert.Rule]int, len(rules.Rules))
	out := bufio.NewWriter(c.stdout)
	err = engine.DryRun(c.ctx, func(rule *alert.Rule, a *alert.Alert) error {
		if counts[rule]++; counts[rule] > o.limit {
			return nil
		}
		if o.format == "jsonl" {
			enc := json.NewEncoder(out)
			enc.SetEscapeHTML(false)
			return enc.Encode(a)
		}
		_, err := out.WriteString(a.Text() + "\n")
		return err
	})
	if err == nil {
		err = out.Flush()
	}
	for i := range rules.Rules {
		rule := &rules.Rules[i]
		fmt.Fprintf(c.stderr, "%s:%d: %s: when %s\n", paths[0], rule.Line, many(counts[rule], "alert"), rule.When)
	}
	return err
}
