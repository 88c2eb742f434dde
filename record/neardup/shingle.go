package neardup

import (
	"unicode"
	"unicode/utf8"
)

// shingles are the hashes of every run of shingleWords words of the text, in
// its order; of a shorter text the hash of all its words.
func shingles(text string) []uint32 {
	var hashes []uint32
	var window [shingleWords]uint64
	words := 0
	eachWord(text, func(word uint64) {
		copy(window[:], window[1:])
		window[shingleWords-1] = word
		words++
		if words >= shingleWords {
			hashes = append(hashes, mixed(window[:]))
		}
	})
	if 0 < words && words < shingleWords {
		hashes = append(hashes, mixed(window[shingleWords-words:]))
	}
	return hashes
}

// eachWord calls do with the hash of each word: a run of letters and digits,
// whatever its case. Signs and blanks between words do not count, since copies
// differ in them; a letter of a script without blanks is a word of its own.
func eachWord(text string, do func(uint64)) {
	hash, inside := offset, false
	end := func() {
		if inside {
			do(hash)
			hash, inside = offset, false
		}
	}
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r == '\'' || r == '’':
			continue // "didn't" and "didn’t" are one word
		case r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			end()
			continue
		default:
			r = unicode.ToLower(r)
		}
		alone := r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
		if alone {
			end()
		}
		hash, inside = (hash^uint64(r))*prime, true
		if alone {
			end()
		}
	}
	end()
}

// The hash is FNV-1a over code points, finished by the mixing steps of
// SplitMix64, so that its upper bits are as good as random.
const (
	offset = uint64(14695981039346656037)
	prime  = 1099511628211
)

func mixed(words []uint64) uint32 {
	h := offset
	for _, w := range words {
		h = (h ^ w) * prime
		h ^= h >> 29
	}
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return uint32((h ^ h>>31) >> 32)
}
