package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
)

func lexiconShowCommand() command {
	return command{
		name:    "show",
		args:    "NAME…",
		summary: "show whom a name stands for",
		about: `One line for each row of the lexicon that the name may stand for, those that hold on
the day first and marked with an asterisk. Letter case, accents and hyphens do not
matter. Exit status 1 for a name that the lexicon does not know.`,
		examples: `demarche lexicon show "Antony Blinken" --on 2023-03-01
demarche lexicon show Georgia Zaire "the Kremlin"`,
		bind: func(flags *flag.FlagSet) action {
			o := &showOptions{}
			bindLexicons(flags, &o.lexicons)
			day(flags, &o.on, "on", "what was true on `DATE`, as 2023-03-01 (default: the latest)")
			choice(flags, &o.format, "format", "print rows as `FORMAT`: table (the default) or jsonl", "table", "jsonl")
			return o.run
		},
	}
}

type showOptions struct {
	lexicons []string
	on       demarche.Date
	format   string
}

func (o *showOptions) run(c *call, names []string) error {
	if len(names) == 0 {
		return wrongCall("give a name, in quotes if it has blanks")
	}
	layers, err := directories(o.lexicons)
	if err != nil {
		return err
	}
	lexicon, err := loadLexicon(layers...)
	if err != nil {
		return err
	}
	for _, name := range names {
		rows := lexicon.Show(name, o.on)
		if len(rows) == 0 {
			c.problem(fmt.Errorf("%s: not in the lexicon; try another spelling, or the full name", name))
			continue
		}
		write := writeRows
		if o.format == "jsonl" {
			write = writeRowsJSON
		}
		if err := write(c.stdout, rows); err != nil {
			return fmt.Errorf("writing the rows: %w", err)
		}
	}
	return nil
}

func writeRows(w io.Writer, rows []actor.Row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	var failed error
	for _, r := range rows {
		mark := " "
		if r.Holds {
			mark = "*"
		}
		code := strings.Join(append([]string{r.Code}, r.Sectors...), " ")
		_, err := fmt.Fprintf(t, "%s %s\t%s\t%s\t%s\t%s\t%s\n", mark, r.Name, strings.TrimSpace(code), about(&r), r.Period, r.As, r.Source)
		failed = errors.Join(failed, err)
	}
	return errors.Join(failed, t.Flush())
}

// about is what the row says besides: the office, who belongs to it, or its kind.
func about(r *actor.Row) string {
	switch {
	case r.Office != "":
		return r.Office
	case len(r.Members) > 0:
		return r.Kind + ": " + strings.Join(r.Members, " ")
	}
	return r.Kind
}

// rowJSON is a row as JSON Lines hold it.
type rowJSON struct {
	Name     string   `json:"name"`
	As       string   `json:"as"`
	Kind     string   `json:"kind"`
	Code     string   `json:"code"`
	Sectors  []string `json:"sectors"`
	Office   string   `json:"office"`
	Period   string   `json:"period"`
	Holds    bool     `json:"holds"`
	Members  []string `json:"members"`
	Wikidata string   `json:"wikidata"`
	Source   string   `json:"source"`
}

func writeRowsJSON(w io.Writer, rows []actor.Row) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, r := range rows {
		err := enc.Encode(rowJSON{
			Name: r.Name, As: r.As, Kind: r.Kind, Code: r.Code, Sectors: r.Sectors, Office: r.Office,
			Period: r.Period, Holds: r.Holds, Members: r.Members, Wikidata: r.Wikidata, Source: r.Source,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
