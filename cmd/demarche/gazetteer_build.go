package main

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/demarche/demarche/place/geonames"
)

func gazetteerBuildCommand() command {
	return command{
		name:    "build",
		args:    "DUMP",
		summary: "build a gazetteer from a dump of GeoNames",
		about: `DUMP is allCountries.zip, or the dump of one country, from
https://download.geonames.org/export/dump/ (CC BY 4.0), or the text in it. The dump is
read as a stream, with memory that does not grow with it. A build that was cut off goes
on where it was when it is called again; its work lies in FILE.part until it is done.
allCountries.zip needs about 2 GB of disk on the way.`,
		examples: `demarche gazetteer build allCountries.zip -o world.gaz
demarche code --gazetteer world.gaz news.jsonl`,
		bind: func(flags *flag.FlagSet) action {
			o := &gazetteerBuildOptions{}
			flags.StringVar(&o.out, "o", "", "write to `FILE` (default: the dump's name with .gaz)")
			flags.StringVar(&o.classes, "classes", "", "keep only GeoNames feature classes `CLASSES`, such as AP for divisions and towns")
			flags.BoolVar(&o.quiet, "quiet", false, "print no progress")
			return o.run
		},
	}
}

type gazetteerBuildOptions struct {
	out, classes string
	quiet        bool
}

func (o *gazetteerBuildOptions) run(c *call, args []string) error {
	if len(args) != 1 {
		return wrongCall("give one dump, such as allCountries.zip")
	}
	if i := strings.IndexFunc(o.classes, func(r rune) bool { return !strings.ContainsRune("AHLPRSTUV", r) }); i >= 0 {
		return wrongCall("--classes: %q is no feature class; they are A H L P R S T U V", o.classes[i:i+1])
	}
	if o.out == "" {
		base := filepath.Base(args[0])
		o.out = strings.TrimSuffix(base, filepath.Ext(base)) + ".gaz"
	}
	report := &progress{out: c.stderr}
	if _, ok := terminal(c.stderr); ok {
		report.end = "\r"
	}
	options := geonames.Options{Source: args[0], Out: o.out, Classes: o.classes, Report: report.print}
	if o.quiet {
		options.Report = nil
	}
	p, err := geonames.Build(c.ctx, options)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s: %s with %s\n", o.out, many(p.Places, "place"), many(p.Names, "name"))
	if p.Odd > 0 {
		fmt.Fprintf(c.stderr, "%s: %s passed over that GeoNames does not have so\n", args[0], many(p.Odd, "line"))
	}
	return nil
}

// progress prints a line now and then.
type progress struct {
	out  io.Writer
	end  string // "\r" to write over the line before
	last time.Time
}

func (p *progress) print(at geonames.Progress) {
	if time.Since(p.last) < 2*time.Second && at.Done < 1 {
		return
	}
	p.last = time.Now()
	end := p.end
	if end == "" {
		end = "\n"
	}
	what := fmt.Sprintf("%3.0f%% read", 100*at.Done)
	if at.Done == 1 {
		what, end = "all read, sorting names", "\n"
	}
	fmt.Fprintf(p.out, "%s: %d rows, %d places, %d names  %s", what, at.Rows, at.Places, at.Names, end)
}
