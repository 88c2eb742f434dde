package page

import (
	"strings"

	"golang.org/x/net/html"
)

// body is the article's text in blocks.
type body struct {
	blocks   []block
	dateline string // a line with the date that stood by the headline
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

// readBody finds the article's text.
func readBody(root *html.Node, h *head) body {
	var b body
	if node := readable(root); node != nil {
		b.blocks = blocksOf(node)
	}
	return b
}

// refusal says that the page is no article, or nil.
func (b body) refusal(*head) error {
	if len(b.blocks) == 0 {
		return &NotArticle{Kind: Empty}
	}
	return nil
}
