package page

import "strconv"

// Kind is what a page is that is no article.
type Kind string

// The kinds of pages that are told from articles.
const (
	Empty   Kind = "page without text"
	Front   Kind = "front page or list of articles"
	Gallery Kind = "gallery of pictures or videos"
	Stub    Kind = "paywall stub"
	Consent Kind = "consent wall"
	Failure Kind = "error page"
)

// NotArticle says that a page holds no article, and how that was seen.
type NotArticle struct {
	Kind Kind
	Why  string
}

func (e *NotArticle) Error() string {
	article := "a "
	if e.Kind == Failure {
		article = "an "
	}
	if e.Why == "" {
		return "this is " + article + string(e.Kind) + ", not an article, and was passed over"
	}
	return "this is " + article + string(e.Kind) + " (" + e.Why + "), not an article, and was passed over"
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}
