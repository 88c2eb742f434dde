package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/eval"
)

// evalKind is a kind of gold and what scores it.
type evalKind struct {
	name, about string
	score       func(gold []string, e *coder.Coder) (*eval.Report, error)
}

func evalKinds() []evalKind {
	// Most kinds score what coding a text gives.
	coding := func(score func([]string, eval.Coder) (*eval.Report, error)) func([]string, *coder.Coder) (*eval.Report, error) {
		return func(gold []string, e *coder.Coder) (*eval.Report, error) { return score(gold, e.Code) }
	}
	trees := func(gold []string, e *coder.Coder) (*eval.Report, error) {
		return eval.Conllu(gold, e.Analyze, e.AnalyzeTokens)
	}
	coref := func(gold []string, e *coder.Coder) (*eval.Report, error) {
		return eval.Coref(gold, func(doc *demarche.Doc) error { return errors.Join(e.AnalyzeTokens(doc), e.Layers(doc)) })
	}
	return []evalKind{
		{"conllu", "tokens, tags, lemmas and trees (CoNLL-U)", trees},
		{"plover", "events against PLOVER gold standard records (JSON)", coding(eval.Plover)},
		{"plover-relations", "the class of a marked pair (TSV)", coding(eval.Relations)},
		{"cameo-quad", "the quad class of sentences (text, tab, 0 to 4)", coding(eval.Quad)},
		{"cameo-roles", "who acts and who is acted on (tokens with BIO tags)", coding(eval.Roles)},
		{"article", "events, quotes, times and quantities of whole articles (JSON)", coding(eval.Article)},
		{"timex", "expressions of time (TimeML or CAT XML)", coding(eval.Timex)},
		{"status", "whether events are done, to come, possible or denied (CAT XML)", coding(eval.Status)},
		{"quotes", "quotes and reported speech with their speakers (brat)", coding(eval.Quotes)},
		{"coref", "who is the same as whom (CoNLL-U with Entity brackets, as GUM has them)", coref},
		{"places", "place names with coordinates (GeoVirus XML)", coding(eval.Places)},
	}
}

func evalCommand() command {
	var about strings.Builder
	about.WriteString("Prints precision, recall, F1 and, for classes, the confusion table. Kinds:\n\n")
	for _, k := range evalKinds() {
		fmt.Fprintf(&about, "  %-17s %s\n", k.name, k.about)
	}
	about.WriteString("\ndocs/eval.md describes each kind's file format and measure. Gold files may be\ncompressed (.gz, .zst).")
	return command{
		name:    "eval",
		args:    "KIND GOLD…",
		summary: "score demarche against gold files",
		about:   about.String(),
		examples: `demarche eval plover gold.json
demarche eval cameo-quad --format json gold.tsv
demarche eval plover-relations --errors gold.tsv | less`,
		bind: func(flags *flag.FlagSet) action {
			o := &evalOptions{}
			o.engine.bind(flags)
			choice(flags, &o.format, "format", "print the report as `FORMAT`: table (the default) or json", "table", "json")
			flags.BoolVar(&o.summary, "summary", false, "leave out what is told class by class")
			flags.BoolVar(&o.errors, "errors", false, "also list what came out wrong")
			return o.run
		},
	}
}

type evalOptions struct {
	engine  engineOptions
	format  string
	summary bool
	errors  bool
}

func (o *evalOptions) run(c *call, args []string) error {
	if len(args) == 0 {
		return wrongCall("name a kind and gold files")
	}
	kind, err := findKind(args[0])
	if err != nil {
		return err
	}
	if len(args) == 1 {
		return wrongCall("name the gold files")
	}
	engine, err := o.engine.load(false)
	if err != nil {
		return err
	}
	report, err := kind.score(args[1:], engine)
	if err != nil {
		return err
	}
	if o.summary {
		report = report.Summary()
	}
	if !o.errors {
		report.Errors = nil
	}
	if o.format == "json" {
		return report.WriteJSON(c.stdout)
	}
	return report.WriteText(c.stdout)
}

func findKind(name string) (evalKind, error) {
	var names []string
	for _, k := range evalKinds() {
		if k.name == name {
			return k, nil
		}
		names = append(names, k.name)
	}
	return evalKind{}, wrongCall("%s; the kinds are %s", unknown("kind", name, names), strings.Join(names, ", "))
}
