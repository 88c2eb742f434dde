package main

import (
	"flag"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
	"github.com/demarche/demarche/record"
)

func whyCommand() command {
	return command{
		name:    "why",
		args:    "EVENT",
		summary: "show the mentions of an event in a record, and why they were merged",
		about: `EVENT is the id of an event or a mention, or the beginning of one. For each mention:
its sentence, the article, the rule that coded it, and the reasons for and against
its telling of the same event as those before it, each with the log odds that it
adds; the mention was merged because they come to more than 0.`,
		examples: `demarche why 3f8c3a30fed77723
demarche why 3f8c --db news.db --format jsonl | jq -r '.reasons[]?.what' | sort | uniq -c`,
		bind: func(flags *flag.FlagSet) action {
			o := &eventWhyOptions{}
			bindDB(flags, &o.db, "read the record in `FILE`")
			o.printing.bind(flags, "mentions")
			return o.run
		},
	}
}

type eventWhyOptions struct {
	db       string
	printing printing
}

func (o *eventWhyOptions) run(c *call, args []string) error {
	if len(args) != 1 {
		return &usageError{what: "name one event by its id, or the beginning of it", help: true}
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer store.Close()
	event, err := store.Event(c.ctx, args[0])
	if err != nil {
		return err
	}
	mentions, err := store.MentionsOf(c.ctx, event.ID)
	if err != nil {
		return err
	}
	if style, forPeople := o.printing.style(c); forPeople {
		return table.WriteWhy(c.stdout, event, mentions, style)
	}
	return writeLines(c.stdout, mentions)
}
