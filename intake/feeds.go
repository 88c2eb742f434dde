package intake

import (
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/feed"
)

// maxFeed is the longest feed or sitemap that is read, in bytes; the protocol
// of sitemaps sets the same limit.
const maxFeed = 50 << 20

// feed reads the items of a feed that come with their text. The others, and the
// pages of a sitemap, are only links; a note lists them.
func (r Reader) feed(path string, in io.Reader, yield yielder) bool {
	body, err := io.ReadAll(io.LimitReader(in, maxFeed+1))
	if err != nil {
		return yield(nil, unreadable(path, err))
	}
	if len(body) > maxFeed {
		return yield(nil, &Problem{Path: path, What: fmt.Sprintf("the feed is longer than %d MiB and was passed over", maxFeed>>20)})
	}
	if feed.IsSitemap(body) {
		return r.sitemap(path, body, yield)
	}
	f, err := feed.Parse(body, "")
	if err != nil {
		return yield(nil, &Problem{Path: path, What: "this is a feed, but " + err.Error(), Err: err})
	}
	if f.Broken != nil && !yield(nil, &Problem{Path: path, What: fmt.Sprintf("the feed breaks off after %d items: %v", len(f.Items), f.Broken), Err: f.Broken}) {
		return false
	}
	var links []string
	for i, item := range f.Items {
		switch {
		case item.Full() || item.URL == "" && item.Text != "":
			if !yield(r.item(fmt.Sprintf("%s:%d", path, i+1), f, item), nil) {
				return false
			}
		case item.URL != "":
			links = append(links, item.URL)
		}
	}
	return listLinks(path, "items that are only a link", links, yield)
}

// item is an item of a feed as a document; id is for one that has none.
func (r Reader) item(id string, f *feed.Feed, item feed.Item) *demarche.Doc {
	doc := &demarche.Doc{
		ID: id, Title: item.Title, URL: item.URL, Author: item.Author, Publication: f.Title, Language: f.Language,
		Text: item.Text, Date: r.Date,
	}
	if item.ID != "" {
		doc.ID = item.ID
	}
	if !item.Published.IsZero() {
		doc.Date, doc.Published = demarche.DateOf(item.Published), item.Published
	}
	return doc
}

// language is the ISO 639-1 part of a language tag.
func language(tag string) string {
	first, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(strings.TrimSpace(first))
}

func (r Reader) sitemap(path string, body []byte, yield yielder) bool {
	s, err := feed.ParseSitemap(body, "")
	if err != nil {
		return yield(nil, &Problem{Path: path, What: "this is a sitemap, but " + err.Error(), Err: err})
	}
	if s.Broken != nil && !yield(nil, &Problem{Path: path, What: fmt.Sprintf("the sitemap breaks off: %v", s.Broken), Err: s.Broken}) {
		return false
	}
	return listLinks(path, "pages and sitemaps of a site", addresses(s.Pages, s.Maps), yield)
}

func addresses(lists ...[]feed.Link) (urls []string) {
	for _, links := range lists {
		for _, link := range links {
			urls = append(urls, link.URL)
		}
	}
	return urls
}

// namedLinks is how many links a note names.
const namedLinks = 5

// listLinks names links that nobody has followed.
func listLinks(path, what string, links []string, yield yielder) bool {
	if len(links) == 0 {
		return true
	}
	named := strings.Join(links[:min(len(links), namedLinks)], " ")
	if len(links) > namedLinks {
		named += " …"
	}
	return yield(nil, &Problem{Path: path, Note: true, What: fmt.Sprintf("%s: %d (%s); demarche watch fetches them", what, len(links), named)})
}
