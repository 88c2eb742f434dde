package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/frame"
)

func rulesWhyCommand() command {
	return command{
		name:    "why",
		args:    "SENTENCE",
		summary: "show which rules matched a sentence, and how the others failed",
		about: `For each frame of the sentence: the line that coded it, other lines that matched, and
the lines that came nearest with the first thing in them that did not hold.`,
		examples: `demarche rules why "Nepal asked India for patience."
demarche rules why --all --rules my-rules/ "Norway pledged aid to Chad."`,
		bind: func(flags *flag.FlagSet) action {
			o := &whyOptions{}
			o.engine.bind(flags)
			day(flags, &o.date, "date", "publication `DATE` of the sentence, as 2023-03-01")
			flags.BoolVar(&o.all, "all", false, "show every line that has the frame's predicate, not the nearest alone")
			return o.run
		},
	}
}

type whyOptions struct {
	engine engineOptions
	date   demarche.Date
	all    bool
}

// nearestMisses is how many lines that failed are shown for a frame.
const nearestMisses = 3

func (o *whyOptions) run(c *call, args []string) error {
	sentence := strings.TrimSpace(strings.Join(args, " "))
	if sentence == "" {
		return wrongCall("give a sentence, in quotes")
	}
	engine, err := o.engine.load(true)
	if err != nil {
		return err
	}
	doc := &demarche.Doc{ID: "sentence", Text: sentence, Date: o.date}
	if err := engine.Annotate(doc); err != nil {
		return err
	}
	lines := engine.Codebook().Why(doc)
	for i := range doc.Frames {
		fmt.Fprintln(c.stdout, frame.Describe(doc, i))
		o.frame(c.stdout, lines, i)
	}
	if len(doc.Frames) == 0 {
		fmt.Fprintln(c.stdout, "no frame: the sentence has no predicate")
	}
	return nil
}

// frame prints what became of the lines at one frame.
func (o *whyOptions) frame(w io.Writer, lines []codebook.NearMiss, frame int) {
	missed, left := 0, 0
	for i := range lines {
		l := &lines[i]
		if l.Frame != frame {
			continue
		}
		if !l.Matched {
			if missed++; missed > nearestMisses && !o.all {
				left++
				continue
			}
		}
		printLine(w, l)
	}
	if left > 0 {
		fmt.Fprintf(w, "  … %s more failed (--all shows them)\n", many(left, "line"))
	}
	fmt.Fprintln(w)
}

func printLine(w io.Writer, l *codebook.NearMiss) {
	switch {
	case l.Rule == "":
		fmt.Fprintf(w, "  - %s\n", l.Failed)
		return
	case l.Spoken:
		fmt.Fprintf(w, "  + codes it, as part of another event: ")
	case l.Won:
		fmt.Fprintf(w, "  + codes it: ")
	case l.Matched:
		fmt.Fprintf(w, "  = matches, but is less specific: ")
	default:
		fmt.Fprintf(w, "  - ")
	}
	fmt.Fprintf(w, "%s  %s (%s, %s)\n", l.Code, l.Line, l.Rule, l.Source)
	if !l.Matched {
		fmt.Fprintf(w, "      failed at %s\n", l.Failed)
	}
}
