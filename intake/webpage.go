package intake

import (
	"errors"
	"fmt"
	"io"

	"github.com/demarche/demarche/intake/page"
)

// page reads the whole of in as one web page.
func (r Reader) page(path string, in io.Reader, yield yielder) bool {
	html, err := io.ReadAll(io.LimitReader(in, page.MaxSize+1))
	if err != nil {
		return yield(nil, unreadable(path, err))
	}
	article, err := page.Extract(html, page.Options{})
	if err != nil {
		return yield(nil, &Problem{Path: path, What: pageProblem(err), Err: err})
	}
	doc := article.Doc(path)
	if doc.Date.IsZero() {
		doc.Date = r.Date
	}
	return yield(doc, nil)
}

// pageProblem is what was wrong with a page, and what to do about it.
func pageProblem(err error) string {
	var not *page.NotArticle
	switch {
	case errors.As(err, &not):
		return err.Error()
	case errors.Is(err, page.ErrTooLong), errors.Is(err, page.ErrTooMany), errors.Is(err, page.ErrTooDeep), errors.Is(err, page.ErrTooSlow):
		return fmt.Sprintf("%v; save the article as plain text", err)
	}
	return err.Error()
}
