package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
	"github.com/demarche/demarche/ingest"
	"github.com/demarche/demarche/record"
)

func recodeCommand() command {
	return command{
		name:    "recode",
		summary: "code the documents of a record again, and report what changed",
		about: `For when rules, lexicon or program changed. Prints each mention that is added, gone
or changed, as JSON Lines or a table. The record is replaced at the end, all at
once; a run that is cut short leaves it as it was. Needs as much free disk as the
record takes.`,
		examples: `demarche recode --db news.db --dry-run --rules my-rules
demarche recode --db news.db --rules my-rules | jq -r '[.change, .doc, .new.text] | @tsv'`,
		bind: func(flags *flag.FlagSet) action {
			o := &recodeOptions{jobs: runtime.GOMAXPROCS(0)}
			bindDB(flags, &o.db, "code the documents in `FILE`")
			flags.BoolVar(&o.dryRun, "dry-run", false, "only report; leave the record as it is")
			positive(flags, &o.jobs, "jobs", "work on `N` documents at a time (default: one a processor)")
			o.engine.bind(flags)
			o.printing.bind(flags, "changes")
			return o.run
		},
	}
}

type recodeOptions struct {
	db       string
	dryRun   bool
	jobs     int
	engine   engineOptions
	printing printing
}

func (o *recodeOptions) run(c *call, args []string) (err error) {
	if len(args) > 0 {
		return wrongCall("it takes no arguments; the documents are those of the record")
	}
	if _, err := os.Stat(o.db); err != nil {
		return wrongCall("%s: no such record", o.db)
	}
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	engine, version, err := o.engine.loadVersioned()
	if err != nil {
		return err
	}
	store, err := record.Open(o.db, record.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	bar := newProgressBar(c.stderr, nil)
	print := o.printer(c)
	recoder := ingest.Recoder{
		Store: store, Coder: engine, Version: version, Jobs: o.jobs, DryRun: o.dryRun,
		Progress: bar.show,
		Problem:  func(err error) { bar.clear(); c.problem(err) },
		Change:   func(change ingest.Change) error { bar.clear(); return print(change) },
	}
	done, err := recoder.Run(ctx)
	bar.clear()
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return errors.New("interrupted; the record is as it was")
	}
	if err == nil {
		fmt.Fprintf(c.stderr, "%s: %s documents · mentions: %s added, %s gone, %s changed, %s the same%s\n", o.db, thousands(done.Documents),
			thousands(done.Added), thousands(done.Gone), thousands(done.Changed), thousands(done.Same), map[bool]string{true: " · nothing was written"}[o.dryRun])
	}
	return err
}

func (o *recodeOptions) printer(c *call) func(ingest.Change) error {
	style, forPeople := o.printing.style(c)
	if forPeople {
		return func(x ingest.Change) error { return table.WriteChange(c.stdout, x.Doc, x.Old, x.New, style) }
	}
	return func(x ingest.Change) error { return writeLines(c.stdout, []ingest.Change{x}) }
}
