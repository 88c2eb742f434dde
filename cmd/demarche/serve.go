package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/serve"
	"github.com/demarche/demarche/serve/ui"
)

func serveCommand() command {
	return command{
		name:    "serve",
		summary: "show the record in a browser, and over an HTTP API",
		about: `Opens the record made by demarche ingest, or without --db a small one with the
sample article, as web pages and as an API under /api/v1 (docs/serve.md). It only
reads. On 127.0.0.1 nobody else reaches it; another address needs a token, from
--token-file or the environment's DEMARCHE_TOKEN, and better has TLS. Stops at
Ctrl-C or SIGTERM, once the requests under way are answered.`,
		examples: `demarche serve
demarche serve --db demarche.db --addr 127.0.0.1:9000
demarche serve --db demarche.db --addr :8443 --token-file token --tls-cert cert.pem --tls-key key.pem`,
		bind: func(flags *flag.FlagSet) action {
			o := &serveOptions{addr: "127.0.0.1:8080"}
			o.shown.bind(flags)
			flags.StringVar(&o.addr, "addr", o.addr, "listen on `HOST:PORT` (default 127.0.0.1:8080)")
			flags.StringVar(&o.tokenFile, "token-file", "", "ask for the token in the first line of `FILE` (or DEMARCHE_TOKEN)")
			flags.StringVar(&o.cert, "tls-cert", "", "serve HTTPS with the certificate chain in `FILE`")
			flags.StringVar(&o.key, "tls-key", "", "the certificate's private key, a `FILE`")
			return o.run
		},
	}
}

type serveOptions struct {
	shown           shown
	addr, tokenFile string
	cert, key       string
}

func (o *serveOptions) run(c *call, paths []string) error {
	if len(paths) > 0 {
		return wrongCall("it takes no paths; demarche ingest --db FILE takes documents in")
	}
	token, err := o.token()
	if err != nil {
		return err
	}
	if (o.cert == "") != (o.key == "") {
		return wrongCall("--tls-cert and --tls-key go together")
	}
	if err := serve.CheckAddress(o.addr, token); err != nil {
		return wrongCall("--addr: %v", err)
	}
	ctx, stop := signal.NotifyContext(c.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	shown, err := o.shown.open(ctx)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(c.stderr, nil))
	version := serve.FileVersion(shown.store.Path())
	index := record.NewIndex(shown.store, version)
	indexed := make(chan struct{})
	go func() { // until then the store answers, more slowly
		defer close(indexed)
		if err := index.Load(ctx); err != nil && ctx.Err() == nil {
			log.Warn("the record cannot be read into memory; searches will be slower", "error", err)
		}
	}()
	handler, err := serve.New(serve.Options{
		Store: index, Version: version, Sample: shown.sample,
		Engine: shown.coder, Pages: ui.Files(), Token: token, TLS: o.cert != "",
		Local: serve.Local(o.addr) && token == "", Log: log,
	})
	if err == nil {
		listener := serve.Listener{Addr: o.addr, TLSCert: o.cert, TLSKey: o.key, Log: log, Ready: func(url string) {
			what := o.shown.db
			if shown.sample {
				what = "the sample article; name a record of your own with --db"
			}
			fmt.Fprintf(c.stderr, "%s shows %s. Ctrl-C stops it.\n", url, what)
			if token != "" {
				fmt.Fprintf(c.stderr, "In a browser open %s/?token=TOKEN once, with the token in it.\n", url)
			}
		}}
		err = listener.Serve(ctx, handler)
	}
	stop()
	<-indexed
	return errors.Join(err, shown.close())
}

// minToken is the shortest token that is taken: a short one can be guessed.
const minToken = 16

// token is what requests have to carry, "" for nothing.
func (o *serveOptions) token() (string, error) {
	token := os.Getenv("DEMARCHE_TOKEN")
	if o.tokenFile != "" {
		text, err := os.ReadFile(o.tokenFile)
		if err != nil {
			return "", wrongCall("--token-file: %v", err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		if token = strings.TrimSpace(first); token == "" {
			return "", wrongCall("--token-file: %s has no token in its first line", o.tokenFile)
		}
	}
	if token != "" && len(token) < minToken {
		return "", wrongCall("the token has %d characters, which can be guessed; take %d or more, as openssl rand -hex 32 gives", len(token), minToken)
	}
	return token, nil
}

// shown are the flags of the commands that show a record, and may code texts.
type shown struct {
	engine engineOptions
	db     string
}

func (o *shown) bind(flags *flag.FlagSet) {
	o.engine.bind(flags)
	flags.StringVar(&o.db, "db", "", "show the record in `FILE`, made by demarche ingest (default: the sample article)")
}

// opened is a record that is open, and a coder.
type opened struct {
	store  *record.Store
	coder  *coder.Coder
	sample bool
	folder string // to be removed, "" for none
}

func (o *shown) open(ctx context.Context) (*opened, error) {
	var out opened
	var err error
	if o.db != "" { // first, for it is the likelier to fail, and at once
		if out.store, err = record.OpenReadOnly(o.db); err != nil {
			return nil, err
		}
	}
	if out.coder, err = o.engine.load(true); err == nil && o.db == "" {
		err = out.openSample(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, out.close())
	}
	return &out, nil
}

// openSample makes a record of the sample article in a folder of its own.
func (o *opened) openSample(ctx context.Context) (err error) {
	o.sample = true
	if o.folder, err = os.MkdirTemp("", "demarche-sample-"); err != nil {
		return fmt.Errorf("making a place for the sample: %w", err)
	}
	doc, err := sample(demarche.Date{})
	if err != nil {
		return err
	}
	if err := o.coder.Code(doc); err != nil {
		return fmt.Errorf("coding the sample article: %w", err)
	}
	if o.store, err = record.Open(filepath.Join(o.folder, "sample.db"), record.Options{}); err != nil {
		return err
	}
	_, err = o.store.Add(ctx, []record.Coded{record.Take(doc, "demarche "+demarche.Version)})
	return err
}

func (o *opened) close() error {
	var err error
	if o.store != nil {
		err = o.store.Close()
	}
	if o.folder != "" {
		err = errors.Join(err, os.RemoveAll(o.folder))
	}
	return err
}
