package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/demarche/demarche/intake/stamp"
)

// body is the article's text in blocks, and what was seen on the way to it.
type body struct {
	blocks   []block
	all      []block // of the page, what its names say is around the article left out
	dateline string  // a line with a date that stands by the headline
	headed   bool    // the article's headline stands above it, and is one
	walls    walls
}

// text is the blocks with a blank line between them.
func (b body) text() string {
	var s strings.Builder
	for i := range b.blocks {
		if i > 0 {
			s.WriteString("\n\n")
		}
		s.WriteString(b.blocks[i].text)
	}
	return s.String()
}

func (b body) words() int {
	n := 0
	for i := range b.blocks {
		n += b.blocks[i].words()
	}
	return n
}

// readBody finds the article's text: the run of blocks for which most speaks,
// without the lines in it that are no text. DESIGN.md has the method. It takes
// out of root what is not needed.
func readBody(root *html.Node, h *head) body {
	whole := blocksOf(root)
	title := titleBlock(whole, h)
	b := body{walls: readWalls(root, whole, title)}
	b.standsUnder(whole, title)
	prune(root)
	b.all = blocksOf(root)
	from, to := b.best(root, h)
	if b.dateline == "" {
		b.dateline = dateline(b.all[:from], b.all[from:to])
	}
	b.blocks = cleaned(b.all[from:to], h)
	if len(b.blocks) == 0 {
		b.blocks = sentences(b.all)
	}
	if told := toldBlocks(h.linked.body); len(told) > 0 {
		b.prefer(told)
	}
	return b
}

// standsUnder looks for the headline in all of the page, and for a date by it.
func (b *body) standsUnder(whole []block, title int) {
	if title < 0 {
		return
	}
	b.headed = whole[title].words() >= 5
	for _, i := range []int{1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8} {
		if i += title; i < 0 || i >= len(whole) {
			continue
		}
		line := &whole[i]
		if line.words() < 25 && !line.isProse() && !stamp.Parse(line.text).IsZero() {
			b.dateline = line.text
			return
		}
	}
	if i := slices.IndexFunc(whole, func(line block) bool { return statesTime(&line) }); i >= 0 {
		b.dateline = whole[i].text
	}
}

// statesTime says whether a line says when the page was published.
func statesTime(b *block) bool {
	low := strings.ToLower(b.text)
	return b.words() < 16 && (strings.HasPrefix(low, "published") || strings.HasPrefix(low, "posted") || strings.HasPrefix(low, "date:")) && !stamp.Parse(b.text).IsZero()
}

// best is the run of blocks whose evidence adds up to most.
func (b *body) best(root *html.Node, h *head) (from, to int) {
	e := newEvidence(root, b.all, h)
	best, sum, start := 0.0, 0.0, 0
	for i := range b.all {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += e.of(i)
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return e.withHeading(from), to
}

// sentences are the blocks that end as sentences do, for a page with no more
// than a line or two.
func sentences(all []block) []block {
	var found []block
	for i := range all {
		if b := &all[i]; endsSentence(b.text) && b.linkShare() < 0.5 && !b.isNoise() {
			found = append(found, *b)
		}
	}
	return found
}

// toldBlocks are the paragraphs of JSON-LD's articleBody, which is plain text,
// or HTML.
func toldBlocks(text string) []block {
	if strings.Contains(text, "&lt;") {
		text = html.UnescapeString(text)
	}
	if strings.Contains(text, "</p>") || strings.Contains(text, "<br") {
		root, err := html.Parse(strings.NewReader(text))
		if err != nil {
			return nil
		}
		return blocksOf(root)
	}
	var blocks []block
	for line := range strings.SplitSeq(text, "\n") {
		if line = clean(line); line != "" {
			blocks = append(blocks, block{text: line})
		}
	}
	return blocks
}

// prefer takes the text that JSON-LD tells where the page shows far less of it,
// as pages do that are put together by a script.
func (b *body) prefer(told []block) {
	shown := newSeen()
	for i := range b.blocks {
		shown.add(b.blocks[i].text)
	}
	words, missing := 0, 0.0
	for i := range told {
		n := told[i].words()
		words += n
		missing += float64(n) * (1 - shown.share(told[i].text))
	}
	if words >= 20 && missing > 0.5*float64(words) && words > b.words()+b.words()/2 {
		b.blocks = told
	}
}
