package watch

import (
	"errors"
	"fmt"
	"io"
	"sync/atomic"
)

// Report is one thing that happened.
type Report struct {
	Kind    Kind
	Source  string // name of the feed, sitemap or folder; may be empty
	Address string // of the page or file it is about; may be empty
	What    string // in words; of a stored document its title
	Events  int    // of a stored document
}

// Kind is what a report is about.
type Kind int

// The kinds of reports.
const (
	Stored    Kind = iota // a document was coded and stored
	Passed                // something is no article, or not wanted
	Problem               // a source fails for the first time, or a page was given up
	Recovered             // a source answers again
)

// String is "SOURCE: ADDRESS: what happened".
func (r Report) String() string {
	at := r.Source
	if r.Address != "" && r.Address != r.Source {
		at += ": " + r.Address
	}
	if r.Kind == Stored {
		return fmt.Sprintf("%s: %d events: %s", at, r.Events, r.What)
	}
	return at + ": " + r.What
}

// counters count what happens; they are read while it does.
type counters struct {
	sources, failing, waiting           atomic.Int64 // now
	polls, pollsFailed, requests, bytes atomic.Int64 // since the start
	documents, events, passed, givenUp  atomic.Int64
	foreign                             atomic.Int64 // of the passed ones
}

// Status is what a watcher is at, and what it has done since it was started.
type Status struct {
	Sources, Failing, Waiting          int64 // sources, those of them that fail, pages to fetch
	Polls, PollsFailed                 int64
	Requests, Bytes                    int64
	Documents, Events, Passed, GivenUp int64
	Foreign                            int64 // of those passed over, the ones not in English
}

// Status may be called at any time.
func (w *Watcher) Status() Status {
	c := &w.count
	return Status{
		Sources: c.sources.Load(), Failing: c.failing.Load(), Waiting: c.waiting.Load(),
		Polls: c.polls.Load(), PollsFailed: c.pollsFailed.Load(), Requests: c.requests.Load(), Bytes: c.bytes.Load(),
		Documents: c.documents.Load(), Events: c.events.Load(), Passed: c.passed.Load(), GivenUp: c.givenUp.Load(), Foreign: c.foreign.Load(),
	}
}

// String is the status on one line.
func (s Status) String() string {
	return fmt.Sprintf("sources %d, failing %d · pages waiting %d · documents %d, events %d · passed over %d, not English %d · given up %d",
		s.Sources, s.Failing, s.Waiting, s.Documents, s.Events, s.Passed, s.Foreign, s.GivenUp)
}

// WriteMetrics writes the status in the text format of Prometheus.
func (s Status) WriteMetrics(out io.Writer) error {
	for _, m := range []struct {
		name, kind, help string
		value            int64
	}{
		{"sources", "gauge", "Feeds, sitemaps and folders that are watched.", s.Sources},
		{"sources_failing", "gauge", "Sources whose last poll failed.", s.Failing},
		{"pages_waiting", "gauge", "Pages that are yet to be fetched.", s.Waiting},
		{"polls_total", "counter", "Polls that went well.", s.Polls},
		{"polls_failed_total", "counter", "Polls that failed.", s.PollsFailed},
		{"requests_total", "counter", "HTTP requests.", s.Requests},
		{"received_bytes_total", "counter", "Bytes of bodies, decompressed.", s.Bytes},
		{"documents_total", "counter", "Documents that were coded and stored.", s.Documents},
		{"events_total", "counter", "Events in them.", s.Events},
		{"passed_over_total", "counter", "Pages that are no articles or not wanted.", s.Passed},
		{"not_english_total", "counter", "Of those, documents in other languages.", s.Foreign},
		{"given_up_total", "counter", "Pages that could not be fetched for days.", s.GivenUp},
	} {
		_, err := fmt.Fprintf(out, "# HELP demarche_watch_%s %s\n# TYPE demarche_watch_%s %s\ndemarche_watch_%s %d\n", m.name, m.help, m.name, m.kind, m.name, m.value)
		if err != nil {
			return err
		}
	}
	return nil
}

// asFailure is the failure in an error; another error is one that may pass.
func asFailure(err error) failure {
	var f *failure
	if errors.As(err, &f) {
		return *f
	}
	return failure{passing: true}
}
