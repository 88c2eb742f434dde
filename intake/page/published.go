package page

import (
	"net/url"
	"strings"

	"github.com/demarche/demarche/intake/stamp"
)

// published is when the article was published, from what is surest to what is
// least: JSON-LD, <meta>, an element marked so, a <time>, the address. The time
// of the day may come from a less sure one of the same day.
func (h *head) published(b body) stamp.Stamp {
	var best stamp.Stamp
	for _, s := range h.stamps(b) {
		found := stamp.Parse(s)
		switch {
		case found.IsZero():
		case best.IsZero():
			best = found
		case !best.Clock && found.Clock && sameDay(best, found):
			best = found
		}
	}
	return best
}

func sameDay(a, b stamp.Stamp) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// stamps are the texts that may hold the date, the surest first.
func (h *head) stamps(b body) []string {
	all := []string{h.linked.published}
	for _, key := range []string{
		"article:published_time", "og:published_time", "datepublished", "og:article:published_time", "article.published",
		"parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
		"date_published", "published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
		"dc.date.created", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "displaydate",
		"originalpublicationdate", "datecreated", "date", "article_date_original", "rnews:datepublished", "iptc:pubdate",
	} {
		all = append(all, h.meta[key])
	}
	for _, n := range h.times {
		if attr(n, "itemprop") == "datePublished" || hasWord(attr(n, "pubdate"), "pubdate") || strings.Contains(attr(n, "class"), "publish") {
			all = append(all, attr(n, "datetime"), attr(n, "content"), inner(n))
		}
	}
	if len(h.times) > 0 {
		n := h.times[0]
		all = append(all, attr(n, "datetime"), inner(n))
	}
	return append(all, addressDate(h.address()), b.dateline)
}

// addressDate is the part of a URL that is a date: /2023/03/01/, 2023-03-01,
// /20230301.
func addressDate(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if s := stamp.Parse(u.Path); !s.IsZero() {
		return s.Format("2006-01-02")
	}
	return ""
}
