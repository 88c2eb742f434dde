package main

import (
	"bytes"
	"flag"
	"iter"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/intake"
)

func parseCommand() command {
	return command{
		name:    "parse",
		args:    "[PATH…]",
		summary: "print tokens, tags, lemmas and dependency trees as CoNLL-U",
		about: `Splits sentences and tokens, tags, lemmatises and parses: UD v2 relations and
parts of speech, Penn tags, and TokenRange=start:end (characters) in MISC. With
--input conllu the sentences and tokens of the input are kept, and its tags,
lemmas, heads and relations replaced.`,
		examples: `demarche parse article.txt
demarche parse --input conllu treebank.conllu > parsed.conllu`,
		bind: func(flags *flag.FlagSet) action {
			o := &parseOptions{}
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			choice(flags, &o.input, "input", "read `KIND`: text (the default) or conllu", "text", "conllu")
			return o.run
		},
	}
}

type parseOptions struct {
	documents documents
	input     string
}

func (o *parseOptions) run(c *call, paths []string) error {
	var inputs iter.Seq[input]
	var err error
	if o.input == "conllu" {
		inputs, err = trees(c, paths)
	} else {
		inputs, err = o.documents.read(c, paths)
	}
	if err != nil {
		return err
	}
	engine, err := (&engineOptions{}).load(false)
	if err != nil {
		return err
	}
	analyze := engine.Analyze
	if o.input == "conllu" {
		analyze = engine.AnalyzeTokens
	}
	return o.documents.render(c, inputs, func(doc *demarche.Doc, out *bytes.Buffer) error {
		if err := analyze(doc); err != nil {
			return err
		}
		w := conllu.NewWriter(out)
		if err := w.Write(doc); err != nil {
			return err
		}
		return w.Flush()
	})
}

// trees gives the documents of CoNLL-U files, one file in memory at a time.
func trees(c *call, paths []string) (iter.Seq[input], error) {
	if len(paths) == 0 && typing(c.stdin) {
		return nil, wrongCall("name CoNLL-U files, or pipe one in")
	}
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	return func(yield func(input) bool) {
		for _, path := range paths {
			docs, err := treesOf(c, path)
			if err != nil && !yield(input{problem: err}) {
				return
			}
			for _, doc := range docs {
				if !yield(input{doc: doc}) {
					return
				}
			}
		}
	}, nil
}

func treesOf(c *call, path string) ([]*demarche.Doc, error) {
	if path == "-" {
		return conllu.Read(intake.StdinName, c.stdin)
	}
	f, err := intake.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return conllu.Read(path, f)
}
