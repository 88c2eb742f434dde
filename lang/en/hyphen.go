package en

import "strings"

// prefixes stay with their word over a hyphen, as the treebanks have it
// (pre-war, anti-government); any other hyphen is a token.
var prefixes = words(`non e mid anti re co pre pro cross post over semi ex sub multi counter mini micro neo inter
	intra psycho socio un ultra arch de bi tri quasi pseudo para hyper super infra extra macro mega trans`)

// suffixes stay with their word too.
var suffixes = words(`esque fold wise ish most gate`)

// hyphen decides whether a hyphen parts its word.
func (c *chunk) hyphen(size int) {
	if n := c.run(size); n > size {
		c.alone(n)
		return
	}
	if !c.between(size) {
		c.alone(size)
		return
	}
	if n := c.hyphenNumber(); n > 0 {
		c.i = n
		return
	}
	next := c.i + size
	if prefixes.has(c.text[c.word:c.i]) || suffixes.has(c.rest(next)) {
		c.inside(size)
		return
	}
	c.alone(size)
}

// rest is the run of letters and digits from byte i.
func (c *chunk) rest(i int) string {
	from := i
	for inWordAt(c.text, i, c.end) && i-from < shortWord {
		_, size := classAt(c.text, i)
		i += size
	}
	return c.text[from:i]
}

// hyphenNumber is the end of a telephone number, postal code or date of
// which the open word is the first part; 0 when it is none of these. A range
// such as 5-10 or 2005-2006 is none.
func (c *chunk) hyphenNumber() int {
	if !allDigits(c.text[c.word:c.i]) {
		return 0
	}
	groups, last, end := 1, c.i-c.word, c.i
	for end < c.end && c.text[end] == '-' && groups < 6 {
		from := end + 1
		i := from
		for digitAt(c.text, i, c.end) {
			i++
		}
		if i == from {
			break
		}
		groups, last, end = groups+1, i-from, i
	}
	if inWordAt(c.text, end, c.end) {
		return 0
	}
	first := c.i - c.word
	if groups >= 3 || groups == 2 && last == 4 && (first == 3 || first == 5) {
		return end
	}
	return 0
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}
