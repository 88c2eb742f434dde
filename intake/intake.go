// Package intake reads documents from files, directories and streams, compressed
// or not: text, JSON, tables, web pages and archives of them, feeds, mail, exports
// of news databases, told apart by content. It streams, so that memory does not
// grow with the input, and goes on after whatever it cannot read.
package intake

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/demarche/demarche"
)

// MaxDocument is the longest document that is read, in bytes: far above any
// article, and low enough that a stray dump cannot take all memory.
const MaxDocument = 8 << 20

// StdinName is the path, and the document id, of standard input.
const StdinName = "stdin"

// Reader reads the documents of files and directories.
type Reader struct {
	Stdin io.Reader     // what "-" stands for
	Date  demarche.Date // of documents that carry none; may be zero
	// Read, when given, tells how far reading has come: what is read of files,
	// in bytes as they are on disk, is added to it.
	Read *atomic.Int64
	// AnyLanguage keeps documents in other languages than English, which are
	// otherwise set aside; a note at the end counts them.
	AnyLanguage bool
	// Fields names the fields of documents in JSON, CSV and Parquet, where those
	// are not the usual ones.
	Fields Fields
}

// Documents gives the documents of the paths in their order; "-" is standard
// input, a directory is walked in lexical order.
//
// Each step gives a document, or a *Problem, or both: a document that could be
// read only in part comes with what was wrong with it.
func (r Reader) Documents(paths ...string) iter.Seq2[*demarche.Doc, error] {
	return func(yield func(*demarche.Doc, error) bool) {
		aside := newAside(yield, r.AnyLanguage)
		for _, path := range paths {
			if !r.path(path, aside.take) {
				return
			}
		}
		aside.tell()
	}
}

// One gives the first document of a path. A document that could be read only
// in part comes with the *Problem.
func (r Reader) One(path string) (doc *demarche.Doc, err error) {
	for doc, err = range r.Documents(path) {
		break
	}
	return doc, err
}

// yielder takes a document or a problem; false asks to stop.
type yielder = func(*demarche.Doc, error) bool

func (r Reader) path(path string, yield yielder) bool {
	if path == "-" {
		return r.stream(StdinName, StdinName, io.NopCloser(r.Stdin), yield)
	}
	info, err := os.Stat(path)
	if err != nil {
		return yield(nil, unreadable(path, err))
	}
	if info.IsDir() {
		return r.dir(path, yield)
	}
	return r.file(path, yield)
}

func (r Reader) dir(root string, yield yielder) bool {
	more, found := true, false
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch hidden := path != root && strings.HasPrefix(entry.Name(), "."); {
		case err != nil:
			more = yield(nil, unreadable(path, err))
		case entry.IsDir() && hidden:
			return filepath.SkipDir
		case entry.IsDir() || hidden || !isDocumentName(path):
		default:
			found = true
			more = r.file(path, yield)
		}
		if !more {
			return filepath.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return yield(nil, unreadable(root, err))
	}
	if more && !found {
		return yield(nil, &Problem{Path: root, What: "the directory holds no documents; put .txt or .jsonl files there, or name the files"})
	}
	return more
}

func (r Reader) file(path string, yield yielder) bool {
	f, err := open(path, r.Read)
	if err != nil {
		return yield(nil, err)
	}
	return r.stream(path, stripCompression(path), f, yield)
}

// unreadable says in plain words why a path cannot be opened or read.
func unreadable(path string, err error) *Problem {
	what := "cannot be read: " + err.Error()
	var pathErr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what = "no such file or directory; check the path"
	case errors.Is(err, fs.ErrPermission):
		what = "permission denied; make the file readable"
	case errors.As(err, &pathErr):
		what = "cannot be read: " + pathErr.Err.Error()
	}
	return &Problem{Path: path, What: what, Err: err}
}
