package watch_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// site is a news site on the loopback: a feed that grows, and its pages. What
// is wrong with it is in its fields.
type site struct {
	number int
	clock  *fastClock
	server *httptest.Server
	down   *atomic.Bool // no network

	form     string        // rss, full, atom, json, sitemap
	every    time.Duration // between two articles
	articles int
	fails    int           // one request in so many is answered 503
	hangs    int           // one in so many is not answered in time
	breaks   int           // one in so many breaks off
	bombs    int           // one in so many is answered with a decompression bomb
	late     int           // pages are not found the first times
	frozen   bool          // says "unchanged" to whoever asks whether
	lies     bool          // dates in other centuries, one id for all
	tracks   bool          // another address for each reader, redirected
	robots   string        // of its robots.txt; "" for none
	trap     bool          // announces a page that redirects for ever, and one that is forbidden
	gap      time.Duration // least between two requests

	mu       sync.Mutex
	requests int
	asked    map[string]int
	last     time.Time
	tooSoon  int
	trapped  int
}

// limit is how long the watcher waits for an answer.
const limit = time.Second

func (s *site) start() {
	s.asked = map[string]int{}
	s.server = httptest.NewServer(s)
}

func (s *site) mark(n int) string { return fmt.Sprintf("report %d of agency %d", n, s.number) }

// published is how many articles there are by now.
func (s *site) published() int {
	return min(int(s.clock.Now().Sub(s.clock.start)/s.every)+1, s.articles)
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	s.mu.Lock()
	s.requests++
	n := s.requests
	s.asked[path]++
	asked := s.asked[path]
	now := s.clock.Now()
	// A request may arrive a little late, and the next one on time. Redirects,
	// and connections that broke before any answer, are taken up at once.
	if !s.last.IsZero() && now.Sub(s.last) < s.gap/2 && !s.tracks && !s.trap && s.breaks == 0 {
		s.tooSoon++
	}
	s.last = now
	s.mu.Unlock()

	one := func(in int) bool { return in > 0 && n%in == 0 }
	switch {
	case s.down.Load(), one(s.breaks):
		panic(http.ErrAbortHandler)
	case one(s.hangs):
		select {
		case <-time.After(2 * limit):
		case <-r.Context().Done():
		}
		return
	case one(s.fails):
		if n%2 == 0 {
			w.Header().Set("Retry-After", "20")
		}
		http.Error(w, "busy", http.StatusServiceUnavailable)
		return
	case one(s.bombs) && (asked <= 2 || path == "/feed"):
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb())
		return
	}
	switch {
	case path == "/robots.txt" && s.robots == "":
		http.NotFound(w, r)
	case path == "/robots.txt":
		fmt.Fprint(w, s.robots)
	case path == "/feed":
		s.feed(w, r)
	case path == "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case strings.HasPrefix(path, "/private/"):
		s.mu.Lock()
		s.trapped++
		s.mu.Unlock()
		fmt.Fprint(w, page("a page that nobody may fetch", s.clock.start))
	case strings.HasPrefix(path, "/go/"):
		http.Redirect(w, r, "/page/"+strings.TrimPrefix(path, "/go/"), http.StatusMovedPermanently)
	case strings.HasPrefix(path, "/page/") && asked <= s.late:
		http.NotFound(w, r)
	case strings.HasPrefix(path, "/page/"):
		var i int
		fmt.Sscanf(path, "/page/%d", &i)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page(s.mark(i), s.clock.start))
	default:
		http.NotFound(w, r)
	}
}

// feed answers with the feed in its present state.
func (s *site) feed(w http.ResponseWriter, r *http.Request) {
	n := s.published()
	tag := fmt.Sprintf(`"%d"`, n)
	if s.frozen {
		tag = `"always"`
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", tag)
	var b strings.Builder
	switch s.form {
	case "atom":
		b.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>`)
		for i := n - 1; i >= 0; i-- {
			fmt.Fprintf(&b, `<entry><id>tag:%d</id><title>%s</title><link href="%s"/><updated>%s</updated></entry>`, i, s.mark(i), s.link(i), s.date(i, time.RFC3339))
		}
		b.WriteString("</feed>")
	case "json":
		type item map[string]string
		var items []item
		for i := n - 1; i >= 0; i-- {
			items = append(items, item{"id": fmt.Sprint(i), "url": s.link(i), "title": s.mark(i)})
		}
		json.NewEncoder(&b).Encode(map[string]any{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items})
	case "sitemap":
		b.WriteString(`<urlset>`)
		for i := range n {
			fmt.Fprintf(&b, `<url><loc>%s</loc></url>`, s.link(i))
		}
		b.WriteString(`</urlset>`)
	default:
		s.rss(&b, n)
	}
	fmt.Fprint(w, b.String())
}

func (s *site) rss(b *strings.Builder, n int) {
	b.WriteString(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>R</title>`)
	if s.trap {
		fmt.Fprintf(b, `<item><title>Loop</title><link>%s/loop</link></item><item><title>Private</title><link>%s/private/1</link></item>`, s.server.URL, s.server.URL)
		b.WriteString(`<item><title>Elsewhere</title><link>http://127.0.0.1:9/private</link></item>`)
	}
	for i := n - 1; i >= 0; i-- {
		id := fmt.Sprint("id-", i)
		if s.lies {
			id = "the same"
		}
		text := "<description>In short: " + s.mark(i) + "</description>"
		if s.form == "full" {
			text += "<content:encoded>&lt;p&gt;" + strings.Join(paragraphs(s.mark(i)), "&lt;/p&gt;&lt;p&gt;") + "</content:encoded>"
		}
		fmt.Fprintf(b, `<item><guid>%s</guid><title>%s</title><link>%s</link><pubDate>%s</pubDate>%s</item>`,
			id, s.mark(i), s.link(i), s.date(i, time.RFC1123Z), text)
	}
	b.WriteString("</channel></rss>")
}

func (s *site) link(i int) string {
	if s.tracks { // another one at each poll
		return fmt.Sprintf("%s/go/%d?utm_source=feed&amp;n=%d", s.server.URL, i, s.published())
	}
	return fmt.Sprintf("%s/page/%d", s.server.URL, i)
}

func (s *site) date(i int, layout string) string {
	at := s.clock.start.Add(time.Duration(i) * s.every)
	if s.lies {
		at = at.AddDate([]int{-60, 500, 0}[i%3], 0, 0)
	}
	return at.Format(layout)
}

// paragraphs are an article about something.
func paragraphs(mark string) []string {
	return []string{
		"LIMA — The foreign minister of Peru met her counterpart from Chile in Lima on Tuesday, according to " + mark + ".",
		"The two ministers signed an agreement on trade in fruit and copper, and promised to meet again in Santiago before the end of the year.",
		"Both countries had recalled their ambassadors last year over a dispute about fishing in the waters off their common border.",
		"Officials on both sides said that the ambassadors would return to their posts within the month, and that talks about the border would go on.",
	}
}

func page(mark string, at time.Time) string {
	return "<!DOCTYPE html><html lang=en><head><title>Ministers meet: " + mark + "</title><meta property=article:published_time content=" + at.Format(time.RFC3339) +
		"></head><body><nav><a href=/>Home</a></nav><article><h1>Ministers meet</h1><p>" + strings.Join(paragraphs(mark), "</p><p>") + "</p></article></body></html>"
}

// bomb decompresses to more than a feed may have.
var bomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed) // fails only on a wrong level
	zeros := make([]byte, 1<<20)
	for range 20 {
		z.Write(zeros)
	}
	z.Close()
	return b.Bytes()
})
