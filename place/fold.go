package place

import (
	"sync"
	"unicode/utf8"
)

// Fold is the form in which names are compared: lower case, Latin letters
// without their marks, everything but letters and digits as single blanks.
// "Côte d’Ivoire" is "cote d ivoire".
func Fold(name string) string { return string(appendFolded(nil, name)) }

// AppendFold appends the folded form of name to b, which holds a whole form
// already or nothing.
func AppendFold(b []byte, name string) []byte { return appendFolded(b, name) }

func appendFolded(b []byte, name string) []byte {
	blank := len(b) > 0
	start := len(b)
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r < 0x80:
			blank = true
			continue
		default:
			if r >= 0x300 && r < 0x370 || r == 'ʻ' || r == 'ʼ' || r == '‘' || r == '`' {
				continue
			}
			plain, ok := letters()[r]
			if !ok && r < 0x370 || r >= 0x2000 && r < 0x2070 {
				blank = true
				continue
			}
			if !ok {
				plain = string(r)
			}
			if blank && len(b) > start {
				b = append(b, ' ')
			}
			blank = false
			b = append(b, plain...)
			continue
		}
		if blank && len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		blank = false
		b = append(b, byte(r))
	}
	return b
}

var letters = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for plain, list := range plainLetters {
		for len(list) > 0 {
			r, n := utf8.DecodeRuneInString(list)
			m[r], list = plain, list[n:]
		}
	}
	return m
})
