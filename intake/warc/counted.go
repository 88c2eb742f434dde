package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// window is how much a counted reader looks ahead; longer than any header.
const window = 64 << 10

// counted is a buffered reader that knows how many bytes have been taken.
type counted struct {
	*bufio.Reader
	under io.Reader
	read  int64 // from under
}

func newCounted(r io.Reader) *counted {
	c := &counted{under: r}
	c.Reader = bufio.NewReaderSize(source{c}, window)
	return c
}

// source is where the buffer of a counted reader is filled from.
type source struct{ c *counted }

func (s source) Read(p []byte) (int, error) {
	n, err := s.c.under.Read(p)
	s.c.read += int64(n)
	return n, err
}

// restart reads from r, whose first byte is the byte at.
func (c *counted) restart(r io.Reader, at int64) {
	c.under, c.read = r, at
	c.Reset(source{c})
}

// offset is the number of the next byte.
func (c *counted) offset() int64 { return c.read - int64(c.Buffered()) }

// unread puts bytes that were just read back before the others.
func (c *counted) unread(p []byte) {
	ahead, _ := c.Peek(c.Buffered()) // cannot fail
	back := bytes.NewReader(bytes.Join([][]byte{p, ahead}, nil))
	c.restart(io.MultiReader(back, c.under), c.offset()-int64(len(p)))
}

// seek goes on to the next place where found sees a start, which begins with
// mark. It gives the error that ended the search, io.EOF when there is none.
func (c *counted) seek(mark []byte, found func(*counted) bool) error {
	for {
		ahead, err := c.Peek(window)
		i := bytes.Index(ahead, mark)
		switch {
		case i >= 0:
			c.Discard(i) // cannot fail: just peeked
			if found(c) {
				return nil
			}
			c.Discard(1)
		case err != nil && len(ahead) < len(mark):
			return err
		default:
			c.Discard(len(ahead) - len(mark) + 1)
			if err != nil && !errors.Is(err, io.EOF) {
				return err
			}
		}
	}
}
