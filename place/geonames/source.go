package geonames

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// source is the text of a dump, in an archive or plain.
type source struct {
	text   io.Reader
	close  func()
	size   int64 // of the file
	time   int64
	length int64 // of the text
	read   int64
}

// Read counts what was read.
func (s *source) Read(b []byte) (int, error) {
	n, err := s.text.Read(b)
	s.read += int64(n)
	return n, err
}

func (s *source) done() float64 {
	if s.length == 0 {
		return 0
	}
	return min(1, float64(s.read)/float64(s.length))
}

// open opens a dump. Of an archive the table is the largest text in it:
// allCountries.zip holds one, those of single countries a readme besides.
func open(file string) (*source, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	s := &source{size: info.Size(), time: info.ModTime().UnixNano(), length: info.Size(), text: f, close: func() { f.Close() }}
	if !strings.HasSuffix(strings.ToLower(file), ".zip") {
		return s, nil
	}
	archive, err := zip.NewReader(f, info.Size())
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var table *zip.File
	for _, entry := range archive.File {
		name := strings.ToLower(path.Base(entry.Name))
		if strings.HasSuffix(name, ".txt") && name != "readme.txt" && (table == nil || entry.UncompressedSize64 > table.UncompressedSize64) {
			table = entry
		}
	}
	if table == nil {
		f.Close()
		return nil, fmt.Errorf("%s: no table such as allCountries.txt in it", file)
	}
	text, err := table.Open()
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %s: %w", file, table.Name, err)
	}
	s.length, s.text = int64(table.UncompressedSize64), text
	s.close = func() { text.Close(); f.Close() }
	return s, nil
}
