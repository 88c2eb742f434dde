package table

import (
	"bufio"
	"unicode"
)

// look is how a piece of text stands out.
type look uint8

const (
	plain look = iota
	bold
	dim
	evidence // the words that carried an event
	friendly // verbal and material cooperation
	tense    // verbal conflict
	hostile  // material conflict
)

// codes are the terminal's codes for each look (ECMA-48, "select graphic
// rendition").
var codes = [...]string{plain: "", bold: "1", dim: "2", evidence: "1;4", friendly: "1;32", tense: "1;33", hostile: "1;31"}

// cell is one character with its look.
type cell struct {
	r rune
	l look
}

// cells is text that can be wrapped without losing its looks.
type cells []cell

// add appends text. White space becomes a blank, and control characters are
// left out: an article must not be able to steer the reader's terminal.
func (c cells) add(l look, text string) cells {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			r = ' '
			if len(c) > 0 && c[len(c)-1].r == ' ' {
				continue
			}
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			continue
		}
		c = append(c, cell{r, l})
	}
	return c
}

// addAsIs appends text of the program's own, blanks and all.
func (c cells) addAsIs(l look, text string) cells {
	for _, r := range text {
		c = append(c, cell{r, l})
	}
	return c
}

// width is the number of columns that the text takes.
func (c cells) width() int {
	n := 0
	for _, x := range c {
		if !unicode.Is(unicode.Mn, x.r) {
			n++
		}
	}
	return n
}

// wrap cuts the text at blanks into lines of at most width columns; a word that
// is longer than a line stands on a line of its own.
func (c cells) wrap(width int) []cells {
	var lines []cells
	var line cells
	for len(c) > 0 {
		n := 0
		for n < len(c) && c[n].r != ' ' {
			n++
		}
		word := c[:n]
		for n < len(c) && c[n].r == ' ' {
			n++
		}
		space := c[len(word):n]
		c = c[n:]
		if len(line) > 0 && line.width()+word.width() > width {
			lines = append(lines, line.trimmed())
			line = nil
		}
		line = append(line, word...)
		line = append(line, space...)
	}
	return append(lines, line.trimmed())
}

func (c cells) trimmed() cells {
	for len(c) > 0 && c[len(c)-1].r == ' ' {
		c = c[:len(c)-1]
	}
	return c
}

// padded fills the text up with blanks to width columns.
func (c cells) padded(width int) cells { return c.addBlanks(width - c.width()) }

func (c cells) addBlanks(n int) cells {
	for range n {
		c = append(c, cell{' ', plain})
	}
	return c
}

// writeTo writes the text, with the terminal's codes when colour is wanted.
// Without colour the evidence stands between asterisks.
func (c cells) writeTo(w *bufio.Writer, colour bool) {
	now := plain
	for _, x := range append(c, cell{0, plain}) {
		if x.l != now {
			writeChange(w, now, x.l, colour)
			now = x.l
		}
		if x.r != 0 {
			w.WriteRune(x.r)
		}
	}
}

func writeChange(w *bufio.Writer, from, to look, colour bool) {
	if !colour {
		if from == evidence || to == evidence {
			w.WriteByte('*')
		}
		return
	}
	w.WriteString("\x1b[0m")
	if codes[to] != "" {
		w.WriteString("\x1b[" + codes[to] + "m")
	}
}

// joined puts the parts in a row with separators between them.
func joined(parts []cells, separator string) cells {
	var all cells
	for i, p := range parts {
		if i > 0 {
			all = all.add(dim, separator)
		}
		all = append(all, p...)
	}
	return all
}
