package demarche

import "unicode/utf8"

// Chars turns byte offsets of a text into code point offsets.
type Chars struct {
	text  string
	marks []int // code points before byte i*charStride (rounded to a rune start)
	ascii bool
}

const charStride = 256

// NewChars prepares text for conversions; it reads the text once.
func NewChars(text string) *Chars {
	c := &Chars{text: text, ascii: true}
	n := 0
	for i := range text {
		for len(c.marks)*charStride <= i {
			c.marks = append(c.marks, n)
		}
		n++
	}
	c.ascii = n == len(text)
	return c
}

// At is the number of code points before byte offset b.
func (c *Chars) At(b int) int {
	if c.ascii {
		return b
	}
	m := min(b/charStride, len(c.marks)-1)
	if m < 0 {
		return 0
	}
	start := m * charStride
	for start > 0 && start < len(c.text) && !utf8.RuneStart(c.text[start]) {
		start++
	}
	if start > b {
		return c.marks[m]
	}
	return c.marks[m] + utf8.RuneCountInString(c.text[start:b])
}
