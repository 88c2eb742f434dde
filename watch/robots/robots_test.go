package robots_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/watch/robots"
)

func TestAllowed(t *testing.T) {
	tests := []struct {
		name, text string
		yes, no    []string
	}{
		{"nothing said", "", []string{"/", "/a"}, nil},
		{"everybody", "User-agent: *\nDisallow: /private\n", []string{"/", "/public"}, []string{"/private", "/private/a", "/privateer"}},
		{"nothing disallowed", "User-agent: *\nDisallow:\n", []string{"/"}, nil},
		{"the reader by name, in any capitals", "User-agent: *\nDisallow: /\n\nUser-agent: Demarche/2\nDisallow: /b", []string{"/a"}, []string{"/b"}},
		{"another reader", "User-agent: demarcheur\nDisallow: /", []string{"/a"}, nil},
		{"several readers in one group", "User-agent: x\nUser-agent: demarche\nDisallow: /a\nUser-agent: y\nDisallow: /", []string{"/b"}, []string{"/a"}},
		{"two groups of one reader", "User-agent: demarche\nDisallow: /a\n\nUser-agent: demarche\nDisallow: /b", []string{"/c"}, []string{"/a", "/b"}},
		{"the longest rule decides", "User-agent: *\nDisallow: /news\nAllow: /news/open", []string{"/news/open/1"}, []string{"/news/1"}},
		{"of equals the one that allows", "User-agent: *\nDisallow: /a\nAllow: /a", []string{"/a"}, nil},
		{"wild cards", "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*c", []string{"/x.pdf.html", "/ab"}, []string{"/x.pdf", "/d/y.pdf", "/abbbc/d"}},
		{"queries", "User-agent: *\nDisallow: /*?print=", []string{"/a?x=1"}, []string{"/a?print=1"}},
		{"escapes", "User-agent: *\nDisallow: /%61b%2fc", []string{"/ab/c"}, []string{"/ab%2Fc", "/%61b%2Fc"}},
		{"comments, old line ends, a byte order mark", "\ufeffUser-agent: * # all\r\rDisallow: /a # no\r", []string{"/b"}, []string{"/a"}},
		{"a page in place of rules", "<html><body>Not found: sorry", []string{"/"}, nil},
		{"a sitemap between names", "User-agent: x\nSitemap: https://a.example/s.xml\nUser-agent: demarche\nDisallow: /a", nil, []string{"/a"}},
	}
	for _, tt := range tests {
		rules := robots.Parse([]byte(tt.text), "demarche")
		check := func(paths []string, want bool) {
			for _, path := range paths {
				page, err := url.Parse("https://a.example" + path)
				if err != nil {
					t.Fatal(err)
				}
				if rules.Allowed(page) != want {
					t.Errorf("%s: %s: allowed %v", tt.name, path, !want)
				}
			}
		}
		check(tt.yes, true)
		check(tt.no, false)
	}
}

func TestDelay(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2.5": 2500 * time.Millisecond, "User-agent: *\nCrawl-delay: 1e300": robots.MaxDelay,
		"User-agent: *\nCrawl-delay: -1": 0, "User-agent: *\nCrawl-delay: NaN": 0, "User-agent: other\nCrawl-delay: 9": 0,
	} {
		if got := robots.Parse([]byte(text), "demarche").Delay; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("User-agent: *\nDisallow: /a*b*c$\nAllow: /%61\nCrawl-delay: 3"), "/aXbXc?d")
	f.Add([]byte("User-agent: demarche\nDisallow: "+strings.Repeat("/*", 50)), strings.Repeat("/a", 100))
	f.Fuzz(func(t *testing.T, text []byte, path string) {
		rules := robots.Parse(text, "demarche")
		if rules.Delay < 0 || rules.Delay > robots.MaxDelay {
			t.Fatalf("delay %v", rules.Delay)
		}
		rules.Allowed(&url.URL{Path: path})
		rules.Allowed(&url.URL{Path: "/", RawQuery: path})
	})
}
