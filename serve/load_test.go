package serve

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/demarche/demarche/internal/cputime"
	"github.com/demarche/demarche/internal/synthetic"
	"github.com/demarche/demarche/record"
)

// largeStore is a record of n made-up events. DEMARCHE_LOAD_DB names a file in
// which it is kept for the next run, since a million take minutes to write.
func largeStore(t testing.TB, n int) *record.Store {
	t.Helper()
	path := cmp.Or(os.Getenv("DEMARCHE_LOAD_DB"), filepath.Join(t.TempDir(), "large.db"))
	store, err := record.Open(path, record.Options{NoMerge: true}) // which takes no part in what is measured here
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if stats, err := store.Stats(context.Background()); err != nil || stats.Mentions >= n {
		return store
	}
	start := time.Now()
	var batch []record.Coded
	add := func() {
		if _, err := store.Add(context.Background(), batch); err != nil {
			t.Fatal(err)
		}
		batch = batch[:0]
	}
	for d := range synthetic.Documents(n / synthetic.EventsEach) {
		batch = append(batch, record.Coded{
			Document: record.Document{
				ID: d.ID, Hash: d.ID, Date: d.Date, Title: d.Title, Publication: d.Publication, Text: d.Text, Coder: "synthetic", Events: len(d.Events),
			},
			Events: d.Events,
		})
		if len(batch) == 1000 {
			add()
		}
	}
	add()
	t.Logf("%d mentions written in %.1f s", n, time.Since(start).Seconds())
	return store
}

// largeHandler serves a large record.
func largeHandler(t testing.TB, n int) http.Handler {
	t.Helper()
	c, err := theCoder()
	if err != nil {
		t.Fatal(err)
	}
	store := largeStore(t, n)
	index := record.NewIndex(store, FileVersion(store.Path()))
	start := time.Now()
	if err := index.Load(context.Background()); err != nil {
		t.Fatal(err)
	}
	t.Logf("index of %d events read in %.1f s", n, time.Since(start).Seconds())
	handler, err := New(Options{Store: index, Version: FileVersion(store.Path()), Engine: c, Local: true, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// questions are what the pages ask, for people who look at different things.
type questions struct {
	random *rand.Rand
	events []string // ids
}

var (
	askedStates = strings.Fields("USA RUS CHN UKR ISR GBR FRA DEU IRN IND PAK KAZ UZB KEN SOM NGA MEX CHL AUS NZL")
	askedTypes  = strings.Fields("CONSULT ACCUSE ASSAULT AGREE SANCTION AID THREATEN")
)

func (q *questions) state() string { return askedStates[q.random.IntN(len(askedStates))] }

func (q *questions) month() string {
	return fmt.Sprintf("%d-%02d", 2015+q.random.IntN(10), 1+q.random.IntN(12))
}

func (q *questions) next() string {
	switch q.random.IntN(20) {
	case 0, 1, 2, 3:
		return "/events?actor=" + q.state() + "&since=" + q.month()
	case 4, 5, 6:
		return "/events?either=" + q.state() + "&type=" + askedTypes[q.random.IntN(len(askedTypes))]
	case 7, 8:
		return "/events?recipient=" + q.state() + "&quad=4&sort=date&limit=100"
	case 9, 10:
		return "/events?text=" + url.QueryEscape("ceasefire "+q.state())
	case 11, 12, 13:
		return "/events/" + q.events[q.random.IntN(len(q.events))]
	case 14, 15:
		return "/dyad?by=month&limit=50&a=" + q.state() + "&b=" + q.state()
	case 16:
		return "/facets?fields=type,quad,status&actor=" + q.state() + "&since=" + q.month()
	case 17:
		return "/actors?prefix=" + string(rune('a'+q.random.IntN(26)))
	case 18:
		return "/network?limit=100&since=" + q.month()
	}
	return "/map?limit=300&actor=" + q.state() + "&since=2023"
}

// TestLoad asks 200 questions a second, evenly, whether or not the answers
// before have come, as people do who know nothing of each other. Nothing is
// asked twice on purpose and no answer comes from a browser's store.
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const perSecond, limit = 200, 250 * time.Millisecond
	events, seconds := setting("DEMARCHE_LOAD_EVENTS", 120_000), setting("DEMARCHE_LOAD_SECONDS", 5)
	server := httptest.NewServer(largeHandler(t, events))
	defer server.Close()
	base := server.URL
	q := &questions{random: rand.New(rand.NewPCG(3, 4)), events: someIDs(t, base)}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}, Timeout: 20 * time.Second}
	n := perSecond * seconds
	type took struct {
		target string
		time   time.Duration
		failed string
	}
	answers := make([]took, n)
	var asked sync.WaitGroup
	start, before := time.Now(), cputime.OfProcess()
	for i := range n {
		due := start.Add(time.Duration(i) * time.Second / perSecond)
		time.Sleep(time.Until(due))
		target := q.next()
		asked.Go(func() {
			answers[i] = took{target: target, failed: ask(client, base+"/api/v1"+target), time: time.Since(due)}
		})
	}
	asked.Wait()
	all := time.Since(start)
	each := (cputime.OfProcess() - before) / time.Duration(n) // that of asking included
	slices.SortFunc(answers, func(a, b took) int { return cmp.Compare(a.time, b.time) })
	if i := slices.IndexFunc(answers, func(a took) bool { return a.failed != "" }); i >= 0 {
		judge(t, "%s: %s", answers[i].target, answers[i].failed)
	}
	p50, p99 := answers[n/2].time, answers[n*99/100].time
	t.Logf("%d events, %d requests in %.1f s: median %v, p99 %v, longest %v (%s); %v of processor time each", events, n, all.Seconds(), p50, p99, answers[n-1].time, answers[n-1].target, each)
	for _, a := range answers[n-n/100:] {
		t.Logf("slow: %v %s", a.time, a.target)
	}
	if p99 > limit {
		judge(t, "p99 is %v, more than %v", p99, limit)
	}
}

// judge says what is too slow, unless other programs have the processors: then
// these times are theirs.
func judge(t *testing.T, format string, args ...any) {
	t.Helper()
	if share := share(); share < 0.9 {
		t.Logf("not judged, since other programs leave %.0f%% of a processor: "+format, append([]any{100 * share}, args...)...)
		return
	}
	t.Errorf(format, args...)
}

// share is how much of a processor a thread gets that wants a whole one.
func share() float64 {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start, before := time.Now(), cputime.OfThread()
	for time.Since(start) < 300*time.Millisecond {
	}
	return float64(cputime.OfThread()-before) / float64(time.Since(start))
}

// TestFilterChange asks once each what a change of filter asks. What is judged
// is processor time, which other programs do not add to; each answer is made by
// one thread.
func TestFilterChange(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const limit = 150 * time.Millisecond
	handler := largeHandler(t, setting("DEMARCHE_LOAD_EVENTS", 120_000))
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var longest time.Duration
	for _, filter := range []string{
		"actor=USA", "actor=KAZ", "either=RUS", "actor=USA&recipient=RUS", "type=CONSULT", "type=ASSAULT&since=2020", "quad=4", "status=future",
		"", "since=2019-03&until=2019-03", "since=2018", "place=KAZ", "text=ceasefire", "text=ceasefire+grain&actor=USA", "source=The+Daily", "min_confidence=0.9",
		"q=-type:CONSULT+actor:CHN", "actor=USA.MIL", "context=military", "actor=Anna+Abara0", "q=actor:.MIL+type:AID,SANCTION+place:KAZ",
	} {
		for _, page := range []string{"/events?sort=confidence&", "/events?", "/facets?fields=type,quad,status,actor,recipient,country&", "/map?", "/network?"} {
			took := answerTime(t, handler, root+page+filter)
			t.Logf("%6.1f ms %s%s", float64(took.Microseconds())/1000, page, filter)
			longest = max(longest, took)
			if took > limit {
				t.Errorf("%s%s took %v, more than %v", page, filter, took, limit)
			}
		}
	}
	t.Logf("the longest took %v", longest)
}

// answerTime is the processor time that an answer takes.
func answerTime(t *testing.T, handler http.Handler, target string) time.Duration {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, target, nil)
	r.Host = "localhost"
	w := httptest.NewRecorder()
	before := cputime.OfThread()
	handler.ServeHTTP(w, r)
	took := cputime.OfThread() - before
	if w.Code != http.StatusOK {
		t.Errorf("%s: %d %s", target, w.Code, w.Body)
	}
	return took
}

// ask gives what went wrong, "" for nothing.
func ask(client *http.Client, target string) string {
	r, err := client.Get(target)
	if err != nil {
		return err.Error()
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return err.Error()
	}
	if r.StatusCode != http.StatusOK {
		return fmt.Sprintf("%d %s", r.StatusCode, body)
	}
	return ""
}

func someIDs(t testing.TB, base string) []string {
	t.Helper()
	r, err := http.Get(base + "/api/v1/events?limit=500&format=csv")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for line := range strings.Lines(string(body)) {
		if id, _, _ := strings.Cut(line, ","); id != "id" {
			ids = append(ids, id)
		}
	}
	return ids
}

func setting(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}
