package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// weights are how much prose stands in each element, in words.
type weights map[*html.Node]int

// weigh adds up the prose of the blocks along their ancestors.
func weigh(root *html.Node, blocks []block) weights {
	w := weights{}
	for i := range blocks {
		if b := &blocks[i]; b.isProse() {
			w[b.node] += b.words()
		}
	}
	w.addUp(root)
	return w
}

// addUp gives each element the prose of its children too.
func (w weights) addUp(n *html.Node) int {
	sum := w[n]
	for child := range n.ChildNodes() {
		if child.Type == html.ElementNode {
			sum += w.addUp(child)
		}
	}
	if sum > 0 {
		w[n] = sum
	}
	return sum
}

// prune takes out of the tree what its name says stands around the article, as
// long as it does not take the article with it: some pages wrap everything in a
// form, or call the article's column a sidebar.
func prune(root *html.Node) {
	w := weigh(root, blocksOf(root))
	p := pruner{weights: w, left: w[root]}
	p.walk(root)
}

type pruner struct {
	weights weights
	left    int // words of prose still in the tree
}

func (p *pruner) walk(n *html.Node) {
	p.drop(n)
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch {
		case child.Type == html.CommentNode:
			n.RemoveChild(child)
		case child.Type != html.ElementNode:
		case p.removable(child):
			p.left -= p.weights[child]
			n.RemoveChild(child)
		default:
			p.walk(child)
		}
		child = next
	}
}

// drop takes out the children of n that are alike as teasers and comments are.
func (p *pruner) drop(n *html.Node) {
	if p.weights[n] == 0 {
		return
	}
	teasers, comments := repeated(n, p.weights)
	for _, group := range [][]*html.Node{teasers, comments} {
		own := 0
		for _, child := range group {
			own += p.weights[child]
		}
		if p.left-own < 20 {
			continue
		}
		for _, child := range group {
			if child.Parent == n {
				n.RemoveChild(child)
			}
		}
		p.left -= own
	}
}

// removable says whether an element can go.
func (p *pruner) removable(n *html.Node) bool {
	if skipped(n) {
		return p.weights[n] == 0 // a label or button holds no prose; a template may
	}
	if inSentence(n) {
		return hidden(n) || unseen(n)
	}
	own := p.weights[n]
	rest := p.left - own
	switch standingOf(n) {
	case talk:
		return (rest >= 40 || own < 20) && !holdsTitle(n)
	case pictures:
		return (rest >= 120 || own < 25) && !holdsTitle(n)
	case around:
		return (10*own <= 3*p.left || own < 80 && 2*rest >= own) && !holdsTitle(n)
	case doubtful:
		return (10*own <= p.left || own < 25 && rest > own) && holdsBoxes(n) && !holdsMost(n)
	}
	return false
}

// holdsTitle says whether a headline stands in the element: then the article does
// too.
func holdsTitle(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Data == "h1" && len(strings.Fields(inner(d))) > 2 {
			return true
		}
	}
	return false
}

// inSentence says whether an inline element has words beside it, so that what it
// holds is part of a sentence whatever its name.
func inSentence(n *html.Node) bool {
	if isBlock(n) {
		return false
	}
	for _, beside := range []*html.Node{n.PrevSibling, n.NextSibling} {
		if beside != nil && beside.Type == html.TextNode && strings.ContainsFunc(beside.Data, unicode.IsLetter) {
			return true
		}
	}
	return false
}

// unseen says whether an element is for screen readers alone.
func unseen(n *html.Node) bool {
	class := strings.ToLower(attr(n, "class"))
	return strings.Contains(class, "sr-only") || strings.Contains(class, "screen-reader") || strings.Contains(class, "visually-hidden") || strings.Contains(class, "visuallyhidden") || strings.Contains(class, "offscreen")
}

// holdsMost says whether an element that may be part of the article shows
// itself as one by the many paragraphs directly in it.
func holdsMost(n *html.Node) bool {
	paragraphs := 0
	for child := range n.ChildNodes() {
		if child.Data == "p" {
			paragraphs++
		}
	}
	return paragraphs > 4
}
