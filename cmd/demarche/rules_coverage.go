package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

func rulesCoverageCommand() command {
	return command{
		name:    "coverage",
		args:    "[PATH…]",
		summary: "show which rules code the events of documents, how often, with samples",
		about: `Codes the documents and prints for each rule how many events it coded and how many
of its pattern lines took part, the most used first, with a sentence of each; then
the rules that coded nothing. The samples are the same each time.`,
		examples: `demarche rules coverage --sample
demarche rules coverage --lines --samples 3 news.jsonl.gz | less`,
		bind: func(flags *flag.FlagSet) action {
			o := &coverageOptions{samples: 1}
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			o.engine.bind(flags)
			positive(flags, &o.samples, "samples", "show `N` sentences of each rule, or with --lines of each line (default 1)")
			flags.BoolVar(&o.lines, "lines", false, "show pattern lines, those that never matched too")
			return o.run
		},
	}
}

type coverageOptions struct {
	documents documents
	engine    engineOptions
	samples   int
	lines     bool
}

func (o *coverageOptions) run(c *call, paths []string) error {
	engine, err := o.engine.load(false)
	if err != nil {
		return err
	}
	coverage := codebook.NewCoverage(engine.Codebook(), o.samples)
	err = o.documents.each(c, paths, func(doc *demarche.Doc, _ *bytes.Buffer) error {
		if err := engine.Code(doc); err != nil {
			return err
		}
		coverage.Add(doc)
		return nil
	})
	if err != nil {
		return err
	}
	o.print(c.stdout, coverage.Report())
	return nil
}

func (o *coverageOptions) print(w io.Writer, rules []codebook.RuleUse) {
	fired, lines, linesFired, events := 0, 0, 0, 0
	var silent []string
	for i := range rules {
		r := &rules[i]
		lines += len(r.Used)
		linesFired += r.Fired
		events += r.Events
		if r.Events == 0 {
			silent = append(silent, r.Name)
			if !o.lines {
				continue
			}
		} else {
			fired++
		}
		o.rule(w, r)
	}
	fmt.Fprintf(w, "%s, by %d of %s and %d of %s\n", many(events, "event"), fired, many(len(rules), "rule"), linesFired, many(lines, "pattern line"))
	if len(silent) > 0 {
		fmt.Fprintf(w, "coded nothing: %s\n", strings.Join(silent, ", "))
	}
}

// rule prints one rule, with sentences of its most used lines.
func (o *coverageOptions) rule(w io.Writer, r *codebook.RuleUse) {
	code := strings.Join(append([]string{r.Category}, r.Modes...), " ")
	fmt.Fprintf(w, "%5d  %s  %s  (%s, %d of %s)\n", r.Events, r.Name, code, r.Pos, r.Fired, many(len(r.Used), "line"))
	left := o.samples
	for _, l := range r.Used {
		if o.lines {
			fmt.Fprintf(w, "%5d    %s  (%s)\n", l.Events, l.Text, l.Source)
			left = o.samples
		}
		for _, s := range l.Samples[:min(left, len(l.Samples))] {
			fmt.Fprintf(w, "         “%s”\n", strings.Join(strings.Fields(s), " "))
			left--
		}
	}
}
