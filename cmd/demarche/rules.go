package main

import (
	"fmt"
	"io/fs"

	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/frame"
)

func rulesCommand() command {
	return command{
		name:    "rules",
		summary: "check, format, test and explain codebook rules, and count their use",
		about: `A codebook is a directory of *.rules files, laid over the built-in one: a rule takes
the place of the built-in rule of its name. docs/rules.md teaches the language.`,
		subs: []command{rulesLintCommand(), rulesFmtCommand(), rulesTestCommand(), rulesWhyCommand(), rulesCoverageCommand()},
	}
}

// loadRules loads the built-in codebook and those of the directories over it.
func loadRules(dirs []string) (*codebook.Codebook, error) {
	layers, err := directories(dirs)
	if err != nil {
		return nil, err
	}
	tables, err := frame.New(data.Frames())
	if err != nil {
		return nil, fmt.Errorf("loading the frame tables: %w", err)
	}
	return codebook.Load(tables, append([]fs.FS{data.Rules()}, layers...)...)
}
