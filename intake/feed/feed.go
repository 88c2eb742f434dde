// Package feed reads what sites publish about what is new on them: RSS, Atom
// and JSON Feed, and sitemaps with their indexes.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// Feed is a feed with its items, as they stand in it.
type Feed struct {
	Title    string
	Language string // as stated, ISO 639-1; may be empty
	Items    []Item
	// Broken says why items may be missing: the feed was cut off or is not well
	// formed, and Items are those before that place. Nil for a sound feed.
	Broken error
}

// Item is one entry of a feed.
type Item struct {
	ID        string // as the feed gives it; may be empty, and need not be unique
	URL       string // absolute; may be empty
	Title     string
	Author    string
	Published time.Time // as stated, whatever that is worth; zero when not stated
	Text      string    // the longest text that comes with it, in paragraphs; may be empty
	Summary   bool      // Text is from where a feed has summaries, though some put the article there
}

// maxDepth is far more elements in one another than any feed has.
const maxDepth = 200

// Parse reads a feed; relative links in it are taken to be from base, which may
// be empty. It fails when there is no feed, or not even one item of it.
func Parse(body []byte, base string) (*Feed, error) {
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	if deeperThan(body, maxDepth) {
		return nil, fmt.Errorf("it nests more than %d elements, which no feed does", maxDepth)
	}
	raw, err := parse(body)
	var broken error
	if err != nil {
		if raw = parsePart(body); raw == nil {
			return nil, err
		}
		broken = err
	}
	from, _ := url.Parse(base) // nil when it is no URL
	f := &Feed{Title: plain(raw.Title), Language: language(raw.Language), Broken: broken}
	for _, entry := range raw.Items {
		if entry != nil {
			f.Items = append(f.Items, item(entry, from))
		}
	}
	return f, nil
}

// parse reads a sound feed. The parser is another's, and feeds may be hostile.
func parse(body []byte) (raw *gofeed.Feed, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			raw, err = nil, fmt.Errorf("internal error: %v; please report it with the feed", cause)
		}
	}()
	raw, err = gofeed.NewParser().Parse(bytes.NewReader(body))
	switch {
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected):
		return nil, errors.New("it is neither RSS nor Atom nor JSON Feed")
	case err != nil:
		return nil, fmt.Errorf("it is no sound feed: %w", err)
	}
	return raw, nil
}

func item(entry *gofeed.Item, base *url.URL) Item {
	one := Item{
		ID: strings.TrimSpace(entry.GUID), URL: absolute(entry.Link, base),
		Title: plain(entry.Title), Text: Text(entry.Content),
	}
	if summary := Text(entry.Description); len(summary) > len(one.Text) {
		one.Text, one.Summary = summary, true
	}
	if one.URL == "" && strings.HasPrefix(one.ID, "http") {
		one.URL = absolute(one.ID, nil)
	}
	if len(entry.Authors) > 0 && entry.Authors[0] != nil {
		one.Author = plain(entry.Authors[0].Name)
	}
	switch {
	case entry.PublishedParsed != nil:
		one.Published = *entry.PublishedParsed
	case entry.UpdatedParsed != nil:
		one.Published = *entry.UpdatedParsed
	}
	return one
}

// absolute is a link to a page, "" when it is none.
func absolute(link string, base *url.URL) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || link == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// language is the ISO 639-1 part of a tag such as "en-GB".
func language(tag string) string {
	short, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(strings.TrimSpace(short))
}

// plain is a title or a name without markup, on one line.
func plain(s string) string { return strings.Join(strings.Fields(Text(s)), " ") }

// How many words a text has that is an article and not the announcement of one.
const (
	fullContent = 80
	fullSummary = 250
)

// Full says whether the item's text is the whole article, so that its page
// need not be fetched.
func (i Item) Full() bool {
	text := strings.ToLower(strings.TrimRight(i.Text, " \n\t])»>→"))
	for _, end := range []string{"…", "...", "read more", "continue reading", "read the full story", "keep reading"} {
		if strings.HasSuffix(text, end) {
			return false
		}
	}
	if i.Summary {
		return len(strings.Fields(text)) >= fullSummary
	}
	return len(strings.Fields(text)) >= fullContent
}
