// Package inorder works on several things at a time and keeps their order.
package inorder

import (
	"iter"
	"sync"
)

// Map runs work on the items, jobs of them at a time, and hands the results
// to emit in the order of the items. No more than twice jobs items are held at
// any time. It stops at the first error of emit and returns it.
func Map[In, Out any](jobs int, items iter.Seq[In], work func(In) Out, emit func(Out) error) error {
	type task struct {
		item   In
		result chan Out
	}
	tasks := make(chan task)
	results := make(chan chan Out, jobs)
	stop := make(chan struct{})

	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range tasks {
				t.result <- work(t.item)
			}
		})
	}
	go func() {
		defer close(results)
		defer close(tasks)
		for item := range items {
			t := task{item, make(chan Out, 1)}
			select {
			case results <- t.result:
			case <-stop:
				return
			}
			tasks <- t // a worker takes it: they all run until tasks is closed
		}
	}()

	var failed error
	for result := range results {
		out := <-result
		if failed != nil {
			continue // drain, so that nobody is left waiting
		}
		if failed = emit(out); failed != nil {
			close(stop)
		}
	}
	workers.Wait()
	return failed
}
