package codebook

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ParseFile reads a rule file. It reads on after an error, line by line; the
// error holds all of them (see errors.Join), and the File what was sound.
func ParseFile(name string, src []byte) (*File, error) {
	p := &parser{file: &File{Name: name}}
	if !utf8.Valid(src) {
		p.checkUTF8(src)
		return p.file, errors.Join(p.errs...)
	}
	src = []byte(strings.TrimPrefix(string(src), "\uFEFF"))
	for i, line := range strings.Split(string(src), "\n") {
		p.line(i+1, line)
	}
	p.flushComments()
	return p.file, errors.Join(p.errs...)
}

type parser struct {
	file     *File
	errs     []error
	comments []string // whole-line comments seen since the last paragraph
	open     *Paragraph
	skipping bool // under a paragraph whose head was wrong
}

func (p *parser) fail(at Pos, format string, args ...any) {
	p.errs = append(p.errs, errorAt(at, format, args...))
}

func (p *parser) checkUTF8(src []byte) {
	line, col := 1, 1
	for len(src) > 0 {
		r, size := utf8.DecodeRune(src)
		if r == utf8.RuneError && size == 1 {
			p.fail(Pos{p.file.Name, line, col}, "the byte 0x%02x is no UTF-8; save the file as UTF-8", src[0])
			return
		}
		col++
		if r == '\n' {
			line, col = line+1, 1
		}
		src = src[size:]
	}
}

// line reads line number n.
func (p *parser) line(n int, raw string) {
	code, comment := splitComment(strings.TrimRight(raw, "\r"))
	body := strings.TrimLeft(code, " \t")
	indent := utf8.RuneCountInString(code[:len(code)-len(body)])
	at := Pos{p.file.Name, n, indent + 1}
	switch {
	case body == "" && comment == "":
		p.blank()
	case body == "":
		p.commentLine(at, raw, comment)
	case indent == 0:
		p.head(at, body, comment)
	case p.open == nil:
		if !p.skipping {
			p.fail(at, "this indented line belongs to nothing; put it right under its rule or set, without a blank line between")
		}
	default:
		p.member(at, body, comment)
	}
}

func (p *parser) blank() {
	p.open, p.skipping = nil, false
	if n := len(p.comments); n > 0 && p.comments[n-1] != "" {
		p.comments = append(p.comments, "")
	}
}

// commentLine keeps an indented comment inside an open rule, any other for
// the paragraph to come.
func (p *parser) commentLine(at Pos, raw, comment string) {
	indented := raw[0] == ' ' || raw[0] == '\t'
	if indented && p.open != nil && p.open.Rule != nil {
		r := p.open.Rule
		r.Lines = append(r.Lines, Line{Pos: at, Comment: comment})
		return
	}
	p.comments = append(p.comments, comment)
}

func (p *parser) flushComments() {
	for n := len(p.comments); n > 0 && p.comments[n-1] == ""; n-- {
		p.comments = p.comments[:n-1]
	}
	p.file.Trailing, p.comments = p.comments, nil
}

// head reads the first line of a paragraph.
func (p *parser) head(at Pos, body, comment string) {
	p.open, p.skipping = nil, true
	s := p.scan(at, body)
	keyword := s.tok
	s.advance()
	par := Paragraph{Pos: at, Comment: comment}
	switch keyword.text {
	case "set":
		par.Set = s.set(at)
	case "rule":
		name := s.name("rule")
		if name == "" {
			break
		}
		s.end()
		par.Rule = &RuleDecl{Pos: at, Name: name}
	case "remove":
		par.Remove = s.name("rule")
		s.end()
	default:
		s.fail(keyword, "a paragraph begins with set, rule or remove, not %q; indent the lines of a rule by two spaces", keyword.text)
	}
	if s.failed {
		return
	}
	par.Comments, p.comments = p.comments, nil
	p.file.Paragraphs = append(p.file.Paragraphs, par)
	p.open, p.skipping = &p.file.Paragraphs[len(p.file.Paragraphs)-1], false
}

// member reads an indented line.
func (p *parser) member(at Pos, body, comment string) {
	if p.open.Set != nil {
		s := p.scan(at, body)
		p.open.Set.Words = append(p.open.Set.Words, s.words()...)
		if comment != "" {
			p.open.Comments = append(p.open.Comments, comment)
		}
		return
	}
	if p.open.Rule == nil {
		p.fail(at, "remove takes one line; nothing may stand under it")
		return
	}
	line := Line{Pos: at, Comment: comment}
	if p.ruleLine(&line, at, body) {
		p.open.Rule.Lines = append(p.open.Rule.Lines, line)
	}
}

func (p *parser) ruleLine(line *Line, at Pos, body string) bool {
	s := p.scan(at, body)
	if s.tok.text == "eg" {
		line.Eg = p.eg(at, strings.TrimPrefix(body, "eg"))
		return line.Eg != nil
	}
	switch s.tok.text {
	case "code", "cameo", "context":
		line.Keyword = s.tok.text
		s.advance()
		line.Fields = s.words()
		if len(line.Fields) == 0 && !s.failed {
			s.fail(s.tok, "%s needs a value: code REQUEST assist, cameo 0233, context diplomatic", line.Keyword)
		}
	default:
		line.Pattern = s.pattern()
	}
	return !s.failed
}
