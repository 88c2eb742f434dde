package main

import (
	"fmt"
	"io/fs"

	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/data"
)

func lexiconCommand() command {
	return command{
		name:    "lexicon",
		summary: "look up, count, check and add the actors that demarche knows",
		about: `The lexicon says who is who, with dates: a document is resolved with what was true on
its date.`,
		subs: []command{lexiconShowCommand(), lexiconLintCommand(), lexiconStatsCommand(), lexiconImportCommand(), lexiconBuildCommand()},
	}
}

// loadLexicon loads the built-in lexicon and those of the user over it.
func loadLexicon(over ...fs.FS) (*actor.Lexicon, error) {
	lexicon, err := actor.Load(append([]fs.FS{data.Lexicon()}, over...)...)
	if err != nil {
		return nil, fmt.Errorf("loading the actor lexicon: %w", err)
	}
	return lexicon, nil
}
