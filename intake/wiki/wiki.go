// Package wiki reads articles out of MediaWiki's XML dumps, such as those of
// Wikinews.
package wiki

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/demarche/demarche/intake/stamp"
)

// Article is a page of the main namespace.
type Article struct {
	ID        string
	Title     string
	Text      string // without markup, paragraphs with a blank line between them
	Published stamp.Stamp
}

// MaxText is the longest page that is read, in bytes of markup.
const MaxText = 8 << 20

// Errors of Articles.
var (
	ErrTooLong = fmt.Errorf("the page is longer than %d MiB and was passed over", MaxText>>20)
	ErrNoText  = errors.New("the page has no text and was passed over")
)

// Is says whether the head of a file is that of a dump.
func Is(head []byte) bool {
	return strings.Contains(string(head[:min(len(head), 500)]), "<mediawiki")
}

// page is a page as the dump has it.
type page struct {
	Title    string    `xml:"title"`
	NS       int       `xml:"ns"`
	ID       string    `xml:"id"`
	Redirect *struct{} `xml:"redirect"`
	Revision struct {
		Timestamp string `xml:"timestamp"`
		Text      string `xml:"text"`
	} `xml:"revision"`
}

// Articles reads the articles of a dump. A page without text comes as an error
// beside its title; talk, help and redirects are passed over. A dump that is
// damaged ends with an error without a title.
func Articles(in io.Reader) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		limited := &io.LimitedReader{R: in, N: 2 * MaxText}
		d := xml.NewDecoder(limited)
		d.Strict = false
		for {
			limited.N = 2 * MaxText
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			start, ok := token.(xml.StartElement)
			if err == nil && (!ok || start.Name.Local != "page") {
				continue
			}
			var p page
			if err == nil {
				err = d.DecodeElement(&p, &start)
			}
			if limited.N <= 0 {
				err = ErrTooLong
			}
			if err != nil {
				yield(Article{}, fmt.Errorf("the dump cannot be read on: %w", err))
				return
			}
			if p.NS != 0 || p.Redirect != nil {
				continue
			}
			if a, err := p.article(); !yield(a, err) {
				return
			}
		}
	}
}

// article is the page without markup. It was published on the day that its text
// names in the way of Wikinews, or else when it was last changed.
func (p *page) article() (Article, error) {
	a := Article{ID: p.ID, Title: p.Title}
	if len(p.Revision.Text) > MaxText {
		return a, ErrTooLong
	}
	text, date := plain(p.Revision.Text)
	a.Text = text
	if a.Published = stamp.Parse(date); a.Published.IsZero() {
		a.Published = stamp.Parse(p.Revision.Timestamp)
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, ErrNoText
	}
	return a, nil
}
