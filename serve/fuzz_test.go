package serve

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// FuzzQuery sends any query string to the lists: whatever stands in it, the
// answer is a list or says what is wrong, and the server is not at fault.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{
		"q=actor:KAZ+type:CONSULT", `q="`, "actor=Antony+Blinken,KAZ&type=,&quad=9", "text=%22a+b*&sort=relevance", "after=eyJzIjoiLWRhdGUiLCJrIjoxLCJpIjoyfQ",
		"since=2023-W08", "min_confidence=NaN", "place=%00", "limit=99999999999999999999", "q=-%2D", "actor=%22%5C", "a=KAZ&b=%22", "source=%F0%9F%99%82", "format=csv", "fields=type,type",
	} {
		f.Add(seed)
	}
	c := newServer(f, nil)
	f.Fuzz(func(t *testing.T, query string) {
		for _, path := range []string{"/events", "/facets", "/documents", "/network", "/map", "/dyad", "/actors"} {
			r := httptest.NewRequest(http.MethodGet, root+path, nil)
			r.URL.RawQuery = query
			r.Host = "localhost"
			w := httptest.NewRecorder()
			c.handler.ServeHTTP(w, r)
			if w.Code >= 500 {
				t.Errorf("%s?%s: %d %s", path, url.QueryEscape(query), w.Code, w.Body)
			}
		}
	})
}
