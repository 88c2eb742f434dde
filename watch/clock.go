package watch

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// Clock tells the time and waits. Tests give one that runs faster.
type Clock interface {
	Now() time.Time
	// Timer gives a channel on which something comes after d, and what stops it.
	Timer(d time.Duration) (<-chan time.Time, func() bool)
}

// SystemClock is the clock of the machine.
type SystemClock struct{}

// Now is the time.
func (SystemClock) Now() time.Time { return time.Now() }

// Timer is time.NewTimer.
func (SystemClock) Timer(d time.Duration) (<-chan time.Time, func() bool) {
	t := time.NewTimer(d)
	return t.C, t.Stop
}

// sleep waits for d, or for something on wake; false says that ctx is done.
func sleep(ctx context.Context, clock Clock, d time.Duration, wake <-chan struct{}) bool {
	if ctx.Err() != nil {
		return false
	}
	if d <= 0 {
		return true
	}
	timer, stop := clock.Timer(d)
	defer stop()
	select {
	case <-timer:
	case <-wake:
	case <-ctx.Done():
		return false
	}
	return true
}

// dice are random numbers that several goroutines may draw.
type dice struct {
	mu  sync.Mutex
	rng *rand.Rand
}

func newDice(seed uint64) *dice {
	return &dice{rng: rand.New(rand.NewPCG(seed, 0x64656d61))}
}

// jitter is d, up to a fifth more or less, so that what fails together does not
// come back together.
func (x *dice) jitter(d time.Duration) time.Duration {
	x.mu.Lock()
	defer x.mu.Unlock()
	return time.Duration(float64(d) * (0.8 + 0.4*x.rng.Float64()))
}

// upTo is anything between nothing and d.
func (x *dice) upTo(d time.Duration) time.Duration {
	x.mu.Lock()
	defer x.mu.Unlock()
	return time.Duration(float64(d) * x.rng.Float64())
}

// backOff is how long to wait after that many failures in a row: first, then
// twice as long each time, but no longer than most.
func backOff(failures int, first, most time.Duration) time.Duration {
	for d := first; ; d *= 2 {
		if d >= most {
			return most
		}
		if failures--; failures <= 0 {
			return d
		}
	}
}
