package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// evidence is what speaks for a block's being part of the article.
type evidence struct {
	blocks   []block
	title    int                 // index of the headline's block, -1 when not found
	lead     int                 // index of the first prose below the headline, -1 when not found
	readable *seen               // what readability takes for the article; nil for nothing
	told     *seen               // what JSON-LD tells; nil for nothing
	most     *html.Node          // the innermost element with most of the prose
	densest  *html.Node          // the element with most prose close to it
	own      *html.Node          // the <article> that the headline stands in; may be nil
	declared map[*html.Node]bool // the elements that are named the article's body; nil for none
}

func newEvidence(root *html.Node, blocks []block, h *head) *evidence {
	e := &evidence{blocks: blocks, title: titleBlock(blocks, h), lead: -1}
	for i := e.title + 1; i < len(blocks) && e.title >= 0 && e.lead < 0; i++ {
		if blocks[i].isProse() {
			e.lead = i
		}
	}
	below := blocks[e.title+1:] // what stands above the headline speaks for nothing
	if e.title >= 0 {
		e.own = articleAround(blocks[e.title].node)
		if inside := blocksUnder(below, e.own); remaining(inside) >= 30 {
			below = inside
		} else {
			e.own = nil
		}
	}
	w := weigh(root, below)
	e.most, e.densest, e.declared = mostProse(root, w), densest(below), declaredBody(root, w)
	if node := readable(root); node != nil {
		e.readable = seenIn(blocksOf(node))
	}
	if told := toldBlocks(h.linked.body); len(told) > 0 {
		e.told = seenIn(told)
	}
	return e
}

// titleBlock is the index of the block that is the headline, -1 when there is
// none with prose below it. The headline itself comes before other titles of the
// page, and what is marked as a heading before what is not.
func titleBlock(blocks []block, h *head) int {
	headline, titles := squeeze(h.headline(h.outlet())), h.titles()
	found, rank := -1, 0
	for i := range blocks {
		b := &blocks[i]
		key := squeeze(b.text)
		if b.linkShare() > 0.5 && b.kind != heading || !titles[key] {
			continue
		}
		r := 1
		if b.kind == heading {
			r = 2
		}
		if key == headline {
			r += 2
		}
		if r > rank {
			found, rank = i, r
		}
	}
	if found < 0 || remaining(blocks[found+1:]) < 15 {
		return -1
	}
	return found
}

func seenIn(blocks []block) *seen {
	s := newSeen()
	for i := range blocks {
		s.add(blocks[i].text)
	}
	return s
}

// wordCap is from how many words on a block counts no more.
const wordCap = 60

// of weighs block i: above zero where it belongs to the article.
func (e *evidence) of(i int) float64 {
	b := &e.blocks[i]
	words := float64(min(b.words(), wordCap))
	trust := e.trust(b)
	switch {
	case i < e.title:
		trust -= 0.5
	case i == e.lead:
		trust += 0.3
	}
	switch {
	case b.isProse():
		return trust * words * (1 - 0.5*b.linkShare())
	case b.linkShare() > 0.5:
		return -2 - words/2 + max(trust, 0)
	case trust > 0.6:
		return min(words, 4) * 0.25
	}
	return -2 + max(trust, 0)
}

// trust is how much speaks for the block, between about -1 and 2.
func (e *evidence) trust(b *block) float64 {
	sum := -0.35
	if under(b.node, e.most) {
		sum += 0.3
	}
	if under(b.node, e.densest) {
		sum += 0.25
	}
	if e.own != nil && !under(b.node, e.own) && articleAround(b.node) != nil {
		sum -= 0.8 // another article, loaded to be read next
	}
	if e.readable != nil {
		sum += 0.5 * e.readable.share(b.text)
	}
	if e.declared != nil {
		if underAny(b.node, e.declared) {
			sum += 0.5
		} else {
			sum -= 0.3
		}
	}
	if e.told != nil {
		sum += 1.3*e.told.share(b.text) - 0.4
	}
	return sum
}

// withHeading is from, or the heading before it where that stands beside it in
// the article and is not the article's own.
func (e *evidence) withHeading(from int) int {
	if i := from - 1; i > e.title && i >= 0 && from < len(e.blocks) {
		b := &e.blocks[i]
		if b.kind == heading && b.linked == 0 && b.node.Parent == e.blocks[from].node.Parent && e.trust(b) > 0.3 {
			return i
		}
	}
	return from
}

// blocksUnder are those of the blocks that stand in an element.
func blocksUnder(blocks []block, top *html.Node) (inside []block) {
	for i := range blocks {
		if top != nil && under(blocks[i].node, top) {
			inside = append(inside, blocks[i])
		}
	}
	return inside
}

// articleAround is the innermost <article> around a node, nil for none.
func articleAround(n *html.Node) *html.Node {
	for ; n != nil && n.DataAtom != atom.Article; n = n.Parent {
	}
	return n
}

// under says whether n is top or stands in it.
func under(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}

// mostProse goes down from the root as long as one child holds four fifths of
// the prose.
func mostProse(root *html.Node, w weights) *html.Node {
	n := root
	for {
		var heaviest *html.Node
		for child := range n.ChildNodes() {
			if heaviest == nil || w[child] > w[heaviest] {
				heaviest = child
			}
		}
		if heaviest == nil || w[heaviest] == 0 || 5*w[heaviest] < 4*w[n] || !holdsBoxes(heaviest) {
			return n
		}
		n = heaviest
	}
}

// densest is the element with the most prose, where prose counts half for each
// level that it stands deeper.
func densest(blocks []block) *html.Node {
	score := map[*html.Node]float64{}
	var best *html.Node
	for i := range blocks {
		b := &blocks[i]
		if !b.isProse() {
			continue
		}
		weight := float64(min(b.words(), wordCap))
		n := b.node
		if n != nil && !holdsBoxes(n) {
			n = n.Parent
		}
		for ; n != nil && weight > 0.5; n = n.Parent {
			score[n] += weight
			if best == nil || score[n] > score[best] {
				best = n
			}
			weight /= 2
		}
	}
	return best
}

// declaredBody are the elements that the page names the article's body, where
// they hold enough of its prose.
func declaredBody(root *html.Node, w weights) map[*html.Node]bool {
	found, total := map[*html.Node]bool{}, 0
	var look func(*html.Node)
	look = func(n *html.Node) {
		for child := range n.ChildNodes() {
			switch {
			case w[child] == 0:
			case child.Type == html.ElementNode && namesBody(child):
				found[child] = true
				total += w[child]
			default:
				look(child)
			}
		}
	}
	look(root)
	if 4*total < w[root] {
		return nil
	}
	return found
}

func underAny(n *html.Node, tops map[*html.Node]bool) bool {
	for ; n != nil; n = n.Parent {
		if tops[n] {
			return true
		}
	}
	return false
}

func namesBody(n *html.Node) bool {
	if hasWord(attr(n, "itemprop"), "articleBody") {
		return true
	}
	for _, key := range []string{"class", "id"} {
		words := nameWords(attr(n, key))
		for i, w := range words {
			switch w {
			case "articlebody", "storybody", "storytext", "articletext", "articlecontent", "storycontent", "postcontent", "entrycontent", "bodycopy":
				return true
			}
			if i == 0 {
				continue
			}
			switch words[i-1] + " " + w {
			case "article body", "story body", "entry content", "post content", "article content", "article text", "story text",
				"story content", "post body", "body copy", "body text", "news text", "news content", "content body", "main text", "single content", "rich text", "article copy":
				return true
			}
		}
	}
	return false
}
