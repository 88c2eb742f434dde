package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/watch"
)

func watchCommand() command {
	return command{
		name:    "watch",
		args:    "SOURCES",
		summary: "keep a record up to date from feeds, sitemaps and folders",
		about: `Polls what a sources file names, fetches what is new, codes it into the record and
sends alerts, until Ctrl-C or SIGTERM. What is seen and what waits is kept in the
record too, so that the program may be stopped at any moment. docs/watch.md has
the sources file, and a unit for systemd.`,
		examples: `demarche watch sources.toml --db demarche.db
demarche watch sources.toml --db demarche.db --once
demarche watch sources.toml --db demarche.db --metrics 127.0.0.1:9464`,
		bind: func(flags *flag.FlagSet) action {
			o := &watchOptions{}
			bindDB(flags, &o.db, "keep the record in `FILE`")
			o.engine.bind(flags)
			flags.BoolVar(&o.once, "once", false, "poll every source once, fetch what is new, and end")
			flags.StringVar(&o.metrics, "metrics", "", "serve /metrics and /healthz on `HOST:PORT`")
			flags.BoolVar(&o.verbose, "verbose", false, "tell of every document that is stored or passed over")
			return o.run
		},
	}
}

type watchOptions struct {
	db, metrics   string
	engine        engineOptions
	once, verbose bool
}

func (o *watchOptions) run(c *call, paths []string) (err error) {
	if len(paths) != 1 {
		return wrongCall("name one sources file; docs/watch.md says what is in it")
	}
	text, err := os.ReadFile(paths[0])
	if err != nil {
		return fmt.Errorf("%s: the sources file cannot be read (%w); check the path", paths[0], reason(err))
	}
	sources, err := watch.ParseSources(paths[0], text)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	teller := newTeller(c, o)
	sink, err := o.openSink(ctx, c, sources, teller)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sink.store.Close()) }()
	w := watch.New(watch.Options{
		Sources: sources, Memory: sink.store, Sink: sink, Once: o.once, Report: teller.report, Seed: uint64(time.Now().UnixNano()),
	})
	if o.metrics != "" {
		closeMetrics, err := serveMetrics(o.metrics, w)
		if err != nil {
			return wrongCall("--metrics: %v", err)
		}
		defer closeMetrics()
	}
	err = o.watch(ctx, w, sink, teller)
	teller.end(w.Status())
	return err
}

// watch runs the watcher, its status line, and the delivery of alerts.
func (o *watchOptions) watch(ctx context.Context, w *watch.Watcher, sink *recordSink, teller *teller) error {
	side, stop := context.WithCancel(ctx)
	var beside sync.WaitGroup
	beside.Go(func() { teller.live(side, w) })
	if sink.outbox != nil {
		beside.Go(func() { sink.outbox.Run(side) })
	}
	err := w.Run(ctx)
	stop()
	beside.Wait()
	if sink.outbox != nil && o.once {
		_, failed := sink.outbox.Deliver(ctx)
		err = errors.Join(err, failed)
	}
	return err
}

// openSink opens the record, the coder, and, where the sources name rules, the
// alerts.
func (o *watchOptions) openSink(ctx context.Context, c *call, sources *watch.Sources, teller *teller) (*recordSink, error) {
	engine, version, err := o.engine.loadVersioned()
	if err != nil {
		return nil, err
	}
	store, err := record.Open(o.db, record.Options{})
	if err != nil {
		return nil, err
	}
	sink := &recordSink{store: store, coder: engine, version: version, problem: teller.problem}
	if sources.Alerts != "" {
		err = sink.openAlerts(ctx, sources.Alerts, c.stdout)
	}
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return sink, nil
}
