package page

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/demarche/demarche/intake/stamp"
)

// head is what a page says about itself: in its <head>, its JSON-LD and in the
// attributes of its elements.
type head struct {
	url      string // where it was found
	meta     map[string]string
	title    string // <title>
	h1       []string
	lines    []string // other headings, and lines in bold
	canon    string
	language string
	linked   linkedData
	bylines  []string
	times    []*html.Node // <time>, and elements with a date of publication
}

// readHead collects what the page says about itself, in one walk.
func readHead(root *html.Node, at string) head {
	h := head{url: at, meta: map[string]string{}}
	var scripts []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.CommentNode && h.url == "" {
			h.url = savedFrom(n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = first(h.language, attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Title:
			if h.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
				h.title = inner(n)
			}
		case atom.H1:
			if t := inner(n); t != "" && len(h.h1) < 5 {
				h.h1 = append(h.h1, t)
			}
		case atom.H2, atom.H3, atom.H4, atom.B, atom.Strong:
			if len(h.lines) < 60 {
				h.lines = append(h.lines, inner(n))
			}
		case atom.Meta:
			h.addMeta(n)
		case atom.Link:
			if hasWord(attr(n, "rel"), "canonical") && h.canon == "" {
				h.canon = attr(n, "href")
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && len(scripts) < 40 {
				scripts = append(scripts, n)
			}
		case atom.Time:
			h.times = append(h.times, n)
		default:
			if attr(n, "itemprop") == "datePublished" {
				h.times = append(h.times, n)
			}
		}
		if len(h.bylines) < 5 && namesAuthor(n) {
			h.bylines = append(h.bylines, inner(n))
		}
	}
	h.linked = readLinkedData(scripts)
	return h
}

// savedFrom is the address in the comment that browsers put into a page when they
// save it: "saved from url=(0022)http://x.example/"; "" for other comments.
func savedFrom(comment string) string {
	_, after, ok := strings.Cut(comment, "saved from url=(")
	if !ok {
		return ""
	}
	_, address, _ := strings.Cut(after, ")")
	address, _, _ = strings.Cut(strings.TrimSpace(address), " ")
	if !strings.HasPrefix(address, "http") {
		return ""
	}
	return address
}

// addMeta keeps the first <meta> of each name.
func (h *head) addMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" || len(content) > 2000 {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		for _, k := range strings.Fields(strings.ToLower(attr(n, key))) {
			if _, known := h.meta[k]; !known && len(h.meta) < 500 {
				h.meta[k] = content
			}
		}
	}
}

// article puts together what the page says about itself and its text.
func (h *head) article(b body) *Article {
	a := &Article{
		Publication: h.outlet(), URL: h.address(), Language: h.tongue(), Author: h.author(),
		Text: b.text(), Published: h.published(b), Paywalled: h.linked.unfree,
	}
	a.Title = h.headline(a.Publication)
	return a
}

// of is the first of the named <meta> that says something.
func (h *head) of(names ...string) string {
	for _, name := range names {
		if v := h.meta[name]; v != "" {
			return v
		}
	}
	return ""
}

func (h *head) address() string {
	for _, u := range []string{h.canon, h.of("og:url"), h.linked.url} {
		if p, err := url.Parse(u); err == nil && u != "" {
			if base, err := url.Parse(h.url); err == nil && h.url != "" {
				p = base.ResolveReference(p)
			}
			if p.Scheme != "" && p.Host != "" {
				return p.String()
			}
		}
	}
	return h.url
}

// outlet is the name of who published the page, or the host.
func (h *head) outlet() string {
	name := first(h.of("og:site_name"), h.linked.publisher, h.of("application-name", "dc.publisher", "publisher", "citation_publisher", "copyright"))
	if name == "" || strings.HasPrefix(name, "http") || len(name) > 80 {
		name = ""
		if p, err := url.Parse(h.address()); err == nil {
			name = strings.TrimPrefix(p.Host, "www.")
		}
	}
	return clean(name)
}

func (h *head) tongue() string {
	l := first(h.language, h.linked.language, h.of("og:locale", "content-language", "dc.language", "language", "inlanguage"))
	l = strings.ToLower(strings.TrimSpace(l))
	if i := strings.IndexAny(l, "-_,; "); i > 0 {
		l = l[:i]
	}
	if len(l) < 2 || len(l) > 3 {
		return ""
	}
	return l
}

func (h *head) author() string {
	a := first(h.linked.author, h.of("author", "byl", "sailthru.author", "parsely-author", "dc.creator", "citation_author", "article:author"))
	if a == "" || strings.HasPrefix(a, "http") || len(a) > 200 {
		return h.byline()
	}
	return withoutBy(clean(a))
}

// byline is the author as a line of the page names them: a few words with a
// capital each, up to where something else begins.
func (h *head) byline() string {
	for _, line := range h.bylines {
		line = withoutBy(clean(line))
		if end := strings.IndexAny(line, "|·•–—(0123456789,/:@"); end >= 0 {
			line = strings.TrimSpace(line[:end])
		}
		words := strings.Fields(line)
		if n := len(words); n > 2 && (words[n-1] == "Published" || stamp.Month(strings.ToLower(words[n-1])) != 0) {
			words = words[:n-1]
		}
		if len(words) < 2 || len(words) > 6 || len(words[1]) < 2 {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(words[0]); unicode.IsUpper(first) {
			return strings.Join(words, " ")
		}
	}
	return ""
}

func withoutBy(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		return strings.TrimSpace(s[3:])
	}
	return s
}

// namesAuthor says whether an element is marked as naming the author.
func namesAuthor(n *html.Node) bool {
	if hasWord(attr(n, "rel"), "author") && n.DataAtom == atom.A || attr(n, "itemprop") == "author" {
		return true
	}
	for class := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if class == "byline" || class == "author" || class == "author-name" || strings.HasSuffix(class, "-byline") || strings.HasSuffix(class, "__byline") || strings.HasSuffix(class, "byline__name") {
			return true
		}
	}
	return false
}

// headline is the title of the article, without the outlet's name: the heading
// that the page's own title repeats, or what JSON-LD or <meta> say.
func (h *head) headline(outlet string) string {
	page := clean(h.title)
	told := first(clean(h.linked.headline), clean(h.of("og:title", "twitter:title", "dc.title", "title")))
	best := ""
	for i, t := range append(h.h1[:len(h.h1):len(h.h1)], h.lines...) {
		t = clean(t)
		main := i < len(h.h1) && (t == told || strings.HasPrefix(told, t) || 10*len(t) > 4*len(page))
		if len(t) > len(best) && len(t) > 10 && strings.Contains(page+"\n"+told, t) && (main || 10*len(t) > 5*len(page)) {
			best = t
		}
	}
	switch {
	case best != "":
		return best
	case told != "":
		return withoutName(told, outlet)
	case page == "" && len(h.h1) > 0:
		return clean(h.h1[0])
	}
	return withoutOutlet(page, outlet)
}

// withoutName cuts the outlet's name off a title's ends, and nothing else.
func withoutName(title, outlet string) string {
	for _, sep := range separators() {
		if rest, ok := strings.CutSuffix(title, sep+outlet); ok && outlet != "" {
			return rest
		}
		if rest, ok := strings.CutPrefix(title, outlet+sep); ok && outlet != "" {
			return rest
		}
	}
	return title
}

func separators() []string {
	return []string{" | ", " — ", " – ", " - ", " :: ", " » ", " · ", "_", " / ", ": "}
}

// titles are all that the page calls its article, squeezed.
func (h *head) titles() map[string]bool {
	titles := map[string]bool{}
	for _, t := range append([]string{h.title, h.linked.headline, h.of("og:title"), h.of("twitter:title"), h.headline(h.outlet())}, h.h1...) {
		titles[squeeze(t)] = true
	}
	delete(titles, "")
	return titles
}

// withoutOutlet cuts " | Outlet" and the like off a title: what follows the last
// separator, where it names the outlet or is short.
func withoutOutlet(title, outlet string) string {
	for _, sep := range separators()[:9] {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		rest := title[i+len(sep):]
		if r, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(r) {
			continue // goes on with the title
		}
		if strings.EqualFold(rest, outlet) || sep != " - " && sep != " – " && len(rest) < 30 && i > len(rest) ||
			len(rest) < 25 && i > 2*len(rest) {
			return withoutOutlet(strings.TrimSpace(title[:i]), outlet)
		}
		if head := title[:i]; strings.EqualFold(head, outlet) {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// first is the first of s that is not blank.
func first(s ...string) string {
	for _, t := range s {
		if t = strings.TrimSpace(t); t != "" {
			return t
		}
	}
	return ""
}

// clean is s with entities read that were escaped twice, and white space
// collapsed.
func clean(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// inner is the text of an element on one line.
func inner(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else if d.DataAtom == atom.Br {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
