package page

import (
	"strings"

	"golang.org/x/net/html"
)

// IsMarkup says whether a text is obviously HTML: it has an end tag of a block
// or a line break, and tags besides.
func IsMarkup(text string) bool {
	if strings.Count(text, "<") < 2 {
		return false
	}
	low := strings.ToLower(text)
	for _, tag := range []string{"</p>", "<br>", "<br/>", "<br />", "</div>", "</li>", "</h1>", "</h2>", "</h3>", "</td>", "<p>"} {
		if strings.Contains(low, tag) {
			return true
		}
	}
	return false
}

// Plain is a piece of HTML as text, paragraphs with a blank line between them.
// All of it is text: nothing is taken for what stands around an article. Markup
// that cannot be parsed comes back as it is.
func Plain(markup string) string {
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return markup
	}
	return body{blocks: blocksOf(root)}.text()
}
