package watch_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/demarche/demarche/watch"
)

// TestLoopback watches 200 feeds for ten minutes, whose servers fail, hang,
// break off, lie, redirect for ever and send decompression bombs, while the
// network goes away once, the program is killed twice, and its disk is full
// every now and then. Every article has to be stored, and none twice.
//
// The clock is made to run fast; WATCH_SPEED=1 takes the ten minutes.
func TestLoopback(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	speed := 60
	if s := os.Getenv("WATCH_SPEED"); s != "" {
		if _, err := fmt.Sscan(s, &speed); err != nil {
			t.Fatal(err)
		}
	}
	var down atomic.Bool
	clock := newFastClock(speed)
	sites := make([]*site, 200)
	for i := range sites {
		sites[i] = newSite(i, clock, &down)
		sites[i].start()
		defer sites[i].server.Close()
	}
	sources := sourcesOf(t, sites)
	stored := newDisk()
	minutes := func(n float64) { time.Sleep(time.Duration(n*float64(time.Minute)) / time.Duration(speed)) }

	stop := run(t, sources, stored, clock, 0)
	minutes(3)
	stop()
	stop = run(t, sources, stored, clock, 50)
	minutes(1)
	down.Store(true)
	minutes(1)
	down.Store(false)
	minutes(1)
	stop()
	stop = run(t, sources, stored, clock, 0)
	defer func() { stop() }()
	minutes(4)
	// What failed at the end of the ten minutes is yet to be tried again; on a
	// machine that is busy that is much, since answers come too late.
	late := 0
	eventually(t, max(45*time.Minute/time.Duration(speed), 3*time.Minute), func() (lost string) {
		lost, late = missing(sites, stored)
		if late > 0 && lost == "" {
			return "waiting"
		}
		return lost
	}, func() bool { return late < 50 })
	checkTwice(t, stored)
	for _, s := range sites {
		s.mu.Lock()
		if s.tooSoon > 2+s.requests/20 { // a new process knows nothing of the last request
			t.Errorf("site %d: %d of %d requests came too soon", s.number, s.tooSoon, s.requests)
		}
		if s.trapped > 0 {
			t.Errorf("site %d: a page was fetched that robots.txt forbids", s.number)
		}
		s.mu.Unlock()
	}
}

// newSite is a site with the trouble of its number.
func newSite(i int, clock *fastClock, down *atomic.Bool) *site {
	s := &site{number: i, clock: clock, down: down, form: "rss", every: time.Minute, articles: 6, gap: time.Second}
	switch i % 10 {
	case 0:
		s.form = "full"
	case 1:
		s.form, s.fails = "atom", 4
	case 2:
		s.hangs = 7
	case 3:
		s.form, s.breaks = "json", 5
	case 4:
		s.lies = true
	case 5:
		s.tracks = true
	case 6:
		s.bombs = 6
	case 7:
		s.form, s.late = "sitemap", 1
	case 8:
		s.robots, s.trap, s.gap = "User-agent: *\nDisallow: /private/\nCrawl-delay: 3\n", true, 3*time.Second
	case 9:
		s.form, s.frozen, s.every = "full", true, 2*time.Minute
	}
	return s
}

func sourcesOf(t *testing.T, sites []*site) *watch.Sources {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "contact = \"desk@example.org\"\nevery = \"1m\"\ndelay = \"1s\"\ntimeout = %q\n", limit)
	for _, s := range sites {
		kind := "feed"
		if s.form == "sitemap" {
			kind = "sitemap"
		}
		fmt.Fprintf(&b, "[[%s]]\nurl = \"%s/feed\"\n", kind, s.server.URL)
	}
	sources, err := watch.ParseSources("sources.toml", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

// run runs a watcher until it is killed.
func run(t *testing.T, sources *watch.Sources, d *disk, clock watch.Clock, flaky int) (kill func()) {
	t.Helper()
	p := &process{disk: d, flaky: flaky}
	w := watch.New(watch.Options{Sources: sources, Memory: p, Sink: p, Clock: clock, Report: func(r watch.Report) {
		if os.Getenv("WATCH_VERBOSE") != "" {
			fmt.Println(r)
		}
	}})
	ctx, cancel := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() {
		if err := w.Run(ctx); err != nil {
			t.Error(err)
		}
	})
	return func() {
		t.Log(w.Status())
		p.kill()
		cancel()
		done.Wait()
	}
}

// missing says which articles are neither stored nor waiting to be fetched, and
// how many of the others are waiting.
func missing(sites []*site, d *disk) (lost string, late int) {
	known := map[string]bool{}
	for _, doc := range d.documents() {
		_, after, _ := strings.Cut(doc.Text, "according to ")
		mark, _, _ := strings.Cut(after, ".")
		known[mark] = true
	}
	waiting := d.waiting()
	var all []string
	for _, s := range sites {
		for i := range s.articles {
			switch {
			case known[s.mark(i)]:
			case waiting[s.mark(i)] || waiting[s.link(i)]:
				late++
			default:
				all = append(all, s.mark(i))
			}
		}
	}
	if len(all) == 0 {
		return "", late
	}
	return fmt.Sprintf("%d articles lost: %s", len(all), strings.Join(all[:min(len(all), 10)], ", ")), late
}

// checkTwice checks that no article is stored twice, and that none has a date
// out of the question.
func checkTwice(t *testing.T, d *disk) {
	t.Helper()
	seen := map[string]string{}
	for _, doc := range d.documents() {
		if before, twice := seen[doc.Text]; twice {
			t.Errorf("stored twice, as %s and as %s", before, doc.ID)
		}
		seen[doc.Text] = doc.ID
		if doc.Date.Year != 2023 {
			t.Errorf("%s is dated %v", doc.ID, doc.Date)
		}
	}
}
