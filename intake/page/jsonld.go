package page

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// linked is what a page's JSON-LD says of its article.
type linkedData struct {
	types     []string // of all things described
	headline  string
	author    string
	publisher string
	language  string
	url       string
	published string
	body      string
	unfree    bool // isAccessibleForFree is false
}

// linkedDataLen is the longest JSON-LD block that is read.
const linkedDataLen = 4 << 20

// readLinkedData reads the page's <script type="application/ld+json">.
func readLinkedData(scripts []*html.Node) linkedData {
	var d linkedData
	for _, script := range scripts {
		text := scriptText(script)
		if len(text) > linkedDataLen {
			continue
		}
		if v := looseJSON([]byte(text)); v != nil {
			d.visit(v, 0)
		}
	}
	return d
}

func scriptText(script *html.Node) string {
	if script.FirstChild == nil {
		return ""
	}
	s := strings.TrimSpace(script.FirstChild.Data)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "//"), "<![CDATA[")
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(s), "]]>"), "/; \n")
}

// looseJSON reads JSON with what content systems do to it: raw line ends in
// strings and commas before a bracket. Nil when it is no JSON at all.
func looseJSON(text []byte) any {
	var v any
	if json.Unmarshal(text, &v) == nil {
		return v
	}
	clean := bytes.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, text)
	if json.Unmarshal(clean, &v) == nil {
		return v
	}
	fields := clean[:0]
	for i, c := range clean { // a comma before a closing bracket
		if rest := bytes.TrimLeft(clean[i+1:], " "); c == ',' && len(rest) > 0 && (rest[0] == '}' || rest[0] == ']') {
			continue
		}
		fields = append(fields, c)
	}
	if json.Unmarshal(fields, &v) == nil {
		return v
	}
	return nil
}

// linkedDepth is how deep things described may nest.
const linkedDepth = 12

// visit looks for articles in v and takes what they say; the first to say
// something counts.
func (d *linkedData) visit(v any, depth int) {
	if depth > linkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, one := range v {
			d.visit(one, depth+1)
		}
	case map[string]any:
		types := texts(v["@type"])
		d.types = append(d.types, types...)
		if isArticleType(types) {
			d.take(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			d.visit(v[key], depth+1)
		}
	}
}

// isArticleType says whether schema.org's types name a kind of article.
func isArticleType(types []string) bool {
	for _, t := range types {
		t = t[strings.LastIndexByte(t, '/')+1:]
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
			return true
		}
	}
	return false
}

func (d *linkedData) take(v map[string]any) {
	first := func(to *string, from ...string) {
		for _, s := range from {
			if *to == "" {
				*to = strings.TrimSpace(s)
			}
		}
	}
	first(&d.headline, name(v["headline"]), name(v["name"]))
	first(&d.author, names(v["author"]), names(v["creator"]))
	first(&d.publisher, name(v["publisher"]), name(v["sourceOrganization"]))
	first(&d.language, name(v["inLanguage"]))
	first(&d.url, name(v["url"]), idOf(v["mainEntityOfPage"]))
	first(&d.published, name(v["datePublished"]), name(v["dateCreated"]))
	body := name(v["articleBody"])
	if body == "" {
		body = updates(v["liveBlogUpdate"])
	}
	if len(body) > len(d.body) {
		d.body = body
	}
	switch free := v["isAccessibleForFree"].(type) {
	case bool:
		d.unfree = d.unfree || !free
	case string:
		d.unfree = d.unfree || strings.EqualFold(free, "false")
	}
}

// updates are the texts of a live blog's posts.
func updates(v any) string {
	list, _ := v.([]any)
	var all []string
	for _, one := range list {
		if post, ok := one.(map[string]any); ok {
			if body := name(post["articleBody"]); body != "" {
				all = append(all, body)
			}
		}
	}
	return strings.Join(all, "\n")
}

// texts is v as a list of strings.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, one := range v {
			if s, ok := one.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// name is the text of v, or its name where it is a thing, or that of its first.
func name(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
	case map[string]any:
		if s, ok := v["name"].(string); ok {
			return s
		}
		if s, ok := v["@value"].(string); ok {
			return s
		}
	}
	return ""
}

// names are the names of all that v lists.
func names(v any) string {
	list, ok := v.([]any)
	if !ok {
		return name(v)
	}
	var all []string
	for _, one := range list {
		if s := strings.TrimSpace(name(one)); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

func idOf(v any) string {
	if thing, ok := v.(map[string]any); ok {
		s, _ := thing["@id"].(string)
		return s
	}
	s, _ := v.(string)
	return s
}
