package main

import (
	"flag"
	"fmt"
	"io/fs"

	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/data"
)

func lexiconLintCommand() command {
	return command{
		name:    "lint",
		args:    "[DIR]",
		summary: "look for lexicon rows that are wrong or doubtful",
		about: `Reports codes and sectors that do not exist, rows without a source, terms of one office
that overlap, and rows given twice: in the built-in lexicon, or in that of a
directory. Exit status 1 when there are any.`,
		examples: `demarche lexicon lint
demarche lexicon lint data/lexicon`,
		bind: func(*flag.FlagSet) action {
			return func(c *call, dirs []string) error {
				lexicon := data.Lexicon()
				switch len(dirs) {
				case 0:
				case 1:
					layers, err := directories(dirs)
					if err != nil {
						return err
					}
					return lintLexicon(c, layers[0], lexicon)
				default:
					return wrongCall("name one directory")
				}
				return lintLexicon(c, lexicon)
			}
		},
	}
}

func lintLexicon(c *call, lexicon fs.FS, under ...fs.FS) error {
	for _, finding := range actor.Lint(lexicon, under...) {
		c.failed = true
		if _, err := fmt.Fprintln(c.stdout, finding); err != nil {
			return fmt.Errorf("writing the findings: %w", err)
		}
	}
	return nil
}

func lexiconStatsCommand() command {
	return command{
		name:     "stats",
		summary:  "count what the lexicon holds",
		examples: "demarche lexicon stats",
		bind: func(*flag.FlagSet) action {
			return func(c *call, args []string) error {
				if len(args) > 0 {
					return wrongCall("it takes no arguments")
				}
				lexicon, err := loadLexicon()
				if err != nil {
					return err
				}
				_, err = fmt.Fprint(c.stdout, lexicon.Stats())
				return err
			}
		},
	}
}
