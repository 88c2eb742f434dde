package intake

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/mail"
	"github.com/demarche/demarche/intake/newsbase"
	"github.com/demarche/demarche/intake/office"
	"github.com/demarche/demarche/intake/wiki"
)

// whole is all of a text of moderate length.
func (r Reader) whole(path string, in io.Reader) (string, error) {
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(in, MaxDocument+1))
	switch {
	case err != nil:
		return "", unreadable(path, err)
	case n > MaxDocument:
		return "", &Problem{Path: path, Line: 1, What: tooLong("the document")}
	case strings.TrimSpace(b.String()) == "":
		return "", &Problem{Path: path, Line: 1, What: "the document is empty; nothing to code"}
	}
	return strings.ToValidUTF8(b.String(), "\ufffd"), nil
}

// message reads one e-mail.
func (r Reader) message(path string, in io.Reader, yield yielder) bool {
	limited := &io.LimitedReader{R: in, N: mail.MaxMessage}
	m, err := mail.Read(limited)
	if limited.N <= 0 {
		err = mail.ErrTooLong
	}
	if err != nil {
		return yield(nil, &Problem{Path: path, What: err.Error(), Err: err})
	}
	return yield(r.letter(path, m), nil)
}

// mailbox reads the messages of a mailbox.
func (r Reader) mailbox(path string, in io.Reader, yield yielder) bool {
	for m, err := range mail.Messages(in) {
		more := true
		if err != nil {
			more = yield(nil, &Problem{Path: path, Line: m.Line, What: err.Error(), Err: err})
		} else {
			more = yield(r.letter(fmt.Sprintf("%s:%d", path, m.Line), m.Message), nil)
		}
		if !more {
			return false
		}
	}
	return true
}

// letter is a message as a document; id is for one that has none.
func (r Reader) letter(id string, m *mail.Message) *demarche.Doc {
	doc := &demarche.Doc{ID: id, Title: m.Subject, Author: m.From, Publication: m.Domain, Language: language(m.Language), Text: m.Text, Date: r.Date}
	if m.ID != "" {
		doc.ID = m.ID
	}
	if !m.Date.IsZero() {
		doc.Date, doc.Published = demarche.DateOf(m.Date), m.Date
	}
	return doc
}

// newsbase reads the articles of a news database's export.
func (r Reader) newsbase(path string, form newsbase.Form, in io.Reader, yield yielder) bool {
	for a, err := range newsbase.Articles(in, form) {
		more := true
		if err != nil {
			more = yield(nil, &Problem{Path: path, Line: a.Line, What: err.Error(), Err: err})
		} else {
			more = yield(r.exported(path, a), nil)
		}
		if !more {
			return false
		}
	}
	return true
}

func (r Reader) exported(path string, a newsbase.Article) *demarche.Doc {
	doc := &demarche.Doc{
		ID: a.ID, Title: a.Title, Publication: a.Publication, Author: a.Author, Language: a.Language, Text: a.Text, Date: r.Date,
	}
	if doc.ID == "" {
		doc.ID = fmt.Sprintf("%s:%d", path, a.Line)
	}
	if !a.Published.IsZero() {
		doc.Date = demarche.DateOf(a.Published.Time)
	}
	if a.Published.Clock {
		doc.Published = a.Published.Time
	}
	return doc
}

// wiki reads the articles of a MediaWiki dump.
func (r Reader) wiki(path string, in io.Reader, yield yielder) bool {
	for a, err := range wiki.Articles(in) {
		if err != nil {
			what := err.Error()
			if a.Title != "" {
				what = fmt.Sprintf("%q: %v", a.Title, err)
			}
			if !yield(nil, &Problem{Path: path, What: what, Err: err}) {
				return false
			}
			continue
		}
		doc := &demarche.Doc{ID: path + ":" + a.ID, Title: a.Title, Text: a.Text, Date: r.Date}
		if !a.Published.IsZero() {
			doc.Date = demarche.DateOf(a.Published.Time)
		}
		if !yield(doc, nil) {
			return false
		}
	}
	return true
}

// maxOffice is the longest file of a word processor that is read, in bytes, with
// the pictures in it.
const maxOffice = 256 << 20

// office reads a file of a word processor: one document, or the articles that a
// news database put into it.
func (r Reader) office(path string, in io.Reader, read func([]byte) (*office.Document, error), yield yielder) bool {
	file, err := io.ReadAll(io.LimitReader(in, maxOffice+1))
	if err != nil {
		return yield(nil, unreadable(path, err))
	}
	if len(file) > maxOffice {
		return yield(nil, &Problem{Path: path, What: "the file is longer than 256 MiB and was passed over"})
	}
	content, err := read(file)
	switch {
	case errors.Is(err, office.ErrNotDOCX):
		return yield(nil, &Problem{Path: path, What: err.Error(), Err: err})
	case err != nil:
		return yield(nil, &Problem{Path: path, What: "the word processor's file cannot be read: " + err.Error(), Err: err})
	}
	if form := newsbase.Sniff(content.Text[:min(len(content.Text), databaseLen)]); form != newsbase.None {
		return r.newsbase(path, form, strings.NewReader(content.Text), yield)
	}
	if len(content.Text) > MaxDocument {
		return yield(nil, &Problem{Path: path, What: tooLong("the document")})
	}
	doc := &demarche.Doc{ID: path, Author: content.Author, Text: content.Text, Date: r.Date}
	doc.Title, doc.HasHeadline = headline(content.Text)
	if !doc.HasHeadline {
		doc.Title = content.Title
	}
	return yield(doc, nil)
}

// databaseLen is how much of a file shows whether it is an export.
const databaseLen = 64 << 10
