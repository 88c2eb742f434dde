package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walls are what a page puts between its reader and an article, and what it has
// in place of one; seen before anything is taken out of the tree.
type walls struct {
	pay      string // the words that ask to pay or subscribe to read on; "" for none
	consent  int    // words about cookies and consent
	failure  string // the words that say that something went wrong; "" for none
	pictures int
	headings int // that are links of some length, as lists of articles have
}

func readWalls(root *html.Node, blocks []block, title int) walls {
	var w walls
	for i := range blocks {
		b := &blocks[i]
		low := strings.ToLower(b.text)
		if w.pay == "" && b.words() < 60 && i > title {
			w.pay = firstOf(low, payWords())
		}
		if w.failure == "" && b.words() < 40 {
			w.failure = firstOf(low, failureWords())
		}
		for _, word := range []string{"cookie", "consent", "gdpr", "legitimate interest", "personal data", "partners", "your privacy", "your choices"} {
			w.consent += strings.Count(low, word)
		}
		if b.linkShare() > 0.7 && b.words() >= 4 && !endsSentence(strings.TrimRight(b.text, ".")) {
			w.headings++
		}
	}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Img || n.Type == html.ElementNode && (n.Data == "amp-img" || n.DataAtom == atom.Picture || n.DataAtom == atom.Video) {
			w.pictures++
		}
	}
	return w
}

func payWords() []string {
	return []string{
		"to continue reading", "to read the full", "to read this article", "to read the rest", "continue reading with a", "subscribe to read", "subscribe to continue", "this article is for subscribers", "this story is for subscribers", "available to subscribers only",
		"this article is reserved", "this content is reserved", "exclusive to subscribers", "unlock this article", "to unlock this", "this is premium content", "you have reached your limit",
		"you've reached your limit", "free articles left", "register to continue", "sign in to continue", "log in to continue", "log in to read", "sign in to read", "become a member to read", "keep reading for",
	}
}

func failureWords() []string {
	return []string{
		"page not found", "page you requested", "page you are looking for", "page you were looking for", "page cannot be found", "page can't be found", "page could not be found", "404", "access denied", "403 forbidden", "you don't have permission",
		"internal server error", "service unavailable", "bad gateway", "gateway timeout", "an error occurred", "something went wrong", "checking your browser", "verify you are human", "verify that you are human", "are you a robot",
		"not a robot", "unusual traffic", "enable cookies", "needs to review the security", "just a moment", "no longer available", "has been removed", "has expired", "attention required", "request blocked", "too many requests", "site is under maintenance", "under maintenance", "performing security verification",
	}
}

// firstOf is the first of the words that s holds.
func firstOf(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

// Limits on the words of a text below which a sign of something else than an
// article counts. An article in full is longer than nearly all that shows them.
const (
	failureWordsMax = 120 // error pages explain themselves at length at times
	consentWordsMax = 350
	stubWordsMax    = 90
	galleryWordsMax = 60
	shortWords      = 25 // an article of one or two sentences
)

// refusal says that the page is no article, or nil. It doubts long texts and
// pages that call themselves articles less than others.
func (b body) refusal(h *head) error {
	words := b.words()
	article := h.isArticle()
	switch {
	case words == 0 && b.walls.headings >= 5 && !article:
		return &NotArticle{Front, "there are only links"}
	case words == 0 && b.walls.pay != "":
		return &NotArticle{Stub, quoted(b.walls.pay)}
	case words == 0:
		return &NotArticle{Empty, ""}
	case b.failed(h, words, article):
		return &NotArticle{Failure, quoted(b.walls.failure)}
	case words < consentWordsMax && b.isConsent(words):
		return &NotArticle{Consent, "it speaks of cookies and consent alone"}
	case (b.walls.pay != "" || h.linked.unfree) && words < stubWordsMax && b.walls.pay != "":
		return &NotArticle{Stub, quoted(b.walls.pay)}
	case h.linked.unfree && words < stubWordsMax/2:
		return &NotArticle{Stub, "it says that it is not free, and shows " + plural(words, "word")}
	case h.isGallery() && words < galleryWordsMax && b.walls.pictures > 4:
		return &NotArticle{Gallery, plural(b.walls.pictures, "picture")}
	case !article && (!b.headed || isFrontPath(h.address())) && b.isList(h, words):
		return &NotArticle{Front, plural(b.walls.headings, "headline") + " that are links"}
	}
	return nil
}

// failed says whether the page tells of an error in its title, or in so short a
// text that it tells of nothing else.
func (b body) failed(h *head, words int, article bool) bool {
	if b.walls.failure == "" || article && words > shortWords {
		return false
	}
	for _, title := range append([]string{h.title}, h.h1...) {
		// A title of an article is longer than the words.
		if found := firstOf(strings.ToLower(title), failureWords()); len(found)*5 > len(title)*2 && found != "" && words < failureWordsMax {
			return true
		}
	}
	return words < shortWords*2 && firstOf(strings.ReplaceAll(strings.ToLower(b.text()), "404", ""), failureWords()) != "" && !b.headed
}

// isConsent says whether the text itself is about cookies.
func (b body) isConsent(words int) bool {
	low := strings.ToLower(b.text())
	hits := 0
	for _, word := range []string{"cookie", "consent", "personal data", "partners", "privacy", "your choices", "legitimate interest", "accept"} {
		hits += strings.Count(low, word)
	}
	addressed := strings.Contains(low, "your ") || strings.Contains(low, "you ")
	return hits >= 3 && 20*hits >= words && b.walls.consent >= 3 && addressed && (strings.Contains(low, "we ") || strings.Contains(low, "our "))
}

// isList says whether there are many linked headlines around and little that
// reads on: no run of prose as long as a short article, and paragraphs no longer
// than teasers.
func (b body) isList(h *head, words int) bool {
	longest, run := 0, 0
	for i := range b.all {
		block := &b.all[i]
		switch {
		case block.isProse():
			run += block.words()
			longest = max(longest, run)
		case block.linkShare() > 0.5 && block.words() >= 4:
			run = 0
		}
	}
	paragraphs := 0
	for i := range b.blocks {
		if b.blocks[i].isProse() {
			paragraphs++
		}
	}
	if words > 60 && words > teaserWords*paragraphs && words > 3*b.walls.headings {
		return false
	}
	limit := 70
	if isFrontPath(h.address()) || h.of("og:type") == "website" {
		limit = 150
	}
	return b.walls.headings >= 6 && min(longest, words) < limit && words < 8*b.walls.headings
}

// teaserWords is how long teasers are at most, on average.
const teaserWords = 35

// isFrontPath says whether an address is a site's front or that of a section.
func isFrontPath(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	path := strings.Trim(u.Path, "/")
	return path == "" || path == "index.html" || path == "home" || strings.HasPrefix(path, "category/") || strings.HasPrefix(path, "tag/") || strings.HasPrefix(path, "topic/") || strings.HasPrefix(path, "section/")
}

// isArticle says whether the page calls itself an article. What JSON-LD says
// comes first: sites give all their pages og:type article.
func (h *head) isArticle() bool {
	if isArticleType(h.linked.types) {
		return true
	}
	for _, t := range h.linked.types {
		if t == "CollectionPage" || t == "SearchResultsPage" || t == "ProfilePage" {
			return false
		}
	}
	return h.of("og:type") == "article" || h.meta["article:published_time"] != ""
}

func (h *head) isGallery() bool {
	for _, t := range h.linked.types {
		if t == "ImageGallery" || t == "VideoObject" || t == "MediaGallery" {
			return true
		}
	}
	kind := h.of("og:type")
	u, err := url.Parse(h.address())
	if err != nil {
		return false
	}
	words := nameWords(h.title + " " + u.Path)
	for _, w := range words {
		switch w {
		case "gallery", "galleries", "slideshow", "photos", "pictures":
			return true
		}
	}
	return strings.HasPrefix(kind, "video")
}

func quoted(s string) string { return "“" + s + "”" }
