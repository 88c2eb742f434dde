package codebook

import (
	"strings"
	"unicode/utf8"
)

const (
	setWidth = 110 // columns of a set's lines
	egWidth  = 90  // sentences up to this length have their results lined up
)

// Format prints a rule file in canonical form: one blank line between
// paragraphs, two spaces before the lines of a rule, values and results lined
// up. Comments stay. Formatting twice changes nothing more. A file with
// errors is not formatted; the error lists them.
func Format(src []byte) ([]byte, error) {
	return FormatFile("input", src)
}

// FormatFile is Format with a name for the file in errors.
func FormatFile(name string, src []byte) ([]byte, error) {
	f, err := ParseFile(name, src)
	if err != nil {
		return nil, err
	}
	return []byte(f.String()), nil
}

// String prints the file in canonical form.
func (f *File) String() string {
	var b strings.Builder
	for i := range f.Paragraphs {
		if i > 0 {
			b.WriteByte('\n')
		}
		f.Paragraphs[i].print(&b)
	}
	if len(f.Trailing) > 0 && len(f.Paragraphs) > 0 {
		b.WriteByte('\n')
	}
	printComments(&b, f.Trailing)
	return b.String()
}

func printComments(b *strings.Builder, lines []string) {
	for _, c := range lines {
		b.WriteString(c)
		b.WriteByte('\n')
	}
}

func (p *Paragraph) print(b *strings.Builder) {
	printComments(b, p.Comments)
	switch {
	case p.Set != nil:
		p.Set.print(b, p.Comment)
	case p.Rule != nil:
		b.WriteString("rule " + p.Rule.Name)
		endLine(b, p.Comment)
		p.Rule.print(b)
	default:
		b.WriteString("remove " + p.Remove)
		endLine(b, p.Comment)
	}
}

func endLine(b *strings.Builder, comment string) {
	if comment != "" {
		b.WriteString("  " + comment)
	}
	b.WriteByte('\n')
}

// print wraps the words of the set; a comment stays on the first line.
func (d *SetDecl) print(b *strings.Builder, comment string) {
	line := "set " + d.Name + " ="
	for i, w := range d.Words {
		text := w.String()
		if i > 0 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(text) > setWidth {
			b.WriteString(line)
			endLine(b, comment)
			comment, line = "", "   "
		}
		line += " " + text
	}
	b.WriteString(line)
	endLine(b, comment)
}

func (r *RuleDecl) print(b *strings.Builder) {
	width := 0
	for _, l := range r.Lines {
		if l.Eg != nil {
			if n := utf8.RuneCountInString(l.Eg.Sentence); n <= egWidth {
				width = max(width, n)
			}
		}
	}
	for _, l := range r.Lines {
		text := l.text(width)
		b.WriteString("  ")
		if text == "" {
			b.WriteString(l.Comment + "\n")
			continue
		}
		b.WriteString(text)
		endLine(b, l.Comment)
	}
}

func (l Line) text(egWidth int) string {
	switch {
	case l.Keyword != "":
		return l.Keyword + strings.Repeat(" ", 9-len(l.Keyword)) + joinWords(l.Fields, " ")
	case l.Pattern != nil:
		return l.Pattern.String()
	case l.Eg != nil:
		pad := max(0, egWidth-utf8.RuneCountInString(l.Eg.Sentence))
		return "eg  " + l.Eg.Sentence + strings.Repeat(" ", pad) + "  => " + l.Eg.Result.String()
	}
	return ""
}
