package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kind is what a block of text is in the page.
type kind int

const (
	paragraph kind = iota
	heading
	item // of a list
	quotation
	row // of a table of figures
)

// block is a run of text with nothing but inline elements in it.
type block struct {
	kind   kind
	text   string // white space collapsed
	linked int    // bytes of text inside links
	bold   int    // bytes of text in bold
	node   *html.Node
}

// linkShare is the share of the text that stands in links.
func (b *block) linkShare() float64 { return float64(b.linked) / float64(max(len(b.text), 1)) }

// isTitle says whether the block is a heading, or looks like one.
func (b *block) isTitle() bool { return b.kind == heading || 10*b.bold > 8*len(b.text) }

// blocksOf is the text of a tree, block by block in reading order.
func blocksOf(root *html.Node) []block {
	c := collector{}
	c.walk(root, paragraph)
	c.flush()
	return c.blocks
}

// collector gathers text until something ends the block.
type collector struct {
	blocks []block
	text   []byte
	linked int
	bold   int
	gap    bool // white space is due before the next word
	breaks int  // <br> since the last word
	lines  int  // line ends since the last word, in <pre>
	kind   kind
	node   *html.Node // block element the text stands in
	link   int        // depth of links around
	strong int        // depth of bold around
	pre    int        // depth of <pre> around
}

func (c *collector) walk(n *html.Node, k kind) {
	switch n.Type {
	case html.TextNode:
		c.add(n.Data)
		return
	case html.ElementNode:
	case html.DocumentNode:
	default:
		return
	}
	if skipped(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		c.breaks++
		return
	case atom.A:
		if hasAttr(n, "href") { // others only name a place
			c.link++
			defer func() { c.link-- }()
		}
	case atom.Pre:
		c.pre++
		defer func() { c.pre-- }()
	case atom.B, atom.Strong:
		c.strong++
		defer func() { c.strong-- }()
	}
	if !isBlock(n) {
		c.children(n, k)
		return
	}
	k = kindOf(n, k)
	c.flush()
	c.kind, c.node = k, n
	if k == row {
		c.row(n)
	} else {
		c.children(n, k)
	}
	c.flush()
}

func (c *collector) children(n *html.Node, k kind) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, k)
		if isBlock(child) { // what follows it stands in n again
			c.kind, c.node = k, n
		}
	}
}

// row puts the cells of a row of figures on one line.
func (c *collector) row(n *html.Node) {
	for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
		for child := cell.FirstChild; child != nil; child = child.NextSibling {
			c.walk(child, row)
		}
		c.gap = true
	}
}

// flush ends the block.
func (c *collector) flush() {
	if len(c.text) > 0 {
		c.blocks = append(c.blocks, block{kind: c.kind, text: string(c.text), linked: c.linked, bold: c.bold, node: c.node})
	}
	c.text, c.linked, c.bold, c.gap, c.breaks = c.text[:0], 0, 0, false, 0
}

// add appends text, white space collapsed, invisible characters left out.
func (c *collector) add(s string) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		part := s[i : i+size]
		i += size
		switch {
		case r == '\n' && c.pre > 0:
			c.gap = true
			if c.lines++; c.lines > 1 {
				c.breaks = 2
			}
			continue
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			c.gap = true
			continue
		case invisible(r):
			continue
		}
		c.lines = 0
		c.lineBreak(r)
		if c.gap && len(c.text) > 0 {
			c.text = append(c.text, ' ')
			size++
		}
		c.gap = false
		c.text = append(c.text, part...)
		if c.link > 0 {
			c.linked += size
		}
		if c.strong > 0 {
			c.bold += size
		}
	}
}

// lineBreak decides, before a character after one or more <br>, whether they
// ended the paragraph: two did, one did where a sentence or a title in bold
// ended.
func (c *collector) lineBreak(next rune) {
	n := c.breaks
	c.breaks = 0
	if n == 0 || len(c.text) == 0 {
		return
	}
	c.gap = true
	title := c.bold == len(c.text) && c.strong == 0
	if n > 1 || title || endsSentence(string(c.text)) && !unicode.IsLower(next) {
		node, k := c.node, c.kind
		c.flush()
		c.node, c.kind = node, k
	}
}

// endsSentence says whether the text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:…。！？", r)
}

// invisible says whether a character only steers how text is shown.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', 0:
		return true
	}
	return unicode.IsControl(r)
}

// kindOf is what the text directly in a block element is.
func kindOf(n *html.Node, around kind) kind {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return heading
	case atom.Li, atom.Dt, atom.Dd:
		return item
	case atom.Blockquote, atom.Q:
		return quotation
	case atom.Tr:
		if flatRow(n) {
			return row
		}
	}
	if around == heading {
		return heading
	}
	if around == quotation || around == item {
		return around
	}
	return paragraph
}

// flatRow says whether a table row holds figures: two cells or more, with short
// text and no block in them. A row of a layout table holds blocks.
func flatRow(tr *html.Node) bool {
	cells := 0
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		cells++
		size := 0
		for d := range cell.Descendants() {
			if isBlock(d) || d.DataAtom == atom.Br {
				return false
			}
			if d.Type == html.TextNode {
				size += len(strings.TrimSpace(d.Data))
			}
		}
		if size > 120 {
			return false
		}
	}
	return cells > 1
}

// isBlock says whether an element starts on a line of its own.
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption, atom.Option:
		return true
	}
	// Elements of a site's own, and AMP's, are boxes unless they stand in a line.
	return n.DataAtom == 0 && strings.Contains(n.Data, "-") && n.Parent != nil && holdsBoxes(n.Parent)
}

// holdsBoxes says whether an element divides a page rather than a line.
func holdsBoxes(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Dt:
		return false
	}
	return isBlock(n)
}

// skipped says whether an element holds nothing that is read as text.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Embed,
		atom.Head, atom.Button, atom.Select, atom.Input, atom.Textarea, atom.Video, atom.Audio, atom.Canvas,
		atom.Map, atom.Math, atom.Datalist, atom.Label, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}
