// Package tag predicts universal and Penn parts of speech, word by word from
// left to right, with a linear model over words, affixes, shapes and the tags
// already given (Collins 2002, decoded greedily).
package tag

import (
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// Casing is how a sentence uses capitals; a headline's say little of names.
type Casing uint8

// The ways of using capitals.
const (
	Mixed Casing = iota
	Upper        // EVERY LETTER
	Title        // Most Words
)

// word is what the features need to know of a token, computed once.
type word struct {
	norm  uint64    // hash of the lower-case form, digits made 0
	shape uint64    // hash of the letter classes, together with the sentence's casing
	pre   [3]uint64 // hashes of the first 1, 2, 3 letters, lower case
	suf   [5]uint64 // hashes of the last 1 to 5 letters, lower case
	dict  uint64    // hash of the tags that the dictionary gives it, 0 for none
	only  int       // the one class that the dictionary allows, or -1
	stem  uint64    // hash of the lower-case form with its last two letters cut, for long words
}

const (
	mulA = 0xff51afd7ed558ccd
	mulB = 0xc4ceb9fe1a85ec53
)

func mix(h, v uint64) uint64 {
	h = (h ^ v) * mulA
	return h ^ h>>31
}

// NormOf is the form that the models read: typographic signs made plain.
func NormOf(t *demarche.Token) string {
	if t.Norm != "" {
		return t.Norm
	}
	return t.Form
}

// WordHash is the hash of the lower-case form in which every digit is a 0.
func WordHash(s string) uint64 {
	h := uint64(1)
	for _, r := range s {
		h = mix(h, uint64(fold(r)))
	}
	return h
}

func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf && 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}

// maxRunes bounds what is read of one token for affixes and shape.
const maxRunes = 64

// look fills w from the form s. buf is scratch.
func (w *word) look(s string, casing Casing, first bool, buf []rune) {
	buf = buf[:0]
	w.norm = WordHash(s)
	for _, r := range s {
		if len(buf) == maxRunes {
			break
		}
		buf = append(buf, r)
	}
	w.shape = shape(buf, casing, first)
	for i, r := range buf {
		buf[i] = fold(r)
	}
	h := uint64(2)
	for i := range w.pre {
		if i < len(buf) {
			h = mix(h, uint64(buf[i]))
		}
		w.pre[i] = h
	}
	h = 3
	for i := range w.suf {
		if i < len(buf) {
			h = mix(h, uint64(buf[len(buf)-1-i]))
		}
		w.suf[i] = h
	}
	w.stem = w.norm
	if len(buf) > 5 {
		w.stem = 4
		for _, r := range buf[:len(buf)-2] {
			w.stem = mix(w.stem, uint64(r))
		}
	}
}

// shape hashes the runs of upper, lower, digit and other characters.
func shape(rs []rune, casing Casing, first bool) uint64 {
	h := uint64(5 + casing)
	if first {
		h += 16
	}
	last, run := uint64(0), 0
	for _, r := range rs {
		c := uint64(r) << 8
		switch {
		case unicode.IsUpper(r):
			c = 1
		case unicode.IsLower(r):
			c = 2
		case unicode.IsDigit(r):
			c = 3
		case unicode.IsLetter(r):
			c = 4
		}
		if c == last {
			run++
			if run > 2 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h = mix(h, c)
	}
	return h
}

// CasingOf looks at the letters of a sentence's tokens.
func CasingOf(toks []demarche.Token) Casing {
	words, upper, title := 0, 0, 0
	for i := range toks {
		s := NormOf(&toks[i])
		if len(s) < 4 {
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsLetter(r) {
			continue
		}
		words++
		if unicode.IsUpper(r) {
			title++
			if !hasLower(s[size:]) {
				upper++
			}
		}
	}
	switch {
	case words < 3:
		return Mixed
	case upper*10 >= words*8:
		return Upper
	case title*10 >= words*8:
		return Title
	}
	return Mixed
}

func hasLower(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}
