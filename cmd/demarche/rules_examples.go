package main

import (
	"flag"
	"fmt"

	"github.com/demarche/demarche"
)

func rulesTestCommand() command {
	return command{
		name:    "test",
		args:    "[DIR…]",
		summary: "run the examples of the rules",
		about: `Codes every "eg" sentence and prints those that do not come out as they say, of the
built-in codebook with those of the directories laid over it. Exit status 1 when
there are any.`,
		examples: `demarche rules test
demarche rules test my-rules/`,
		bind: func(*flag.FlagSet) action {
			return func(c *call, dirs []string) error {
				engine, err := (&engineOptions{rules: dirs}).load(false)
				if err != nil {
					return err
				}
				failures := engine.Codebook().Test(func(sentence string) (*demarche.Doc, error) {
					doc := &demarche.Doc{Text: sentence}
					return doc, engine.Annotate(doc)
				})
				for _, f := range failures {
					c.failed = true
					fmt.Fprintln(c.stdout, f)
				}
				fmt.Fprintf(c.stderr, "%s, %s wrong\n", many(len(engine.Codebook().Rules()), "rule"), many(len(failures), "example"))
				return nil
			}
		},
	}
}
