package main

import (
	"bytes"
	"flag"
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
headline), JSON Lines (one document a line, fields: id, date, title, text, url,
publication, author, language; only text is required), web pages, feeds, web archives,
mail, CSV, Parquet, exports of news databases, RTF, DOCX and Markdown, told apart by
content (docs/input.md); and prints one event a line as JSON, or a table where standard
output is a terminal. docs/events.md has the fields. Documents that are not in English
are set aside and counted.`,
		examples: `demarche code --sample
demarche code --date 2023-03-01 article.txt
demarche code --explain --format table article.txt
demarche code pages/ mail.mbox nexis.docx > events.jsonl
zcat news.jsonl.gz | demarche code | jq -r '[.date, .event[0], .text] | @tsv'`,
		bind: func(flags *flag.FlagSet) action {
			o := &codeOptions{}
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			o.engine.bind(flags)
			o.printing.bind(flags, "events")
			flags.BoolVar(&o.explain, "explain", false, "say why: the words, the frame, the rule and the lexicon rows of each event")
			return o.run
		},
	}
}

type codeOptions struct {
	documents documents
	engine    engineOptions
	printing  printing
	explain   bool
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
	style, forPeople := o.printing.style(c)
	if !forPeople {
		return writeEvents
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
func writeEvents(doc *demarche.Doc, out *bytes.Buffer) error { return writeLines(out, doc.Events) }
