package record

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/cputime"
)

// invention makes documents with events between countries and people that are
// as unevenly spoken of as real ones, over ten years.
type invention struct {
	random    *rand.Rand
	countries []string
	people    []demarche.Entity
	words     []string
	types     []string
}

func newInvention() *invention {
	n := &invention{random: rand.New(rand.NewPCG(7, 11))}
	for i := range 190 {
		n.countries = append(n.countries, string([]byte{'A' + byte(i/26), 'A' + byte(i%26), 'X'}))
	}
	for i := range 5000 {
		name := fmt.Sprintf("Person N%d", i)
		e := entity(n.country() + ".GOV " + name)
		e.IdentifierID = fmt.Sprintf("Q%d", i)
		n.people = append(n.people, e)
	}
	for i := range 50000 {
		n.words = append(n.words, fmt.Sprintf("w%dx", i))
	}
	n.types = categories[:]
	return n
}

// skewed is a number below n, the small ones far more often (about 1/rank).
func (n *invention) skewed(below int) int {
	u := n.random.Float64()
	return int(float64(below) * u * u * u)
}

func (n *invention) country() string { return n.countries[n.skewed(len(n.countries))] }

func (n *invention) who() demarche.Entity {
	if n.random.IntN(3) == 0 {
		return n.people[n.skewed(len(n.people))]
	}
	return entity(n.country())
}

func (n *invention) sentence(words int) string {
	var s []string
	for range words {
		s = append(s, n.words[n.skewed(len(n.words))])
	}
	return strings.Join(s, " ")
}

func (n *invention) document(i, events int) Coded {
	day := time.Date(2014, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n.random.IntN(3650))
	date := day.Format(time.DateOnly)
	c := Coded{Document: Document{ID: fmt.Sprintf("doc%d", i), Date: date, Title: n.sentence(8), Text: n.sentence(60), Coder: "test 1", Words: 60, Publication: "Paper"}}
	c.Document.Hash = c.Document.ID
	for k := range events {
		kind := n.random.IntN(len(n.types))
		c.Events = append(c.Events, demarche.Event{
			ID: fmt.Sprintf("%08x%08x", i, k), Doc: c.Document.ID, Date: &date, Event: []string{n.types[kind]}, BaseEvent: n.types[kind],
			Actor: []demarche.Entity{n.who()}, Recipient: []demarche.Entity{n.who()}, QuadCode: 1 + kind/4, EventScale: float64(8 - kind),
			Mode: []string{}, Context: []string{}, Auxiliary: []string{}, EventText: []string{}, Confidence: n.random.Float64(),
			Text: n.sentence(20), Rule: "test.rules:1", CAMEO: fmt.Sprintf("%02d0", kind),
			Location: &demarche.Location{ResolvedPlace: "Town", CountryCode: n.country()},
		})
	}
	return c
}

// million is a store of a million events. MILLION=FILE keeps it for the next time.
func million(b *testing.B) *Store {
	b.Helper()
	if testing.Short() {
		b.Skip("making a million events takes minutes")
	}
	s, err := Open(cmpOr(os.Getenv("MILLION"), filepath.Join(b.TempDir(), "million.db")), Options{NoMerge: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	start, n := time.Now(), newInvention()
	const docs, each = 200_000, 5
	if has, err := s.Stats(b.Context()); err == nil && has.Events == docs*each {
		return s
	}
	for i := 0; i < docs; i += 1000 {
		var batch []Coded
		for k := range 1000 {
			batch = append(batch, n.document(i+k, each))
		}
		add(b, s, batch...)
	}
	stats, err := s.Stats(b.Context())
	if err != nil || stats.Events != docs*each {
		b.Fatal(stats, err)
	}
	b.Logf("%d events in %d documents written in %v, %d MB", stats.Events, stats.Documents, time.Since(start).Round(time.Second), stats.Bytes>>20)
	return s
}

// BenchmarkMillion asks a store of a million events what people ask, and
// reports the medians, by the clock and by the processor time of the thread that
// answers. The latter is judged. What is asked of the busiest countries is the
// worst case.
//
//	go test ./record -run XXX -bench Million -benchtime 30x -timeout 1h
func BenchmarkMillion(b *testing.B) {
	s := million(b)
	n := newInvention()
	busy, other, rare := n.countries[0], n.countries[1], n.countries[100]
	month := " since:2019-03 until:2019-03"
	events := func(query string, p Page) func(*testing.B) int {
		q := parse(b, query)
		checked := false
		return func(b *testing.B) int {
			found, _, err := s.Events(b.Context(), q, p)
			if err != nil {
				b.Fatal(err)
			}
			if !checked {
				checked = true
				holds(b, q, p, found)
			}
			return len(found)
		}
	}
	for _, bench := range []struct {
		name  string
		limit time.Duration
		ask   func(*testing.B) int
	}{
		{"actor and month, busiest", 20 * time.Millisecond, events("actor:"+busy+month, Page{})},
		{"actor and month, rare", 20 * time.Millisecond, events("actor:"+rare+month, Page{})},
		{"person and month", 20 * time.Millisecond, events(`actor:"Person N3"`+month, Page{})},
		{"actor, month and type", 20 * time.Millisecond, events("actor:"+busy+" type:CONSULT"+month, Page{})},
		{"pair and month", 20 * time.Millisecond, events("actor:"+busy+" recipient:"+other+month, Page{})},
		{"actor and sector", 0, events("actor:"+busy+".GOV", Page{})},
		{"type, latest", 0, events("type:ASSAULT", Page{})},
		{"most mentions", 0, events("", Page{Sort: "mentions"})},
		{"text, a rare word", 100 * time.Millisecond, events("text:w40000x", Page{})},
		{"text, a word of 1 in 200", 100 * time.Millisecond, events("text:w300x", Page{})},
		{"text, two words", 100 * time.Millisecond, events("text:w30x,w50x", Page{})},
		{"text, phrase", 100 * time.Millisecond, events(`text:"w30x w50x"`, Page{})},
		{"text, phrase of the commonest words", 0, events(`text:"w0x w1x"`, Page{})},
		{"text, the commonest word", 100 * time.Millisecond, events("text:w0x", Page{})},
		{"text and actor", 100 * time.Millisecond, events("w300x actor:"+busy, Page{})},
		{"text by relevance", 100 * time.Millisecond, events("text:w300x", Page{Sort: "relevance"})},
		{"dyad by month, busiest", 50 * time.Millisecond, func(b *testing.B) int {
			p, err := s.Dyad(b.Context(), busy, other, "month", Query{})
			if err != nil || len(p) != 120 {
				b.Fatal(len(p), err)
			}
			return len(p)
		}},
		{"dyad by day, one type", 50 * time.Millisecond, func(b *testing.B) int {
			p, err := s.Dyad(b.Context(), busy, other, "day", Query{Type: []string{"CONSULT"}})
			if err != nil {
				b.Fatal(err)
			}
			return len(p)
		}},
		{"facets of everything", 0, func(b *testing.B) int { return facets(b, s, Query{}, "actor") }},
		{"facets of the busiest actor", 0, func(b *testing.B) int { return facets(b, s, parse(b, "actor:"+busy), "type") }},
		{"network of a month", 0, func(b *testing.B) int {
			edges, err := s.Network(b.Context(), parse(b, strings.TrimSpace(month)), 100)
			if err != nil {
				b.Fatal(err)
			}
			return len(edges)
		}},
		{"actor's profile", 0, func(b *testing.B) int {
			p, err := s.Actor(b.Context(), "Person N3")
			if err != nil {
				b.Fatal(err)
			}
			return len(p.Legs)
		}},
	} {
		b.Run(strings.ReplaceAll(bench.name, " ", "_"), func(b *testing.B) {
			if bench.ask(b) == 0 { // warms up, too
				b.Fatal("nothing is found")
			}
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			var clock, processor []time.Duration
			for b.Loop() {
				start, used := time.Now(), cputime.OfThread()
				bench.ask(b)
				clock, processor = append(clock, time.Since(start)), append(processor, cputime.OfThread()-used)
			}
			b.ReportMetric(median(clock).Seconds()*1000, "ms/median")
			b.ReportMetric(median(processor).Seconds()*1000, "ms/median-cpu")
			if m := median(processor); bench.limit > 0 && m > bench.limit {
				b.Errorf("the median is %v, above %v", m, bench.limit)
			}
		})
	}
}

// holds wants every event to be one that was asked for, and the latest first.
func holds(b *testing.B, q Query, p Page, found []Event) {
	b.Helper()
	named := func(side []demarche.Entity, terms []Term) bool {
		return len(terms) == 0 || slices.ContainsFunc(side, func(e demarche.Entity) bool {
			t := terms[0]
			return (t.Code == "" || t.Code == deref(e.Code)) && (t.Sector == "" || t.Sector == deref(e.Sector)) && (t.Name == "" || t.Name == e.IdentifierText)
		})
	}
	for i := range found {
		e := &found[i]
		day := deref(e.Date)
		switch {
		case !named(e.Actor, q.Actor), !named(e.Recipient, q.Recipient):
			b.Errorf("%s finds an event of %+v", q, e.Actor)
		case day < q.Since, q.Until != "" && day > q.Until:
			b.Errorf("%s finds an event of %s", q, day)
		case len(q.Type) > 0 && e.Event.Event[0] != q.Type[0]:
			b.Errorf("%s finds %s", q, e.Event.Event)
		case p.Sort == "" && i > 0 && day > deref(found[i-1].Date):
			b.Errorf("%s: %s comes after %s", q, day, deref(found[i-1].Date))
		}
		for _, w := range textWords(q.Text) {
			if text := " " + e.CiteInfo.Title + " " + e.Text + " "; !strings.Contains(text, " "+w.text+" ") {
				b.Errorf("%s finds %q", q, text)
			}
		}
	}
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func facets(b *testing.B, s *Store, q Query, field string) int {
	counts, err := s.Facets(b.Context(), q, field, 0)
	if err != nil {
		b.Fatal(err)
	}
	return len(counts)
}
