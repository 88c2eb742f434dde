package intake

import (
	"fmt"
	"slices"
	"strings"
)

// Fields says under which names documents keep their fields, where those are
// not the usual ones. The zero value knows the usual ones alone.
type Fields struct {
	names map[string]string // field of a document → column, or path as "a.b.0.c"
}

// fieldNames are the fields of a document, each with the names that exports give
// it: those of news databases, of crawlers, of content systems.
var fieldNames = [...]struct {
	field string
	names []string
}{
	{"id", []string{"id", "_id", "guid", "uuid", "docid", "doc_id", "article_id", "accession number", "an", "pageid", "page_id"}},
	{"date", []string{"date", "published", "published_at", "publishedat", "pubdate", "pub_date", "publication_date", "publication date", "publish_date", "date_publish", "datepublished", "date_published", "published_date", "publishdate", "timestamp", "created_at", "webpublicationdate", "create_timestamp", "load date"}},
	{"title", []string{"title", "headline", "head", "title_page", "webtitle", "hl", "hd"}},
	{"text", []string{"text", "body", "content", "maintext", "main_text", "articlebody", "article_body", "full_text", "fulltext", "full text", "plain_text", "bodytext", "body_text", "article", "article_text", "story", "raw_content", "cleaned_text", "td"}},
	{"url", []string{"url", "link", "source_url", "article_url", "uri", "permalink", "weburl", "canonical_url", "webpage"}},
	{"publication", []string{"publication", "source", "publisher", "outlet", "newspaper", "source_name", "source_domain", "site", "domain", "source title", "publication title"}},
	{"author", []string{"author", "authors", "byline", "creator"}},
	{"language", []string{"language", "lang"}},
}

// ParseFields reads "date=pubDate,text=body.plain": field, equals sign, the name
// of a column or the path to it through nested JSON.
func ParseFields(s string) (Fields, error) {
	f := Fields{names: map[string]string{}}
	for part := range strings.SplitSeq(s, ",") {
		field, name, ok := strings.Cut(part, "=")
		field, name = strings.ToLower(strings.TrimSpace(field)), strings.TrimSpace(name)
		if !ok || name == "" {
			return Fields{}, fmt.Errorf("%q is not of the form FIELD=NAME, as date=pubDate", part)
		}
		if !slices.Contains(knownFields(), field) {
			return Fields{}, fmt.Errorf("documents have no field %q; the fields are %s", field, strings.Join(knownFields(), ", "))
		}
		f.names[field] = name
	}
	return f, nil
}

func knownFields() (all []string) {
	for _, f := range fieldNames {
		all = append(all, f.field)
	}
	return all
}

// isSet says whether there are names other than the usual ones.
func (f Fields) isSet() bool { return len(f.names) > 0 }

// record fills a record from what get gives for a name, "" where it has none.
// A field with a name of its own is looked for there alone.
func (f Fields) record(get func(name string) string) record {
	var rec record
	for _, known := range fieldNames {
		value := ""
		if name, own := f.names[known.field]; own {
			value = get(name)
		} else {
			for i := 0; i < len(known.names) && value == ""; i++ {
				value = strings.TrimSpace(get(known.names[i]))
			}
		}
		rec.set(known.field, value)
	}
	return rec
}

func (rec *record) set(field, value string) {
	switch field {
	case "id":
		rec.ID = loose(value)
	case "date":
		rec.Date = loose(value)
	case "title":
		rec.Title = loose(value)
	case "text":
		rec.Text = value
	case "url":
		rec.URL = loose(value)
	case "publication":
		rec.Publication = loose(value)
	case "author":
		rec.Author = loose(value)
	case "language":
		rec.Language = loose(value)
	}
}

// missing are the names of f that none of have is, ignoring case.
func (f Fields) missing(have []string) (names []string) {
	for _, known := range fieldNames {
		name, own := f.names[known.field]
		if own && !slices.ContainsFunc(have, func(h string) bool { return strings.EqualFold(h, name) }) {
			names = append(names, name)
		}
	}
	return names
}
