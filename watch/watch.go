// Package watch keeps a record up to date by itself: it polls feeds, sitemaps
// and folders, fetches the pages that they announce, and hands what is new on
// to be coded and stored. DESIGN.md tells why nothing is lost or doubled when
// it is stopped, killed, or cut off from the network at any moment.
package watch

import (
	"context"
	"hash/maphash"
	"net/url"
	"runtime"
	"sync"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/lang"
	"github.com/demarche/demarche/record/vocab"
)

// Memory is what has to outlive the process. A record.Store is one.
type Memory interface {
	// Keep writes all of the things or nothing.
	Keep(ctx context.Context, things ...vocab.Kept) error
	// KeptValue is nil when nothing is kept under the key.
	KeptValue(ctx context.Context, space, key string) ([]byte, error)
	EachKept(ctx context.Context, space string, do func(vocab.Kept) error) error
}

// Sink codes and stores documents. It is called by several goroutines.
type Sink interface {
	// Has says whether a document with that id is stored.
	Has(ctx context.Context, id string) (bool, error)
	// Add codes a document and stores it, whole or, with an error, not at all.
	// It gives the number of events in the document. A *Refusal says that the
	// document is not wanted, now or later.
	Add(ctx context.Context, doc *demarche.Doc) (events int, err error)
}

// Refusal is why a sink does not want a document: its language, say.
type Refusal struct{ Why string }

func (r *Refusal) Error() string { return r.Why }

// Options are what a Watcher needs. Sources, Memory and Sink have to be given.
type Options struct {
	Sources *Sources
	Memory  Memory
	Sink    Sink
	Once    bool         // poll every source once, fetch what is new, and end
	Report  func(Report) // is told what happens, by several goroutines; may be nil
	Clock   Clock        // nil for the machine's
	Seed    uint64       // of the random part of waiting
	// Connections is how many requests may be under way at a time; 32 when 0.
	Connections int
}

// Watcher watches sources. It is made with New.
type Watcher struct {
	sources *Sources
	memory  Memory
	sink    Sink
	once    bool
	report  func(Report)
	clock   Clock
	dice    *dice
	fetcher *fetcher
	lang    *lang.Detector
	count   counters

	slots  chan struct{} // one a request under way
	coding chan struct{} // one a document being coded
	locks  [64]sync.Mutex
	seed   maphash.Seed

	mu      sync.Mutex
	lanes   map[string]*lane
	waiting map[string]bool // addresses of pages that wait to be fetched
	failing map[string]bool // names of sources
	running sync.WaitGroup  // lanes
	open    sync.WaitGroup  // tasks, where Once
}

// New makes a watcher.
func New(o Options) *Watcher {
	w := &Watcher{
		sources: o.Sources, memory: o.Memory, sink: o.Sink, once: o.Once, report: o.Report, clock: o.Clock,
		dice: newDice(o.Seed), coding: make(chan struct{}, runtime.GOMAXPROCS(0)), seed: maphash.MakeSeed(),
		lanes: map[string]*lane{}, waiting: map[string]bool{}, failing: map[string]bool{},
	}
	if w.clock == nil {
		w.clock = SystemClock{}
	}
	if w.report == nil {
		w.report = func(Report) {}
	}
	if o.Connections <= 0 {
		o.Connections = 32
	}
	w.slots = make(chan struct{}, o.Connections)
	w.lang = lang.New()
	w.fetcher = newFetcher(o.Sources, w.clock)
	w.count.sources.Store(int64(len(o.Sources.all())))
	return w
}

// Run watches until ctx is done, or, where Once, until everything was asked
// once. Its error is that of the memory, without which watching would lose and
// double; everything else is reported and tried again.
func (w *Watcher) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer w.running.Wait()
	defer cancel()
	if err := w.resume(ctx); err != nil {
		return err
	}
	for _, s := range w.sources.all() {
		if err := w.schedule(ctx, s); err != nil {
			return err
		}
	}
	if w.once {
		done := make(chan struct{})
		go func() { w.open.Wait(); close(done) }()
		select {
		case <-done:
		case <-ctx.Done():
		}
		return nil
	}
	<-ctx.Done()
	return nil
}

// schedule plans the first poll of a source: at the time that was planned
// before a restart, or soon, but not all sources at once.
func (w *Watcher) schedule(ctx context.Context, s *Source) error {
	state, err := w.stateOf(ctx, s.name())
	if err != nil {
		return err
	}
	now := w.clock.Now()
	spread := time.Duration(w.count.sources.Load()) * 150 * time.Millisecond
	due := now.Add(w.dice.upTo(min(time.Duration(s.Every)/4, 30*time.Second, spread)))
	if state.Next.After(due) && state.Next.Before(now.Add(longestRetry)) {
		due = state.Next
	}
	if w.once {
		due = now
	}
	where := "folder:" + s.Path
	if s.kind != folderSource {
		u, err := url.Parse(s.URL)
		if err != nil {
			return err // cannot be: the sources were checked
		}
		where = origin(u)
	}
	w.lane(ctx, where).add(due, func(ctx context.Context, l *lane) time.Time { return w.visit(ctx, l, s) })
	return nil
}

// visit polls a source and gives the time of its next poll.
func (w *Watcher) visit(ctx context.Context, l *lane, s *Source) time.Time {
	state, err := w.stateOf(ctx, s.name())
	if err == nil {
		err = w.poll(ctx, l, s, &state)
	}
	if ctx.Err() != nil {
		return time.Time{}
	}
	now := w.clock.Now()
	wait := w.dice.jitter(time.Duration(s.Every))
	if err != nil {
		state.Failures++
		wait = w.retry(err, state.Failures, time.Duration(s.Every))
	} else {
		state.Failures = 0
	}
	w.settle(s, state.Failures, err)
	state.Next = now.Add(wait)
	if err := w.memory.Keep(ctx, state.kept(s.name())); err != nil {
		w.report(Report{Source: s.name(), Kind: Problem, What: "what was polled cannot be remembered: " + err.Error()})
	}
	return state.Next
}

// retry is how long to wait after that many failures in a row.
func (w *Watcher) retry(err error, failures int, first time.Duration) time.Duration {
	f := asFailure(err)
	most := 6 * time.Hour
	if f.network {
		// A try costs the server nothing, and what is missed meanwhile may be
		// gone from the feed.
		first, most = min(first, time.Minute), 5*time.Minute
	}
	return max(w.dice.jitter(backOff(failures, first, max(most, first))), f.after)
}

// settle tells of the first failure in a row, and of the end of failing.
func (w *Watcher) settle(s *Source, failures int, err error) {
	w.mu.Lock()
	before := w.failing[s.name()]
	if err != nil {
		w.failing[s.name()] = true
	} else {
		delete(w.failing, s.name())
	}
	w.count.failing.Store(int64(len(w.failing)))
	w.mu.Unlock()
	switch {
	case err != nil:
		w.count.pollsFailed.Add(1)
		if !before {
			w.report(Report{Source: s.name(), Kind: Problem, What: err.Error()})
		}
	default:
		w.count.polls.Add(1)
		if before {
			w.report(Report{Source: s.name(), Kind: Recovered, What: "answers again"})
		}
	}
}

// lock is held while the document with that id is stored.
func (w *Watcher) lock(id string) *sync.Mutex {
	return &w.locks[maphash.String(w.seed, id)%uint64(len(w.locks))]
}
