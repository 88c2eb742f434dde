package main

import (
	"flag"
	"fmt"
)

func rulesLintCommand() command {
	return command{
		name:    "lint",
		args:    "[DIR…]",
		summary: "look for rules that cannot do what they say",
		about: `Reports rules without examples, lines that tie, repeat each other or can never
match, and sets that nothing uses: in the built-in codebook with those of the
directories laid over it. Exit status 1 when a rule is wrong; advice alone is 0.`,
		examples: `demarche rules lint
demarche rules lint my-rules/`,
		bind: func(flags *flag.FlagSet) action {
			strict := flags.Bool("strict", false, "advice too makes the exit status 1")
			return func(c *call, dirs []string) error {
				book, err := loadRules(dirs)
				if err != nil {
					return err
				}
				for _, f := range book.Lint() {
					kind := "advice"
					if f.Serious {
						kind = "error"
					}
					c.failed = c.failed || f.Serious || *strict
					fmt.Fprintf(c.stdout, "%s: %s: %s\n", f.Pos, kind, f.Msg)
				}
				fmt.Fprintf(c.stderr, "%s, %s\n", many(len(book.Rules()), "rule"), many(book.Lines(), "pattern line"))
				return nil
			}
		},
	}
}
