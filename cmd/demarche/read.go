package main

import (
	"bytes"
	"flag"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

func readCommand() command {
	return command{
		name:    "read",
		args:    "[PATH…]",
		summary: "print the documents that the other commands would see",
		about: `One JSON object a line: id, date, published, title, text, url, publication, author,
language. For looking at what was made of a web page, a mailbox, an export, a directory or
an archive. What holds no article is named on standard error. Documents in other
languages than English, which the other commands set aside, are printed too.
docs/input.md says what can be read.`,
		examples: `demarche read archive/ | head -3
demarche read --date 2023-03-01 article.txt
demarche read page.html | jq -r .text
demarche read --map date=pubDate,text=Volltext articles.csv`,
		bind: func(flags *flag.FlagSet) action {
			d := &documents{jobs: 1, anyLanguage: true}
			d.bind(flags)
			return func(c *call, paths []string) error {
				return d.each(c, paths, func(doc *demarche.Doc, out *bytes.Buffer) error {
					return intake.Write(out, doc)
				})
			}
		},
	}
}
