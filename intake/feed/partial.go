package feed

import (
	"bytes"

	"github.com/mmcdole/gofeed"
)

// endings are what closes an item of each kind of feed, and what closes the
// feed after its last item.
var endings = [...]struct{ item, feed string }{
	{"</item>", "</channel></rss>"},
	{"</item>", "</rdf:RDF>"},
	{"</entry>", "</feed>"},
}

// attempts are how many items are given up one after the other before the
// whole feed is.
const attempts = 5

// parsePart reads the items before the place where a feed breaks off; nil when
// there are none.
func parsePart(body []byte) *gofeed.Feed {
	for _, end := range endings {
		part := body
		for range attempts {
			i := bytes.LastIndex(part, []byte(end.item))
			if i < 0 {
				break
			}
			part = part[:i+len(end.item)]
			raw, err := parse(append(bytes.Clone(part), end.feed...))
			if err == nil && len(raw.Items) > 0 {
				return raw
			}
			part = part[:i]
		}
	}
	return parsePartJSON(body)
}

// parsePartJSON closes a JSON Feed after the last value in its list of items.
func parsePartJSON(body []byte) *gofeed.Feed {
	if !isJSONFeed(body) {
		return nil
	}
	for range attempts {
		i := bytes.LastIndexByte(body, '}')
		if i < 0 {
			return nil
		}
		raw, err := parse(append(bytes.Clone(body[:i+1]), "]}"...))
		if err == nil && len(raw.Items) > 0 {
			return raw
		}
		body = body[:i]
	}
	return nil
}
