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
		return code == "en" || code == "eng"
	}
	main, letters := mainScript(text[:min(len(text), sample)])
	return main == latin || letters < 3
}

// Thresholds of byWords, set on texts of the test: how many of a text's words
// have to be known in the language, and by how much it has to lead.
const (
	minWords = 10
	minHits  = 3 // different words
	minShare = 0.11
	minLead  = 1.25
	// English is what most texts are: another language has to lead it by more.
	minLeadEnglish = 1.8
)

// byWords is the language whose words fill most of the text.
func (d *Detector) byWords(text string, main script) string {
	scores, hits := make([]float64, len(d.codes)), make([]int, len(d.codes))
	met := map[string]bool{}
	n := 0
	for word := range words(text) {
		n++
		known := d.words[word]
		if len(known) > 0 && !met[word] {
			met[word] = true
			for _, l := range known {
				hits[l]++
			}
		}
		for _, l := range known {
			// A word that several languages share says less for each.
			scores[l] += 1 / float64(len(known))
		}
	}
	for i := range languages {
		if languages[i].letters != "" && scores[i] > 0 {
			scores[i] += 0.6 * float64(min(countAny(text, languages[i].letters), n/4))
		}
		if languages[i].script != main {
			scores[i] = 0
		}
	}
	best, second := 0, 0.0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	for i, s := range scores {
		if i != best {
			second = max(second, s)
		}
	}
	english := scores[slices.Index(d.codes, "en")]
	switch top := scores[best]; {
	case n < minWords, hits[best] < minHits:
		return ""
	case top < minShare*float64(n), top < minLead*second && d.codes[best] != "en":
		return closest(d.codes[best], top, n, second)
	case d.codes[best] != "en" && top < minLeadEnglish*english:
		return ""
	}
	return d.codes[best]
}

// closest gives up on a text, except where its language is only in doubt between
// close relatives: which of them hardly matters, that it is no English does.
func closest(code string, top float64, n int, second float64) string {
	if n >= minWords && top >= minShare*float64(n) && top >= second && code != "en" {
		return code
	}
	return ""
}

// words yields the words of a text in lower case.
func words(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
		}) {
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
