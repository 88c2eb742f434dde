package page_test

import (
	"strings"
	"testing"

	"github.com/demarche/demarche/intake/page"
)

func extract(t *testing.T, in string, o page.Options) *page.Article {
	t.Helper()
	article, err := page.Extract([]byte(in), o)
	if err != nil {
		t.Fatalf("%.80s: %v", in, err)
	}
	return article
}

// TestText holds how text is put together from markup.
func TestText(t *testing.T) {
	const second = "The minister did not answer questions after the meeting on Monday."
	tests := []struct{ name, in, want string }{
		{"inline elements glue", "<p>The <b>Kre</b>mlin said <i>no</i>, <a href=x>officials</a><span>’</span> <em>aides</em> told reporters.</p>", "The Kremlin said no, officials’ aides told reporters."},
		{"white space collapses", "<p>The\n  envoy&nbsp;left \t the&#8203; hall and the coun\u00adtry on Sunday.</p>", "The envoy left the hall and the country on Sunday."},
		{"two line breaks divide", "<div>The envoy left the hall on Sunday with his aides.<br><br>" + second + "</div>", "The envoy left the hall on Sunday with his aides.\n\n" + second},
		{"one line break after a sentence divides", "<div>The envoy left the hall on Sunday with his aides.<br>" + second + "</div>", "The envoy left the hall on Sunday with his aides.\n\n" + second},
		{"one line break amid a sentence does not", "<div>The envoy left the hall<br>on Sunday with his aides.</div>", "The envoy left the hall on Sunday with his aides."},
		{"a list", "<p>The two sides agreed to do the following:</p><ul><li>open the border at the northern pass;</li><li>return the prisoners before winter.</li></ul><p>" + second + "</p>",
			"The two sides agreed to do the following:\n\nopen the border at the northern pass;\n\nreturn the prisoners before winter.\n\n" + second},
		{"wired text", "<pre>\nThe envoy left the hall\non Sunday with his aides.\n\n" + second + "\n</pre>", "The envoy left the hall on Sunday with his aides.\n\n" + second},
		{"entities", "<p>Trade &amp; aid: the ministers&#39; talks ended at 5&nbsp;p.m. in M&uuml;nster.</p>", "Trade & aid: the ministers' talks ended at 5 p.m. in Münster."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := extract(t, "<html><body><article>"+tt.in+"</article></body></html>", page.Options{}).Text; got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	const text = "<p>The envoy left the hall on Sunday with his aides and did not answer.</p>"
	tests := []struct{ name, head, body, url, want string }{
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-03-01T21:30:00+05:00"}</script><meta name="date" content="2022-01-01">`, "", "", "2023-03-01T21:30:00+05:00"},
		{"Open Graph", `<meta property="article:published_time" content="2023-03-01T08:00:00Z">`, "", "", "2023-03-01T08:00:00Z"},
		{"the hour from elsewhere", `<meta name="date" content="2023-03-01">`, `<time datetime="2023-03-01T08:15:00Z">1 March</time>`, "", "2023-03-01T08:15:00Z"},
		{"never the hour of another day", `<meta name="date" content="2023-03-01">`, `<time datetime="2023-03-04T08:15:00Z">4 March</time>`, "", "2023-03-01"},
		{"time element", "", `<time datetime="2023-03-01 14:05">today</time>`, "", "2023-03-01T14:05:00Z"},
		{"microdata", "", `<span itemprop="datePublished" content="2023-03-01T10:00+0100"></span>`, "", "2023-03-01T10:00:00+01:00"},
		{"address", "", "", "https://x.example/world/2023/03/01/envoy.html", "2023-03-01"},
		{"a line by the headline", "", `<h1>Envoy leaves</h1><div>Published: Wednesday, March 1, 2023, 2:05 PM EST</div>`, "", "2023-03-01T14:05:00-05:00"},
		{"day first", "", `<h1>Envoy leaves</h1><div>1 March 2023, 14:05</div>`, "", "2023-03-01T14:05:00Z"},
		{"day first in figures", "", `<h1>Envoy leaves</h1><div>01.03.2023 14:05</div>`, "", "2023-03-01T14:05:00Z"},
		{"mail form", `<meta name="pubdate" content="Wed, 01 Mar 2023 14:05:06 GMT">`, "", "", "2023-03-01T14:05:06Z"},
		{"compact", `<meta name="pubdate" content="20230301T140506Z">`, "", "", "2023-03-01T14:05:06Z"},
		{"seconds", `<meta name="pubdate" content="1677679506">`, "", "", "2023-03-01T14:05:06Z"},
		{"no date", "", "<h1>Envoy leaves</h1>", "https://x.example/a-12345678901", ""},
		{"no such day", `<meta name="date" content="2023-02-31">`, "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := "<html><head>" + tt.head + "</head><body>" + tt.body + text + "</body></html>"
			if got := extract(t, in, page.Options{URL: tt.url}).Published.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCharsets(t *testing.T) {
	const text = "Der Präsident von Österreich grüßt in München die Gäste aus Łódź."
	tests := []struct{ name, contentType, in, want string }{
		{"UTF-8 whatever is declared", "text/html; charset=iso-8859-1", "<p>" + text + "</p>", text},
		{"declared by header", "text/html; charset=iso-8859-2", "<p>Prezydent \xa3odzi przyj\xb1\xb3 go\xb6ci z zagranicy w ratuszu.</p>", "Prezydent Łodzi przyjął gości z zagranicy w ratuszu."},
		{"declared by meta", "", `<meta charset="windows-1251"><p>` + "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xef\xf0\xe8\xed\xff\xeb \xef\xee\xf1\xeb\xe0 \xe2 \xca\xf0\xe5\xec\xeb\xe5 \xf3\xf2\xf0\xee\xec \xe2 \xf1\xf0\xe5\xe4\xf3.</p>", "Президент принял посла в Кремле утром в среду."},
		{"declared late", "", "<!--" + strings.Repeat("x", 2000) + `--><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>` + "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xef\xf0\xe8\xed\xff\xeb \xef\xee\xf1\xeb\xe0 \xe2 \xca\xf0\xe5\xec\xeb\xe5 \xf3\xf2\xf0\xee\xec \xe2 \xf1\xf0\xe5\xe4\xf3.</p>", "Президент принял посла в Кремле утром в среду."},
		{"undeclared Western", "", "<p>The caf\xe9 owners\x92 union met the minister in Li\xe8ge on Sunday.</p>", "The café owners’ union met the minister in Liège on Sunday."},
		{"a stray byte in UTF-8", "", "<p>Łódź and Poznań protested \xff against the law on Monday, as did Gdańsk.</p>", "Łódź and Poznań protested \ufffd against the law on Monday, as did Gdańsk."},
		{"byte order mark", "", "\ufeff<p>" + text + "</p>", text},
		{"null bytes", "", "<p>The envoy\x00 left the hall on Sunday with his aides.</p>", "The envoy left the hall on Sunday with his aides."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := extract(t, tt.in, page.Options{ContentType: tt.contentType}).Text; got != tt.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestTextOfScripts holds that what only JSON-LD tells is read, however it is
// written there.
func TestTextOfScripts(t *testing.T) {
	const one, two = "The envoy left the hall on Sunday with his aides and did not answer.", "The ministers will meet again in June, in Lima, officials said on Monday."
	for name, body := range map[string]string{
		"lines":   `"articleBody":"` + one + `\n\n` + two + `"`,
		"markup":  `"articleBody":"<p>` + one + `</p><p>` + two + `</p>"`,
		"escaped": `"articleBody":"&lt;p&gt;` + one + `&lt;/p&gt;&lt;p&gt;` + two + `&lt;/p&gt;"`,
		"posts":   `"liveBlogUpdate":[{"@type":"BlogPosting","articleBody":"` + one + `"},{"articleBody":"` + two + `"}]`,
	} {
		in := `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoy",` + body + `}</script><div id="app">Loading</div>`
		if got := extract(t, in, page.Options{}).Text; got != one+"\n\n"+two {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestBylines(t *testing.T) {
	for in, want := range map[string]string{
		`<div class="byline">By <a rel="author">Ana Ruiz</a>, Lima | 3 May</div>`:  "Ana Ruiz",
		`<span class="article__byline">BY Ana Ruiz and Bo Lind 14:05</span>`:       "Ana Ruiz and Bo Lind",
		`<span itemprop="author">Ana María Ruiz</span>`:                            "Ana María Ruiz",
		`<div class="byline">Published 3 May</div>`:                                "",
		`<meta name="author" content="Bo Lind"><div class="byline">Ana Ruiz</div>`: "Bo Lind",
	} {
		if got := extract(t, in+"<p>The envoy left the hall on Sunday with his aides and did not answer.</p>", page.Options{}).Author; got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestWhatPagesSayOfThemselves(t *testing.T) {
	in := `<html lang="en-GB"><head><title>Envoy leaves Lima | The Ledger</title><link rel="canonical" href="/world/envoy">
		<script type="application/ld+json">[{"@context":"http://schema.org","@type":["NewsArticle"],"headline":"Envoy leaves Lima","author":[{"@type":"Person","name":"Ana Ruiz"},{"name":"Bo Lind"}],
		"publisher":{"name":"The Ledger"},}]</script></head><body><h1>Envoy leaves Lima</h1><p>The envoy left the hall on Sunday with his aides and did not answer.</p></body></html>`
	a := extract(t, in, page.Options{URL: "https://ledger.example/x?utm=1"})
	got := strings.Join([]string{a.Title, a.Author, a.Publication, a.Language, a.URL}, "|")
	if want := "Envoy leaves Lima|Ana Ruiz, Bo Lind|The Ledger|en|https://ledger.example/world/envoy"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
