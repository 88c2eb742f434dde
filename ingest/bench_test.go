package ingest

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/intake"
	"github.com/demarche/demarche/internal/cputime"
	"github.com/demarche/demarche/internal/inorder"
	"github.com/demarche/demarche/record"
)

const newsPath = "../../shared/data/wikinews/articles.jsonl.gz"

// news are public news articles, with a fresh id and date for each round.
func news(b *testing.B, rounds int) iter.Seq2[*demarche.Doc, error] {
	b.Helper()
	if _, err := os.Stat(newsPath); err != nil {
		b.Skipf("%s is not here", newsPath)
	}
	return func(yield func(*demarche.Doc, error) bool) {
		for round := range rounds {
			for doc, err := range (intake.Reader{}).Documents(newsPath) {
				if err == nil {
					doc.ID = fmt.Sprintf("%s-%d", doc.ID, round)
					doc.Date = doc.Date.AddDays(400 * round)
				}
				if !yield(doc, err) {
					return
				}
			}
		}
	}
}

// BenchmarkAgainstCoding ingests articles and codes them only, by turns, and
// reports how fast the one is in parts of the other, by the clock and by
// processor time, which other programs do not change. The latter is judged.
//
//	go test ./ingest -run XXX -bench AgainstCoding -benchtime 5x
func BenchmarkAgainstCoding(b *testing.B) {
	c, err := coder.New(coder.Options{Explain: true})
	if err != nil {
		b.Fatal(err)
	}
	jobs := runtime.GOMAXPROCS(0)
	var coding, ingesting, codingUsed, ingestingUsed time.Duration
	words, round := 0, 0
	for b.Loop() {
		start, used := time.Now(), cputime.OfProcess()
		err := inorder.Map(jobs, each(news(b, 1)), func(doc *demarche.Doc) error { return c.Code(doc) }, func(err error) error { return err })
		if err != nil {
			b.Fatal(err)
		}
		coding += time.Since(start)
		codingUsed += cputime.OfProcess() - used

		start, used = time.Now(), cputime.OfProcess()
		s, err := record.Open(filepath.Join(b.TempDir(), fmt.Sprintf("%d.db", round)), record.Options{})
		if err != nil {
			b.Fatal(err)
		}
		g := Ingester{Store: s, Coder: c, Version: "test", Jobs: jobs}
		p, err := g.Run(b.Context(), news(b, 1))
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		ingesting += time.Since(start)
		ingestingUsed += cputime.OfProcess() - used
		words += p.Words
		round++
	}
	b.ReportMetric(float64(words)/coding.Seconds(), "words/s-coding")
	b.ReportMetric(float64(words)/ingesting.Seconds(), "words/s-ingesting")
	b.ReportMetric(coding.Seconds()/ingesting.Seconds(), "of-coding")
	share := codingUsed.Seconds() / ingestingUsed.Seconds()
	b.ReportMetric(share, "of-coding-cpu")
	if share < 0.7 {
		b.Errorf("ingesting is %.2f as fast as coding by processor time; it should be 0.7", share)
	}
}

func each(docs iter.Seq2[*demarche.Doc, error]) iter.Seq[*demarche.Doc] {
	return func(yield func(*demarche.Doc) bool) {
		for doc := range docs {
			if !yield(doc) {
				return
			}
		}
	}
}

// replay codes the articles of the first round, and gives the events of later
// rounds from memory, on later days: as many documents as one likes, without
// the time that coding takes.
type replay struct {
	coder *coder.Coder
	mu    sync.Mutex
	known map[string][]demarche.Event // by text
}

func (r *replay) Code(doc *demarche.Doc) error {
	r.mu.Lock()
	events, ok := r.known[doc.Text]
	r.mu.Unlock()
	if !ok {
		if err := r.coder.Code(doc); err != nil {
			return err
		}
		r.mu.Lock()
		r.known[doc.Text] = doc.Events
		r.mu.Unlock()
		return nil
	}
	_, round, _ := strings.Cut(doc.ID, "-")
	n, err := strconv.Atoi(round[strings.LastIndexByte(round, '-')+1:])
	if err != nil {
		return err
	}
	for i, e := range events {
		e.ID, e.Doc = fmt.Sprintf("%s-%d", doc.ID, i), doc.ID
		if e.Date != nil {
			if day, err := demarche.ParseDate(*e.Date); err == nil {
				later := day.AddDays(400 * n).String()
				e.Date = &later
			}
		}
		doc.Events = append(doc.Events, e)
	}
	return nil
}

// BenchmarkManyDocuments ingests ROUNDS times 265 articles and reports how
// memory and speed develop; the figures of every tenth of the run are logged.
//
//	ROUNDS=378 go test ./ingest -run XXX -bench ManyDocuments -benchtime 1x -timeout 1h -v
func BenchmarkManyDocuments(b *testing.B) {
	rounds, err := strconv.Atoi(os.Getenv("ROUNDS"))
	if err != nil {
		b.Skip("set ROUNDS, as ROUNDS=378 for 100,000 documents")
	}
	c, err := coder.New(coder.Options{Explain: true})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := record.Open(filepath.Join(b.TempDir(), "many.db"), record.Options{})
		if err != nil {
			b.Fatal(err)
		}
		g := Ingester{Store: s, Coder: &replay{coder: c, known: map[string][]demarche.Event{}}, Version: "test", Jobs: 2}
		start, tenth := time.Now(), max(265*rounds/10, 1)
		g.Progress = func(p Progress) {
			if p.Documents%tenth == 0 {
				b.Logf("%6d documents, %s, %d MB resident", p.Documents, time.Since(start).Round(time.Second), resident(b))
				start = time.Now()
			}
		}
		if _, err := g.Run(b.Context(), news(b, rounds)); err != nil {
			b.Fatal(err)
		}
		stats, err := s.Stats(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("%+v", stats)
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// resident is the memory of the process in MB, 0 where the system does not tell.
func resident(b *testing.B) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	var kb int
	if _, err := fmt.Sscan(after, &kb); err != nil {
		b.Fatal(err)
	}
	return kb >> 10
}
