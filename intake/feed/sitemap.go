package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html/charset"
)

// Sitemap is a list of the pages of a site, or of other sitemaps.
type Sitemap struct {
	Pages []Link // with news sitemaps: title, publication and language too
	Maps  []Link // of an index
	// Broken says why links may be missing, as in Feed.
	Broken error
}

// Link is one address of a sitemap.
type Link struct {
	URL         string
	Modified    time.Time // publication date of news, else the last change; zero when not stated
	Title       string
	Publication string
	Language    string // ISO 639-1; may be empty
}

// MaxLinks is how many links of a sitemap are read; the protocol allows as many.
const MaxLinks = 50_000

// ParseSitemap reads a sitemap or an index of them (sitemaps.org, with the news
// extension). It fails when there is none, or not even one link in it.
func ParseSitemap(body []byte, base string) (*Sitemap, error) {
	if !IsSitemap(body) {
		return nil, errors.New("it is neither a sitemap nor an index of sitemaps")
	}
	from, _ := url.Parse(base) // nil when it is no URL
	in := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff"))))
	in.Strict, in.CharsetReader = false, charset.NewReaderLabel
	s := &Sitemap{}
	err := s.read(in, from)
	if err != nil && len(s.Pages)+len(s.Maps) == 0 {
		return nil, fmt.Errorf("it is no sound sitemap: %w", err)
	}
	s.Broken = err
	return s, nil
}

// read reads link after link. It keeps no stack of its own and recurses nowhere.
func (s *Sitemap) read(in *xml.Decoder, base *url.URL) error {
	var link Link
	var words strings.Builder
	depth := 0
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return fmt.Errorf("it nests more than %d elements", maxDepth)
			}
			words.Reset()
			if name := t.Name.Local; name == "url" || name == "sitemap" {
				link = Link{}
			}
		case xml.CharData:
			words.Write(t)
		case xml.EndElement:
			depth--
			switch t.Name.Local {
			case "url":
				s.Pages = appendLink(s.Pages, link)
			case "sitemap":
				s.Maps = appendLink(s.Maps, link)
			default:
				link.set(t.Name, strings.TrimSpace(words.String()), base)
			}
			words.Reset()
			if len(s.Pages)+len(s.Maps) >= MaxLinks {
				return fmt.Errorf("it has more than %d links; the others were passed over", MaxLinks)
			}
		}
	}
}

func appendLink(links []Link, link Link) []Link {
	if link.URL == "" {
		return links
	}
	return append(links, link)
}

// set takes the content of an element over into the link.
func (l *Link) set(element xml.Name, value string, base *url.URL) {
	news := strings.Contains(element.Space, "news")
	switch element.Local {
	case "loc":
		if !strings.Contains(element.Space, "image") && !strings.Contains(element.Space, "video") {
			l.URL = absolute(value, base)
		}
	case "lastmod":
		if l.Modified.IsZero() {
			l.Modified = moment(value)
		}
	case "publication_date":
		if at := moment(value); !at.IsZero() {
			l.Modified = at
		}
	case "title":
		if news {
			l.Title = plain(value)
		}
	case "name":
		l.Publication = plain(value)
	case "language":
		l.Language = language(value)
	}
}

// moment reads the forms of ISO 8601 that the protocol allows.
func moment(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly, "2006-01"} {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	return time.Time{}
}
