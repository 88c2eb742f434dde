package main

import (
	"flag"
	"strings"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
	"github.com/demarche/demarche/record"
)

func actorCommand() command {
	return command{
		name:    "actor",
		args:    "NAME",
		summary: "show somebody's offices, itinerary and partners",
		about: `NAME is a name, a part of one, a Wikidata id, or a country code. The itinerary tells
of meetings, visits and calls: when, where, with whom, and whether they were held,
planned or denied.`,
		examples: `demarche actor "Antony Blinken"
demarche actor KAZ --format jsonl | jq '.legs[] | select(.status == "future")'`,
		bind: func(flags *flag.FlagSet) action {
			o := &actorOptions{}
			bindDB(flags, &o.db, "read the record in `FILE`")
			o.printing.bind(flags, "the profile")
			return o.run
		},
	}
}

type actorOptions struct {
	db       string
	printing printing
}

func (o *actorOptions) run(c *call, args []string) error {
	if len(args) == 0 {
		return &usageError{what: `name somebody, as "Antony Blinken"`, help: true}
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer store.Close()
	who, err := store.Actor(c.ctx, strings.Join(args, " "))
	if err != nil {
		return err
	}
	if style, forPeople := o.printing.style(c); forPeople {
		return table.WriteProfile(c.stdout, who, style)
	}
	return writeLines(c.stdout, []record.Profile{*who})
}
