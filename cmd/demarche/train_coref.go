package main

import (
	"flag"
	"fmt"

	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/eval"
	"github.com/demarche/demarche/train"
)

func trainCorefCommand() command {
	return command{
		name:    "coref",
		summary: "fit whom pronouns stand for",
		about: `Resolves the actors of gold of the kind coref (docs/eval.md) and fits, for the
pronouns of the third person, a choice between the mentions before them and nobody.
The choices before a pronoun are those of the model that the program has, so that a
second run changes the weights a little.`,
		examples: "demarche train coref --gold en_gum-train.conllu.gz --out data/models/coref.tsv",
		bind: func(flags *flag.FlagSet) action {
			o := &trainCoref{}
			flags.StringVar(&o.gold, "gold", "", "gold `FILE` of the kind coref")
			flags.StringVar(&o.out, "out", "", "`FILE` to write the weights to")
			return o.run
		},
	}
}

type trainCoref struct{ gold, out string }

func (o *trainCoref) run(c *call, args []string) error {
	if len(args) > 0 || o.gold == "" || o.out == "" {
		return wrongCall("it takes flags only; give --gold and --out")
	}
	engine, err := (&engineOptions{}).load(false)
	if err != nil {
		return err
	}
	docs, err := eval.Chains([]string{o.gold})
	if err != nil {
		return err
	}
	var pronouns []train.Antecedent
	for _, d := range docs {
		if err := engine.AnalyzeTokens(d.Doc); err != nil {
			return err
		}
		for _, choice := range engine.PronounChoices(d.Doc) {
			pronouns = append(pronouns, judged(&choice, d.Entity))
		}
	}
	return writeWeights(o.out, train.Antecedents(pronouns), fmt.Sprintf("Written by demarche train coref from %d pronouns.", len(pronouns)))
}

// judged says which options of a choice are right: those of the pronoun's own
// entity, else nobody.
func judged(c *actor.Choice, entity map[int]int) train.Antecedent {
	a := train.Antecedent{Right: make([]bool, len(c.Options))}
	who, known := entity[c.Pronoun]
	found := false
	for i, o := range c.Options {
		a.Options = append(a.Options, o.Features)
		if e, ok := entity[o.Head]; known && ok && e == who && o.Head >= 0 {
			a.Right[i], found = true, true
		}
	}
	if !found {
		a.Right[0] = true
	}
	return a
}
