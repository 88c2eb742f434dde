package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// standing is how surely an element's name says that it stands around an
// article and is no part of it.
type standing int

const (
	within   standing = iota // nothing says so
	doubtful                 // a word that some pages use for the article too
	around                   // a word that hardly ever names an article
	pictures                 // a gallery, which may be all there is
	talk                     // readers' comments, which may be longer than the article
)

// standingOf reads an element's tag, role, class and id.
func standingOf(n *html.Node) standing {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Main:
		return within
	case atom.Nav, atom.Figcaption, atom.Dialog, atom.Menu:
		return around
	case atom.Aside, atom.Footer, atom.Form, atom.Fieldset, atom.Header, atom.Address:
		return max(doubtful, namesStanding(n))
	case atom.Figure:
		if hasPicture(n) && !hasText(n) {
			return around
		}
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "tooltip", "tablist", "toolbar":
		return around
	case "complementary":
		return doubtful
	}
	if hidden(n) {
		return doubtful
	}
	return namesStanding(n)
}

// hidden says whether a reader of the page does not see the element.
func hidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") ||
		attr(n, "aria-hidden") == "true" || hasAttr(n, "hidden")
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func hasPicture(n *html.Node) bool {
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Img, atom.Picture, atom.Video, atom.Iframe, atom.Svg, atom.Audio, atom.Noscript:
			return true
		}
		if strings.HasPrefix(d.Data, "amp-") && d.Type == html.ElementNode {
			return true
		}
	}
	return false
}

// hasText says whether a figure holds what belongs to the text: a quotation, a
// table, a paragraph that is no caption.
func hasText(n *html.Node) bool {
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Blockquote, atom.Table, atom.Pre:
			return true
		}
	}
	return false
}

// namesStanding judges the words of class and id.
func namesStanding(n *html.Node) standing {
	worst := within
	for _, key := range []string{"class", "id", "data-component", "data-testid", "data-module", "data-block", "itemprop"} {
		value := attr(n, key)
		if value == "" || len(value) > 400 {
			continue
		}
		for _, name := range strings.Fields(value) {
			worst = max(worst, nameStanding(nameWords(name)))
		}
	}
	return worst
}

// nameWords are the words of a class name in lower case: "relatedLinks",
// "related-links" and "c-related__links" hold the same.
func nameWords(name string) []string {
	var words []string
	start, lower := 0, false
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start = i + len(string(r))
			lower = false
		case unicode.IsUpper(r) && lower:
			cut(i)
			start = i
			lower = false
		default:
			lower = unicode.IsLower(r)
		}
	}
	cut(len(name))
	return words
}

// nameStanding judges one class name by its words.
func nameStanding(words []string) standing {
	worst := within
	if len(words) > 1 && namesContent(words) {
		return within
	}
	for i, w := range words {
		if i > 0 {
			worst = max(worst, pairStanding(words[i-1], w))
			if off := words[i-1]; off == "has" || off == "no" || off == "with" || off == "without" || off == "is" {
				continue // "has-sidebar" says what stands beside it
			}
		}
		worst = max(worst, wordStanding(w))
	}
	return worst
}

// namesContent says whether a name says what an article is about or of which kind, as content systems put it on the article itself ("tag-comment",
// "format-gallery", "tone-comment").
func namesContent(words []string) bool {
	switch words[0] {
	case "format", "type", "category", "tag", "status", "tax", "term", "tone", "pillar", "section", "topic", "theme", "template", "single", "page":
		return words[0] != "page" && words[0] != "section" || len(words) == 2 && words[1] == "comment"
	}
	return false
}

func wordStanding(w string) standing {
	switch w {
	case "comments", "comment", "disqus", "livefyre", "respond", "commentlist", "commentarea", "coral", "viafoura", "fbcomments":
		return talk
	case "related", "relateds", "recirc", "recirculation", "recommended", "recommendation", "recommendations", "outbrain",
		"taboola", "zergnet", "revcontent", "promo", "promos", "promobox", "advert", "adverts", "advertisement", "advertising", "ad",
		"ads", "adslot", "adunit", "adbox", "adsbygoogle", "dfp", "gpt", "sponsor", "sponsored", "newsletter", "newsletters",
		"signup", "subscribe", "subscription", "share", "sharing", "sharebar", "sharedaddy", "sharetools", "social", "socials",
		"addthis", "addtoany", "sharethis", "shareaholic", "cookie", "cookies", "consent", "gdpr", "onetrust", "popup", "popups", "modal",
		"lightbox", "breadcrumb", "breadcrumbs", "caption", "captions", "figcaption", "credit", "credits", "imgcaption", "wp-caption",
		"byline", "bylines", "tags", "taglist", "tagcloud", "pagination", "pager", "toolbar", "trending", "popular", "mostread",
		"mostpopular", "cta", "donate", "donation", "authorbox", "authorbio", "bio", "follow", "ticker", "masthead", "menu",
		"navbar", "nav", "navigation", "subnav", "login", "poll", "pullquote", "teasers", "teaserlist", "readnext",
		"readmore", "nextprev", "prevnext", "postmeta", "topbar", "navlinks", "skiplink", "offscreen", "readalso", "alsoread", "speechkit", "audioplayer", "appbanner":
		return around
	case "gallery", "galleries", "carousel", "slideshow", "slideshows", "slider", "photogallery":
		return pictures
	case "sidebar", "rail", "footer", "header", "aside", "secondary", "infobox", "disclaimer", "rights", "copyright", "tools", "utility", "meta", "metadata", "timestamp", "overlay",
		"banner", "paywall", "regwall", "piano", "toc", "topics", "author", "authors", "latest", "more", "links",
		"player", "labels", "print", "hidden", "search", "filter", "rating", "product", "shop", "weather", "callout", "embed", "form", "notice", "alert", "toast", "most", "thumb":
		return doubtful
	}
	return within
}

// pairStanding judges two words that say more together.
func pairStanding(a, b string) standing {
	switch a + " " + b {
	case "read more", "most read", "read next", "read also", "also read", "see also", "more from", "more on", "more stories", "more news",
		"author bio", "author info", "author box", "about author", "author card", "author profile", "author details", "pull quote",
		"sr only", "screen reader", "visually hidden", "back top", "to top", "up next", "next up", "most popular", "most viewed",
		"top stories", "latest news", "recent posts", "recent entries", "recent comments", "widget area", "story links", "related links", "tag list", "article tags", "post tags", "entry tags", "article meta", "post meta", "entry meta",
		"story meta", "meta data", "image credit", "photo credit", "editors picks", "editor picks", "sign up", "news letter",
		"inline link", "in brief", "site footer", "site header", "page footer", "page header", "global header", "global footer",
		"article footer", "post footer", "entry footer", "story footer", "image caption", "photo caption", "media caption", "read time", "reading time", "call out", "jp relatedposts", "post navigation", "page nav", "wp caption", "caption text", "key points":
		if a+" "+b == "key points" {
			return within
		}
		return around
	}
	return within
}
