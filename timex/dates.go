package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// on is the DATE of granularity g that d lies in.
func on(d demarche.Date, g unit) when {
	return when{typ: "DATE", value: valueOf(d, g), from: startOf(d, g), gran: g}
}

// date reads what names a day, week, month, quarter, season, year, decade or
// century, however it names it.
func (s *scanner) date(i int) (when, int) {
	for _, rule := range [...]func(*scanner, int) (when, int){
		(*scanner).nineEleven, (*scanner).anniversary, (*scanner).ofMonth, (*scanner).calendarDay, (*scanner).same, (*scanner).neighbour, (*scanner).weekendHere, (*scanner).relative, (*scanner).deictic, (*scanner).fiscal, (*scanner).quarterOf, (*scanner).halfOf,
		(*scanner).weekday, (*scanner).monthAlone, (*scanner).seasonOf, (*scanner).feast, (*scanner).centuryNth, (*scanner).decadeOf, (*scanner).yearAlone,
	} {
		if w, end := rule(s, i); end > i {
			return w, end
		}
	}
	return when{}, i
}

// calendarDay reads dates built on a month's name or on figures alone: "Friday, January 4, 2019",
// "March 27", "11 December", "the 5th of June 2004", "May 2008", "2008-03-27", "27/03/2008".
func (s *scanner) calendarDay(i int) (when, int) {
	if s.at(i).kind == isoDay {
		return figureDay(s.at(i).word, i)
	}
	j := i
	if k := s.at(i).kind; k == dayName || k == dayAbbr {
		j++
		if s.is(j, ",") {
			j++
		}
		if s.is(j, "the") {
			j++
		}
	} else if s.is(i, "the") && s.at(i+1).kind == ordinal {
		j++
	}
	if w, end := s.monthFirst(j, i); end > j {
		return w, end
	}
	if w, end := s.dayFirst(j, i); end > j {
		return w, end
	}
	return when{}, i
}

// figureDay reads 2023-02-28; of 03/04/2005 it takes the month first unless
// that cannot be.
func figureDay(word string, i int) (when, int) {
	if d, err := demarche.ParseDate(word); err == nil {
		return on(d, day), i + 1
	}
	f := strings.Split(word, "/")
	if len(f) != 3 {
		return when{}, i
	}
	m, err1 := strconv.Atoi(f[0])
	d, err2 := strconv.Atoi(f[1])
	y, err3 := strconv.Atoi(f[2])
	if err1 != nil || err2 != nil || err3 != nil {
		return when{}, i
	}
	if m > 12 {
		m, d = d, m
	}
	if y < 100 {
		y += 2000
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return when{}, i
	}
	return on(demarche.Date{Year: y, Month: m, Day: d}, day), i + 1
}

func (s *scanner) isMonth(i int) bool {
	k := s.at(i).kind
	return (k == monthName || k == monthAbbr) && s.at(i).cap
}

// dayNumber is a day of the month in figures.
func (s *scanner) dayNumber(i int) int {
	lx := s.at(i)
	if (lx.kind == digits && lx.plain || lx.kind == ordinal) && lx.num >= 1 && lx.num <= 31 && lx.text == "" {
		return int(lx.num)
	}
	return 0
}

func (s *scanner) yearNumber(i int) int {
	lx := s.at(i)
	if lx.kind == digits && lx.plain && lx.num >= 1000 && lx.num <= 2100 {
		return int(lx.num)
	}
	return 0
}

// monthFirst reads "March 27, 2008", "March 3-5", "May 2008" from lexeme j;
// the expression began at i.
func (s *scanner) monthFirst(j, i int) (when, int) {
	if !s.isMonth(j) {
		return when{}, j
	}
	m := int(s.at(j).num)
	k := j + 1
	if s.is(k, "the") && s.at(k+1).kind == ordinal {
		k++
	}
	d := s.dayNumber(k)
	if d == 0 {
		if s.is(k, ",", "of") && s.yearNumber(k+1) > 0 {
			k++
		}
		if y := s.yearNumber(k); y > 0 {
			return on(demarche.Date{Year: y, Month: m, Day: 1}, month), k + 1
		}
		return when{}, j
	}
	k++
	last := 0
	if n := s.dayNumber(k); n > d && s.hyphenBetween(k-1, k) {
		last, k = n, k+1
	}
	y, k := s.yearAfter(k)
	return s.dayOf(i, y, m, d, last), k
}

// dayFirst reads "11 December", "the 5th of June 2004", "3-5 May".
func (s *scanner) dayFirst(j, i int) (when, int) {
	d := s.dayNumber(j)
	if d == 0 {
		return when{}, j
	}
	k, last := j+1, 0
	if n := s.dayNumber(k); n > d && s.hyphenBetween(j, k) {
		last, k = n, k+1
	}
	if s.is(k, "of") {
		k++
	}
	if !s.isMonth(k) {
		return when{}, j
	}
	m := int(s.at(k).num)
	y, end := s.yearAfter(k + 1)
	return s.dayOf(i, y, m, d, last), end
}

// hyphenBetween says whether a hyphen was left out between lexemes a and b.
func (s *scanner) hyphenBetween(a, b int) bool {
	x, y := s.at(a).tok, s.at(b).tok
	return x >= 0 && (y == x+2 || y == x)
}

// yearAfter reads ", 2008" or "2008" after a day and month.
func (s *scanner) yearAfter(k int) (y, end int) {
	j := k
	if s.is(j, ",", "of") {
		j++
	}
	if y = s.yearNumber(j); y >= 1500 {
		return y, j + 1
	}
	return 0, k
}

// dayOf is a day of a month, of the year that the tense asks for if y is 0.
func (s *scanner) dayOf(i, y, m, d, last int) when {
	if y == 0 && s.dct.IsZero() {
		return when{typ: "DATE", value: fmt.Sprintf("XXXX-%02d-%02d", m, d), gran: day}
	}
	in := func(y int) demarche.Date { return demarche.Date{Year: y, Month: m, Day: min(d, daysIn(y, m))} }
	date := in(y)
	if y == 0 {
		date = s.nearest(i, day, func(k int) demarche.Date { return in(s.dct.Year + k) })
	}
	w := on(date, day)
	if last > 0 {
		w.to = demarche.Date{Year: date.Year, Month: m, Day: min(last, daysIn(date.Year, m))}
	}
	return w
}

// monthAlone reads "February". May and March need a word before them that
// only a month can follow.
func (s *scanner) monthAlone(i int) (when, int) {
	lx := s.at(i)
	if lx.kind != monthName || !lx.cap {
		return when{}, i
	}
	if (lx.num == 3 || lx.num == 5) && !s.monthContext(i) {
		return when{}, i
	}
	if s.dct.IsZero() {
		return when{typ: "DATE", value: fmt.Sprintf("XXXX-%02d", int(lx.num)), gran: month}, i + 1
	}
	d := s.nearest(i, month, func(k int) demarche.Date {
		return demarche.Date{Year: s.dct.Year + k, Month: int(lx.num), Day: 1}
	})
	return on(d, month), i + 1
}

func (s *scanner) monthContext(i int) bool {
	if s.xpos(i) == "MD" || strings.HasPrefix(s.xpos(i), "VB") {
		return false
	}
	if s.is(i+1, "'s") && s.at(i).num != 5 {
		return true
	}
	t := s.before(i)
	if t == nil {
		return s.is(i+1, "and") && s.at(i+2).kind == monthName
	}
	switch strings.ToLower(t.Norm) {
	case "in", "since", "until", "till", "by", "of", "from", "to", "and", "or", "during", "between", "through", "before", "after", "for",
		"last", "next", "this", "early", "late", "mid", "-", "every", "each", "around", "about":
		return true
	}
	return false
}

// weekday reads "Tuesday", with the day that the tense asks for.
func (s *scanner) weekday(i int) (when, int) {
	lx := s.at(i)
	if lx.kind != dayName || !lx.cap {
		return when{}, i
	}
	return s.weekdayNear(i, int(lx.num)), i + 1
}

func (s *scanner) weekdayNear(i, wd int) when {
	if s.dct.IsZero() {
		return when{typ: "DATE", value: fmt.Sprintf("XXXX-WXX-%d", (wd+6)%7+1), gran: day}
	}
	back := (weekdayOf(s.dct) - wd + 7) % 7
	past := s.dct.AddDays(-back)
	if back > 0 {
		if t := s.tense(i); t == futureTense || t == presentTense && back > 3 && !s.headline() {
			return on(past.AddDays(7), day)
		}
	}
	return on(past, day)
}

func (s *scanner) headline() bool { return s.doc.Sentences[s.sent].Headline }

// seasonOf reads "summer 2009", "the fall of 2008", "in the spring".
func (s *scanner) seasonOf(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	lx := s.at(j)
	if lx.kind != seasonOne {
		return when{}, i
	}
	k := j + 1
	if s.is(k, "of", ",") {
		k++
	}
	in := func(y int) demarche.Date { return demarche.Date{Year: y, Month: 3 + 3*int(lx.num), Day: 1} }
	if y := s.yearNumber(k); y > 0 {
		return on(in(y), season), k + 1
	}
	prev := s.before(i)
	if lx.word == "fall" || lx.word == "spring" && j == i || prev == nil || s.dct.IsZero() || !strings.EqualFold(prev.Norm, "in") {
		return when{}, i
	}
	return on(s.nearest(i, season, func(k int) demarche.Date { return in(s.dct.Year + k) }), season), j + 1
}

// feast reads a named day, with its year if one follows.
func (s *scanner) feast(i int) (when, int) {
	if !s.at(i).cap {
		return when{}, i
	}
	for n := range holidays {
		h := &holidays[n]
		end := s.spells(i, h.words)
		if end == i {
			continue
		}
		in := h.in
		k := end
		if s.is(k, ",", "of") {
			k++
		}
		if y := s.yearNumber(k); y > 0 {
			return h.when(in(y)), k + 1
		}
		if s.dct.IsZero() {
			return when{}, i
		}
		d := s.nearest(i, day, func(k int) demarche.Date { return in(s.dct.Year + k) })
		return h.when(d), end
	}
	return when{}, i
}

func (h *holiday) when(d demarche.Date) when {
	w := on(d, day)
	if h.length > 1 {
		w.to = d.AddDays(h.length - 1)
	}
	if h.hijriMonth > 0 || h.moon {
		w.mod = "APPROX"
	}
	return w
}

func (s *scanner) spells(i int, words []string) int {
	for n, w := range words {
		if !s.is(i+n, w) {
			return i
		}
	}
	return i + len(words)
}
