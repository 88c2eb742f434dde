package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/demarche/demarche/watch"
)

// teller tells what a watcher does: a line of status on a terminal, and above
// it, or alone in a log, what happens.
type teller struct {
	c       *call
	verbose bool
	once    bool
	width   int // of the terminal, 0 for none

	mu   sync.Mutex
	line string // on the terminal now
}

func newTeller(c *call, o *watchOptions) *teller {
	t := &teller{c: c, verbose: o.verbose, once: o.once}
	if width, ok := terminal(c.stderr); ok {
		t.width = width
	}
	return t
}

// report tells of what happened, as far as it is wanted.
func (t *teller) report(r watch.Report) {
	if r.Kind == watch.Problem {
		t.problem(fmt.Errorf("%s", r))
	} else if t.verbose || r.Kind == watch.Recovered {
		t.print(r.String())
	}
}

// problem tells of what went wrong. It makes a single round fail, but not a
// watch of weeks.
func (t *teller) problem(err error) {
	t.print(err.Error())
	t.mu.Lock()
	t.c.failed = t.c.failed || t.once
	t.mu.Unlock()
}

// print writes a line above the status.
func (t *teller) print(s string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.line != "" {
		fmt.Fprint(t.c.stderr, "\r\x1b[K")
	}
	fmt.Fprintln(t.c.stderr, strings.Map(tame, s))
	fmt.Fprint(t.c.stderr, t.line)
}

// tame keeps what comes from the network from steering the terminal.
func tame(r rune) rune {
	if r != ' ' && !unicode.IsPrint(r) {
		return ' '
	}
	return r
}

// How often the status is told.
const (
	liveEvery = 500 * time.Millisecond // on a terminal
	logEvery  = time.Hour              // elsewhere
)

// live tells the status until ctx is done.
func (t *teller) live(ctx context.Context, w *watch.Watcher) {
	every := logEvery
	if t.width > 0 {
		every = liveEvery
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if t.width == 0 {
			t.print(w.Status().String())
			continue
		}
		line := []rune(time.Now().Format("15:04:05 ") + w.Status().String())
		t.mu.Lock()
		t.line = string(line[:min(len(line), t.width-1)])
		fmt.Fprint(t.c.stderr, "\r\x1b[K"+t.line)
		t.mu.Unlock()
	}
}

// end leaves the last status behind.
func (t *teller) end(s watch.Status) {
	t.mu.Lock()
	if t.line != "" {
		fmt.Fprint(t.c.stderr, "\r\x1b[K")
	}
	t.line = ""
	t.mu.Unlock()
	t.print(s.String())
}

// serveMetrics serves the status over HTTP until it is closed.
func serveMetrics(address string, w *watch.Watcher) (closeIt func(), err error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		w.Status().WriteMetrics(out) // the reader has gone when it fails
	})
	mux.HandleFunc("GET /healthz", func(out http.ResponseWriter, _ *http.Request) { io.WriteString(out, "ok\n") })
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	go server.Serve(listener) // ends with Close
	return func() { server.Close() }, nil
}
