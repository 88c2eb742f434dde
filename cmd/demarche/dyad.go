package main

import (
	"flag"
	"fmt"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
	"github.com/demarche/demarche/record"
)

func dyadCommand() command {
	return command{
		name:    "dyad",
		args:    "A B [QUERY…]",
		summary: "show what passed between two parties over time",
		about: `A and B are country codes, codes with a sector, or names. For each period: how many
events, how many of A towards B and of B towards A, how many of each quad class
(verbal and material cooperation, verbal and material conflict), their mean PLOVER
score, and a bar in which blocks are cooperation and shades conflict. What follows
A and B narrows the events, as for demarche search.`,
		examples: `demarche dyad USA KAZ
demarche dyad RUS UKR --by week since:2024-01 type:ASSAULT
demarche dyad USA.GOV "Kassym-Jomart Tokayev" --by year`,
		bind: func(flags *flag.FlagSet) action {
			o := &dyadOptions{by: "month"}
			bindDB(flags, &o.db, "read the record in `FILE`")
			choice(flags, &o.by, "by", "divide time by `PERIOD`: day, week, month or year (default: month)", "day", "week", "month", "year")
			o.printing.bind(flags, "periods")
			return o.run
		},
	}
}

type dyadOptions struct {
	db       string
	by       string
	printing printing
}

func (o *dyadOptions) run(c *call, args []string) error {
	if len(args) < 2 {
		return &usageError{what: "name two parties, as USA KAZ", help: true}
	}
	query, err := queryOf(args[2:])
	if err != nil {
		return err
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer store.Close()
	periods, err := store.Dyad(c.ctx, args[0], args[1], o.by, query)
	if err != nil {
		return err
	}
	if style, forPeople := o.printing.style(c); forPeople {
		if len(periods) == 0 {
			fmt.Fprintf(c.stderr, "nothing that has a date passed between %s and %s\n", args[0], args[1])
		}
		return table.WriteDyad(c.stdout, args[0], args[1], periods, o.by, style)
	}
	return writeLines(c.stdout, periods)
}
