package main

import (
	"errors"
	"flag"

	"github.com/demarche/demarche"
)

// engine is what the commands need of package coder.
type engine interface {
	Analyze(*demarche.Doc) error
	AnalyzeTokens(*demarche.Doc) error
	Code(*demarche.Doc) error
}

// engineOptions are the flags that change how documents are coded.
type engineOptions struct {
	rules []string // directories of codebooks over the built-in one
}

func (o *engineOptions) bind(flags *flag.FlagSet) {
	flags.Func("rules", "code with the rules of `DIR` over the built-in ones; may be repeated (docs/rules.md)", func(dir string) error {
		o.rules = append(o.rules, dir)
		return nil
	})
}

func (o *engineOptions) load(explain bool) (engine, error) {
	return nil, errors.New("not yet")
}
