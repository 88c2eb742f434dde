package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// repeated are the children of n that stand around an article because there are
// many alike: teasers of other articles, each a headline that is a link with a
// line or two; and readers' comments, each with a link to reply.
func repeated(n *html.Node, w weights) (teasers, comments []*html.Node) {
	groups := map[string][]*html.Node{}
	for child := range n.ChildNodes() {
		if child.Type == html.ElementNode && holdsBoxes(child) {
			key := child.Data + " " + attr(child, "class")
			groups[key] = append(groups[key], child)
		}
	}
	for _, group := range groups {
		if len(group) < 2 {
			continue
		}
		var cards, replies []*html.Node
		for _, child := range group {
			if w[child] <= 60 && isTeaser(child) {
				cards = append(cards, child)
			}
			if asksReply(child) {
				replies = append(replies, child)
			}
		}
		if len(cards) >= 3 && 5*len(cards) >= 3*len(group) {
			teasers = append(teasers, cards...)
		}
		if len(replies) >= 2 {
			comments = append(comments, replies...)
		}
	}
	return teasers, comments
}

// isTeaser says whether an element leads with a link long enough for a headline.
func isTeaser(n *html.Node) bool {
	blocks := blocksOf(n)
	if len(blocks) == 0 || len(blocks) > 8 || n.DataAtom == atom.Li && len(blocks) < 2 && !hasPicture(n) {
		return false // an item of a list may start with a link in an article too
	}
	for i := range blocks[:min(len(blocks), 3)] {
		if b := &blocks[i]; b.linkShare() > 0.25 && b.linked > 20 && !endsSentence(b.text[:min(b.linked, len(b.text))]) {
			return longestLink(n) >= 4
		}
	}
	return false
}

// longestLink is the number of words of the longest link.
func longestLink(n *html.Node) int {
	longest := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			longest = max(longest, len(strings.Fields(inner(d))))
		}
	}
	return longest
}

// asksReply says whether an element holds a link or button to answer it.
func asksReply(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom != atom.A && d.DataAtom != atom.Button {
			continue
		}
		switch strings.ToLower(inner(d)) {
		case "reply", "report", "report comment", "report abuse", "quote", "permalink", "flag":
			return true
		}
	}
	return false
}
