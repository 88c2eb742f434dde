package timex

import (
	"strings"

	"github.com/demarche/demarche"
)

// amount is a number of units of time.
type amount struct {
	n   float64 // -1: several, a few
	u   unit
	one bool // "a year", not "one year" or "two years"
}

// amount reads "two years", "27-year", "two and a half weeks", "half an
// hour", "several months", "a year and a half", "a few days", "decades".
func (s *scanner) amount(i int) (amount, int) {
	if a, end := s.halfAmount(i); end > i {
		return a, end
	}
	n, j, one := s.count(i)
	if j == i && s.at(i).kind != unitMany {
		return amount{}, i
	}
	if j == i {
		n = -1
	}
	for s.is(j, "consecutive", "straight", "more", "full", "whole", "long", "other", "further") || s.is(j, "of") && n == -1 && j > i {
		j++
	}
	if s.is(j, "and") && (s.is(j+1, "a") || s.is(j+1, "one")) && s.is(j+2, "half") {
		n, j = n+0.5, j+3
	}
	x := s.at(j)
	if x.kind != unitOne && x.kind != unitMany || j == i && s.at(i).cap {
		return amount{}, i
	}
	if x.unit == quarter && one || x.unit == quarter && !s.is(j-1, "consecutive", "straight") && x.kind == unitMany {
		return amount{}, i // "a quarter of", "three quarters of" are fractions
	}
	j++
	if s.is(j, "and") && s.is(j+1, "a") && s.is(j+2, "half") {
		n, j = n+0.5, j+3
	}
	return amount{n, x.unit, one}, j
}

// halfAmount reads "half a year", "half-hour".
func (s *scanner) halfAmount(i int) (amount, int) {
	if !s.is(i, "half") {
		return amount{}, i
	}
	j := i + 1
	if s.is(j, "a", "an") {
		j++
	}
	if x := s.at(j); x.kind == unitOne && x.unit != quarter {
		return amount{n: 0.5, u: x.unit}, j + 1
	}
	return amount{}, i
}

// count reads the number before a unit.
func (s *scanner) count(i int) (n float64, end int, one bool) {
	x := s.at(i)
	switch {
	case s.is(i, "a", "an"):
		switch {
		case s.is(i+1, "few", "several"):
			return -1, i + 2, false
		case s.is(i+1, "couple"):
			if s.is(i+2, "of") {
				return 2, i + 3, false
			}
			return 2, i + 2, false
		case s.is(i+1, "dozen", "hundred", "thousand"):
			return s.at(i + 1).num, i + 2, false
		}
		return 1, i + 1, true
	case x.kind == vagueNum:
		return -1, i + 1, false
	case x.kind == digits:
		return x.num, i + 1, false
	case x.kind == cardinal:
		return s.cardinals(i)
	}
	return 0, i, false
}

// cardinals reads "twenty-five", "two hundred".
func (s *scanner) cardinals(i int) (n float64, end int, one bool) {
	n, j := s.at(i).num, i+1
	for ; s.at(j).kind == cardinal; j++ {
		switch m := s.at(j).num; {
		case m == 100 || m == 1000 || m == 12 && s.is(j, "dozen"):
			n *= m
		case n >= 20 && m < 10 || n >= 100:
			n += m
		default:
			return n, j, false
		}
	}
	return n, j, false
}

// approximations are words before a number that say how near it is, with
// their TIMEX3 modifier.
var approximations = []struct {
	words []string
	mod   string
}{
	{[]string{"no", "more", "than"}, "EQUAL_OR_LESS"}, {[]string{"not", "more", "than"}, "EQUAL_OR_LESS"},
	{[]string{"no", "less", "than"}, "EQUAL_OR_MORE"}, {[]string{"no", "fewer", "than"}, "EQUAL_OR_MORE"},
	{[]string{"well", "over"}, "MORE_THAN"}, {[]string{"more", "than"}, "MORE_THAN"}, {[]string{"over"}, "MORE_THAN"},
	{[]string{"less", "than"}, "LESS_THAN"}, {[]string{"fewer", "than"}, "LESS_THAN"}, {[]string{"under"}, "LESS_THAN"},
	{[]string{"at", "least"}, "EQUAL_OR_MORE"}, {[]string{"up", "to"}, "EQUAL_OR_LESS"}, {[]string{"at", "most"}, "EQUAL_OR_LESS"},
	{[]string{"as", "long", "as"}, "EQUAL_OR_LESS"},
	{[]string{"nearly"}, "LESS_THAN"}, {[]string{"almost"}, "LESS_THAN"},
	{[]string{"about"}, "APPROX"}, {[]string{"around"}, "APPROX"}, {[]string{"approximately"}, "APPROX"}, {[]string{"roughly"}, "APPROX"},
	{[]string{"some"}, "APPROX"},
}

// duration reads an amount with what stands before and after it.
func (s *scanner) duration(i int) (when, int) {
	j, mod := i, ""
	for n := range approximations {
		if end := s.spells(i, approximations[n].words); end > i {
			j, mod = end, approximations[n].mod
			break
		}
	}
	a, end := amount{}, j
	if j == i {
		if a, end = s.stretch(i); end > i {
			return when{typ: "DURATION", value: durationOf(a.n, a.u)}, end
		}
	}
	if a, end = s.amount(j); end == j || mod != "" && a.n < 0 && !s.is(j, "a") {
		return when{}, i
	}
	if s.is(end, "old") || s.isAge(i, end) {
		return when{}, i
	}
	if w, e := s.offset(a, end); e > end {
		w.mod = mod
		return w, e
	}
	if s.is(i, "a", "per") && s.perUnit(i) {
		return when{typ: "SET", value: durationOf(1, a.u)}, end
	}
	if a.u == weekend && a.n < 0 {
		return when{}, i
	}
	return when{typ: "DURATION", value: durationOf(a.n, a.u), mod: mod}, end
}

// isAge: "aged 56" has no unit; "56 years of age" does.
func (s *scanner) isAge(_, end int) bool {
	if !s.is(end, "of") {
		return false
	}
	t := s.after(end)
	return t != nil && strings.EqualFold(t.Norm, "age")
}

// stretch reads "the past four years", "the next six months", "recent
// weeks", "the first two days".
func (s *scanner) stretch(i int) (amount, int) {
	j := i
	if s.is(j, "the", "these", "those", "its", "their", "his", "her") {
		j++
	}
	x := s.at(j)
	if x.kind != direction && !(x.kind == ordinal && x.num == 1) || s.is(j, "this") {
		return amount{}, i
	}
	a, end := s.amount(j + 1)
	if end == j+1 || a.one || s.at(j+1).kind == unitOne || s.is(j+1, "half") {
		return amount{}, i
	}
	return a, end
}

// perUnit tells "$5 a day" and "twice a week" from "took a day".
func (s *scanner) perUnit(i int) bool {
	if s.is(i, "per") || s.is(i-1, "once", "twice", "times") {
		return true
	}
	t := s.before(i)
	if t == nil {
		return false
	}
	switch {
	case t.Norm == "%" || strings.EqualFold(t.Norm, "percent"):
		return true
	case t.XPOS == "CD" || t.XPOS == "NNS" || t.XPOS == "":
		return t.XPOS != "" && s.numberNear(i)
	}
	return false
}

// numberNear looks for a number within three tokens to the left: "10,000
// people a day", "spent five billion dollars a year".
func (s *scanner) numberNear(i int) bool {
	tok := s.at(i).tok
	first := s.doc.Sentences[s.sent].First
	for k := tok - 1; k >= first && k >= tok-4; k-- {
		if t := &s.doc.Tokens[k]; t.XPOS == "CD" || t.UPOS == demarche.NUM {
			return true
		}
	}
	return false
}

// offset reads what turns an amount into a date: "ago", "earlier", "later",
// "from now", and "before" and "after" where nothing follows that they
// would govern.
func (s *scanner) offset(a amount, i int) (when, int) {
	sign, base, end := 0, s.day, i+1
	switch {
	case s.is(i, "ago"):
		sign, base = -1, s.now()
	case s.is(i, "earlier") || s.is(i, "before") && s.closes(i):
		sign = -1
	case s.is(i, "later") || s.is(i, "after", "afterwards") && s.closes(i):
		sign = 1
	case s.is(i, "from") && s.is(i+1, "now"):
		sign, base, end = 1, s.now(), i+2
	case s.is(i, "hence"):
		sign, base = 1, s.now()
	default:
		return when{}, i
	}
	if s.is(end, "than") {
		return when{}, i // "a week earlier than planned"
	}
	if a.n < 0 || base.IsZero() {
		return when{typ: "DATE", value: [3]string{pastRef, "", futureRef}[sign+1]}, end
	}
	return s.moved(a, base, sign), end
}

// now is the day that "ago" counts from: that of the report, or the day just
// before it of which the story tells ("on Tuesday").
func (s *scanner) now() demarche.Date {
	if d := distance(s.day, s.dct); !s.day.IsZero() && d > 0 && d <= 3 {
		return s.day
	}
	return s.dct
}

// moved is base moved by an amount, as coarse as the amount; one year back
// is still known to the month.
func (s *scanner) moved(a amount, base demarche.Date, sign int) when {
	switch {
	case a.u < day:
		w := on(base, day)
		w.typ, w.value = "TIME", w.value+"TXX"
		return w
	case a.u == year && (a.one || a.n != float64(int(a.n))):
		return on(addMonths(base, sign*int(12*a.n)), month)
	case a.n != float64(int(a.n)):
		return on(base.AddDays(sign*int(a.n*float64(daysPer(a.u)))), finer(a.u))
	}
	return on(shift(base, a.u, sign*int(a.n)), a.u)
}

func daysPer(u unit) int {
	switch u {
	case week:
		return 7
	case month:
		return 30
	case decade:
		return 3652
	}
	return 365
}

func finer(u unit) unit {
	switch u {
	case week, day:
		return day
	case decade, century:
		return year
	}
	return month
}

// closes says that nothing after lexeme i can be its object.
func (s *scanner) closes(i int) bool {
	t := s.after(i)
	return t == nil || t.UPOS == demarche.PUNCT || t.UPOS == demarche.CCONJ || t.UPOS == "" && strings.ContainsAny(t.Norm, ".,;:)")
}
