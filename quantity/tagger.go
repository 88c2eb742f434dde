package quantity

import (
	"math"
	"strings"

	"github.com/demarche/demarche"
)

// What a hedge makes of a number (Quantity.Mod).
const (
	AtLeast = "at-least"
	AtMost  = "at-most"
	About   = "about"
)

// Person is the unit of counts of people.
const Person = "person"

// Tag fills doc.Quantities, in order of the text and without overlaps. It
// needs tokens and sentences; tags and trees say what is counted. Tokens that
// doc.Times covers are passed over, so package timex should have run.
//
// Range takes in the number, its unit and the noun counted where it follows
// at once ("three personal messages"); words like "at least" stay outside and
// are told by Mod. Of is the token of the noun counted: "people" of "dozens
// of people", "aid" of "$3 billion in aid". A bare number under a verb of
// killing, arresting or marching counts persons. For "dozens" Known is false
// and Value the least that it can mean.
func Tag(doc *demarche.Doc) {
	doc.Quantities = doc.Quantities[:0]
	s := &scanner{doc: doc}
	time := 0
	for n := range doc.Sentences {
		s.first, s.end = doc.Sentences[n].First, doc.Sentences[n].Range.End
		for i := s.first; i < s.end; {
			for time < len(doc.Times) && doc.Times[time].Range.End <= i {
				time++
			}
			if time < len(doc.Times) && doc.Times[time].Contains(i) {
				i = doc.Times[time].Range.End
				continue
			}
			if !s.startsNumber(i) {
				i++
				continue
			}
			q, ok := s.quantity(i)
			if !ok || time < len(doc.Times) && doc.Times[time].Overlaps(q.Range) && doc.Times[time].First == i {
				i++
				continue
			}
			doc.Quantities = append(doc.Quantities, q)
			i = q.Range.End
		}
	}
}

// quantity reads a number with its unit and noun at token i.
func (s *scanner) quantity(i int) (demarche.Quantity, bool) {
	q, ok := s.measured(i)
	if !ok || s.isLabel(i, q) {
		return q, false
	}
	q.Mod = s.hedge(i)
	if q.Unit != "" {
		q = s.converted(q)
		q.Of = s.content(q.Range.End)
		return q, true
	}
	if s.counted(&q); q.Of >= 0 && timeUnits[s.low(q.Of)] {
		return q, false
	}
	return q, !s.bareOne(q)
}

// measured reads the number, or range, and a unit of measure or money.
func (s *scanner) measured(i int) (demarche.Quantity, bool) {
	j, unit := i, ""
	if code, ok := signs[s.doc.Tokens[i].Norm]; ok {
		unit, j = code, i+1
	}
	n := s.number(j)
	if n.end == j || s.ordinal(n) {
		return demarche.Quantity{}, false
	}
	q := demarche.Quantity{Range: demarche.Range{First: i, End: n.end}, Value: n.value, Max: n.value, Known: n.known, Unit: unit, Of: -1}
	if n.known {
		s.upTo(&q, n)
	}
	if q.Unit != "" {
		return q, true
	}
	s.unit(&q)
	return q, true
}

// ordinal: "twenty-first" and the like are no counts, nor are clock times.
func (s *scanner) ordinal(n number) bool {
	w := s.low(n.end)
	return timeUnits[w] || w == "-" && timeUnits[s.low(n.end+1)]
}

// upTo reads the upper end of "10-15", "10 to 15", "between 10 and 15".
func (s *scanner) upTo(q *demarche.Quantity, n number) {
	j := q.Range.End
	w := s.low(j)
	between := s.low(q.First-1) == "between"
	if !(w == "-" || w == "to" && s.low(q.First-1) != "from" || w == "and" && between || w == "or") {
		return
	}
	j++
	if _, ok := signs[s.low(j)]; ok && q.Unit != "" {
		j++
	}
	m := s.number(j)
	if m.end == j || !m.known || m.words != n.words {
		return
	}
	low := q.Value
	if m.value >= 1e3 && low < 1000 && low*magnitude(m.value) < m.value {
		low *= magnitude(m.value) // "10 to 15 million"
	}
	if low >= m.value || s.doc.Tokens[q.First].Glued {
		return
	}
	q.Value, q.Max, q.Range.End = low, m.value, m.end
}

// magnitude is the largest scale in v.
func magnitude(v float64) float64 {
	for _, m := range [...]float64{1e12, 1e9, 1e6, 1e3} {
		if v >= m {
			return m
		}
	}
	return 1
}

// unit reads the unit after the number: "km", "square miles", "percent",
// "of dollars", "Canadian dollars".
func (s *scanner) unit(q *demarche.Quantity) {
	j := q.Range.End
	if w := s.low(j); w == "-" || !q.Known && w == "of" {
		j++
	}
	if s.low(j) == "per" && s.low(j+1) == "cent" {
		q.Unit, q.Range.End = "percent", j+2
		return
	}
	square := s.low(j) == "square" || s.low(j) == "sq"
	cubic := s.low(j) == "cubic"
	if square || cubic {
		j++
	}
	m, ok := measures[s.low(j)]
	if !ok && !square && !cubic {
		if m, ok = measures[s.low(j+1)]; ok && m.dim == money {
			m.code, ok = nationalMoney[m.code][s.low(j)]
			j++
		} else {
			ok = false
		}
	}
	if !ok || m.code == "BRL" && s.low(j) == "real" || m.code == "KRW" && strings.HasPrefix(s.doc.Tokens[j].XPOS, "VB") {
		return
	}
	if s.low(j) == "feet" && s.low(j+1) == "tall" {
		return
	}
	q.Unit, q.Range.End = m.code, j+1
	switch {
	case square:
		q.Unit += "2"
	case cubic:
		q.Unit += "3"
	case q.Unit == "percent" && (s.low(j+1) == "point" || s.low(j+1) == "points"):
		q.Unit, q.Range.End = "point", j+2
	case (q.Unit == "km" || q.Unit == "mi") && s.perHour(j+1) > j+1:
		q.Range.End = s.perHour(j + 1)
		q.Unit = map[string]string{"km": "km/h", "mi": "mph"}[q.Unit]
	case q.Unit == "deg" && (s.low(j+1) == "celsius" || s.low(j+1) == "fahrenheit"):
		q.Unit, q.Range.End = measures[s.low(j+1)].code, j+2
	}
}

// perHour reads "/h", "per hour" or "an hour" and gives its end.
func (s *scanner) perHour(j int) int {
	switch w, next := s.low(j), s.low(j+1); {
	case (w == "per" || w == "an" || w == "a") && next == "hour", w == "/" && (next == "h" || next == "hr" || next == "hour"):
		return j + 2
	case w == "/h":
		return j + 1
	}
	return j
}

// converted takes a conversion in parentheses into the range, when it is
// right to within a tenth; of money any is believed.
func (s *scanner) converted(q demarche.Quantity) demarche.Quantity {
	j := q.Range.End
	if s.low(j) != "(" {
		return q
	}
	other, ok := s.measured(j + 1)
	if !ok || other.Unit == "" || s.low(other.Range.End) != ")" {
		return q
	}
	a, b := measureOf(q.Unit), measureOf(other.Unit)
	if a.dim == noDimension || a.dim != b.dim {
		return q
	}
	switch a.dim {
	case money:
	case temperature:
		if !sameTemperature(q, other) {
			return q
		}
	default:
		if r := q.Value * a.size / (other.Value * b.size); r < 0.9 || r > 1.1 {
			return q
		}
	}
	q.Range.End = other.Range.End + 1
	return q
}

// sameTemperature compares degrees Celsius and Fahrenheit to within two.
func sameTemperature(a, b demarche.Quantity) bool {
	if a.Unit == "F" {
		a, b = b, a
	}
	return a.Unit != "C" || b.Unit != "F" || math.Abs(a.Value*9/5+32-b.Value) < 2
}

// measureOf finds a measure by its code.
func measureOf(code string) measure {
	base := strings.TrimRight(code, "23")
	power := len(code) - len(base)
	var found measure
	for _, m := range measures {
		if m.code == base {
			found = m
			break
		}
	}
	if found.code == "" {
		for _, c := range signs {
			if c == code {
				return measure{code, money, 0}
			}
		}
	}
	if power > 0 {
		exp := int(code[len(code)-1] - '0')
		size := 1.0
		for range exp {
			size *= found.size
		}
		found.size, found.dim = size, area
	}
	return found
}

// isLabel tells numbers that name from numbers that count: "Resolution
// 2231", "Boeing 737", "Group of 20", "Article 5".
func (s *scanner) isLabel(i int, q demarche.Quantity) bool {
	if q.Unit != "" || q.Len() > 1 || i == s.first || !isDigit(s.doc.Tokens[i].Norm[0]) {
		return false
	}
	prev := &s.doc.Tokens[i-1]
	next := demarche.UPOS("")
	if i+1 < s.end {
		next = s.doc.Tokens[i+1].UPOS
	}
	counted := next == demarche.NOUN || next == demarche.ADJ
	switch w := s.low(i - 1); {
	case w == "#" || w == "no." || w == "no" || w == "article" || w == "resolution" || w == "page" || w == "chapter" || w == "section":
		return true
	case prev.UPOS == demarche.PROPN && !counted:
		return true
	case s.low(i-2) == "group" && w == "of", w == "-" && i-2 >= s.first && s.doc.Tokens[i-2].End == s.doc.Tokens[i-1].Start:
		return true
	case w == "of" && i-2 >= s.first && s.doc.Tokens[i-2].UPOS == demarche.PROPN && !counted:
		return true
	case w == "-" || w == "/" || w == ":":
		return !counted
	}
	return s.low(i+1) == ":" || s.low(i+1) == "/"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// hedge is what the words left of token i make of the number.
func (s *scanner) hedge(i int) string {
	if s.low(i-1) == "a" || s.low(i-1) == "an" {
		i-- // "about a dozen", "some an estimated"
	}
	for n := range hedges {
		w := hedges[n].words
		k := len(w) - 1
		for k >= 0 && s.low(i-len(w)+k) == w[k] {
			k--
		}
		if k < 0 {
			return hedges[n].mod
		}
	}
	return ""
}
