package intake

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Open opens a file for reading; .gz and .zst are decompressed on the way.
// Its error is a *Problem.
func Open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	r, err := decompress(path, f)
	if err != nil {
		f.Close()
		return nil, &Problem{Path: path, What: fmt.Sprintf("cannot be decompressed (%v); check that the file is whole and its name right", err), Err: err}
	}
	return r, nil
}

func decompress(path string, f *os.File) (io.ReadCloser, error) {
	switch {
	case strings.HasSuffix(path, ".gz"):
		z, err := gzip.NewReader(bufio.NewReader(f))
		if err != nil {
			return nil, err
		}
		return &layered{Reader: z, inner: z.Close, file: f}, nil
	case strings.HasSuffix(path, ".zst"):
		// One decoding goroutine and no more memory than a news archive needs.
		z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
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
	file  *os.File
}

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
