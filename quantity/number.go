package quantity

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// number is a number read from tokens First..End.
type number struct {
	value float64
	known bool // false for "dozens"; value is then the least it can be
	words bool // begins with a number word
	end   int
}

// scanner reads the tokens of one sentence.
type scanner struct {
	doc   *demarche.Doc
	first int
	end   int
	buf   [24]byte
}

// low is the form of token i in lower case; "" outside of the sentence. The
// result is good until the next call with a word in capitals.
func (s *scanner) low(i int) string {
	if i < s.first || i >= s.end {
		return ""
	}
	return strings.ToLower(s.doc.Tokens[i].Norm) // no copy when it is lower already
}

// startsNumber is the quick test that most tokens fail.
func (s *scanner) startsNumber(i int) bool {
	t := s.doc.Tokens[i].Norm
	if t == "" {
		return false
	}
	c := t[0]
	if c >= '0' && c <= '9' || c == '$' || c >= 0x80 || strings.HasSuffix(t, "$") || c == 'R' && len(t) < 4 {
		return true
	}
	if head, _, ok := strings.Cut(t, "-"); ok {
		t = head // twenty-five
	}
	if len(t) > 10 || len(t) < 3 && c != 'a' && c != 'A' {
		return false
	}
	for k := 0; k < len(t); k++ {
		b := t[k]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		s.buf[k] = b
	}
	w := s.buf[:len(t)]
	if _, ok := ones[string(w)]; ok {
		return true
	}
	if _, ok := plurals[string(w)]; ok {
		return true
	}
	return string(w) == "a" || string(w) == "an" || string(w) == "half"
}

// number reads a number that begins at token i; end == i when there is none.
func (s *scanner) number(i int) number {
	none := number{end: i}
	w := s.low(i)
	switch {
	case w == "":
		return none
	case w == "a" || w == "an":
		return s.article(i)
	case w == "half" && s.low(i+1) == "a":
		if m, ok := scales[s.low(i+2)]; ok {
			return number{value: m / 2, known: true, words: true, end: i + 3}
		}
		return none
	case plurals[w] > 0:
		return s.plural(i)
	case w[0] >= '0' && w[0] <= '9':
		v, ok := figure(w)
		if !ok {
			return none
		}
		return s.scaled(number{value: v, known: true, end: i + 1}, true)
	}
	return s.inWords(i)
}

// article reads "a dozen", "a hundred thousand", "a couple of".
func (s *scanner) article(i int) number {
	w := s.low(i + 1)
	if w == "couple" && s.low(i+2) == "of" {
		return number{value: 2, known: true, words: true, end: i + 3}
	}
	if m, ok := scales[w]; ok {
		n := number{value: m, known: true, words: true, end: i + 2}
		if w == "dozen" {
			return n
		}
		return s.scaled(n, false)
	}
	return number{end: i}
}

// plural reads "dozens", "tens of thousands", "hundreds of millions".
func (s *scanner) plural(i int) number {
	n := number{value: plurals[s.low(i)], words: true, end: i + 1}
	for s.low(n.end) == "of" {
		m, ok := plurals[s.low(n.end+1)]
		if !ok {
			break
		}
		n.value, n.end = n.value*m/2, n.end+2
	}
	return n
}

// inWords reads "twenty-five", "three hundred and twelve thousand", "two
// million": ones and hundreds gather until a scale closes them.
func (s *scanner) inWords(i int) number {
	v, ok := s.one(i)
	if !ok {
		return number{end: i}
	}
	n := number{known: true, words: true, end: v.end}
	group := v.value
	if s.low(n.end) == "and" && s.low(n.end+1) == "a" && s.low(n.end+2) == "half" { // "two and a half million"
		group, n.end = group+0.5, n.end+3
	}
	for {
		w, j := s.low(n.end), n.end
		if m := scales[w]; m == 100 || m == 12 {
			group, n.end = group*m, j+1
			continue
		} else if m > 0 {
			n.value, group, n.end = n.value+group*m, 0, j+1
			continue
		}
		if w == "and" {
			j++
		}
		part, ok := s.one(j)
		if !ok || part.value >= 100 || group > 0 && group < 100 || group == 0 && n.value == 0 {
			break
		}
		group, n.end = group+part.value, part.end
	}
	n.value += group
	return n
}

// one reads "five", "twenty-five" in one to three tokens.
func (s *scanner) one(i int) (number, bool) {
	w := s.low(i)
	if v, ok := ones[w]; ok {
		if v >= 20 {
			j := i + 1
			if s.low(j) == "-" {
				j++
			}
			if u, ok := ones[s.low(j)]; ok && u > 0 && u < 10 {
				return number{value: v + u, end: j + 1}, true
			}
		}
		return number{value: v, end: i + 1}, true
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		v, ok1 := ones[a]
		u, ok2 := ones[b]
		if ok1 && ok2 && v >= 20 && u < 10 {
			return number{value: v + u, end: i + 1}, true
		}
	}
	return number{}, false
}

// scaled applies "million", "hundred thousand", after figures "bn" too.
func (s *scanner) scaled(n number, figures bool) number {
	for {
		w := s.low(n.end)
		j := n.end
		if w == "-" && s.scaleAt(j+1) > 0 {
			j++
			w = s.low(j)
		}
		m, ok := scales[w]
		if !ok && figures {
			m, ok = shortScales[w]
			ok = ok && s.doc.Tokens[j].Start == s.doc.Tokens[j-1].End || w == "bn" || w == "mn"
			if ok && m == 0 {
				ok = false
			}
		}
		if !ok {
			return n
		}
		n.value, n.end = n.value*m, j+1
	}
}

func (s *scanner) scaleAt(i int) float64 { return scales[s.low(i)] }

// figure reads 7,644, 2.5, 7.2bn, 40k.
func figure(w string) (float64, bool) {
	k := len(w)
	for k > 0 && !(w[k-1] >= '0' && w[k-1] <= '9') {
		k--
	}
	scale := 1.0
	if k < len(w) {
		m, ok := shortScales[w[k:]]
		if !ok {
			return 0, false
		}
		scale = m
	}
	num := w[:k]
	if strings.Contains(num, ",") {
		if !grouped(num) {
			return 0, false
		}
		num = strings.ReplaceAll(num, ",", "")
	}
	v, err := strconv.ParseFloat(num, 64)
	return v * scale, err == nil
}

// grouped says whether commas part thousands (or Indian lakhs).
func grouped(w string) bool {
	whole, _, _ := strings.Cut(w, ".")
	parts := strings.Split(whole, ",")
	for n, p := range parts {
		if len(p) == 0 || len(p) > 3 || n > 0 && len(p) < 2 {
			return false
		}
	}
	return len(parts[len(parts)-1]) == 3
}
