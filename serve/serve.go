// Package serve shows the record over HTTP: a read-only API under /api/v1 with
// a description made from its Go types, live coding of articles, and the pages
// of the web interface.
//
//	handler, err := serve.New(serve.Options{Store: store, Version: serve.FileVersion(path), Engine: coder, Local: true})
//	err = serve.Listener{Addr: "127.0.0.1:8080", Log: log}.Serve(ctx, handler)
//
// API.md has the routes and shapes. Whatever an article says is hostile until
// it is shown: answers are JSON, CSV or GeoJSON with a Content-Security-Policy
// that lets no browser run any of it.
package serve

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"runtime"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// program is what the server says it is.
const program = "demarche " + demarche.Version

// Options are what a server is made of.
type Options struct {
	Store   Store
	Version func() string // tells the states of the record apart, for conditional requests
	Sample  bool          // the record is the built-in sample
	Engine  Engine        // codes articles, and says why; see coder.Options.Explain
	Pages   fs.FS         // the web interface with its index.html; nil for the API alone
	Token   string        // what requests have to carry; "" for nothing
	Local   bool          // only this machine reaches the server, so only its own names are answered to
	TLS     bool          // it is reached over TLS
	Log     *slog.Logger  // nil for the default one

	Coders     int           // articles coded at a time; 0 for one a processor
	CodingWait time.Duration // for a free coder; 0 for 2 s
	CodingTime time.Duration // for one article; 0 for 20 s
	AnswerTime time.Duration // for a search; 0 for 30 s
}

// server is what the operations share.
type server struct {
	store   Store
	version func() string
	sample  bool
	started string // tells runs of the server apart: another program may answer otherwise
	pool    *Pool
	words   *words
	metrics *metrics
	log     *slog.Logger
}

// New makes the handler of everything that the server answers.
func New(o Options) (http.Handler, error) {
	if o.Store == nil || o.Engine == nil || o.Version == nil {
		return nil, errors.New("a server needs a store, its version and a coder")
	}
	words, err := loadWords()
	if err != nil {
		return nil, err
	}
	s := &server{
		store: o.Store, version: o.Version, sample: o.Sample, started: rand.Text(), words: words,
		log: cmp.Or(o.Log, slog.Default()),
		pool: NewPool(o.Engine, cmp.Or(o.Coders, runtime.GOMAXPROCS(0)),
			cmp.Or(o.CodingWait, 2*time.Second), cmp.Or(o.CodingTime, 20*time.Second)),
	}
	s.metrics = newMetrics(func() float64 { return float64(len(s.pool.places)) })
	mux := http.NewServeMux()
	s.register(mux)
	mux.HandleFunc("GET /healthz", s.health)
	mux.Handle("GET /metrics", s.metrics.handler())
	if err := mount(mux, o.Pages); err != nil {
		return nil, err
	}
	return s.guarded(o, mux), nil
}

// mount puts the pages below everything else.
func mount(mux *http.ServeMux, files fs.FS) error {
	all := pages{"index.html": {
		body: []byte("<!doctype html><html lang=en><title>demarche</title><p><a href=/api/v1/docs>The API</a>"),
		kind: "text/html; charset=utf-8", tag: `W/"0"`,
	}}
	if files != nil {
		var err error
		if all, err = loadPages(files); err != nil {
			return err
		}
	}
	mux.Handle("GET /", all)
	mux.HandleFunc("/", notAllowed)
	return nil
}

// notAllowed answers a method that the address does not know.
func notAllowed(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Allow", "GET, HEAD")
	writeProblem(w, http.StatusMethodNotAllowed, r.Method+" cannot be done here; the record is only read, and POST "+root+"/code alone takes a body")
}

// guarded puts around the routes what every request passes, the first outermost.
func (s *server) guarded(o Options, mux http.Handler) http.Handler {
	conditional := s.conditional(timed(cmp.Or(o.AnswerTime, 30*time.Second), mux))
	inner := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/") && !strings.HasPrefix(r.URL.Path, "/api/v1/openapi") {
			conditional.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	inner = sameOrigin(inner)
	inner = compressed(inner)
	inner = withToken(o.Token, o.TLS, inner)
	if o.Local {
		inner = onlyLocalHost(inner)
	}
	return s.metrics.counted(withHeaders(s.recovered(inner)))
}

// timed gives up what takes too long.
func timed(limit time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), limit)
		defer cancel()
		limited := r.WithContext(ctx)
		next.ServeHTTP(w, limited)
		r.Pattern = limited.Pattern // by which requests are counted
	})
}

// sameOrigin refuses what another site makes a browser send.
func sameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeProblem(w, http.StatusForbidden, "a page of another site cannot use this server; open the server's own pages, or call it from a program")
	}))
	return protection.Handler(next)
}

// recovered answers 500 where the program is at fault, and goes on.
func (s *server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			s.log.Error("internal error", "path", r.URL.Path, "cause", fmt.Sprint(cause))
			writeProblem(w, http.StatusInternalServerError, "internal error; the server's log says more, please report it")
		}()
		next.ServeHTTP(w, r)
	})
}

// health says whether the record can be read.
func (s *server) health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if _, err := s.store.Stats(r.Context()); err != nil {
		s.log.Error("the record cannot be read", "error", err)
		writeProblem(w, http.StatusServiceUnavailable, "the record cannot be read; the server's log says why")
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
}
