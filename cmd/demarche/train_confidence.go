package main

import (
	"flag"
	"fmt"

	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/train"
)

func trainConfidenceCommand() command {
	return command{
		name:    "confidence",
		summary: "fit how likely an event is right",
		about: `Codes gold of the kinds plover, plover-relations and cameo-quad (docs/eval.md) and
fits a logistic model of which of the events are right. "demarche eval" of these
kinds shows how far its answers can be believed.`,
		examples: "demarche train confidence --plover dev.json --relations dev.tsv --quad quad.tsv --out data/models/confidence.tsv",
		bind: func(flags *flag.FlagSet) action {
			o := &trainConfidence{}
			flags.StringVar(&o.plover, "plover", "", "gold `FILE` of the kind plover")
			flags.StringVar(&o.relations, "relations", "", "gold `FILE` of the kind plover-relations")
			flags.StringVar(&o.quad, "quad", "", "gold `FILE` of the kind cameo-quad")
			flags.StringVar(&o.out, "out", "", "`FILE` to write the weights to")
			return o.run
		},
	}
}

type trainConfidence struct{ plover, relations, quad, out string }

func (o *trainConfidence) run(c *call, args []string) error {
	if len(args) > 0 || o.out == "" {
		return wrongCall("it takes flags only; give --out and gold files")
	}
	engine, err := (&engineOptions{unlikely: true}).load(false)
	if err != nil {
		return err
	}
	var outcomes []train.Outcome
	for _, gold := range [...]struct{ kind, file string }{{"plover", o.plover}, {"plover-relations", o.relations}, {"cameo-quad", o.quad}} {
		if gold.file == "" {
			continue
		}
		kind, err := findKind(gold.kind)
		if err != nil {
			return err
		}
		report, err := kind.score([]string{gold.file}, engine)
		if err != nil {
			return err
		}
		for i := range report.Judged {
			j := &report.Judged[i]
			outcomes = append(outcomes, train.Outcome{Features: coder.ConfidenceFeatures(&j.Event), Right: j.Right})
		}
	}
	if len(outcomes) == 0 {
		return wrongCall("no gold, no events: give --plover, --relations or --quad")
	}
	return writeWeights(o.out, train.Confidence(outcomes), fmt.Sprintf("Written by demarche train confidence from %d events of development gold.", len(outcomes)))
}
