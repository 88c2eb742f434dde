package serve

import (
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche/serve/ui"
)

func TestPagesAndTheirViews(t *testing.T) {
	script := strings.Repeat("export const x = 1;\n", 200)
	c := newServer(t, func(o *Options) {
		o.Pages = fstest.MapFS{
			"index.html":     {Data: []byte("<!doctype html><title>first page</title>")},
			"assets/app.js":  {Data: []byte(script)},
			"assets/w.woff2": {Data: []byte("font")},
			"robots.txt":     {Data: []byte("User-agent: *")},
		}
	})
	for _, test := range []struct{ target, kind, cache, body string }{
		{"/", "text/html; charset=utf-8", "no-cache", "first page"},
		{"/index.html", "text/html; charset=utf-8", "no-cache", "first page"},
		{"/actors/Antony%20Blinken", "text/html; charset=utf-8", "no-cache", "first page"},
		{"/read/three%2Fand%201%3F", "text/html; charset=utf-8", "no-cache", "first page"},
		{"/assets/app.js?v=abc", "text/javascript; charset=utf-8", "immutable", "export"},
		{"/assets/w.woff2", "font/woff2", "immutable", "font"},
		{"/robots.txt", "text/plain; charset=utf-8", "no-cache", "User-agent"},
	} {
		w := c.get(test.target)
		if w.Code != 200 || w.Header().Get("Content-Type") != test.kind || !strings.Contains(w.Header().Get("Cache-Control"), test.cache) || !strings.Contains(w.Body.String(), test.body) {
			t.Errorf("%s: %d %v %.40q", test.target, w.Code, w.Header(), w.Body)
		}
		if again := c.get(test.target, "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
			t.Errorf("%s again: %d", test.target, again.Code)
		}
	}
	wantProblem(t, c.get("/assets/gone.js"), 404, "there is no")
	zipped := c.get("/assets/app.js", "Accept-Encoding", "gzip")
	if zipped.Header().Get("Content-Encoding") != "gzip" || zipped.Body.Len() > len(script)/10 {
		t.Errorf("compressed: %v, %d bytes", zipped.Header(), zipped.Body.Len())
	}
	if head := c.do(http.MethodHead, "/", ""); head.Code != 200 || head.Body.Len() != 0 {
		t.Errorf("HEAD: %d with %d bytes", head.Code, head.Body.Len())
	}
	wantProblem(t, c.do(http.MethodPost, "/dyad", ""), 405, "only read")
}

func TestBuiltInterfaceIsMounted(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Pages = ui.Files() })
	first := c.get("/").Body.String()
	for _, attribute := range []string{`src="`, `href="`} {
		for _, part := range strings.Split(first, attribute)[1:] {
			target, _, _ := strings.Cut(part, `"`)
			if !strings.HasPrefix(target, "/") {
				t.Errorf("the first page loads %s", target)
				continue
			}
			if w := c.get(target); w.Code != 200 || strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
				t.Errorf("%s: %d %s", target, w.Code, w.Header().Get("Content-Type"))
			}
		}
	}
	if strings.Contains(first, "<script>") || strings.Contains(first, "style=") || strings.Contains(first, "onload=") {
		t.Error("the first page has inline scripts or styles, which the policy forbids")
	}
	if _, err := loadPages(fstest.MapFS{"app.js": {}}); err == nil {
		t.Error("an interface without index.html is taken")
	}
}
