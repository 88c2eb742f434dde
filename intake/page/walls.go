package page

import "golang.org/x/net/html"

// walls are what a page puts between its reader and the article.
type walls struct {
	pay     bool // asks to subscribe to read on
	consent int  // words about cookies and consent
}

func readWalls(root *html.Node) walls {
	return walls{}
}

// refusal says that the page is no article, or nil.
func (b body) refusal(*head) error {
	if len(b.blocks) == 0 {
		return &NotArticle{Kind: Empty}
	}
	return nil
}
