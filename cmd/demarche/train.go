package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/demarche/demarche/train"
)

func trainCommand() command {
	return command{
		name:    "train",
		summary: "fit models (a build-time tool)",
		about:   "Nobody needs it to build, test or run demarche. Training uses no chance, or a seed:\nthe same data give the same models.",
		subs:    []command{trainLanguageCommand(), trainConfidenceCommand(), trainCorefCommand()},
	}
}

func trainLanguageCommand() command {
	return command{
		name:    "language",
		summary: "fit the linear tagger and parser",
		about: `Trains on the Universal Dependencies treebanks of a directory and writes
tagger.bin, parser.bin and lemma.tsv. Seeded: the same treebanks give the same
models. Nobody needs it to build, test or run demarche. The network that comes with
the program was fitted by train/network; data/models/MODEL.md says to what.`,
		examples: "demarche train language --ud treebanks/ --out data/models",
		bind: func(flags *flag.FlagSet) action {
			ud := flags.String("ud", "", "`DIR` of the treebanks (*-train.conllu.gz)")
			out := flags.String("out", "", "`DIR` to write the models to")
			return func(c *call, args []string) error {
				switch {
				case len(args) > 0:
					return wrongCall("it takes no arguments, only flags")
				case *ud == "" || *out == "":
					return wrongCall("give --ud and --out")
				}
				if err := os.MkdirAll(*out, 0o755); err != nil {
					return fmt.Errorf("making the directory for the models: %w", err)
				}
				return train.All(c.ctx, *ud, *out, c.stderr)
			}
		},
	}
}

// writeWeights makes a file of weights, with a line about where they are from.
func writeWeights(path string, model map[string]float64, about string) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("making the file for the weights: %w", err)
	}
	if err := train.WriteWeights(f, model, about); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
