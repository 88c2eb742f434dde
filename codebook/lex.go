package codebook

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	tokEnd    tokenKind = iota
	tokWord             // asks, ACTOR, RETREAT.release, 0233
	tokPhrase           // "peace talks"
	tokSet              // @aid
	tokPunct            // | [ ] : ! =
	tokBad
)

type token struct {
	kind  tokenKind
	text  string // of a phrase and a set without their marks
	col   int
	glued bool // no white space before it
}

// lexer cuts one line into tokens.
type lexer struct {
	line string
	at   int // byte
	col  int // code point from 1, of byte at
}

func newLexer(line string, col int) *lexer { return &lexer{line: line, col: col} }

func (l *lexer) next() token {
	start := l.at
	for l.at < len(l.line) && (l.line[l.at] == ' ' || l.line[l.at] == '\t') {
		l.advance(1)
	}
	t := token{col: l.col, glued: l.at == start}
	if l.at >= len(l.line) {
		return t
	}
	switch c := l.line[l.at]; {
	case c == '"':
		return l.phrase(t)
	case c == '@':
		l.advance(1)
		t.kind, t.text = tokSet, l.word()
		if t.text == "" {
			t.kind, t.text = tokBad, "@"
		}
	case strings.IndexByte("|[]:!=", c) >= 0:
		t.kind, t.text = tokPunct, l.line[l.at:l.at+1]
		l.advance(1)
	default:
		t.kind, t.text = tokWord, l.word()
		if t.text == "" {
			_, size := utf8.DecodeRuneInString(l.line[l.at:])
			t.kind, t.text = tokBad, l.line[l.at:l.at+size]
			l.advance(size)
		}
	}
	return t
}

func (l *lexer) phrase(t token) token {
	end := strings.IndexByte(l.line[l.at+1:], '"')
	if end < 0 {
		t.kind, t.text = tokBad, `"`
		l.advance(len(l.line) - l.at)
		return t
	}
	t.kind, t.text = tokPhrase, strings.Join(strings.Fields(l.line[l.at+1:l.at+1+end]), " ")
	l.advance(end + 2)
	return t
}

func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.line) {
		r, size := utf8.DecodeRuneInString(l.line[l.at:])
		if !wordRune(r) || r == utf8.RuneError && size <= 1 {
			break
		}
		l.advance(size)
	}
	return l.line[start:l.at]
}

// advance moves n bytes on, keeping count of code points.
func (l *lexer) advance(n int) {
	l.col += utf8.RuneCountInString(l.line[l.at : l.at+n])
	l.at += n
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("-_'’./&+", r)
}

// splitComment cuts "  # …" off a line: a # at the line's start or after
// white space, outside quotation marks.
func splitComment(line string) (code, comment string) {
	quoted := false
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '"':
			quoted = !quoted
		case '#':
			if !quoted && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
				return strings.TrimRight(line[:i], " \t"), strings.TrimRight(line[i:], " \t\r")
			}
		}
	}
	return strings.TrimRight(line, " \t\r"), ""
}
