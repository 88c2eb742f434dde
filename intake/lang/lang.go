// Package lang tells which language a text is written in: by its script, and
// where languages share one, by the words that none of them can do without. It
// says nothing rather than guess.
package lang

import (
	"slices"
	"strings"
	"unicode"
)

// Detector holds the tables. It is read-only and may be shared.
type Detector struct {
	words map[string][]uint8 // word → indices into codes
	codes []string
}

// New builds the tables, in well under a millisecond.
func New() *Detector {
	d := &Detector{words: map[string][]uint8{}}
	for i, l := range languages {
		d.codes = append(d.codes, l.code)
		for _, w := range strings.Fields(l.words) {
			d.words[w] = append(d.words[w], uint8(i))
		}
	}
	return d
}

// sample is how many bytes of a text decide; more changes nothing.
const sample = 6000

// Of is the ISO 639-1 code of the language of the text, "" when it cannot be told:
// the text is too short, in several languages, or in one that is not known.
func (d *Detector) Of(text string) string {
	if len(text) > sample {
		text = text[:sample]
	}
	main, letters := mainScript(text)
	if letters < 3 {
		return ""
	}
	if code := main.alone(); code != "" {
		return code
	}
	return d.byWords(text, main)
}

// IsEnglish says whether a document of that language, as stated or told by Of,
// can be read as English: it is English, or nothing speaks against it.
func IsEnglish(code, text string) bool {
	code, _, _ = strings.Cut(strings.ToLower(code), "-")
	if code != "" {
		return code == "en" || code == "eng" || code == "english"
	}
	main, letters := mainScript(text[:min(len(text), sample)])
	return main == latin || letters < 3
}

// Thresholds of byWords, set on texts of the test: how long a text has to be, how
// many different words and what share of all have to be known in the language.
const (
	minWords = 10
	minHits  = 3
	minShare = 0.11
	// English is what most texts are: another language has to lead it by as much.
	leadEnglish = 1.8
)

// tally is what speaks for a language.
type tally struct {
	score   float64 // known words, one that several languages share counting less
	covered int     // known words
	hits    int     // different ones
}

// byWords is the language whose words fill most of the text.
func (d *Detector) byWords(text string, main script) string {
	tallies, n := d.count(text)
	best, english := 0, tallies[slices.Index(d.codes, "en")]
	for i := range tallies {
		t := &tallies[i]
		if l := &languages[i]; l.script != main {
			t.score = 0
		} else if l.letters != "" && t.hits > 0 {
			t.score += 0.6 * float64(min(countAny(text, l.letters), n/4))
		}
		if t.score > tallies[best].score {
			best = i
		}
	}
	top := tallies[best]
	switch {
	case n < minWords, top.hits < minHits, float64(top.covered) < minShare*float64(n):
		return ""
	case d.codes[best] != "en" && (top.score < leadEnglish*english.score || float64(top.covered) < leadEnglish*float64(english.covered)):
		return ""
	}
	return d.codes[best]
}

// count counts the words of the text, and those known in each language.
func (d *Detector) count(text string) (tallies []tally, n int) {
	tallies = make([]tally, len(d.codes))
	met := map[string]bool{}
	for word := range words(text) {
		n++
		known := d.words[word]
		if len(known) == 0 {
			continue
		}
		first := !met[word]
		met[word] = true
		for _, l := range known {
			t := &tallies[l]
			t.score += 1 / float64(len(known))
			t.covered++
			if first {
				t.hits++
			}
		}
	}
	return tallies, n
}

// words yields the words of a text in lower case.
func words(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
		}) {
			if len(w) == 1 && w[0] < 'a' {
				continue // of an abbreviation
			}
			w = strings.Trim(strings.ReplaceAll(strings.ToLower(w), "’", "'"), "'")
			if w != "" && !yield(w) {
				return
			}
		}
	}
}

func countAny(s, letters string) int {
	n := 0
	for _, r := range s {
		if r >= 0x80 && strings.ContainsRune(letters, unicode.ToLower(r)) {
			n++
		}
	}
	return n
}
