package demarche

import (
	"strings"
	"unicode/utf8"
)

// Plain is s with typographic quotes, apostrophes, dashes and dots written
// as on a keyboard: ’ is ', “ is ", – is -, — is --, … is ... . It is what
// Token.Norm holds; a text that has none of them is returned as it is.
func Plain(s string) string {
	at := firstTypographic(s)
	if at < 0 {
		return s
	}
	if r, size := utf8.DecodeRuneInString(s); size == len(s) {
		return plainRune(r)
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteString(s[:at])
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if p := plainRune(r); p != "" {
			b.WriteString(p)
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// firstTypographic is the byte offset of the first character that Plain
// changes, or -1.
func firstTypographic(s string) int {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if plainRune(r) != "" {
			return i
		}
		i += size
	}
	return -1
}

// plainRune is what r is on a keyboard, "" when r stays.
func plainRune(r rune) string {
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ':
		return "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`
	case '–', '‒', '‐', '‑', '−':
		return "-"
	case '—', '―':
		return "--"
	case '…':
		return "..."
	}
	return ""
}
