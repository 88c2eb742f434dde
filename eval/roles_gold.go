package eval

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// eachRoleSentence gives the sentences of a file of tokens and tags, with the
// number of the line on which each begins.
func eachRoleSentence(path string, do func(line int, s roleSentence) error) error {
	b := &roleBuilder{}
	err := eachLine(path, func(number int, line string) error {
		line = strings.TrimSpace(line)
		if line == "" {
			return b.flush(do)
		}
		i := strings.LastIndexAny(line, " \t")
		if i < 0 {
			return fmt.Errorf("a line is a token, a blank and a tag, not %q", line)
		}
		return b.add(number, strings.TrimSpace(line[:i]), line[i+1:])
	})
	if err != nil {
		return err
	}
	return b.flush(do)
}

// roleBuilder joins tokens to a sentence.
type roleBuilder struct {
	line  int // of the first token, 0 before it
	text  strings.Builder
	chars int  // length of text in code points
	open  bool // the last token belongs to the last span
	quote bool // a straight quote mark has been opened
	tight bool // no blank before the next token
	spans []roleSpan
}

func (b *roleBuilder) flush(do func(int, roleSentence) error) error {
	if b.line == 0 {
		return nil
	}
	s, line := roleSentence{b.text.String(), b.spans}, b.line
	*b = roleBuilder{}
	return do(line, s)
}

func (b *roleBuilder) add(line int, token, tag string) error {
	if b.line == 0 {
		b.line = line
		b.tight = true
	}
	if !b.tight && !b.gluesLeft(token) {
		b.text.WriteByte(' ')
		b.chars++
	}
	b.tight = b.gluesRight(token)
	s := span{b.chars, b.chars + utf8.RuneCountInString(token)}
	b.text.WriteString(token)
	b.chars = s.end

	prefix, role, _ := strings.Cut(tag, "-")
	switch {
	case tag == "O":
		b.open = false
		return nil
	case prefix != "B" && prefix != "I" || role == "":
		return fmt.Errorf("the tag %q is none of O, B-S, I-S, B-T, I-T, B-R, I-R", tag)
	case prefix == "I" && b.open && b.spans[len(b.spans)-1].tag == role:
		b.spans[len(b.spans)-1].end = s.end
		return nil
	}
	b.spans = append(b.spans, roleSpan{s, role})
	b.open = true
	return nil
}

// gluesLeft says whether English writes the token without a blank before it.
func (b *roleBuilder) gluesLeft(token string) bool {
	switch token {
	case ",", ".", ";", ":", "?", "!", ")", "]", "%", "”", "’", "'", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m":
		return true
	case `"`:
		return b.quote
	}
	return false
}

// gluesRight says whether no blank follows the token.
func (b *roleBuilder) gluesRight(token string) bool {
	switch token {
	case "(", "[", "“", "‘", "$", "£", "€", "#":
		return true
	case `"`:
		b.quote = !b.quote
		return b.quote
	}
	return false
}
