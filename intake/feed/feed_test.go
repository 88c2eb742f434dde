package feed_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/intake/feed"
)

const (
	rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lima &amp; Abroad</title><language>en-gb</language>
<item><title>Envoys &lt;b&gt;meet&lt;/b&gt;</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">g1</guid>
<pubDate>Wed, 01 Mar 2023 10:00:00 +0100</pubDate><description>Short …</description>
<content:encoded><![CDATA[<p>One &mdash; two.</p><script>x()</script><figure><figcaption>Photo.</figcaption></figure><div>Three.</div><p>The post A appeared first on B.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://b.example/2</link><description>Text.</description></item>
</channel></rss>`
	atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:1</id><title>T</title>
<link href="https://a.example/1"/><updated>2023-03-01T10:00:00Z</updated><summary type="html">&lt;p&gt;S.&lt;/p&gt;</summary></entry>
<entry><id>https://a.example/2</id><title>U</title><updated>yesterday</updated></entry></feed>`
	json = `{"version":"https://jsonfeed.org/version/1.1","title":"J","language":"en","items":[
{"id":"1","url":"https://j.example/1","title":"T","content_text":"Text.","date_published":"2023-03-01T10:00:00Z"},
{"id":"2","url":"https://j.example/2","content_html":"<p>Two."}]}`
)

func show(f *feed.Feed) string {
	var b strings.Builder
	for _, i := range f.Items {
		at := ""
		if !i.Published.IsZero() {
			at = i.Published.UTC().Format(time.RFC3339)
		}
		fmt.Fprintf(&b, "%s|%s|%s|%s|%s\n", i.ID, i.URL, i.Title, at, strings.ReplaceAll(i.Text, "\n", "¶"))
	}
	return b.String()
}

func TestParse(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"RSS", rss, "g1|https://base.example/a?x=1&y=2|Envoys meet|2023-03-01T09:00:00Z|One — two.¶¶Three.\n|https://b.example/2|Second||Text.\n"},
		{"Atom", atom, "tag:1|https://a.example/1|T|2023-03-01T10:00:00Z|S.\nhttps://a.example/2|https://a.example/2|U||\n"},
		{"JSON Feed", json, "1|https://j.example/1|T|2023-03-01T10:00:00Z|Text.\n2|https://j.example/2|||Two.\n"},
	}
	for _, tt := range tests {
		if !feed.Is([]byte(tt.in)) {
			t.Errorf("%s: is not told from other files", tt.name)
		}
		f, err := feed.Parse([]byte(tt.in), "https://base.example/rss")
		if err != nil || f.Broken != nil {
			t.Fatalf("%s: %v, %v", tt.name, err, f)
		}
		if got := show(f); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestCutOff cuts each feed off within its second item; the first one is read.
func TestCutOff(t *testing.T) {
	for _, in := range []string{rss, atom, json} {
		f, err := feed.Parse([]byte(in[:len(in)*9/10]), "")
		if err != nil || f.Broken == nil || len(f.Items) != 1 {
			t.Errorf("%.20s: %+v, %v", in, f, err)
		}
	}
}

func TestHostile(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">` +
		`<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><rss><channel><item><title>&d;</title></item></channel></rss>`
	for name, in := range map[string]string{
		"nested elements": "<rss><channel><item>" + strings.Repeat("<a>", 1e6),
		"nested lists":    `{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 1e6),
		"entity bomb":     bomb,
		"nothing":         "",
		"a page":          "<html><body>No feed.",
		"no items":        "<rss><channel>",
	} {
		start := time.Now()
		f, err := feed.Parse([]byte(in), "")
		if err == nil && len(show(f)) > 1000 || time.Since(start) > 5*time.Second {
			t.Errorf("%s: %v after %v", name, err, time.Since(start))
		}
		if err == nil && name != "entity bomb" {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFull(t *testing.T) {
	long := strings.Repeat("The envoys met again in Lima. ", 20)
	for text, want := range map[string]bool{
		long: true, "Short.": false, long + "…": false, long + "[...]": false, long + "Read more →": false,
	} {
		if got := (feed.Item{Text: text}).Full(); got != want {
			t.Errorf("…%s: %v", text[max(0, len(text)-20):], got)
		}
		if (feed.Item{Text: text, Summary: true}).Full() {
			t.Errorf("…%s: a long summary is taken for the article", text[max(0, len(text)-20):])
		}
	}
}

func TestSitemap(t *testing.T) {
	s, err := feed.ParseSitemap([]byte(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://a.example/1 </loc><image:image><image:loc>https://a.example/i.png</image:loc></image:image><lastmod>2023-03-02</lastmod>
<news:news><news:publication><news:name>A</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2023-03-01T10:00Z</news:publication_date><news:title>T</news:title></news:news></url>
<url><loc>/2</loc></url><url><loc>ftp://a.example/3</loc></url></urlset>`), "https://a.example/map.xml")
	if err != nil || s.Broken != nil || len(s.Pages) != 2 {
		t.Fatalf("%+v, %v", s, err)
	}
	one := s.Pages[0]
	if one.URL != "https://a.example/1" || one.Title != "T" || one.Publication != "A" || one.Language != "en" ||
		one.Modified.UTC().Format(time.RFC3339) != "2023-03-01T10:00:00Z" || s.Pages[1].URL != "https://a.example/2" {
		t.Errorf("got %+v", s.Pages)
	}
	s, err = feed.ParseSitemap([]byte(`<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc><lastmod>2023-03</lastmod></sitemap><sitemap><loc>https://a.ex`), "")
	if err != nil || s.Broken == nil || len(s.Maps) != 1 || s.Maps[0].Modified.IsZero() {
		t.Errorf("cut off: %+v, %v", s, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{rss, atom, json, rss[:700], "<rdf:RDF><item>"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := feed.Parse(in, "https://a.example/")
		if err == nil && got.Broken != nil && len(got.Items) == 0 {
			t.Fatal("neither items nor an error")
		}
	})
}

func FuzzSitemap(f *testing.F) {
	f.Add([]byte("<urlset><url><loc>https://a.example/1</loc><lastmod>2023-03-02</lastmod></url></urlset>"))
	f.Add([]byte("<sitemapindex><sitemap><loc>/2</loc>"))
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := feed.ParseSitemap(in, "https://a.example/")
		if err != nil {
			return
		}
		for _, link := range append(s.Pages, s.Maps...) {
			if !strings.HasPrefix(link.URL, "http") {
				t.Fatalf("no address: %q", link.URL)
			}
		}
	})
}
