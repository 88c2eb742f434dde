package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strconv"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/cmd/demarche/internal/table"
)

func codeCommand() command {
	return command{
		name:    "code",
		args:    "[PATH…]",
		summary: "print the events of documents",
		about: `Reads plain text (one document a file; a first line before a blank line is the
headline) or JSON Lines (one document a line, fields: id, date, title, text, url,
publication, language; only text is required), and prints one event a line as
JSON, or a table where standard output is a terminal. docs/events.md has the fields.`,
		examples: `demarche code --sample
demarche code --date 2023-03-01 article.txt
demarche code --explain --format table article.txt
zcat news.jsonl.gz | demarche code | jq -r '[.date, .event[0], .text] | @tsv'`,
		bind: func(flags *flag.FlagSet) action {
			o := &codeOptions{colour: "auto"}
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			o.engine.bind(flags)
			choice(flags, &o.format, "format", "print events as `FORMAT`: jsonl or table (default: a table on a terminal)", "jsonl", "table")
			flags.BoolVar(&o.explain, "explain", false, "say why: the words, the frame, the rule and the lexicon rows of each event")
			choice(flags, &o.colour, "color", "colour the table; `WHEN`: auto (the default, heeds NO_COLOR), always or never", "auto", "always", "never")
			return o.run
		},
	}
}

type codeOptions struct {
	documents documents
	engine    engineOptions
	format    string
	explain   bool
	colour    string
}

func (o *codeOptions) run(c *call, paths []string) error {
	engine, err := o.engine.load(o.explain)
	if err != nil {
		return err
	}
	render := o.renderer(c)
	return o.documents.each(c, paths, func(doc *demarche.Doc, out *bytes.Buffer) error {
		if err := engine.Code(doc); err != nil {
			return err
		}
		return render(doc, out)
	})
}

// renderer is what prints the events of a document.
func (o *codeOptions) renderer(c *call) renderer {
	width, isTerminal := terminal(c.stdout)
	if o.format == "jsonl" || o.format == "" && !isTerminal {
		return writeEvents
	}
	style := table.Style{Width: tableWidth(width), Colour: o.colour == "always"}
	if o.colour == "auto" {
		style.Colour = isTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return func(doc *demarche.Doc, out *bytes.Buffer) error { return table.Write(out, doc, style) }
}

// tableWidth is the terminal's width, or what COLUMNS says, or a width that
// reads well.
func tableWidth(terminal int) int {
	if terminal > 0 {
		return terminal
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return 100
}

// writeEvents writes one event a line.
func writeEvents(doc *demarche.Doc, out *bytes.Buffer) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for i := range doc.Events {
		if err := enc.Encode(&doc.Events[i]); err != nil {
			return fmt.Errorf("writing an event: %w", err)
		}
	}
	return nil
}
