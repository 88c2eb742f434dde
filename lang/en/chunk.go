package en

import (
	"strings"
	"unicode/utf8"
)

// chunk splits text[i:end], which has no white space inside.
func (s *splitter) chunk(i, end int) {
	if s.plainWord(i, end) || s.emoticon(i, end) || s.address(i, end) {
		return
	}
	c := chunk{splitter: s, start: i, end: end, word: -1}
	for c.i = i; c.i < end; {
		class, size := classAt(s.text, c.i)
		if class.inWord() {
			if c.word < 0 {
				c.word = c.i
			}
			c.i += size
			continue
		}
		c.sign(class, size)
		c.bound()
	}
	c.flush()
}

// startsNumber says whether byte i of s can begin a number.
func startsNumber(s string, i int) bool { return s[i]-'0' < 10 || s[i] == '.' }

// plainWord is the way of most words: letters, and perhaps a comma behind.
func (s *splitter) plainWord(i, end int) bool {
	last := end
	if s.text[last-1] == ',' {
		last--
	}
	for j := i; j < last; j++ {
		if (s.text[j]|0x20)-'a' >= 26 {
			return false
		}
	}
	if last == i {
		return false
	}
	s.word(i, last)
	if last < end {
		s.emit(last, end, false)
	}
	return true
}

// chunk is the state of splitting one chunk.
type chunk struct {
	*splitter
	start, end int
	i          int  // next character
	word       int  // where the word that i is in began, -1 outside
	quoted     bool // the word has an apostrophe inside
}

// flush emits the word before i.
func (c *chunk) flush() {
	if c.word >= 0 && c.word < c.i {
		if c.quoted || startsNumber(c.text, c.word) {
			c.compound(c.word, c.i, maxClitics)
		} else {
			c.splitter.word(c.word, c.i)
		}
	}
	c.word, c.quoted = -1, false
}

// inside takes the next size bytes into the word.
func (c *chunk) inside(size int) {
	if c.word < 0 {
		c.word = c.i
	}
	c.i += size
}

// alone emits the next size bytes as a token.
func (c *chunk) alone(size int) {
	c.flush()
	c.emit(c.i, c.i+size, false)
	c.i += size
}

// run is the length in bytes of the stretch of characters like that at i.
func (c *chunk) run(size int) int {
	n := size
	for strings.HasPrefix(c.text[c.i+n:c.end], c.text[c.i:c.i+size]) {
		n += size
	}
	return n
}

// between says whether a word is open and goes on behind the next size bytes.
func (c *chunk) between(size int) bool {
	return c.word >= 0 && inWordAt(c.text, c.i+size, c.end)
}

// sign deals with a character that may part words.
func (c *chunk) sign(class class, size int) {
	switch class {
	case stop:
		c.stop()
	case mono:
		c.mono(size)
	case hyphen:
		c.hyphen(size)
	case slash:
		c.slash()
	case comma, colon:
		// 1,000 and 10:30, but [5,6] is a list of notes.
		if c.between(1) && digitAt(c.text, c.i-1, c.end) && digitAt(c.text, c.i+1, c.end) && c.text[c.start] != '[' {
			c.inside(1)
		} else {
			c.alone(1)
		}
	case ampersand:
		if c.between(1) && c.i-c.word <= 4 && allUpper(c.text[c.word:c.i]) == upperAt(c.text, c.i+1, c.end) {
			c.inside(1)
		} else {
			c.alone(1)
		}
	case at:
		if c.between(1) || c.word < 0 && inWordAt(c.text, c.i+1, c.end) && !digitAt(c.text, c.i+1, c.end) {
			c.inside(1)
		} else {
			c.alone(1)
		}
	case hash:
		if !digitAt(c.text, c.i+1, c.end) && (c.word >= 0 || inWordAt(c.text, c.i+1, c.end)) {
			c.inside(1)
		} else {
			c.alone(1)
		}
	case money:
		c.money(size)
	case plus:
		if c.word < 0 && digitAt(c.text, c.i+1, c.end) || c.between(1) && !digitAt(c.text, c.i+1, c.end) {
			c.inside(1)
		} else {
			c.alone(c.run(1))
		}
	case star:
		if c.text[c.i] == '*' && c.between(1) {
			c.inside(1)
		} else {
			c.alone(c.run(1))
		}
	case mark:
		c.marks(size)
	case dots:
		n := c.run(size)
		for c.i+n < c.end && c.text[c.i+n] == '.' {
			n++
		}
		c.alone(n)
	case dash:
		c.alone(c.run(size))
	default:
		c.symbol(size)
	}
}

// marks takes a run of ! and ? together.
func (c *chunk) marks(size int) {
	if c.word >= 0 && c.text[c.word:c.i] == "Yahoo" {
		c.inside(size)
		return
	}
	n := size
	for c.i+n < c.end {
		class, size := classAt(c.text, c.i+n)
		if class != mark {
			break
		}
		n += size
	}
	c.alone(n)
}

// symbol emits a sign with the marks and joiners that belong to it, as
// emoji have them.
func (c *chunk) symbol(size int) {
	n := size
	if c.text[c.i] >= 0x80 {
		for c.i+n < c.end && c.text[c.i+n] >= 0x80 {
			class, more := classAt(c.text, c.i+n)
			if !joinsEmoji(c.text[c.i+n:c.end]) && (class != other || !strings.HasSuffix(c.text[c.i:c.i+n], "\u200d")) {
				break
			}
			n += more
		}
	}
	c.alone(n)
}

// joinsEmoji says whether s begins with a joiner, a variation selector or a
// skin tone.
func joinsEmoji(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '\u200d' || r == '\ufe0f' || r >= 0x1f3fb && r <= 0x1f3ff
}

// money keeps the letters before a currency sign with it: US$, HK$.
func (c *chunk) money(size int) {
	if c.word >= 0 && c.i-c.word <= 3 && allUpper(c.text[c.word:c.i]) {
		c.inside(size)
		c.flush()
		return
	}
	c.alone(c.run(size))
}

// slash stays inside dates and fractions (9/11, 24/7) and in s/he, n/a, w/o.
func (c *chunk) slash() {
	if !c.between(1) {
		if c.word >= 0 && c.text[c.word:c.i] == "w" {
			c.inside(1)
			return
		}
		c.alone(c.run(1))
		return
	}
	rest := c.i + 1
	for inWordAt(c.text, rest, c.end) {
		rest++
	}
	short := c.i-c.word == 1 && rest-c.i <= 3 && c.word == c.start
	if digitAt(c.text, c.i-1, c.end) && digitAt(c.text, c.i+1, c.end) || short && !digitAt(c.text, c.word, c.end) {
		c.inside(1)
		return
	}
	c.alone(1)
}

// stop deals with full stops.
func (c *chunk) stop() {
	n := c.run(1)
	next := c.i + n
	if n > 1 || c.joinsSentences() {
		c.alone(n)
		if upperAt(c.text, next, c.end) && c.endsSentence(next) {
			c.close(len(c.tokens))
		}
		return
	}
	if inWordAt(c.text, next, c.end) {
		c.inside(1)
		return
	}
	if c.word >= 0 && c.keepsStop(c.text[c.word:c.i], next) {
		c.inside(1)
		c.flush()
		return
	}
	c.alone(1)
}

// joinsSentences says whether the full stop at i ends a sentence after which
// the blank was forgotten: "left.The".
func (c *chunk) joinsSentences() bool {
	if c.word < 0 || c.i-c.word < 3 || isHostEnd(c.rest(c.i+1)) || !upperAt(c.text, c.i+1, c.end) || !lowerAt(c.text, c.i+2, c.end) {
		return false
	}
	year := c.i-c.word == 4 && allDigits(c.text[c.word:c.i])
	for j := c.word + 1; j < c.i && !year; j++ {
		if !lowerAt(c.text, j, c.end) {
			return false
		}
	}
	return abbreviationOf(c.text[c.word:c.i]) == noAbbreviation
}

// keepsStop says whether the full stop behind word w belongs to it; next is
// the byte behind the full stop. Whether the sentence ends there too is
// decided later, by endsSentence.
func (c *chunk) keepsStop(w string, next int) bool {
	if inWordAt(w, 0, len(w)) && next < c.end && (c.text[next] == ',' || c.text[next] == ';') {
		return w[0] > '9' // a comma never follows the end of a sentence
	}
	switch abbreviationOf(w) {
	case noAbbreviation:
		after := c.skipSpace(next)
		return looksShort(w) && (lowerAt(c.text, after, c.splitter.end) || digitAt(c.text, after, c.splitter.end))
	case beforeNumber:
		if c.word > c.start && c.text[c.word-1] == '(' { // (b. March 1950)
			return true
		}
		return digitAt(c.text, c.skipSpace(next), c.splitter.end)
	}
	return true
}

// mono deals with single quotation marks and apostrophes.
func (c *chunk) mono(size int) {
	next := c.i + size
	switch {
	case c.between(size):
		if digitAt(c.text, c.i-1, c.end) && digitAt(c.text, next, c.end) { // 5'10
			c.alone(size)
			return
		}
		c.quoted = true
		c.inside(size)
	case c.word >= 0:
		c.closing(size)
	case elided(c.text[next:c.end]):
		c.inside(size)
		c.quoted = true
	default:
		n := size
		if twice := c.text[c.i:min(c.i+2*size, c.end)]; twice == "''" || twice == "``" || twice == "’’" || twice == "‘‘" || twice == "‘’" {
			n = 2 * size
		}
		c.single = inWordAt(c.text, c.i+n, c.end)
		c.alone(n)
	}
}

// closing deals with an apostrophe at the end of a word: the genitive of a
// plural, or a closing quotation mark.
func (c *chunk) closing(size int) {
	before := c.text[c.i-1] | 0x20
	word := c.i
	if w := c.text[c.word:c.i]; !c.single && len(w) > 3 && strings.HasSuffix(w, "in") && lowerAt(w, 0, len(w)) {
		c.inside(size) // lovin'
		c.flush()
		return
	}
	c.flush()
	if !c.single && (before == 's' || before == 'z' || before == 'x') {
		c.emit(word, word+size, true)
	} else {
		c.single = false
		c.emit(word, word+size, false)
	}
	c.i = word + size
}

// elisions begin with an apostrophe that stands for letters left out; clitics
// too, where a blank got before them.
var elisions = words(`s m re ve ll d em til tis twas cause n bout round nother nuff`)

// elided says whether an apostrophe before rest belongs to it: 'em, '90s.
func elided(rest string) bool {
	n := 0
	for inWordAt(rest, n, len(rest)) {
		_, size := classAt(rest, n)
		n += size
		if n > 8 {
			return false
		}
	}
	if n >= 2 && n <= 3 && digitAt(rest, 0, n) && digitAt(rest, 1, n) {
		return n == 2 || rest[2] == 's'
	}
	return elisions.has(rest[:n]) && !strings.HasPrefix(rest[n:], "'")
}
