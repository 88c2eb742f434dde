package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/demarche/demarche/intake/stamp"
)

// cleaned is a run of blocks without the lines in it that are no part of the
// text: the title over again, bylines, dates, links to other articles, appeals
// to subscribe, rights.
func cleaned(blocks []block, h *head) []block {
	titles, author := h.titles(), h.author()
	said := map[string]bool{}
	var kept []block
	started := false
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if n := labels(blocks[i:]); n >= 5 {
			i += n - 1
			continue
		}
		key := squeeze(b.text)
		switch {
		case key == "" || said[key] && b.words() > 3:
			continue
		case endsArticle(b) && remaining(blocks[i+1:]) < 60+words(kept)/5:
			return trimmed(kept)
		case !started && titles[key], !started && b.isPreamble(author), b.isNoise() && !amid(blocks, i):
			continue
		}
		said[key] = true
		started = started || b.isProse()
		kept = append(kept, *b)
	}
	return trimmed(kept)
}

// labels is how many blocks from the first on are labels, as of a chart.
func labels(blocks []block) int {
	n := 0
	for n < len(blocks) {
		b := &blocks[n]
		if b.words() > 3 || b.isTitle() || b.kind == item || b.kind == row || endsSentence(b.text) || b.node != nil && b.node.DataAtom == atom.Td {
			break
		}
		n++
	}
	return n
}

// trimmed is the blocks without what at their end leads to nothing more.
func trimmed(blocks []block) []block {
	for len(blocks) > 0 {
		last := &blocks[len(blocks)-1]
		if last.kind != heading && !(last.words() < 4 && !endsSentence(last.text) && last.kind != item && last.kind != row) || len(blocks) == 1 {
			break
		}
		blocks = blocks[:len(blocks)-1]
	}
	return blocks
}

func words(blocks []block) int {
	n := 0
	for i := range blocks {
		n += blocks[i].words()
	}
	return n
}

// remaining is how many words of prose without links follow.
func remaining(blocks []block) int {
	n := 0
	for i := range blocks {
		if blocks[i].isProse() && blocks[i].linkShare() < 0.3 {
			n += blocks[i].words()
		}
	}
	return n
}

// squeeze is a text's letters and digits in lower case, to compare texts.
func squeeze(s string) string { return strings.Join(tokens(s), "") }

// isNoise says whether the block is a line that stands in articles but says
// nothing of what they tell.
func (b *block) isNoise() bool {
	words := b.words()
	low := strings.ToLower(b.text)
	switch {
	case words == 1 && strings.HasPrefix(low, "http"):
		return true
	case words < 4 && b.kind == paragraph && !b.isTitle() && !endsSentence(b.text) && !b.isText():
		return true // labels of charts, buttons, agencies
	case b.linkShare() > 0.8 && words < 30 && b.kind != quotation && !(endsSentence(b.text) && words > 12):
		return true
	case words < 40 && opensNoise(low), words < 5 && strings.HasPrefix(low, "advertis"):
		return true
	case words < 16 && b.kind != heading && isNoiseLine(low):
		return true
	case words < 30 && isCaption(low), words < 60 && isRights(low):
		return true
	case words < 14 && isByline(b.text), words < 14 && isTimeLine(low) && (b.kind != heading || strings.HasSuffix(low, " ago")):
		return true
	}
	return false
}

// isText says whether the page marks the block as text.
func (b *block) isText() bool {
	if b.node == nil {
		return true
	}
	switch b.node.DataAtom {
	case atom.P, atom.Pre, atom.Td, atom.Th:
		return true
	}
	return false
}

// isPreamble says whether a block before the first sentence is no text: a word
// or two, or a line with the author or the date.
func (b *block) isPreamble(author string) bool {
	if b.isProse() || endsSentence(b.text) {
		return false
	}
	words := b.words()
	return words < 5 && b.kind != heading || words < 12 && (author != "" && strings.Contains(b.text, author) || !stamp.Parse(b.text).IsZero())
}

// amid says whether block i, which looks like noise, is a heading all the same: a
// linked one above prose, or a few words between paragraphs that line breaks alone
// divide.
func amid(blocks []block, i int) bool {
	b := &blocks[i]
	if b.kind == heading && b.linked > 0 && b.words() < 15 && i+1 < len(blocks) && b.node.Parent == blocks[i+1].node.Parent && blocks[i+1].isProse() && !opensNoise(strings.ToLower(b.text)) {
		return true // of a list of things, each with a link
	}
	return b.linked == 0 && i > 0 && i+1 < len(blocks) && b.node != nil && blocks[i-1].node == b.node && blocks[i+1].node == b.node &&
		blocks[i+1].isProse() && b.words() < 6 && !isNoiseLine(strings.ToLower(b.text)) && !isTimeLine(strings.ToLower(b.text))
}

// opensNoise says whether the line points elsewhere or asks for something.
func opensNoise(low string) bool {
	low = strings.TrimLeft(low, "•·–—->»▶►*[( ")
	for _, start := range []string{
		"read more:", "read also:", "also read:", "read next:", "read:", "related:", "related story", "related stories", "related article", "see also:", "see more:", "more:",
		"more on this", "more from ", "more stories", "watch:", "watch now:", "watch live:", "listen:", "video:", "photos:", "gallery:", "in pictures:", "don't miss", "don’t miss", "recommended:",
		"recommended reading", "further reading", "you may also", "you might also", "sign up", "subscribe ", "subscribe:", "follow us", "follow @", "like us on", "join our",
		"click here", "download our", "download the app", "get our", "get the latest", "for more news", "for the latest", "share this", "share on", "share:", "tweet this", "email this", "print this",
		"article continues", "story continues", "continue reading", "scroll down", "scroll to continue", "tags:", "tag:", "topics:", "filed under", "posted in", "categories:", "category:", "labels:",
		"published on", "published:", "posted:", "posted on", "posted by", "updated:", "last updated", "last modified", "first published", "this article was originally published",
		"this story was originally published", "originally published", "contact us", "have a story", "got a tip", "send us", "write to us", "please enable javascript", "enable javascript", "javascript is",
		"your browser", "this video is ", "this video content", "this video cannot", "to view this video", "comments (", "leave a comment", "leave a reply", "view comments", "show comments", "join the conversation", "we use cookies",
		"already a subscriber", "log in to", "support independent", "support our journalism", "our standards:", "support us.", "support us by", "editor's note: this story has been updated", "sponsored content", "thank you for reading", "thanks for reading", "get in touch", "was this article", "was this page", "did you find this", "this content is not available", "to see this content", "reporting by", "(reporting by", "additional reporting", "(additional reporting", "writing by", "editing by", "(editing by", "edited by", "compiled by", "(with inputs from", "with inputs from", "read the full story", "read full story", "follow our",
	} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	return false
}

// isNoiseLine says whether the whole line is one of those that stand around
// texts.
func isNoiseLine(low string) bool {
	low = strings.Trim(low, "•·–—->»«▶►*[]()|:.!…↓↑→← ")
	switch low {
	case "advertisement", "advertisements", "ad", "advert", "advertising", "adverts", "sponsored", "sponsored content", "promoted", "promoted content", "share", "tweet", "email", "e-mail", "print", "pin", "pin it",
		"facebook", "twitter", "linkedin", "whatsapp", "reddit", "telegram", "copy link", "link copied", "save", "like", "comment", "comments", "reply", "subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "register",
		"read more", "more", "see more", "show more", "load more", "view more", "continue", "next", "previous", "back", "back to top", "top", "close", "menu", "search", "home", "skip", "related", "loading",
		"listen", "listen to article", "listen to this article", "play", "pause", "watch", "video", "photo", "photos", "gallery", "image", "file", "file photo", "getty images", "reuters", "ap", "afp", "staff reporter", "from our correspondent",
		"breaking news", "breaking", "exclusive", "opinion", "news", "world", "politics", "business", "sport", "sports", "print this page", "font size", "a a a", "text size", "bookmark", "follow", "following", "end", "ends", "-ends-",
		"a", "x", "or", "by", "share this", "share this article", "share this story", "share this page", "share article", "image source", "published", "updated", "share with", "image caption", "media caption", "transcript", "download", "view gallery", "view image", "enlarge", "hide caption", "toggle caption", "enlarge this image", "live", "most read", "trending", "trending now", "popular", "latest", "what's next", "translate", "newsletter", "story highlights", "highlights", "key points", "quick read", "at a glance":
		return true
	}
	return strings.HasSuffix(low, "min read") || strings.HasSuffix(low, "minute read") || strings.HasSuffix(low, "minutes read") || strings.HasSuffix(low, "mins read") || strings.HasPrefix(low, "reading time") ||
		strings.HasPrefix(low, "estimated reading")
}

// isCaption says whether a line names a picture's maker or agency.
func isCaption(low string) bool {
	low = strings.TrimLeft(low, "([|•· ")
	for _, start := range []string{"photo:", "photo by", "photo credit", "photograph:", "photos by", "photo/", "photograph by", "image:", "image credit", "image source", "image copyright", "image caption", "images:", "picture:", "picture by", "pictured:",
		"credit:", "credits:", "media caption", "video caption", "file photo", "file -", "file photograph", "illustration:", "illustration by", "graphic:", "map:", "courtesy of", "caption:", "copyright:", "foto:", "pic:", "representational image", "photo courtesy"} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	if strings.Contains(low, " credit: ") || strings.Contains(low, "photograph: ") || strings.Contains(low, " photo: ") || strings.Contains(low, "(photo by ") || strings.Contains(low, "(photo: ") || strings.Contains(low, "(image: ") {
		return true
	}
	low = strings.TrimRight(low, ".)] ")
	for _, end := range []string{"/reuters", "/getty images", "/afp", "/ap", "/ap photo", "via getty images", "via reuters", "via ap", "(ap photo", "getty images", "/shutterstock", "/epa", "/bloomberg", "ap photo", "file photo", "file picture", "/tass", "/xinhua", "via flickr", "shutterstock", "/anadolu", "wikimedia commons"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

// isRights says whether a line states rights and terms.
func isRights(low string) bool {
	for _, start := range []string{"©", "(c) 1", "(c) 2", "copyright ", "all rights reserved", "all content ©", "all content copyright"} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	return strings.Contains(low, "all rights reserved") || strings.Contains(low, "may not be published, broadcast") || strings.Contains(low, "may not be reproduced") || strings.Contains(low, "reproduction") && (strings.Contains(low, "permission") || strings.Contains(low, "prohibited")) ||
		strings.Contains(low, "terms of use") && strings.Contains(low, "privacy policy") || strings.Contains(low, "terms of service") && strings.Contains(low, "privacy policy") ||
		strings.Contains(low, "protected by recaptcha")
}

// isByline says whether a line names who wrote the text: "By Ana Ruiz, Lima".
func isByline(s string) bool {
	rest, ok := strings.CutPrefix(s, "By ")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "BY "); !ok {
			rest, ok = strings.CutPrefix(s, "by ")
		}
	}
	if !ok || strings.HasSuffix(s, ".") && strings.Count(s, " ") > 4 {
		return false
	}
	small := 0
	for _, w := range strings.Fields(rest) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && w != "and" && w != "for" && w != "in" && w != "of" && w != "at" && w != "the" && w != "de" && w != "van" && w != "von" && w != "al" {
			small++
		}
	}
	return small <= 1
}

// isTimeLine says whether a line only says when something was published.
func isTimeLine(low string) bool {
	if strings.HasSuffix(low, " ago") {
		return true
	}
	if stamp.Parse(low).IsZero() {
		return false
	}
	other := 0
	for _, w := range strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "published", "updated", "posted", "on", "at", "last", "modified", "date", "created", "am", "pm", "a", "p", "m", "t", "z", "gmt", "utc", "est", "edt", "ist", "bst", "cet", "pst", "pdt", "et", "st", "nd", "rd", "th", "first", "modified:",
			"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "time", "local", "by", "of", "issued", "release", "released", "min", "read":
		default:
			if stamp.Month(w) == 0 {
				other++
			}
		}
	}
	return other == 0 || other <= 3 && !endsSentence(low) && (strings.Contains(low, "updated") || strings.Contains(low, "published") || strings.Contains(low, "posted"))
}

// endsArticle says whether a block is the heading of what follows an article.
func endsArticle(b *block) bool {
	if b.words() > 8 {
		return false
	}
	low := strings.Trim(strings.ToLower(b.text), "•·–—->»:.!…#* ")
	switch low {
	case "related", "related articles", "related stories", "related news", "related posts", "related content", "related topics", "related links", "related coverage", "related reading", "read next", "read more", "up next", "more stories",
		"more news", "more articles", "most read", "most popular", "most viewed", "trending", "trending now", "popular", "popular posts", "latest", "latest news", "latest stories", "latest posts", "top stories", "recommended", "recommended for you", "recommended stories",
		"you may also like", "you may like", "you might also like", "you might be interested in", "also read", "see also", "comments", "leave a comment", "leave a reply", "post a comment", "discussion", "join the conversation", "about the author", "about the authors", "author",
		"tags", "topics", "share this", "share this article", "share this story", "share", "newsletter", "sponsored content", "promoted stories", "around the web", "from around the web", "from the web", "editors' picks", "editor's picks", "more on this story", "more on this topic", "more on this", "what to read next", "further reading", "view comments",
		"in this article", "explore more", "keep reading", "previous article", "next article", "previous", "next", "more coverage", "more top stories", "don't miss", "press contact", "media contact", "media contacts", "contact", "contacts", "subscribe", "follow us", "stay connected", "recent posts", "recent articles", "recent news", "add comment", "add a comment", "references", "like this:":
		return low != "references" && low != "author" || b.kind == heading
	}
	return strings.HasPrefix(low, "more from ") || strings.HasPrefix(low, "more on ") && b.kind == heading || strings.HasPrefix(low, "more in ") && b.kind == heading || strings.HasPrefix(low, "latest in ") || strings.HasPrefix(low, "comments (") ||
		strings.HasSuffix(low, " comments") && b.words() == 2
}

// dateline is the line with a date that stands by the headline: the last before
// the text, or at its head.
func dateline(before, text []block) string {
	for i := len(before) - 1; i >= max(0, len(before)-12); i-- {
		if b := &before[i]; b.words() < 25 && !stamp.Parse(b.text).IsZero() {
			return b.text
		}
	}
	for i := range text[:min(len(text), 4)] {
		if b := &text[i]; b.words() < 25 && isTimeLine(strings.ToLower(b.text)) {
			return b.text
		}
	}
	return ""
}
