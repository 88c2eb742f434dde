package main

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"os/signal"
	"syscall"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/ingest"
	"github.com/demarche/demarche/record"
)

func ingestCommand() command {
	return command{
		name:    "ingest",
		args:    "[PATH…]",
		summary: "code documents into a record, to be searched and exported",
		about: `Reads what demarche code reads and keeps it in one SQLite file: documents, the
mentions of events in them, and the events that the mentions tell of, merged.
The same document again changes nothing, so a run that was cut short is taken up
by the same command. docs/record.md tells what is kept and how it is merged.`,
		examples: `demarche ingest --db news.db news.jsonl.gz
demarche ingest --db news.db --date 2024-05-15 articles/
demarche search --db news.db actor:KAZ type:CONSULT`,
		bind: func(flags *flag.FlagSet) action {
			o := &ingestOptions{}
			bindDB(flags, &o.db, "keep the record in `FILE`")
			o.documents.bind(flags)
			o.documents.bindJobs(flags)
			o.engine.bind(flags)
			return o.run
		},
	}
}

// defaultDB is the record that the commands work on unless told otherwise.
const defaultDB = "demarche.db"

func bindDB(flags *flag.FlagSet, db *string, usage string) {
	flags.StringVar(db, "db", defaultDB, usage+" (default: "+defaultDB+")")
}

type ingestOptions struct {
	documents documents
	engine    engineOptions
	db        string
}

func (o *ingestOptions) run(c *call, paths []string) (err error) {
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	c.ctx = ctx
	bar := newProgressBar(c.stderr, paths)
	o.documents.progress = &bar.read
	inputs, err := o.documents.read(c, paths)
	if err != nil {
		return err
	}
	engine, version, err := o.engine.loadVersioned()
	if err != nil {
		return err
	}
	store, err := record.Open(o.db, record.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	ingester := ingest.Ingester{
		Store: store, Coder: engine, Version: version, Jobs: o.documents.jobs,
		Progress: bar.show,
		Problem:  func(err error) { bar.clear(); c.problem(err) },
	}
	done, err := ingester.Run(ctx, pairs(inputs))
	bar.clear()
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		err = errors.New("interrupted; the same command goes on where this one stopped")
	}
	fmt.Fprintf(c.stderr, "%s: %s\n", o.db, summary(done, bar.elapsed()))
	return err
}

func pairs(inputs iter.Seq[input]) iter.Seq2[*demarche.Doc, error] {
	return func(yield func(*demarche.Doc, error) bool) {
		for in := range inputs {
			if !yield(in.doc, in.problem) {
				return
			}
		}
	}
}
