package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// record is a document as JSON Lines hold it.
type record struct {
	ID          id     `json:"id"`
	Date        string `json:"date,omitempty"`
	Published   string `json:"published,omitempty"` // RFC 3339: the date with its time
	Title       string `json:"title,omitempty"`
	Text        string `json:"text"`
	URL         string `json:"url,omitempty"`
	Publication string `json:"publication,omitempty"`
	Author      string `json:"author,omitempty"`
	Language    string `json:"language,omitempty"`
}

// id is a string; numbers are taken too, since databases export them.
type id string

func (v *id) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] != '"' {
		var n json.Number
		if err := json.Unmarshal(b, &n); err != nil {
			return err
		}
		*v = id(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(v))
}

// jsonLines reads one document a line.
func (r Reader) jsonLines(path string, in *bufio.Reader, yield yielder) bool {
	var buf []byte
	documents := 0
	for number := 1; ; number++ {
		line, long, err := readLine(in, buf[:0])
		buf = line
		if err != nil && !errors.Is(err, io.EOF) {
			p := unreadable(path, err)
			p.Line = number
			return yield(nil, p)
		}
		more := true
		switch {
		case long:
			documents++
			more = yield(nil, &Problem{Path: path, Line: number, What: tooLong("the line")})
		case len(bytes.TrimSpace(line)) > 0:
			if documents == 0 && spread(line) {
				return yield(nil, &Problem{Path: path, Line: number, What: "this is JSON spread over several lines; write one document a line (jq -c . does it)"})
			}
			documents++
			more = yield(r.parse(path, number, line))
		}
		if !more {
			return false
		}
		if err != nil {
			break
		}
	}
	if documents == 0 {
		return yield(nil, &Problem{Path: path, Line: 1, What: "the file is empty; nothing to code"})
	}
	return true
}

// spread says whether a line only opens a JSON value that goes on below.
func spread(line []byte) bool {
	t := bytes.TrimSpace(line)
	return len(t) == 1 && (t[0] == '{' || t[0] == '[')
}

// readLine appends the next line to buf, without its end. Of a line longer than
// MaxDocument nothing is kept. At the end of the input the error is io.EOF and
// the line may still hold something.
func readLine(in *bufio.Reader, buf []byte) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long && len(buf)+len(part) > MaxDocument {
			long, buf = true, buf[:0]
		}
		if !long {
			buf = append(buf, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(buf, []byte("\n")), long, err
		}
	}
}

// parse makes a document of one line, and says what was wrong with it.
func (r Reader) parse(path string, number int, line []byte) (*demarche.Doc, error) {
	problem := func(col int, what string, args ...any) *Problem {
		return &Problem{Path: path, Line: number, Col: col, What: fmt.Sprintf(what, args...)}
	}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		p := jsonProblem(line, err)
		p.Path, p.Line, p.Err = path, number, err
		return nil, p
	}
	if strings.TrimSpace(rec.Text) == "" {
		return nil, problem(0, `the document has no text; give it in the field "text"`)
	}
	doc := rec.doc(path, number)
	doc.Date = r.Date
	if stamp := cmp.Or(rec.Date, rec.Published); stamp != "" {
		date, err := demarche.ParseDate(stamp)
		if err != nil {
			return doc, problem(0, "%v; the document is read as if it had none", err)
		}
		doc.Date = date
	}
	if i := invalidUTF8(string(line)); i >= 0 {
		return doc, problem(i+1, badUTF8)
	}
	return doc, nil
}

func (rec *record) doc(path string, number int) *demarche.Doc {
	doc := &demarche.Doc{
		ID: string(rec.ID), Title: rec.Title, URL: rec.URL, Publication: rec.Publication,
		Author: rec.Author, Language: rec.Language, Text: rec.Text,
	}
	for _, stamp := range []string{rec.Published, rec.Date} {
		if at, err := time.Parse(time.RFC3339, stamp); err == nil && doc.Published.IsZero() {
			doc.Published = at
		}
	}
	if doc.ID == "" {
		doc.ID = fmt.Sprintf("%s:%d", path, number)
	}
	// A text that repeats its title as a first paragraph, as "demarche read"
	// writes plain text down.
	if first, ok := headline(rec.Text); ok && rec.Title != "" && first == strings.TrimSpace(rec.Title) {
		doc.HasHeadline = true
	}
	return doc
}

// jsonProblem says in plain words what json.Unmarshal did not like.
func jsonProblem(line []byte, err error) *Problem {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(line):
		return &Problem{Col: len(line), What: "the JSON object ends too early; write each document on one line"}
	case errors.As(err, &syntax):
		return &Problem{Col: int(syntax.Offset), What: fmt.Sprintf("this is no JSON (%v); correct the line", err)}
	case errors.As(err, &kind) && kind.Field == "":
		return &Problem{What: fmt.Sprintf("a document is a JSON object, and this is a JSON %s; correct the line", kind.Value)}
	case errors.As(err, &kind):
		return &Problem{Col: int(kind.Offset), What: fmt.Sprintf("the field %q is a JSON %s and has to be a string; correct the line", kind.Field, kind.Value)}
	}
	return &Problem{What: fmt.Sprintf("this is no JSON document (%v); correct the line", err)}
}

// Write writes a document as one line of JSON, as jsonLines reads it.
func Write(w io.Writer, doc *demarche.Doc) error {
	rec := record{
		ID: id(doc.ID), Date: doc.Date.String(), Title: doc.Title, Text: doc.Text,
		URL: doc.URL, Publication: doc.Publication, Author: doc.Author, Language: doc.Language,
	}
	if !doc.Published.IsZero() {
		rec.Published = doc.Published.Format(time.RFC3339)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(rec); err != nil {
		return fmt.Errorf("writing document %s: %w", doc.ID, err)
	}
	return nil
}
