package assistant

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"
)

// streams hold back the end of the input until all that was asked is answered:
// the protocol's server takes the end for hanging up, and a script that pipes
// its questions in would lose the answers.
type streams struct {
	ctx context.Context
	in  io.Reader
	out io.Writer

	mu       sync.Mutex
	answered sync.Cond
	pending  int
	asking   []byte // an unfinished line of the input
}

func newStreams(ctx context.Context, in io.Reader, out io.Writer) *streams {
	s := &streams{ctx: ctx, in: in, out: out}
	s.answered.L = &s.mu
	return s
}

func (s *streams) Read(p []byte) (int, error) {
	n, err := s.in.Read(p)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asking = append(s.asking, p[:n]...)
	for {
		line, rest, whole := bytes.Cut(s.asking, []byte("\n"))
		if !whole {
			break
		}
		if id, method := kindOf(line); id && method {
			s.pending++
		}
		s.asking = rest
	}
	if n > 0 || !errors.Is(err, io.EOF) {
		return n, err
	}
	stop := context.AfterFunc(s.ctx, s.answered.Broadcast)
	defer stop()
	for s.pending > 0 && s.ctx.Err() == nil {
		s.answered.Wait()
	}
	return 0, io.EOF
}

// Write takes a message whole, as the protocol's server writes them.
func (s *streams) Write(p []byte) (int, error) {
	n, err := s.out.Write(p)
	if id, method := kindOf(p); id && !method {
		s.mu.Lock()
		s.pending--
		s.mu.Unlock()
		s.answered.Broadcast()
	}
	return n, err
}

// Close leaves the streams open, which are not its own.
func (s *streams) Close() error { return nil }

// kindOf says whether a message has an id and a method: a request has both, an
// answer only the id.
func kindOf(message []byte) (id, method bool) {
	var m struct {
		ID     json.RawMessage `json:"id"`
		Method *string         `json:"method"`
	}
	if json.Unmarshal(message, &m) != nil {
		return false, false
	}
	return len(m.ID) > 0 && string(m.ID) != "null", m.Method != nil
}
