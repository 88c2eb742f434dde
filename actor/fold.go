package actor

import (
	"unicode"
	"unicode/utf8"
)

// letterCase is how a piece of a word is written.
type letterCase uint8

const (
	lower letterCase = iota // "of", "al"; digits too
	title                   // "Astana", "U", "McCain"
	upper                   // "NATO", "US": two capitals or more and no small letter
)

// fold appends s to dst in the form in which names are compared: small
// letters, without diacritics, without periods and apostrophes. It reports how
// s was written.
func fold(dst []byte, s string) ([]byte, letterCase) {
	caps, smalls, first := 0, 0, true
	firstCap := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				caps++
				firstCap = firstCap || first
				dst = append(dst, c+'a'-'A')
			case 'a' <= c && c <= 'z':
				smalls++
				dst = append(dst, c)
			case '0' <= c && c <= '9' || c == '&' || c == '+':
				dst = append(dst, c)
			default:
				continue
			}
			first = false
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if unicode.Is(unicode.Mn, r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		if unicode.IsUpper(r) {
			caps++
			firstCap = firstCap || first
			r = unicode.ToLower(r)
		} else {
			smalls++
		}
		first = false
		dst = appendPlain(dst, r)
	}
	switch {
	case caps >= 2 && smalls == 0:
		return dst, upper
	case firstCap || caps > 0:
		return dst, title
	}
	return dst, lower
}

// appendPlain appends a small letter without its diacritic.
func appendPlain(dst []byte, r rune) []byte {
	if r >= 0xDF && int(r-0xDF) < len(plainLatin) {
		if p := plainLatin[r-0xDF]; p != ' ' {
			return append(dst, p)
		}
	}
	switch r {
	case 'ß':
		return append(dst, "ss"...)
	case 'æ':
		return append(dst, "ae"...)
	case 'œ':
		return append(dst, "oe"...)
	case 'þ':
		return append(dst, "th"...)
	case 'ə', 'ǎ', 'ạ', 'ả', 'ấ', 'ầ', 'ậ', 'ắ', 'ặ', 'ẩ', 'ẫ', 'ẳ':
		return append(dst, 'a')
	case 'ș':
		return append(dst, 's')
	case 'ț':
		return append(dst, 't')
	case 'ǔ', 'ủ', 'ứ', 'ừ', 'ử', 'ữ', 'ự', 'ụ', 'ư':
		return append(dst, 'u')
	case 'ế', 'ề', 'ệ', 'ể', 'ễ', 'ẹ', 'ẻ', 'ẽ':
		return append(dst, 'e')
	case 'ơ', 'ố', 'ồ', 'ộ', 'ổ', 'ỗ', 'ớ', 'ờ', 'ợ', 'ở', 'ỡ', 'ọ', 'ỏ', 'ǒ':
		return append(dst, 'o')
	case 'ị', 'ỉ', 'ǐ':
		return append(dst, 'i')
	case 'ỳ', 'ỵ', 'ỷ', 'ỹ':
		return append(dst, 'y')
	case 'ẓ':
		return append(dst, 'z')
	case 'ḥ':
		return append(dst, 'h')
	case 'ṣ':
		return append(dst, 's')
	case 'ṭ':
		return append(dst, 't')
	}
	return utf8.AppendRune(dst, r)
}

// plainLatin gives the plain letter of ß (U+00DF) to ſ (U+017F); a blank where
// there is none or where it takes two letters.
const plainLatin = " aaaaaa ceeeeiiiidnooooo ouuuuy y" + // U+00DF–U+00FF
	"aaaaaaccccccccdddd" + // U+0100–U+0111
	"eeeeeeeeeegggggggghhhhiiiiiiiiii" + // U+0112–U+0131
	"  jjkkkllllllllllnnnnnnnnnoooooo  " + // U+0132–U+0153
	"rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" // U+0154–U+017F

// foldString is fold for a whole string, words kept apart by one blank.
func foldString(s string) string {
	var out []byte
	for _, w := range pieces(s, nil) {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		out, _ = fold(out, w)
	}
	return string(out)
}

// pieces appends to dst the parts of s that names are compared by: words, cut
// at white space, hyphens, slashes and apostrophes; an abbreviation with
// periods ("U.S.") is one piece.
func pieces(s string, dst []string) []string {
	start := -1
	for i, r := range s {
		if isPieceRune(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			dst = append(dst, s[start:i])
			start = -1
		}
	}
	if start >= 0 {
		dst = append(dst, s[start:])
	}
	return dst
}

func isPieceRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '.' || r == '&' || r == '+'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
