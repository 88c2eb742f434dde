package en

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character can do at the edge of a token.
type class uint8

const (
	other     class = iota // stands alone: brackets, signs, emoji
	letter                 // letters, marks, digits of other scripts, broken bytes
	digit                  // 0-9
	blank                  // white space, control characters
	newline                // ends a line
	quote                  // double quotation marks
	mono                   // single quotation marks and apostrophes
	hyphen                 // - ‐ ‑
	dash                   // – — ― −
	stop                   // .
	comma                  // ,
	colon                  // :
	slash                  // /
	ampersand              // &
	at                     // @
	hash                   // #
	money                  // currency signs
	mark                   // ! ? 。
	plus                   // +
	star                   // * ~ = < > | ^ \: runs of one sign
	dots                   // …
)

// ascii is the class of each ASCII character.
var ascii = [128]class{
	'\t': blank, '\n': newline, '\v': newline, '\f': newline, '\r': newline, ' ': blank,
	0x00: blank, 0x01: blank, 0x02: blank, 0x03: blank, 0x04: blank, 0x05: blank, 0x06: blank, 0x07: blank,
	0x08: blank, 0x0e: blank, 0x0f: blank, 0x10: blank, 0x11: blank, 0x12: blank, 0x13: blank, 0x14: blank,
	0x15: blank, 0x16: blank, 0x17: blank, 0x18: blank, 0x19: blank, 0x1a: blank, 0x1b: blank, 0x1c: blank,
	0x1d: blank, 0x1e: blank, 0x1f: blank, 0x7f: blank,
	'!': mark, '"': quote, '#': hash, '$': money, '%': other, '&': ampersand, '\'': mono,
	'(': other, ')': other, '*': star, '+': plus, ',': comma, '-': hyphen, '.': stop, '/': slash,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	':': colon, ';': other, '<': star, '=': star, '>': star, '?': mark, '@': at,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter,
	'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter,
	'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'[': other, '\\': star, ']': other, '^': star, '_': letter, '`': mono,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter,
	'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter,
	's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'{': other, '|': star, '}': other, '~': star,
}

// classAt is the class of the character at byte i of s, and its bytes.
// A byte that is no UTF-8 counts as a letter, so that words with a broken
// character stay whole.
func classAt(s string, i int) (class, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return ascii[c], 1
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	return runeClass(r, size), size
}

func runeClass(r rune, size int) class {
	switch r {
	case utf8.RuneError:
		if size == 1 {
			return letter
		}
		return other
	case '‘', '’', '‚', '‛', '′', 'ʼ', '‹', '›':
		return mono
	case '“', '”', '„', '‟', '″', '«', '»', '「', '」':
		return quote
	case '‐', '‑':
		return hyphen
	case '–', '—', '―', '−', '‒':
		return dash
	case '…':
		return dots
	case '。', '！', '？':
		return mark
	case '\u0085', '\u2028', '\u2029':
		return newline
	case '\u200b', '\ufeff', '\u2060', '\u200e', '\u200f':
		return blank // invisible, and no part of any word
	case '\u200c', '\u200d', '\u00ad':
		return letter // joiners and soft hyphens stand inside words
	}
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
		return letter
	case unicode.IsSpace(r), unicode.IsControl(r):
		return blank
	case unicode.Is(unicode.Sc, r):
		return money
	}
	return other
}

// isSpace says whether a character of the class parts tokens.
func (c class) isSpace() bool { return c == blank || c == newline }

// inWord says whether a character of the class always belongs to a word.
func (c class) inWord() bool { return c == letter || c == digit }

// inWordAt says whether a letter or digit begins at byte i < end of s.
func inWordAt(s string, i, end int) bool {
	if i >= end {
		return false
	}
	c, _ := classAt(s, i)
	return c.inWord()
}

func digitAt(s string, i, end int) bool {
	return i >= 0 && i < end && s[i]-'0' < 10
}

func upperAt(s string, i, end int) bool {
	if i >= end {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return s[i]-'A' < 26
	}
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func lowerAt(s string, i, end int) bool {
	if i >= end {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return s[i]-'a' < 26
	}
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return unicode.IsLower(r)
}

// allUpper says whether s has capitals and no small letter.
func allUpper(s string) bool {
	any := false
	for i := 0; i < len(s); {
		if lowerAt(s, i, len(s)) {
			return false
		}
		any = any || upperAt(s, i, len(s))
		_, size := classAt(s, i)
		i += size
	}
	return any
}

// shortWord is the longest word that the tables of this package hold.
const shortWord = 16

// fold writes s in small letters into buf. ok is false for what no table
// holds: too long, or not ASCII. A curly apostrophe becomes a straight one.
func fold(buf *[shortWord]byte, s string) (low []byte, ok bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			if len(s)-i < 3 || s[i:i+3] != "’" {
				return nil, false
			}
			c, i = '\'', i+2
		}
		if n == shortWord {
			return nil, false
		}
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		buf[n] = c
		n++
	}
	return buf[:n], true
}
