package page

import (
	"golang.org/x/net/html"

	readability "codeberg.org/readeck/go-readability/v2"
)

// How large a page may be to be given to readability, whose time grows faster
// than the page.
const (
	readableNodes = 60_000
	readableText  = 1 << 20 // bytes
)

// readable is the content that readability finds, nil when it finds none. It
// does not change root.
func readable(root *html.Node) *html.Node {
	nodes, text := 0, 0
	for n := range root.Descendants() {
		nodes++
		if n.Type == html.TextNode {
			text += len(n.Data)
		}
		if nodes > readableNodes || text > readableText {
			return nil
		}
	}
	p := readability.NewParser()
	p.KeepClasses = true
	p.DisableJSONLD = true
	article, err := p.ParseDocument(root, nil)
	if err != nil {
		return nil
	}
	return article.Node
}
