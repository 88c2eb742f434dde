package intake

import (
	"io"
	"strings"

	"github.com/demarche/demarche/intake/page"
)

// markdown reads a text in Markdown, with or without a header of fields.
func (r Reader) markdown(path string, in io.Reader, yield yielder) bool {
	text, problem := r.whole(path, in)
	if problem != nil {
		return yield(nil, problem)
	}
	header, text := frontMatter(strings.ReplaceAll(text, "\r\n", "\n"))
	rec := r.Fields.record(func(name string) string { return header[strings.ToLower(name)] })
	title, text := unmarked(text)
	rec.Text = text
	if rec.Title == "" {
		rec.Title = loose(title)
	}
	if rec.ID == "" {
		rec.ID = loose(path)
	}
	return yield(r.document(Problem{Path: path}, &rec))
}

// startsMarkdown says whether the text starts with a header of fields, as static
// sites put one before Markdown.
func startsMarkdown(head []byte) bool {
	header, _ := frontMatter(strings.ReplaceAll(string(head), "\r\n", "\n"))
	return header["title"] != "" || header["date"] != ""
}

// frontMatter divides the fields between two lines "---" off a text.
func frontMatter(text string) (header map[string]string, rest string) {
	inner, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return nil, text
	}
	inner, rest, ok = strings.Cut(inner, "\n---")
	if !ok {
		return nil, text
	}
	header = map[string]string{}
	for line := range strings.SplitSeq(inner, "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") {
			header[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(value), `"'[]`)
		}
	}
	return header, strings.TrimLeft(rest, "-\n")
}

// unmarked is the text without marks; a heading of the first level above it is
// its title.
func unmarked(text string) (title, plain string) {
	if page.IsMarkup(text) {
		text = page.Plain(text)
	}
	var lines []string
	fenced := false
	for line := range strings.SplitSeq(text, "\n") {
		mark := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(mark, "```"), strings.HasPrefix(mark, "~~~"):
			fenced = !fenced
			continue
		case fenced, isRule(mark):
			continue
		case title == "" && len(lines) == 0 && strings.HasPrefix(mark, "# "):
			title = inlineText(strings.Trim(mark, "# "))
			continue
		case len(lines) == 0 && mark == "":
			continue
		case strings.HasPrefix(mark, "#"):
			mark = strings.Trim(mark, "# ")
		}
		lines = append(lines, inlineText(unprefixed(mark)))
	}
	return title, strings.TrimRight(strings.Join(lines, "\n"), "\n ")
}

// isRule says whether a line is a rule, or underlines a heading or the head of a
// table.
func isRule(mark string) bool {
	return len(mark) >= 3 && strings.Trim(mark, "-=*_ |:") == ""
}

// unprefixed is a line without the marks of a quotation and of a list.
func unprefixed(line string) string {
	for strings.HasPrefix(line, ">") {
		line = strings.TrimSpace(line[1:])
	}
	for _, mark := range []string{"- ", "* ", "+ "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return strings.TrimSpace(rest)
		}
	}
	return line
}

// inlineText is a line without emphasis, links and pictures.
func inlineText(line string) string {
	line = links(line)
	for _, mark := range []string{"**", "__", "`", "*"} {
		if strings.Count(line, mark)%2 == 0 {
			line = strings.ReplaceAll(line, mark, "")
		}
	}
	return strings.NewReplacer(`\*`, "*", `\_`, "_", `\#`, "#", `\[`, "[", `\]`, "]").Replace(line)
}

// links puts the text of a link in its place, and nothing in that of a picture.
func links(line string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(line, '[')
		if open < 0 {
			break
		}
		between := strings.Index(line[open:], "](")
		if between < 0 {
			break
		}
		between += open
		end := strings.IndexByte(line[between:], ')')
		if end < 0 {
			break
		}
		end += between
		if inner := strings.LastIndexByte(line[:between], '['); inner > open && line[inner-1] != '!' {
			open = inner
		}
		if open > 0 && line[open-1] == '!' {
			b.WriteString(line[:open-1])
		} else {
			b.WriteString(line[:open])
			b.WriteString(line[open+1 : between])
		}
		line = line[end+1:]
	}
	b.WriteString(line)
	return b.String()
}
