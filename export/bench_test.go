package export

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/demarche/demarche/record"
)

// endless repeats the shelf's events under new ids.
type endless struct {
	*shelf
	rounds int
}

func (e *endless) EachEvent(ctx context.Context, q record.Query, do func(*record.Event) error) error {
	for n := range e.rounds {
		err := e.shelf.EachEvent(ctx, q, func(event *record.Event) error {
			again := *event
			again.ID = fmt.Sprintf("%016x", n) + event.ID[:1]
			return do(&again)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// TestMemoryStaysFlat writes twice as many events and allows no more than
// a few MB on top: nothing but the network's nodes and the months' pairs may be
// kept.
func TestMemoryStaysFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 190,000 events")
	}
	for _, name := range []string{"parquet", "graphml", "dyad-month"} {
		f, err := Lookup(name)
		if err != nil {
			t.Fatal(err)
		}
		few, many := heapAfter(t, f, 4_200), heapAfter(t, f, 8_400)
		if many > few+16<<20 {
			t.Errorf("%s holds %d MB after 21,000 events, %d MB after 42,000", f.Name, few>>20, many>>20)
		}
	}
}

// heapAfter is what is held when the last of the events is written.
func heapAfter(t *testing.T, f Format, rounds int) uint64 {
	t.Helper()
	source := &endless{newShelf(), rounds}
	var held uint64
	probe := writerFunc(func(p []byte) (int, error) { return len(p), nil })
	seen := 0
	watched := &watching{source, func() {
		if seen++; seen == 5*rounds-1 {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC() // what lay in pools outlives the first
			runtime.ReadMemStats(&m)
			held = m.HeapAlloc
		}
	}}
	if _, err := Write(context.Background(), watched, Options{Format: f}, probe); err != nil {
		t.Fatal(err)
	}
	return held
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// watching calls back before each event.
type watching struct {
	*endless
	before func()
}

func (w *watching) EachEvent(ctx context.Context, q record.Query, do func(*record.Event) error) error {
	return w.endless.EachEvent(ctx, q, func(e *record.Event) error {
		w.before()
		return do(e)
	})
}

func BenchmarkWrite(b *testing.B) {
	for _, f := range Formats() {
		if f.Levels[0] != Events {
			continue
		}
		b.Run(f.Name, func(b *testing.B) {
			source := &endless{newShelf(), 2_000}
			for b.Loop() {
				if _, err := Write(context.Background(), source, Options{Format: f}, io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(5*2_000*b.N)/b.Elapsed().Seconds(), "events/s")
		})
	}
}
