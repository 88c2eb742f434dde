package wiki

import (
	"html"
	"strings"
)

// plain is wikitext without markup, and the date that a template in it gives.
// Tables, pictures, notes and what follows the sources are left out.
func plain(markup string) (text, date string) {
	m := &reader{in: markup, missing: map[string]bool{}}
	m.read("")
	for _, heading := range []string{"== Sources", "==Sources", "== External links", "==External links", "== References", "==References", "== Related news", "==Related news"} {
		if i := strings.Index(m.out.String(), heading); i >= 0 {
			kept := m.out.String()[:i]
			m.out.Reset()
			m.out.WriteString(kept)
		}
	}
	var paragraphs []string
	for line := range strings.SplitSeq(m.out.String(), "\n") {
		line = strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "="))
		line = strings.TrimLeft(line, "*#:; ")
		line = strings.ReplaceAll(strings.ReplaceAll(line, "'''", ""), "''", "")
		if line = strings.TrimSpace(html.UnescapeString(line)); line != "" && !strings.HasPrefix(line, "__") {
			paragraphs = append(paragraphs, line)
		}
	}
	return strings.Join(paragraphs, "\n\n"), m.date
}

// reader takes markup apart from the left.
type reader struct {
	in    string
	out   strings.Builder
	date  string
	depth int
	// missing are ends that the rest does not hold: nobody looks for them again.
	missing map[string]bool
}

// maxNesting is how deep templates and links may nest; what nests deeper is left
// as it is.
const maxNesting = 50

// read reads up to end, which is consumed; "" reads all.
func (m *reader) read(end string) {
	for m.in != "" {
		if end != "" && strings.HasPrefix(m.in, end) {
			m.in = m.in[len(end):]
			return
		}
		switch {
		case m.depth < maxNesting && strings.HasPrefix(m.in, "{{"):
			m.template(m.inner("}}"))
		case m.depth < maxNesting && strings.HasPrefix(m.in, "[["):
			m.link(m.inner("]]"))
		case strings.HasPrefix(m.in, "{|"):
			m.skip("|}")
		case strings.HasPrefix(m.in, "<!--"):
			m.skip("-->")
		case strings.HasPrefix(m.in, "<"):
			m.tag()
		case strings.HasPrefix(m.in, "[http"):
			m.external()
		default:
			next := strings.IndexAny(m.in[1:], "{[<]}") + 1
			if next == 0 {
				next = len(m.in)
			}
			m.out.WriteString(m.in[:next])
			m.in = m.in[next:]
		}
	}
}

// inner is the plain text between two marks of two characters each.
func (m *reader) inner(end string) string {
	sub := &reader{in: m.in[2:], depth: m.depth + 1, missing: m.missing}
	sub.read(end)
	m.in = sub.in
	if m.date == "" {
		m.date = sub.date
	}
	return sub.out.String()
}

// skip passes over what ends so, or one character where nothing does.
func (m *reader) skip(end string) {
	i := -1
	if !m.missing[end] {
		i = strings.Index(m.in, end)
	}
	if i < 0 {
		m.missing[end] = true
		m.in = m.in[1:]
		return
	}
	m.in = m.in[i+len(end):]
}

// template puts what a template shows in the text: little, but for links to an
// encyclopedia.
func (m *reader) template(content string) {
	name, rest, _ := strings.Cut(content, "|")
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "w", "wikipedia":
		parts := strings.Split(rest, "|")
		shown := parts[0]
		for _, part := range parts[1:] {
			if !strings.Contains(part, "=") {
				shown = part
			}
		}
		m.out.WriteString(shown)
	case "date":
		m.date = rest
	case "byline":
		for part := range strings.SplitSeq(rest, "|") {
			if key, value, ok := strings.Cut(part, "="); ok && strings.TrimSpace(key) == "date" {
				m.date = value
			}
		}
	}
}

// link puts the text of a link; pictures and categories have none.
func (m *reader) link(content string) {
	target, shown, labelled := strings.Cut(content, "|")
	space, _, inSpace := strings.Cut(strings.ToLower(strings.TrimSpace(target)), ":")
	switch space {
	case "file", "image", "category", "media":
		return
	}
	switch {
	case labelled:
		m.out.WriteString(shown)
	case inSpace && len(space) <= 3: // another wiki
	default:
		m.out.WriteString(target)
	}
}

// near is the next of what is to be read, where a tag or a link ends if it is one.
func (m *reader) near() string { return m.in[:min(len(m.in), 1000)] }

// tag passes over a tag, and over all that stands in some.
func (m *reader) tag() {
	low := strings.ToLower(m.in[:min(len(m.in), 16)])
	for _, name := range []string{"ref", "gallery", "math", "timeline", "nowiki", "syntaxhighlight"} {
		if !strings.HasPrefix(low, "<"+name) {
			continue
		}
		if end := strings.IndexByte(m.near(), '>'); end > 0 && m.in[end-1] == '/' {
			m.in = m.in[end+1:]
			return
		}
		m.skip("</" + name + ">")
		return
	}
	if end := strings.IndexByte(m.near(), '>'); end > 0 && len(low) > 1 && (low[1] == '/' || low[1] >= 'a' && low[1] <= 'z') {
		m.in = m.in[end+1:]
		return
	}
	m.out.WriteByte('<')
	m.in = m.in[1:]
}

// external puts the text of a link to elsewhere.
func (m *reader) external() {
	end := strings.IndexAny(m.near(), "]\n")
	if end < 0 || m.in[end] == '\n' {
		m.out.WriteByte('[')
		m.in = m.in[1:]
		return
	}
	content := m.in[1:end]
	m.in = m.in[end+1:]
	if _, shown, labelled := strings.Cut(content, " "); labelled {
		m.out.WriteString(shown)
	}
}
