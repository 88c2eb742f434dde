package en

import "github.com/demarche/demarche"

// A blank line always ends a paragraph. A single newline may be a paragraph's
// end too, or no more than the place where a line was wrapped; the widths of
// the lines around it tell (DESIGN-split.md, "Lines").

// wrapLimit is the widest line, in bytes, that people wrap text to.
const wrapLimit = 140

// tableLimit is the widest line of a block too narrow for wrapped prose:
// addresses, tables, verse.
const tableLimit = 40

// blocks walks the stretches of text that have no blank line inside.
type blocks struct {
	text  string
	pos   int
	lines []demarche.Span // of the current block, without surrounding space
}

// next finds the next block; false at the end of the text.
func (b *blocks) next() bool {
	b.lines = b.lines[:0]
	for b.pos < len(b.text) {
		line := b.line()
		switch {
		case line.End > line.Start:
			b.lines = append(b.lines, line)
		case len(b.lines) > 0:
			return true
		}
	}
	return len(b.lines) > 0
}

// line reads one line and moves behind its newline ("\r\n" is one).
func (b *blocks) line() demarche.Span {
	first, last := -1, b.pos
	for b.pos < len(b.text) {
		c, size := classAt(b.text, b.pos)
		if c == newline {
			if b.text[b.pos] == '\r' && b.pos+1 < len(b.text) && b.text[b.pos+1] == '\n' {
				size = 2
			}
			b.pos += size
			break
		}
		if c != blank {
			if first < 0 {
				first = b.pos
			}
			last = b.pos + size
		}
		b.pos += size
	}
	if first < 0 {
		return demarche.Span{}
	}
	return demarche.Span{Start: first, End: last}
}

// paragraph is the number of lines, from line i of the block, that make one
// paragraph.
func (b *blocks) paragraph(i, width int) int {
	n := 1
	for i+n < len(b.lines) && b.wrapped(b.lines[i+n-1], b.lines[i+n], width) {
		n++
	}
	return n
}

func (b *blocks) width() int {
	width := 0
	for _, l := range b.lines {
		width = max(width, l.End-l.Start)
	}
	return width
}

// wrapped says whether next goes on where line was wrapped, in a block whose
// widest line has width bytes.
func (b *blocks) wrapped(line, next demarche.Span, width int) bool {
	if b.startsItem(next) {
		return false
	}
	ended := b.endsSentence(line)
	if !ended && lowerAt(b.text, next.Start, next.End) {
		return true
	}
	if width > wrapLimit || width < tableLimit {
		return false
	}
	word := next.Start
	for word < next.End {
		c, size := classAt(b.text, word)
		if c.isSpace() {
			break
		}
		word += size
	}
	filled := line.End - line.Start + 1 + word - next.Start
	if ended {
		return filled > width
	}
	return filled*5 > width*4
}

// startsItem says whether a line begins with a bullet or a number and a full
// stop or bracket.
func (b *blocks) startsItem(l demarche.Span) bool {
	i := l.Start
	for digitAt(b.text, i, l.End) {
		i++
	}
	if i > l.Start && i < l.Start+3 {
		return i+1 < l.End && (b.text[i] == '.' || b.text[i] == ')') && b.text[i+1] == ' '
	}
	c, size := classAt(b.text, l.Start)
	switch c {
	case hyphen, dash, star, other:
		i = l.Start + size
		return i < l.End && b.text[i] == ' '
	}
	return false
}

func (b *blocks) endsSentence(l demarche.Span) bool {
	for i := l.End - 1; i >= l.Start && i > l.End-8; i-- {
		switch b.text[i] {
		case '.', '!', '?', ':':
			return true
		case '"', '\'', ')', ']':
			continue
		}
		if b.text[i] < 0x80 {
			return false
		}
	}
	return false
}
