package page

import (
	"golang.org/x/net/html"

	readability "codeberg.org/readeck/go-readability/v2"
)

// readableNodes is how many nodes a page may have to be given to readability,
// whose time grows faster than the page.
const readableNodes = 60_000

// readable is the content that readability finds, nil when it finds none. It
// does not change root.
func readable(root *html.Node) *html.Node {
	n := 0
	for range root.Descendants() {
		if n++; n > readableNodes {
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
