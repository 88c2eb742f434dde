package feed

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Text is the text of a piece of HTML, with a blank line between paragraphs.
// Text without markup is given as it is, its entities decoded.
func Text(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return strings.TrimSpace(markup)
	}
	var w textWriter
	tokens := html.NewTokenizer(strings.NewReader(markup))
	hidden := 0 // open elements whose content is no text
	for {
		switch tokens.Next() {
		case html.ErrorToken: // the end: reading from memory does not fail
			return w.text()
		case html.TextToken:
			if hidden == 0 {
				w.write(string(tokens.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := tokens.TagName()
			switch tag := atom.Lookup(name); {
			case isHidden(tag):
				hidden++
			case isBlock(tag):
				w.end()
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			switch tag := atom.Lookup(name); {
			case isHidden(tag):
				hidden = max(hidden-1, 0)
			case isBlock(tag):
				w.end()
			}
		}
	}
}

func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Figcaption, atom.Iframe, atom.Noscript:
		return true
	}
	return false
}

func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Br, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Blockquote, atom.Tr, atom.Table, atom.Section, atom.Article, atom.Figure, atom.Hr, atom.Pre:
		return true
	}
	return false
}

// textWriter puts paragraphs together.
type textWriter struct {
	done strings.Builder
	open strings.Builder
}

func (w *textWriter) write(s string) { w.open.WriteString(s) }

// end ends a paragraph.
func (w *textWriter) end() {
	paragraph := strings.Join(strings.Fields(w.open.String()), " ")
	w.open.Reset()
	if paragraph == "" || isSignature(paragraph) {
		return
	}
	if w.done.Len() > 0 {
		w.done.WriteString("\n\n")
	}
	w.done.WriteString(paragraph)
}

func (w *textWriter) text() string {
	w.end()
	return w.done.String()
}

// isSignature says whether a paragraph is what a blog program puts below every
// item of its feed.
func isSignature(p string) bool {
	return strings.HasPrefix(p, "The post ") && strings.Contains(p, " appeared first on ")
}
