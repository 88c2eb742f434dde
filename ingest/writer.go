package ingest

import (
	"context"

	"github.com/demarche/demarche/record"
)

// What goes into one transaction at most: what a run that is killed may lose.
const (
	batchDocuments = 64
	batchBytes     = 4 << 20
)

// writer adds batches in a goroutine of its own, so that coding goes on. One
// batch is written while the next fills: memory does not grow.
type writer struct {
	batch   []record.Coded
	bytes   int
	batches chan []record.Coded
	failed  chan struct{} // closed after err is set
	done    chan struct{}
	err     error
}

func startWriter(ctx context.Context, store Store) *writer {
	w := &writer{batches: make(chan []record.Coded), failed: make(chan struct{}), done: make(chan struct{})}
	// What was coded is written even when the run is told to end.
	ctx = context.WithoutCancel(ctx)
	go func() {
		defer close(w.done)
		for batch := range w.batches {
			if _, w.err = store.Add(ctx, batch); w.err != nil {
				close(w.failed)
				return
			}
		}
	}()
	return w
}

// add puts a document into the batch; its error is that of an earlier batch.
func (w *writer) add(c record.Coded) error {
	w.batch = append(w.batch, c)
	w.bytes += len(c.Document.Text)
	if len(w.batch) < batchDocuments && w.bytes < batchBytes {
		return nil
	}
	return w.send()
}

func (w *writer) send() error {
	select {
	case w.batches <- w.batch:
		w.batch, w.bytes = nil, 0
		return nil
	case <-w.failed:
		return w.err
	}
}

// finish writes what is left.
func (w *writer) finish() error {
	if len(w.batch) > 0 {
		if err := w.send(); err != nil {
			return w.stop()
		}
	}
	return w.stop()
}

// stop waits for the batch that is being written.
func (w *writer) stop() error {
	close(w.batches)
	<-w.done
	return w.err
}
