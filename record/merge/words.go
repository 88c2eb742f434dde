package merge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bag is the content words of a text, cut to their stems, ascending, each once.
// Figures and the words of dates are left out: they are compared as such.
func bag(text string) []string {
	var words []string
	eachToken(text, func(token string, _ int) {
		lower := strings.ToLower(token)
		if utf8.RuneCountInString(lower) < 3 || stopWords[lower] || !unicode.IsLetter(first(lower)) {
			return
		}
		words = append(words, stem(lower))
	})
	slices.Sort(words)
	return slices.Compact(words)
}

// eachToken calls do with each run of letters and digits and where it starts.
func eachToken(text string, do func(token string, at int)) {
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			do(text[start:i], start)
			start = -1
		}
	}
	if start >= 0 {
		do(text[start:], start)
	}
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// stem brings "attack", "attacked", "attackers" together. It need not be right
// in grammar: it is compared with itself only.
func stem(word string) string {
	for _, end := range []string{"ings", "ing", "ers", "ies", "ed", "es", "er", "s", "e", "y"} {
		if s, ok := strings.CutSuffix(word, end); ok && len(s) >= 3 {
			word = s
			break
		}
	}
	const long = 6 // bytes that tell words apart
	if len(word) > long {
		cut := long
		for cut < len(word) && !utf8.RuneStart(word[cut]) {
			cut++
		}
		word = word[:cut]
	}
	return word
}

// shared is how many words both ascending bags have.
func shared(a, b []string) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			n++
			i++
			j++
		case -1:
			i++
		default:
			j++
		}
	}
	return n
}

// dice is the words that both have by the mean of what they have.
func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// without drops from a what is in b; both ascend.
func without(a, b []string) []string {
	var left []string
	for _, w := range a {
		if _, found := slices.BinarySearch(b, w); !found {
			left = append(left, w)
		}
	}
	return left
}

// places are the capitalised words that stand right after "in", "at", "near" …
// and so name where something was, also where no gazetteer knows it.
func places(text string) []string {
	var found []string
	before, earlier, taking := "", "", false
	last := 0
	eachToken(text, func(token string, at int) {
		gap := strings.TrimSpace(text[last:at])
		if token == "s" && (gap == "’" || gap == "'") { // "in Nigeria's Kaduna"
			last = at + len(token)
			return
		}
		taking = (taking && (gap == "" || gap == "-" || gap == "’" || gap == "'") || leadsToPlace(earlier, before) && gap == "") && unicode.IsUpper(first(token))
		if lower := strings.ToLower(token); taking && !calendar[lower] && len(token) > 1 {
			found = append(found, lower)
		}
		earlier, before, last = before, strings.ToLower(token), at+len(token)
	})
	slices.Sort(found)
	return slices.Compact(found)
}

// leadsToPlace says whether a name after these two words is one of a place:
// after "in", and after the "of" of "the city of", but not of "president of".
func leadsToPlace(earlier, before string) bool {
	return locative[before] || before == "of" && divisions[earlier]
}

var (
	locative  = set("in at near outside inside around off on")
	divisions = set("city town village port province state region district capital north south east west part suburb outskirts")
)

var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december`)

// stopWords carry no content, or stand in any report.
var stopWords = set(`the and for that with was were has had have been being are not but from this they their them his her
she him who whom whose which what when where while than then there these those into over after before about against
between during under above its our your you all any some more most other such only own same too very can could will
would shall should may might must did does doing said says say saying told tell according reported reports report
statement also one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands dozen hundred
thousand million least nearly around early late morning evening night afternoon yesterday today tomorrow week month year
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december day days`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}
