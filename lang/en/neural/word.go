package neural

import (
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche/lang/en/tag"
)

// Tables of embeddings other than the vocabulary's.
const (
	affixRows = 1 << 14 // hashed prefixes and suffixes
	affixes   = 6       // prefixes of 2 and 3 letters, suffixes of 2 to 5
	shapeRows = 48
)

// features are the rows of the embedding tables that a word adds up.
type features struct {
	key   uint64 // of the vocabulary
	affix [affixes]uint16
	shape uint8
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0xff51afd7ed558ccd
	return h ^ h>>31
}

// fold makes a letter lower case and a digit 0.
func fold(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return '0'
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}

// maxRunes bounds what is read of a word for its affixes.
const maxRunes = 64

// look computes the features of the word s.
func look(s string, first bool, casing tag.Casing) (f features) {
	var buf [maxRunes]rune
	n := 0
	f.key = 1
	for _, r := range s {
		r = fold(r)
		f.key = mix(f.key, uint64(r))
		if n < maxRunes {
			buf[n] = r
			n++
		}
	}
	h := uint64(2)
	for i := range 3 {
		if i < n {
			h = mix(h, uint64(buf[i]))
		}
		if i > 0 {
			f.affix[i-1] = uint16(mix(h, uint64(100+i)) % affixRows)
		}
	}
	h = 3
	for i := range 5 {
		if i < n {
			h = mix(h, uint64(buf[n-1-i]))
		}
		if i > 0 {
			f.affix[1+i] = uint16(mix(h, uint64(200+i)) % affixRows)
		}
	}
	f.shape = shapeOf(s) + 16*uint8(casing)
	if first {
		f.shape += 8
	}
	return f
}

// shapeOf sorts words by their capitals and digits into 1 to 7.
func shapeOf(s string) uint8 {
	upper, lower, digits, runes := 0, 0, 0, 0
	headUpper := false
	for i, r := range s {
		runes++
		switch {
		case unicode.IsUpper(r):
			upper++
			headUpper = headUpper || i == 0
		case unicode.IsLower(r):
			lower++
		case unicode.IsDigit(r):
			digits++
		}
	}
	switch {
	case upper > 0 && lower == 0 && runes > 1:
		return 1
	case headUpper && upper > 1:
		return 7
	case headUpper:
		return 2
	case digits > 0:
		return 4
	case upper > 0:
		return 5
	case lower > 0:
		return 3
	}
	return 6
}
