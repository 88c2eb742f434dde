package intake

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/demarche/demarche/intake/warc"
)

// Open opens a file for reading; .gz and .zst are decompressed on the way.
// Its error is a *Problem.
func Open(path string) (io.ReadCloser, error) { return open(path, nil) }

// open is Open; what is read of the file, as it is on disk, is added to read.
func open(path string, read *atomic.Int64) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	var f io.ReadCloser = file
	if read != nil {
		f = &counted{file, read}
	}
	r, err := decompress(path, f)
	if err != nil {
		f.Close()
		return nil, &Problem{Path: path, What: fmt.Sprintf("cannot be decompressed (%v); check that the file is whole and its name right", err), Err: err}
	}
	return r, nil
}

func decompress(path string, f io.ReadCloser) (io.ReadCloser, error) {
	switch {
	case strings.HasSuffix(path, ".gz"):
		z, err := gzip.NewReader(bufio.NewReader(f))
		if err != nil {
			return nil, err
		}
		return &layered{Reader: z, inner: z.Close, file: f}, nil
	case strings.HasSuffix(path, ".zst"):
		z, err := warc.Unpacked(f) // a web archive may bring a dictionary
		if err != nil {
			return nil, err
		}
		return &layered{Reader: z, inner: func() error { z.Close(); return nil }, file: f}, nil
	}
	return f, nil
}

// layered is a decompressor over a file; closing it closes both.
type layered struct {
	io.Reader
	inner func() error
	file  io.Closer
}

// counted counts what is read.
type counted struct {
	file *os.File
	read *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.file.Read(p)
	c.read.Add(int64(n))
	return n, err
}

func (c *counted) ReadAt(p []byte, offset int64) (int, error) {
	n, err := c.file.ReadAt(p, offset)
	c.read.Add(int64(n))
	return n, err
}

func (c *counted) Seek(offset int64, whence int) (int64, error) { return c.file.Seek(offset, whence) }

func (c *counted) Close() error { return c.file.Close() }

func (l *layered) Close() error {
	err := l.inner()
	if e := l.file.Close(); err == nil {
		err = e
	}
	return err
}

// stripCompression is the name that the content would have uncompressed.
func stripCompression(path string) string {
	return strings.TrimSuffix(strings.TrimSuffix(path, ".gz"), ".zst")
}
