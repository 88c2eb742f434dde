package timex

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

// relative reads "last week", "this year", "next Friday", "last September",
// "this weekend", "last night", "the following day", "the past year".
func (s *scanner) relative(i int) (when, int) {
	j, article := i, false
	if s.is(j, "the") {
		j, article = j+1, true
	}
	lx := s.at(j)
	if lx.kind != direction {
		return when{}, i
	}
	if s.is(j, "this") && s.is(j+1, "past", "coming") { // "this past weekend" is the last one
		if w, ok := s.thisPast(j + 1); ok {
			return w, j + 3
		}
	}
	k := j + 1
	w, ok := when{}, true
	switch x := s.at(k); x.kind {
	case unitOne:
		w, ok = s.relativeUnit(j, x.unit, article)
	case dayName:
		w = s.relativeWeekday(j, int(x.num))
	case monthName:
		w, ok = s.relativeMonth(j, int(x.num), 1), x.cap
	case seasonOne:
		w = s.relativeMonth(j, 3+3*int(x.num), 3)
	case dayPart:
		w, ok = s.relativePart(j, x)
	default:
		ok = s.is(k, "half") && s.is(j, "this", "last", "next")
		if ok {
			w, ok = s.relativeUnit(j, half, false)
		}
	}
	if !ok {
		return when{}, i
	}
	end := k + 1
	if w.gran == day && s.at(end).kind == dayPart && s.at(k).kind != dayPart {
		w, end = partOfDay(w, s.at(end).text), end+1
	}
	return w, end
}

// thisPast reads "past weekend" and "coming week" after "this".
func (s *scanner) thisPast(j int) (when, bool) {
	x := s.at(j + 1)
	n := int(s.at(j).num)
	switch {
	case s.dct.IsZero():
	case x.kind == unitOne && x.unit >= weekend && x.unit <= year:
		return on(shift(startOf(s.dct, coarse(x.unit)), x.unit, n), x.unit), true
	case x.kind == dayName:
		ahead := (int(x.num) - weekdayOf(s.dct) + 7) % 7
		if n < 0 {
			ahead -= 7
		}
		return on(s.dct.AddDays(ahead), day), true
	}
	return when{}, false
}

// base is the day that a direction word reckons from: "previous",
// "following" and "the next day" from the story's own day, the others from
// the day of publication.
func (s *scanner) base(j int, article bool) demarche.Date {
	if s.is(j, "previous", "preceding", "following") || article && s.is(j, "next") {
		return s.day
	}
	return s.dct
}

func (s *scanner) relativeUnit(j int, u unit, article bool) (when, bool) {
	n := int(s.at(j).num)
	base := s.base(j, article)
	if u < day || u == day && n == 0 {
		return when{}, false
	}
	// "the past year" and "the last decade" are the stretch that ends now
	if s.is(j, "past", "coming", "upcoming") || article && s.is(j, "last") && u != quarter && u != day && u != weekend {
		return when{typ: "DURATION", value: durationOf(1, u)}, true
	}
	if base.IsZero() {
		return when{typ: "DATE", value: [3]string{pastRef, presentRef, futureRef}[n+1]}, true
	}
	if u == fortnight {
		u, n = week, 2*n
	}
	if u == year && s.is(j, "previous", "following") && s.last.gran != noUnit && s.last.gran >= year {
		base = s.last.from
	}
	return on(shift(startOf(base, coarse(u)), u, n), u), true
}

// coarse is the granularity whose start is safe to step from.
func coarse(u unit) unit {
	if u == weekend {
		return week
	}
	return u
}

func (s *scanner) relativeWeekday(j, wd int) when {
	if s.dct.IsZero() {
		return when{typ: "DATE", value: fmt.Sprintf("XXXX-WXX-%d", (wd+6)%7+1), gran: day}
	}
	base := s.base(j, false)
	ahead := (wd - weekdayOf(base) + 7) % 7
	switch int(s.at(j).num) {
	case 1:
		if ahead == 0 {
			ahead = 7
		}
		return on(base.AddDays(ahead), day)
	case -1:
		return on(base.AddDays(ahead-7), day)
	}
	return on(startOf(base, week).AddDays((wd+6)%7), day)
}

// relativeMonth is the last, this or next stretch of n months that begins
// with month m.
func (s *scanner) relativeMonth(j, m, n int) when {
	g := month
	if n == 3 {
		g = season
	}
	if s.dct.IsZero() {
		return when{typ: "DATE", value: fmt.Sprintf("XXXX-%02d", m), gran: g}
	}
	in := func(y int) demarche.Date { return demarche.Date{Year: y, Month: m, Day: 1} }
	y, now := s.dct.Year, startOf(s.dct, g)
	switch int(s.at(j).num) {
	case -1:
		for !in(y).Before(now) {
			y--
		}
	case 1:
		for !now.Before(in(y)) {
			y++
		}
	}
	return on(in(y), g)
}

// relativePart reads "last night", "this morning".
func (s *scanner) relativePart(j int, x *lexeme) (when, bool) {
	n := int(s.at(j).num)
	if s.is(j, "past", "coming") || strings.Contains(x.text, ":") {
		return when{}, false
	}
	base := s.base(j, true)
	if base.IsZero() {
		return when{typ: "TIME", value: [3]string{pastRef, presentRef, futureRef}[n+1]}, true
	}
	if s.is(j, "this") {
		base = s.dct
	}
	return partOfDay(on(base.AddDays(n), day), x.text), true
}

// partOfDay narrows a day to its morning, or to noon.
func partOfDay(w when, code string) when {
	w.typ, w.value = "TIME", w.value+"T"+code
	return w
}

// deictic reads "today", "yesterday morning", "tomorrow", "tonight", "the
// day before yesterday", and a weekday with a part of day.
func (s *scanner) deictic(i int) (when, int) {
	lx := s.at(i)
	if lx.kind == dayName && lx.cap && s.at(i+1).kind == dayPart {
		w := partOfDay(s.weekdayNear(i, int(lx.num)), s.at(i+1).text)
		return w, i + 2
	}
	extra, j := 0, i
	if end := s.spells(i, []string{"the", "day", "before"}); end > i && s.is(end, "yesterday") {
		extra, j = -1, end
	} else if end := s.spells(i, []string{"the", "day", "after"}); end > i && s.is(end, "tomorrow") {
		extra, j = 1, end
	}
	lx = s.at(j)
	if lx.kind != deictic {
		return when{}, i
	}
	n := int(lx.num) + extra
	if s.dct.IsZero() {
		ref := presentRef
		if n < 0 {
			ref = pastRef
		} else if n > 0 {
			ref = futureRef
		}
		return when{typ: "DATE", value: ref}, j + 1
	}
	w := on(s.dct.AddDays(n), day)
	if lx.word == "tonight" {
		return partOfDay(w, "NI"), j + 1
	}
	if s.at(j+1).kind == dayPart {
		return partOfDay(w, s.at(j+1).text), j + 2
	}
	return w, j + 1
}

// same reads "the same day", "that year", "the same period last year".
func (s *scanner) same(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	if !(j > i && s.is(j, "same") || j == i && s.is(j, "that")) {
		return when{}, i
	}
	x := s.at(j + 1)
	that := s.is(j, "that")
	if !that && (x.kind == unitOne || s.is(j+1, "period", "time")) {
		if w, end := s.samePeriod(j+2, x.unit); end > j+2 {
			return w, end
		}
	}
	switch {
	case x.kind == unitOne && x.unit >= day && !s.day.IsZero():
		base := s.day
		if x.unit >= year && s.last.gran >= year {
			base = s.last.from
		}
		return on(base, x.unit), j + 2
	case x.kind == dayPart && !strings.Contains(x.text, ":") && !s.day.IsZero():
		return partOfDay(on(s.day, day), x.text), j + 2
	}
	return when{}, i
}

// samePeriod reads the year of "the same month a year ago": the stretch that
// the text spoke of last, moved to that year.
func (s *scanner) samePeriod(i int, u unit) (when, int) {
	base, g := s.last.from, s.last.gran
	if base.IsZero() || g == noUnit || g >= year {
		return when{}, i
	}
	if u >= month {
		g = u
	}
	j := i
	if s.is(j, "of", "in") {
		j++
	}
	y, end := 0, j
	if w, e := s.relative(j); e > j && w.gran == year {
		y, end = w.from.Year, e
	} else if w, e := s.yearAlone(j); e > j {
		y, end = w.from.Year, e
	} else if (s.is(j, "a") || s.is(j, "one")) && s.is(j+1, "year") && s.is(j+2, "ago", "earlier", "before") {
		y, end = base.Year-1, j+3
	}
	if end == j {
		return when{}, i
	}
	base.Year = y
	base.Day = min(base.Day, daysIn(base.Year, base.Month))
	return on(base, g), end
}
