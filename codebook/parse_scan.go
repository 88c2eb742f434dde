package codebook

import "strings"

// scanner reads the tokens of one line with one token of look-ahead. After
// the first error it stays at the line's end.
type scanner struct {
	p      *parser
	at     Pos // of the line's first token
	lex    *lexer
	tok    token
	peeked []token
	depth  int // of clauses
	failed bool
}

func (p *parser) scan(at Pos, body string) *scanner {
	s := &scanner{p: p, at: at, lex: newLexer(body, at.Col)}
	s.advance()
	return s
}

func (s *scanner) advance() {
	if s.failed {
		return
	}
	if len(s.peeked) > 0 {
		s.tok, s.peeked = s.peeked[0], s.peeked[1:]
	} else {
		s.tok = s.lex.next()
	}
	if s.tok.kind == tokBad {
		msg := "the character %q has no meaning here; words are letters, digits, hyphens, or stand in \"quotes\""
		if s.tok.text == `"` {
			msg = "the quotation mark %s is not closed; close it on the same line"
		} else if s.tok.text == "@" {
			msg = "%s is followed by no name; write @name, the name of a set"
		}
		s.fail(s.tok, msg, s.tok.text)
	}
}

// peek is the n-th token after the present one, from 1.
func (s *scanner) peek(n int) token {
	for len(s.peeked) < n {
		s.peeked = append(s.peeked, s.lex.next())
	}
	return s.peeked[n-1]
}

func (s *scanner) pos(t token) Pos { return Pos{s.at.File, s.at.Line, t.col} }

func (s *scanner) fail(t token, format string, args ...any) {
	if !s.failed {
		s.p.fail(s.pos(t), format, args...)
	}
	s.failed = true
	s.tok, s.peeked = token{kind: tokEnd, col: t.col}, nil
}

func (s *scanner) punct(text string) bool { return s.tok.kind == tokPunct && s.tok.text == text }

// end complains about whatever is left on the line.
func (s *scanner) end() {
	if s.tok.kind != tokEnd {
		s.fail(s.tok, "%q is too much on this line; remove it", s.tok.text)
	}
}

func (s *scanner) name(of string) string {
	t := s.tok
	if t.kind != tokWord {
		s.fail(t, "the name of the %s is missing; write %s some-name", of, of)
		return ""
	}
	s.advance()
	return t.text
}

// set reads "NAME = words" after the keyword.
func (s *scanner) set(at Pos) *SetDecl {
	d := &SetDecl{Pos: at, Name: s.name("set")}
	if !s.failed && !s.punct("=") {
		s.fail(s.tok, "= is missing after the set's name; write set %s = word word", d.Name)
	}
	s.advance()
	d.Words = s.words()
	return d
}

// words reads words, phrases and sets to the end of the line.
func (s *scanner) words() []Word {
	var words []Word
	for s.tok.kind != tokEnd {
		if s.tok.kind == tokPunct {
			s.fail(s.tok, "%q does not belong here; separate words by spaces", s.tok.text)
			break
		}
		words = append(words, s.word())
	}
	return words
}

// word reads one word, phrase, set or category.
func (s *scanner) word() Word {
	t := s.tok
	w := Word{Pos: s.pos(t), Text: t.text}
	switch t.kind {
	case tokPhrase:
		w.Kind = Phrase
		if t.text == "" {
			s.fail(t, "the quotation marks are empty; put words between them")
		}
	case tokSet:
		w.Kind = SetRef
	default:
		if isUpper(t.text) {
			w.Kind = Embedded
			w.Text, w.Mode, _ = strings.Cut(t.text, ".")
		}
	}
	s.advance()
	return w
}

// isUpper says whether the word is written in capitals: REQUEST, RETREAT.release.
func isUpper(text string) bool {
	head, _, _ := strings.Cut(text, ".")
	if head == "" {
		return false
	}
	for i := 0; i < len(head); i++ {
		if head[i] < 'A' || head[i] > 'Z' {
			return false
		}
	}
	return true
}
