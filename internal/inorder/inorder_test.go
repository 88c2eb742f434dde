package inorder

import (
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsTheOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		var got, want []int
		for i := range 200 {
			want = append(want, i*i)
		}
		err := Map(jobs, numbers(200), func(i int) int {
			time.Sleep(time.Duration(i%3) * time.Microsecond)
			return i * i
		}, func(n int) error {
			got = append(got, n)
			return nil
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%d jobs: error %v, got %v", jobs, err, got)
		}
	}
}

func TestMapHoldsFewItems(t *testing.T) {
	const jobs = 3
	var held, most atomic.Int64
	items := func(yield func(int) bool) {
		for i := range 300 {
			most.Store(max(most.Load(), held.Add(1)))
			if !yield(i) {
				return
			}
		}
	}
	err := Map(jobs, items, func(i int) int { return i }, func(int) error {
		held.Add(-1)
		return nil
	})
	// One more is being read, and one being printed.
	if err != nil || most.Load() > 2*jobs+2 {
		t.Errorf("error %v, %d items held at once", err, most.Load())
	}
}

func TestMapStopsAtAnError(t *testing.T) {
	stop := errors.New("disk full")
	read, printed := 0, 0
	items := func(yield func(int) bool) {
		for i := range 100000 {
			read++
			if !yield(i) {
				return
			}
		}
	}
	err := Map(2, items, func(i int) int { return i }, func(int) error {
		if printed++; printed == 3 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || printed != 3 || read > 50 {
		t.Errorf("error %v after %d printed and %d read", err, printed, read)
	}
}
