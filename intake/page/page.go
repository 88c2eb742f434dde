// Package page makes an article of a web page: its main text in paragraphs,
// title, author, outlet, language and when it was published. What stands around
// an article (navigation, adverts, captions, related links, forms) is left out,
// and a page that is no article is told from one.
package page

import (
	"errors"
	"fmt"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/lang"
	"github.com/demarche/demarche/intake/stamp"
)

// MaxSize is the longest page that is read, in bytes. Real pages stay well
// below; what is longer is a dump or an attack.
const MaxSize = 16 << 20

// DefaultDeadline is how long one page may take: a thousand times what an
// article needs.
const DefaultDeadline = 10 * time.Second

// Options are what is known of a page beside its bytes. The zero value is right
// for a page about which nothing is known.
type Options struct {
	URL         string        // where the page was found; "" when unknown
	ContentType string        // the HTTP header, for its charset; "" when unknown
	Deadline    time.Duration // how long it may take; DefaultDeadline when 0
}

// Article is what a page says.
type Article struct {
	Title       string
	Author      string
	Publication string // the outlet's name, or its host
	URL         string // canonical where the page names it
	Language    string // ISO 639-1: of the text where it can be told, else as the page states it; may be ""
	Text        string // paragraphs, a blank line between them
	Published   stamp.Stamp
	Paywalled   bool // the page says that it shows only the beginning
}

// Doc is the article as a document.
func (a *Article) Doc(id string) *demarche.Doc {
	doc := &demarche.Doc{
		ID: id, Title: a.Title, URL: a.URL, Publication: a.Publication,
		Author: a.Author, Language: a.Language, Text: a.Text,
	}
	if !a.Published.IsZero() {
		doc.Date = demarche.DateOf(a.Published.Time)
	}
	if a.Published.Clock {
		doc.Published = a.Published.Time
	}
	return doc
}

// Errors of Extract beside *NotArticle.
var (
	ErrTooLong = fmt.Errorf("the page is longer than %d MiB, or its text than %d MiB, and was passed over", MaxSize>>20, maxText>>20)
	ErrTooMany = fmt.Errorf("the page has more than %d tags, or as many attributes, which no article does, and was passed over", maxTags)
	ErrTooDeep = errors.New("the page nests more than 500 elements, which no article does, and was passed over")
	ErrTooSlow = errors.New("reading the page took too long, and it was passed over")
)

// Extract reads the article of a page. The error is a *NotArticle where the page
// holds none, and otherwise one of the errors above. The caller's bytes are not
// kept, but must not change while Extract runs, and not after ErrTooSlow.
func Extract(page []byte, o Options) (*Article, error) {
	if len(page) > MaxSize {
		return nil, ErrTooLong
	}
	limit := o.Deadline
	if limit <= 0 {
		limit = DefaultDeadline
	}
	type result struct {
		article *Article
		err     error
	}
	// The work cannot be interrupted, so it is left behind when it takes too
	// long; the limits on size and depth see to its end.
	done := make(chan result, 1)
	go func() {
		article, err := guarded(page, o)
		done <- result{article, err}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.article, r.err
	case <-timer.C:
		return nil, ErrTooSlow
	}
}

// guarded turns a panic over one page into an error: the parsers are other
// people's, and the page's writer may be hostile.
func guarded(page []byte, o Options) (article *Article, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			article, err = nil, fmt.Errorf("internal error: %v; please report it with the page", cause)
		}
	}()
	return extract(page, o)
}

func extract(page []byte, o Options) (*Article, error) {
	root, err := parse(page, o.ContentType)
	if err != nil {
		return nil, err
	}
	head := readHead(root, o.URL)
	body := readBody(root, &head)
	if err := body.refusal(&head); err != nil {
		return nil, err
	}
	article := head.article(body)
	// Pages often state the language of their template.
	if code := lang.New().Of(article.Text); code != "" {
		article.Language = code
	}
	return article, nil
}
