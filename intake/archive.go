package intake

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/page"
	"github.com/demarche/demarche/intake/warc"
	"github.com/demarche/demarche/internal/inorder"
)

// archive reads the pages and texts of a web archive; in is the rest of f.
func (r Reader) archive(path string, f io.Closer, in io.Reader, yield yielder) bool {
	if file := rewound(f); file != nil {
		in = file // so that offsets are those of the file, and damage stays small
	}
	records := warc.NewReader(in, warc.Limits{})
	defer records.Close()
	passed := passedOver{}
	more := true
	// Pages are read several at a time, so that one that takes long holds up
	// nothing, and reading keeps up with coding on many processors.
	err := inorder.Map(archiveJobs, steps(records), func(s step) step { return r.archived(path, s) }, func(s step) error {
		if passed.noArticle(s.err) {
			return nil
		}
		if more = yield(s.doc, s.err); !more {
			return errStopped
		}
		return nil
	})
	if err != nil || !more {
		return false
	}
	passed.add("revisit records", records.Counts().Revisits)
	passed.add("parts of records", records.Counts().Incomplete)
	return passed.tell(path, yield)
}

// archiveJobs is how many pages of an archive are read at a time; coding them
// takes twenty times as long.
const archiveJobs = 4

// errStopped says that the taker of documents wants no more.
var errStopped = errors.New("no more documents are wanted")

// step is a record of an archive, and what was made of it.
type step struct {
	rec *warc.Record
	doc *demarche.Doc
	err error
}

// steps are the records of an archive, and what was wrong with the others.
func steps(records *warc.Reader) iter.Seq[step] {
	return func(yield func(step) bool) {
		for {
			rec, err := records.Next()
			if errors.Is(err, io.EOF) || !yield(step{rec: rec, err: err}) {
				return
			}
			var damage *warc.Damage
			if err != nil && !errors.As(err, &damage) {
				return
			}
		}
	}
}

// rewound is the file itself behind what Open gave, at its start; nil when
// there is none.
func rewound(f io.Closer) io.ReadSeeker {
	if l, isLayered := f.(*layered); isLayered {
		f = l.file
	}
	file, ok := f.(io.ReadSeeker)
	if !ok {
		return nil
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil
	}
	return file
}

// archived makes a document of a record, or a problem of what was wrong with it.
func (r Reader) archived(path string, s step) step {
	var damage *warc.Damage
	switch {
	case errors.As(s.err, &damage):
		return step{err: &Problem{Path: path, What: damage.Error(), Err: s.err}}
	case s.err != nil:
		return step{err: unreadable(path, s.err)}
	}
	doc, err := r.archivedDoc(path, s.rec)
	if err != nil {
		return step{err: &Problem{Path: path, What: fmt.Sprintf("byte %d, %s: %v", s.rec.Offset, s.rec.URI, err), Err: err}}
	}
	return step{doc: doc}
}

// archivedDoc is the document of a record. One that states no date was published
// at the latest when it was fetched, and is given that day.
func (r Reader) archivedDoc(path string, rec *warc.Record) (*demarche.Doc, error) {
	id := rec.ID
	if id == "" {
		id = fmt.Sprintf("%s:%d", path, rec.Offset)
	}
	var doc *demarche.Doc
	if strings.Contains(strings.ToLower(rec.ContentType), "html") || rec.ContentType == "" {
		article, err := page.Extract(rec.Body, page.Options{URL: rec.URI, ContentType: rec.ContentType})
		if err != nil {
			return nil, err
		}
		doc = article.Doc(id)
	} else {
		text := inUTF8(rec.Body, rec.ContentType)
		if strings.TrimSpace(text) == "" {
			return nil, &page.NotArticle{Kind: page.Empty}
		}
		doc = &demarche.Doc{ID: id, Text: text}
		doc.Title, doc.HasHeadline = headline(text)
	}
	if doc.URL == "" {
		doc.URL = rec.URI
	}
	if doc.Date.IsZero() {
		doc.Date = r.Date
	}
	if doc.Date.IsZero() && !rec.Date.IsZero() {
		doc.Date = demarche.DateOf(rec.Date)
	}
	return doc, nil
}

// inUTF8 is a text in UTF-8, whatever its encoding.
func inUTF8(text []byte, contentType string) string {
	if utf8.Valid(text) {
		return string(text)
	}
	encoding, _, _ := charset.DetermineEncoding(text, contentType)
	out, err := encoding.NewDecoder().Bytes(text)
	if err != nil {
		out = text
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

// passedOver counts what is no document, by what it is.
type passedOver map[string]int

func (p passedOver) add(what string, n int) {
	if n > 0 {
		p[what] += n
	}
}

// noArticle counts a page that is no article, and says whether err is that.
func (p passedOver) noArticle(err error) bool {
	var none *page.NotArticle
	if !errors.As(err, &none) {
		return false
	}
	p.add(string(none.Kind), 1)
	return true
}

// tell gives the counts as one note.
func (p passedOver) tell(path string, yield yielder) bool {
	if len(p) == 0 {
		return true
	}
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(p)) {
		parts = append(parts, fmt.Sprintf("%s %d", what, p[what]))
	}
	return yield(nil, &Problem{Path: path, Note: true, What: "passed over: " + strings.Join(parts, ", ")})
}
