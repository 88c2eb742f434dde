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
		about: `One JSON object a line: id, date, title, text, url, publication, language. For
looking at what was made of a file, a directory or an archive.`,
		examples: `demarche read archive/ | head -3
demarche read --date 2023-03-01 article.txt`,
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
