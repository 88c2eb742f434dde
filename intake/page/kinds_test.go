package page_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/demarche/demarche/intake/page"
)

// list is n items, each with its number put into form.
func list(n int, form string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, form+"\n", i)
	}
	return b.String()
}

func TestNotArticles(t *testing.T) {
	card := `<div class="card"><h3><a href="/a%d">Council of the valley puts off the vote again</a></h3><p>The mayor wants to hear more experts before the council decides on the dam.</p></div>`
	tests := []struct {
		name, page string
		want       page.Kind
	}{
		{"nothing", "", page.Empty},
		{"script only", `<html><head><title>App</title></head><body><div id="root"></div><script>run()</script></body></html>`, page.Empty},
		{"front page", `<html><head><title>Valley Voice</title><meta property="og:type" content="website"></head><body><h1>Valley Voice</h1>` + list(20, card) + `</body></html>`, page.Front},
		{"section", `<html><head><title>World news | Valley Voice</title><link rel="canonical" href="https://v.example/category/world/"></head><body><h1>World</h1><ul>` +
			list(15, `<li><a href="/s%d">Ministers of the two countries meet on the border</a> <span>2 hours ago</span></li>`) + `</ul></body></html>`, page.Front},
		{"collection that calls itself an article", `<html><head><title>The Voice in Spanish</title><meta property="og:type" content="article"><script type="application/ld+json">{"@type":"CollectionPage"}</script></head><body>` + list(10, card) + `</body></html>`, page.Front},
		{"search results", `<html><head><title>Results for dam</title></head><body>` + list(10, card) + `</body></html>`, page.Front},
		{"gallery", `<html><head><title>In pictures: the flood</title><link rel="canonical" href="https://v.example/gallery/flood"></head><body><h1>In pictures: the flood</h1>` +
			list(12, `<figure><img src="%d.jpg"><figcaption>A boat in the main street of the old town.</figcaption></figure>`) + `<p>Our photographers followed the water for a week.</p></body></html>`, page.Gallery},
		{"paywall stub", `<html><head><title>Who sold the dam? | The Ledger</title><meta property="og:type" content="article"></head><body><h1>Who sold the dam?</h1>
			<p>The contract was signed on a Sunday, in the back room of an inn, and nobody has seen it since.</p><div class="paywall"><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div></body></html>`, page.Stub},
		{"stub by JSON-LD", `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Who sold the dam?","isAccessibleForFree":false}</script></head><body><h1>Who sold the dam?</h1>
			<p>The contract was signed on a Sunday, in the back room of an inn, and nobody has seen it since.</p></body></html>`, page.Stub},
		{"consent wall", `<html><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services. If you choose to accept, we and our partners will also use cookies to develop new services and show ads.</p>
			<p>You can give or withdraw your consent at any time in the privacy settings. Some partners rely on legitimate interest to process personal data.</p><button>Accept all</button></body></html>`, page.Consent},
		{"not found", `<html><head><title>404 - Page not found</title></head><body><h1>Page not found</h1><p>Sorry, the page you are looking for does not exist or has been moved. Try the search, or go back to the home page.</p></body></html>`, page.Failure},
		{"challenge", `<html><head><title>Just a moment...</title></head><body><h1>www.v.example</h1><p>Verifying you are human. This may take a few seconds. The site needs to review the security of your connection before proceeding.</p></body></html>`, page.Failure},
		{"denied", `<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to access "http://v.example/" on this server.<P>Reference #18.2d351ab8.1557333295.a4e16ab</BODY></HTML>`, page.Failure},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			article, err := page.Extract([]byte(tt.page), page.Options{})
			var not *page.NotArticle
			if !errors.As(err, &not) || not.Kind != tt.want {
				t.Errorf("got %v (article %+v), want %s", err, article, tt.want)
			}
		})
	}
}

// TestArticlesAboutWalls holds that an article that speaks of what walls say is
// still one.
func TestArticlesAboutWalls(t *testing.T) {
	for _, in := range []string{
		`<title>Regulator fines search company over cookies</title><meta property="og:type" content="article"><h1>Regulator fines search company over cookies</h1><p>The regulator fined the company 100 million euros on Thursday for placing advertising cookies on computers without consent.</p><p>The company said it would appeal. Users must be able to refuse cookies as easily as they accept them, the regulator said in its decision, which also names two partners of the company.</p>`,
		`<title>Ministry's page not found for a week after attack</title><h1>Ministry's page not found for a week after attack</h1><p>Hackers took the website of the foreign ministry offline for a week, the government said on Friday, and accused a neighbour of the attack.</p><p>Visitors saw nothing but the words “page not found”. The ministry called it an assault on the country's sovereignty and summoned the ambassador, who rejected the charge and left without a word to the reporters who had waited outside since the early morning. Parliament will debate the attack next week, and the opposition has already demanded that the head of the computer office resign, since warnings from two allied services had been ignored in spring.</p>`,
		`<title>Two held after blast at fuel depot</title><div>Already a subscriber? Log in to continue reading your newspaper</div><h1>Two held after blast at fuel depot</h1><p>Two men were held after a blast at a fuel depot on Monday, police said.</p>`,
		`<title>The Post</title><p>The flood killed 404 people, the ministry said on Monday.</p>`,
		`<title>Two held</title><p>Two held after blast at fuel depot, police say.</p>`,
	} {
		if _, err := page.Extract([]byte(in), page.Options{}); err != nil {
			t.Errorf("%.60s: %v", in, err)
		}
	}
}
