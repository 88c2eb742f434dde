package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
	"github.com/demarche/demarche/internal/dump"
	"github.com/demarche/demarche/record"
)

// reporter codes invented reports: "TYPE ACTOR RECIPIENT PLACE DAY DEAD", one a line.
type reporter struct{ pause time.Duration }

func (r reporter) Code(doc *demarche.Doc) error {
	time.Sleep(r.pause)
	doc.Events = []demarche.Event{}
	for i, line := range strings.Split(doc.Text, "\n") {
		var kind, actor, recipient, place, day string
		var dead int
		if _, err := fmt.Sscan(line, &kind, &actor, &recipient, &place, &day, &dead); err != nil {
			return errors.New("no report")
		}
		doc.Events = append(doc.Events, demarche.Event{
			ID: fmt.Sprintf("%s/%d", doc.ID, i), Doc: doc.ID, Date: &day, Event: []string{kind}, BaseEvent: kind,
			Actor:     []demarche.Entity{{Code: &actor, EntityText: actor, IdentifierText: "Name " + actor}},
			Recipient: []demarche.Entity{{Code: &recipient, EntityText: recipient, IdentifierText: "Name " + recipient}},
			Location:  &demarche.Location{ExtractedPlace: place, ResolvedPlace: place, CountryCode: recipient},
			Size:      demarche.Size{Dead: &dead}, QuadCode: 4, EventScale: -9.5, Text: line, EventText: []string{kind},
			Mode: []string{}, Context: []string{}, Auxiliary: []string{}, Confidence: 0.7,
		})
	}
	return nil
}

// reports are documents that tell of few events in ever other ways, with copies
// and with second texts under one id.
func reports(n int) iter.Seq2[*demarche.Doc, error] {
	return func(yield func(*demarche.Doc, error) bool) {
		random := rand.New(rand.NewPCG(3, 9))
		one := func(of ...string) string { return of[random.IntN(len(of))] }
		for i := range n {
			doc := &demarche.Doc{ID: fmt.Sprintf("d%d", i-i%17/16), Title: one("Attack", "Talks", "News"), Publication: one("A", "B", "C")}
			doc.Date = demarche.Date{Year: 2024, Month: 3, Day: 1 + i/40%28}
			var lines []string
			for range 1 + random.IntN(3) {
				lines = append(lines, fmt.Sprintf("%s %s %s %s 2024-03-%02d %d", one("ASSAULT", "COERCE", "PROTEST"), one("RUS", "UKR", "SYR"),
					one("UKR", "SYR"), one("Kharkiv", "Homs", "Kyiv"), max(doc.Date.Day-random.IntN(3), 1), 1+random.IntN(20)))
			}
			doc.Text = strings.Join(lines, "\n")
			if !yield(doc, nil) {
				return
			}
		}
	}
}

func ingester(s Store, pause time.Duration) *Ingester {
	return &Ingester{Store: s, Coder: reporter{pause}, Version: "test 1", Jobs: 2}
}

func open(t testing.TB, path string) *record.Store {
	t.Helper()
	s, err := record.Open(path, record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

const killReports = 600

// TestChild is the program that TestKilledRunsResume kills.
func TestChild(t *testing.T) {
	path := os.Getenv("INGEST_CHILD")
	if path == "" {
		t.Skip("no test of its own")
	}
	if _, err := ingester(open(t, path), time.Millisecond).Run(context.Background(), reports(killReports)); err != nil {
		t.Fatal(err)
	}
}

// TestKilledRunsResume kills runs at random moments, fifty or as many as half a
// minute allows, and takes them up again; each time the record has to equal that
// of a run that was not disturbed.
func TestKilledRunsResume(t *testing.T) {
	kills, enough, until := 50, 3, time.Now().Add(30*time.Second)
	if testing.Short() {
		kills = 2
	}
	whole := filepath.Join(t.TempDir(), "whole.db")
	s := open(t, whole)
	start := time.Now()
	if _, err := ingester(s, time.Millisecond).Run(t.Context(), reports(killReports)); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	stats, err := s.Stats(t.Context())
	if err != nil || stats.Events >= stats.Mentions || stats.Stories >= stats.Documents {
		t.Fatalf("nothing is merged, so nothing is tried: %+v, %v", stats, err)
	}
	want := dump.Of(t, whole)
	killed := 0
	for killed < kills && (killed < enough || time.Now().Before(until)) {
		path := filepath.Join(t.TempDir(), "killed.db")
		for rounds := 0; ; rounds++ {
			done, err := runAndKill(t, path, time.Duration(rand.Int64N(int64(took))))
			if err != nil {
				t.Fatalf("after %d kills: %v", killed, err)
			}
			if done {
				break
			}
			killed++
		}
		if got := dump.Of(t, path); got != want {
			t.Fatalf("after %d kills the record differs:\n%s", killed, dump.Difference(want, got))
		}
	}
	t.Logf("%d kills", killed)
}

// runAndKill runs TestChild and kills it after a while, unless it was done.
func runAndKill(t *testing.T, path string, after time.Duration) (done bool, err error) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), "INGEST_CHILD="+path)
	var said strings.Builder
	child.Stdout, child.Stderr = &said, &said
	if err := child.Start(); err != nil {
		return false, err
	}
	kill := time.AfterFunc(50*time.Millisecond+after, func() { child.Process.Kill() })
	err = child.Wait()
	var exit *exec.ExitError
	switch {
	case err == nil:
		kill.Stop()
		return true, nil
	case errors.As(err, &exit) && exit.ExitCode() == -1: // by a signal
		return false, nil
	}
	return false, fmt.Errorf("%w: %s", err, said.String())
}

func TestBadDocumentsCostOnlyThemselves(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"))
	docs := func(yield func(*demarche.Doc, error) bool) {
		_ = yield(nil, errors.New("unreadable")) &&
			yield(nil, &intake.Problem{Path: "feed.xml", What: "links", Note: true}) && // fails nothing
			yield(&demarche.Doc{ID: "no report", Text: "x"}, nil) &&
			yield(&demarche.Doc{ID: "good", Text: "ASSAULT RUS UKR Kyiv 2024-03-01 3"}, errors.New("read in part"))
	}
	var problems []string
	g := ingester(s, 0)
	g.Problem = func(err error) { problems = append(problems, err.Error()) }
	p, err := g.Run(t.Context(), docs)
	if err != nil || p != (Progress{Documents: 1, Failed: 2, Words: p.Words, Events: 1}) {
		t.Errorf("%+v, %v", p, err)
	}
	if want := "unreadable|feed.xml: links|no report: no report|read in part"; strings.Join(problems, "|") != want {
		t.Errorf("problems %q, want %s", problems, want)
	}
}

// failing is a store that takes a few batches and then no more.
type failing struct{ left int }

func (f *failing) Has(context.Context, string) (bool, error) { return false, nil }

func (f *failing) Add(context.Context, []record.Coded) (record.Result, error) {
	if f.left--; f.left < 0 {
		return record.Result{}, errors.New("the disk is full")
	}
	return record.Result{}, nil
}

func TestStoreErrorsEndTheRun(t *testing.T) {
	for _, left := range []int{0, 1, 3} {
		p, err := ingester(&failing{left}, 0).Run(t.Context(), reports(1000))
		if err == nil || err.Error() != "the disk is full" {
			t.Errorf("with %d batches: %v", left, err)
		}
		if p.Documents > (left+4)*batchDocuments {
			t.Errorf("with %d batches %d documents were coded", left, p.Documents)
		}
	}
}

func TestInterruptedRunKeepsWhatWasCoded(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"))
	ctx, stop := context.WithCancel(t.Context())
	g := ingester(s, 0)
	g.Progress = func(p Progress) {
		if p.Documents == 100 {
			stop()
		}
	}
	p, err := g.Run(ctx, reports(1000))
	if !errors.Is(err, context.Canceled) || p.Documents < 100 || p.Documents > 120 {
		t.Errorf("%+v, %v", p, err)
	}
	if stats, err := s.Stats(t.Context()); err != nil || stats.Documents != p.Documents {
		t.Errorf("%d documents are kept of %d, %v", stats.Documents, p.Documents, err)
	}
}
