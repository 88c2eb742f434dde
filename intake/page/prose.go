package page

import (
	"hash/maphash"
	"strings"
	"unicode"
)

// words is the number of words of the block; of scripts without blanks, two
// characters count as one.
func (b *block) words() int {
	n, dense := 1, 0
	for _, r := range b.text {
		switch {
		case r == ' ':
			n++
		case r >= 0x2e80 && r < 0xff00 || r >= 0x0e00 && r < 0x0e80:
			dense++
		}
	}
	return n + dense/2
}

// isProse says whether the block reads as sentences and not as a label, a
// headline or a list of links.
func (b *block) isProse() bool {
	words := b.words()
	if words < 6 || b.linkShare() >= 0.5 || b.kind == row {
		return false
	}
	return words >= 20 || words >= 8 && endsSentence(b.text) || words >= 12 && strings.ContainsAny(b.text, ".,;。，")
}

// seen are the runs of words of some text, to tell whether a block comes from
// it however it was divided there.
type seen struct {
	seed maphash.Seed
	runs map[uint64]struct{}
}

const runLen = 4

func newSeen() *seen { return &seen{seed: maphash.MakeSeed(), runs: map[uint64]struct{}{}} }

func (s *seen) add(text string) {
	s.each(text, func(h uint64) { s.runs[h] = struct{}{} })
}

// each calls f with the hash of every run of words of the text; a text shorter
// than a run is one run.
func (s *seen) each(text string, f func(uint64)) int {
	words := tokens(text)
	if len(words) == 0 {
		return 0
	}
	if len(words) < runLen {
		f(maphash.String(s.seed, strings.Join(words, " ")))
		return 1
	}
	for i := 0; i+runLen <= len(words); i++ {
		f(maphash.String(s.seed, strings.Join(words[i:i+runLen], " ")))
	}
	return len(words) - runLen + 1
}

// share is the share of the text's runs that were seen.
func (s *seen) share(text string) float64 {
	hits := 0
	n := s.each(text, func(h uint64) {
		if _, ok := s.runs[h]; ok {
			hits++
		}
	})
	return float64(hits) / float64(max(n, 1))
}

// tokens are the words of a text in lower case, without punctuation.
func tokens(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}
