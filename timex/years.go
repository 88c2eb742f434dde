package timex

import (
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// yearAlone reads a number of four figures that is a year.
func (s *scanner) yearAlone(i int) (when, int) {
	y := s.yearNumber(i)
	if y == 0 || !s.yearContext(i, y) {
		return when{}, i
	}
	w := on(demarche.Date{Year: y, Month: 1, Day: 1}, year)
	if last, err := strconv.Atoi(s.at(i).text); err == nil {
		w.to = demarche.Date{Year: last, Month: 12, Day: 31}
	}
	return w, i + 1
}

// yearContext tells the year 2000 from 2000 people. Words before it that
// years follow settle it; a counted noun, money or a unit after it speaks
// against it. Years before 1900 and after 2050 need such a word.
func (s *scanner) yearContext(i, y int) bool {
	prev, next := s.before(i), s.after(i)
	p, n := "", ""
	if prev != nil {
		p = strings.ToLower(prev.Norm)
	}
	if next != nil {
		n = strings.ToLower(next.Norm)
	}
	switch {
	case p == "$" || p == "£" || p == "€" || p == "#" || p == "no." || p == "at" || p == "x" || p == "/" || p == "+" || p == "boeing" ||
		strings.HasSuffix(p, "$"):
		return false
	case n == "%" || n == "percent" || n == "utc" || n == "gmt" || n == "hours" || n == "million" || n == "billion" || n == "points":
		return false
	}
	if e := s.at(i + 1); e.kind == unitMany || s.hyphenBetween(i, i+1) && e.kind == digits && !e.plain {
		return false
	}
	switch p {
	case "in", "since", "until", "till", "from", "before", "after", "during", "between", "early", "late", "mid", "circa", "c.", "year":
		return y <= 2100
	case "of", "the", "(":
		return y >= 1700 && y <= 2060
	}
	if y < 1900 || y > 2050 || next != nil && (next.UPOS == demarche.VERB || next.UPOS == demarche.AUX) {
		return false
	}
	return next == nil || next.XPOS != "NNS" || y%50 != 0 && (prev == nil || prev.XPOS != "IN")
}

// decadeOf reads "the 1990s", "the nineties".
func (s *scanner) decadeOf(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	lx := s.at(j)
	if lx.kind != decadeNum || lx.word != "" && j == i {
		return when{}, i
	}
	return on(demarche.Date{Year: int(lx.num), Month: 1, Day: 1}, decade), j + 1
}

// centuryNth reads "the 20th century".
func (s *scanner) centuryNth(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	lx := s.at(j)
	if lx.kind != ordinal || !s.is(j+1, "century") || lx.num < 2 {
		return when{}, i
	}
	return on(demarche.Date{Year: int(lx.num)*100 - 100, Month: 1, Day: 1}, century), j + 2
}

// fiscal reads "fiscal 2007", "fiscal year 2023-24", "FY 2022", "FY2023-24",
// "the 2022-23 fiscal year", "the financial year". The calendar of fiscal
// years differs by country, so that the value only names them.
func (s *scanner) fiscal(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	if s.at(j).kind == fiscalYear {
		years, end := s.at(j).text, j+1
		if s.hyphenBetween(j, end) && s.at(end).kind == digits && len(years) == 4 { // FY2023 - 24
			years, end = years+"-"+strconv.Itoa(int(s.at(end).num)), end+1
		}
		return fiscalNamed(years), end
	}
	if y, k := s.years(j); k > j && s.is(k, "fiscal", "financial") && s.is(k+1, "year") {
		return fiscalNamed(y), k + 2
	}
	if d := s.at(j); d.kind == direction && s.is(j+1, "fiscal", "financial") && s.is(j+2, "year") && !s.dct.IsZero() {
		return fiscalNamed(strconv.Itoa(s.dct.Year + int(d.num))), j + 3
	}
	if !s.is(j, "fiscal", "financial", "fy") {
		return when{}, i
	}
	k := j + 1
	if s.is(k, "year") {
		k++
	}
	if y, end := s.years(k); end > k {
		return fiscalNamed(y), end
	}
	if k > j+1 && !s.dct.IsZero() && !s.is(j, "fy") {
		return fiscalNamed(strconv.Itoa(s.dct.Year)), k
	}
	return when{}, i
}

func fiscalNamed(years string) when { return when{typ: "DATE", value: "FY" + years, gran: year} }

// years reads "2023", "2023-24" in one token or three.
func (s *scanner) years(i int) (string, int) {
	y := s.yearNumber(i)
	if y == 0 {
		return "", i
	}
	first := strconv.Itoa(y)
	if last := s.at(i).text; last != "" {
		return first + "-" + last[2:], i + 1
	}
	if e := s.at(i + 1); s.hyphenBetween(i, i+1) && e.kind == digits && e.plain && e.num < 100 {
		return first + "-" + pad2(int(e.num)), i + 2
	}
	return first, i + 1
}

// quarterOf reads "the third quarter of last year", "Q3 2009", "the fourth
// quarter": without a year, the one that the tense asks for.
func (s *scanner) quarterOf(i int) (when, int) {
	return s.partOfYear(i, quarter, 4)
}

// halfOf reads "the first half of 2009"; a half must say of what.
func (s *scanner) halfOf(i int) (when, int) {
	return s.partOfYear(i, half, 2)
}

func (s *scanner) partOfYear(i int, g unit, parts int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	lx := s.at(j)
	k := j + 2
	switch {
	case g == quarter && lx.kind == quarterAbbr:
		k = j + 1
	case (lx.kind == ordinal || lx.word == "first") && (g == quarter && s.is(j+1, "quarter") || g == half && s.is(j+1, "half")):
	default:
		return when{}, i
	}
	n := max(1, int(lx.num))
	if n > parts {
		return when{}, i
	}
	months := 12 / parts
	in := func(y int) demarche.Date { return demarche.Date{Year: y, Month: (n-1)*months + 1, Day: 1} }
	m := k
	if s.is(m, "of", ",", "in") {
		m++
	}
	if y, err := strconv.Atoi(lx.text); err == nil && g == quarter { // 3Q22
		return on(in(y), g), k
	}
	if w, end := s.date(m); end > m && w.gran == year && !w.from.IsZero() {
		return on(in(w.from.Year), g), end
	}
	if m > k && s.is(m, "the") && s.is(m+1, "year") && !s.day.IsZero() {
		y := s.day.Year
		if s.last.gran >= year && !s.last.from.IsZero() {
			y = s.last.from.Year
		}
		return on(in(y), g), m + 2
	}
	if g == half || s.dct.IsZero() {
		return when{}, i
	}
	return on(s.nearest(i, g, func(k int) demarche.Date { return in(s.dct.Year + k) }), g), k
}
