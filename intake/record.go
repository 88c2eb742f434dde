package intake

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/page"
	"github.com/demarche/demarche/intake/stamp"
)

// record is a document as JSON Lines hold it.
type record struct {
	ID          loose  `json:"id"`
	Date        loose  `json:"date,omitempty"`
	Published   loose  `json:"published,omitempty"` // RFC 3339: the date with its time
	Title       loose  `json:"title,omitempty"`
	Text        string `json:"text"`
	URL         loose  `json:"url,omitempty"`
	Publication loose  `json:"publication,omitempty"`
	Author      loose  `json:"author,omitempty"`
	Language    loose  `json:"language,omitempty"`
}

// loose is a string that may be written down as something else: databases
// export numbers as ids, and lists of authors.
type loose string

func (v *loose) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(v))
	}
	var any any
	if err := json.Unmarshal(b, &any); err != nil {
		return err
	}
	if n := json.Number(""); json.Unmarshal(b, &n) == nil {
		*v = loose(n)
		return nil
	}
	*v = loose(plainValue(any))
	return nil
}

// plainValue is a JSON value as text: a list's values with commas, the name of a
// thing.
func plainValue(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case float64:
		return strings.TrimSuffix(fmt.Sprintf("%.6f", v), ".000000")
	case bool:
		return fmt.Sprint(v)
	case []any:
		var all []string
		for _, one := range v {
			if s := plainValue(one); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		for _, key := range []string{"name", "title", "value", "id"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}

// lacks says whether the record lacks what may stand under another name.
func (rec *record) lacks() bool {
	return strings.TrimSpace(rec.Text) == "" || rec.Title == "" || rec.Date == "" && rec.Published == ""
}

// fill takes from other what rec lacks; a date only where it is one.
func (rec *record) fill(other record) {
	if strings.TrimSpace(rec.Text) == "" {
		rec.Text = other.Text
	}
	if _, err := when(string(other.Date)); err != nil {
		other.Date = ""
	}
	if rec.Date == "" && rec.Published == "" {
		rec.Date = other.Date
	}
	rec.ID = cmp.Or(rec.ID, other.ID)
	rec.Title = cmp.Or(rec.Title, other.Title)
	rec.URL = cmp.Or(rec.URL, other.URL)
	rec.Publication = cmp.Or(rec.Publication, other.Publication)
	rec.Author = cmp.Or(rec.Author, other.Author)
	rec.Language = cmp.Or(rec.Language, other.Language)
}

// noText says that a document lacks the one thing it needs.
const noText = `the document has no text; give it in the field "text"`

// document makes a document of a record that stands at a place, and says what
// was wrong with it.
func (r Reader) document(at Problem, rec *record) (*demarche.Doc, error) {
	if strings.TrimSpace(rec.Text) == "" {
		at.What = noText
		if name := r.Fields.names["text"]; name != "" {
			at.What = fmt.Sprintf("the document has no text under %q, where --map says that it is", name)
		}
		return nil, &at
	}
	doc := rec.doc()
	if doc.ID == "" {
		doc.ID = at.Path
		if at.Line > 0 {
			doc.ID = fmt.Sprintf("%s:%d", at.Path, at.Line)
		}
	}
	doc.Date = r.Date
	if date := cmp.Or(string(rec.Date), string(rec.Published)); date != "" {
		found, err := when(date)
		if err != nil {
			at.What = fmt.Sprintf("%v; the document is read as if it had none", err)
			return doc, &at
		}
		doc.Date = demarche.DateOf(found.Time)
		if found.Clock && doc.Published.IsZero() {
			doc.Published = found.Time
		}
	}
	return doc, nil
}

// when reads a date, ISO 8601 or another form that names the day.
func when(s string) (stamp.Stamp, error) {
	day, err := demarche.ParseDate(s)
	found := stamp.Parse(s)
	switch {
	case err == nil && (found.IsZero() || demarche.DateOf(found.Time) != day):
		return stamp.Stamp{Time: day.Time()}, nil
	case err != nil && found.IsZero():
		return found, err
	}
	return found, nil
}

func (rec *record) doc() *demarche.Doc {
	doc := &demarche.Doc{
		ID: string(rec.ID), Title: string(rec.Title), URL: string(rec.URL), Publication: string(rec.Publication),
		Author: string(rec.Author), Language: language(string(rec.Language)), Text: rec.Text,
	}
	if page.IsMarkup(doc.Text) {
		doc.Text = page.Plain(doc.Text)
	}
	if at, err := time.Parse(time.RFC3339, string(rec.Published)); err == nil {
		doc.Published = at
	}
	// A text that repeats its title as a first paragraph, as "demarche read"
	// writes plain text down.
	if first, ok := firstLine(doc.Text); ok && doc.Title != "" && first == strings.TrimSpace(doc.Title) {
		doc.HasHeadline = true
	}
	return doc
}

// Write writes a document as one line of JSON, as a Reader reads it.
func Write(w io.Writer, doc *demarche.Doc) error {
	rec := record{
		ID: loose(doc.ID), Date: loose(doc.Date.String()), Title: loose(doc.Title), Text: doc.Text,
		URL: loose(doc.URL), Publication: loose(doc.Publication), Author: loose(doc.Author), Language: loose(doc.Language),
	}
	if !doc.Published.IsZero() {
		rec.Published = loose(doc.Published.Format(time.RFC3339))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(rec); err != nil {
		return fmt.Errorf("writing document %s: %w", doc.ID, err)
	}
	return nil
}
