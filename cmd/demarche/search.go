package main

import (
	"flag"
	"fmt"
	"regexp"
	"strings"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
	"github.com/demarche/demarche/record"
)

func searchCommand() command {
	return command{
		name:    "search",
		args:    "[QUERY…]",
		summary: "find events in a record by fields and words",
		about: `A query is a list of FIELD:VALUE, of which all have to hold; values that commas
divide are alternatives, and - before a field excludes. Words without a field are
searched for in the sentences and headlines. Fields: actor recipient either
said_by (a code, a code and sector, a name), type cameo quad mode context status
place since until text source rule confidence doc event. docs/record.md has all.`,
		examples: `demarche search actor:KAZ recipient:RUS type:CONSULT since:2023-01
demarche search either:"Antony Blinken" status:done -mode:phone
demarche search actor:RUS.MIL place:UKR '"power station"' --sort mentions`,
		bind: func(flags *flag.FlagSet) action {
			o := &searchOptions{limit: record.DefaultLimit}
			bindDB(flags, &o.db, "search the record in `FILE`")
			positive(flags, &o.limit, "limit", fmt.Sprintf("print `N` events at most (default: %d)", record.DefaultLimit))
			choice(flags, &o.page.Sort, "sort", "sort by `ORDER`: "+strings.Join(record.Sorts(), ", ")+" (default: -date, the latest first)", record.Sorts()...)
			flags.StringVar(&o.page.After, "after", "", "go on after `CURSOR`, which the page before printed")
			o.printing.bind(flags, "events")
			return o.run
		},
	}
}

type searchOptions struct {
	db       string
	limit    int
	page     record.Page
	printing printing
}

func (o *searchOptions) run(c *call, args []string) error {
	query, err := queryOf(args)
	if err != nil {
		return err
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer store.Close()
	o.page.Limit = o.limit
	events, next, err := store.Events(c.ctx, query, o.page)
	if err != nil {
		return err
	}
	if style, forPeople := o.printing.style(c); forPeople {
		if len(events) == 0 {
			fmt.Fprintln(c.stderr, "no such event")
		}
		err = table.WriteMerged(c.stdout, events, style)
	} else {
		err = writeLines(c.stdout, events)
	}
	if err != nil {
		return err
	}
	if next != "" {
		all, err := store.Count(c.ctx, query)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.stderr, "%s of %s events; the next ones: --after %s\n", thousands(len(events)), thousands(all), next)
	}
	return nil
}

// unquoted is FIELD:SEVERAL WORDS without another field among the words: what
// is left of actor:"Antony Blinken" when the shell has taken the quotes.
var unquoted = regexp.MustCompile(`^(-?[a-z_]+):([^":,]+ [^":,]+)$`)

// queryOf is the query that the arguments of a command make up.
func queryOf(args []string) (record.Query, error) {
	parts := make([]string, len(args))
	for i, arg := range args {
		parts[i] = arg
		if m := unquoted.FindStringSubmatch(arg); m != nil {
			parts[i] = m[1] + `:"` + m[2] + `"`
		}
	}
	query, err := record.ParseQuery(strings.Join(parts, " "))
	if err != nil {
		return query, wrongCall("%v", err)
	}
	return query, nil
}
