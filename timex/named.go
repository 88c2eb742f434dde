package timex

import "github.com/demarche/demarche"

// nineEleven reads "9/11", and September 11 of the attacks that have its name.
func (s *scanner) nineEleven(i int) (when, int) {
	of := demarche.Date{Year: 2001, Month: 9, Day: 11}
	if s.isMonth(i) && s.at(i).num == 9 && s.dayNumber(i+1) == 11 && s.is(i+2, "attacks", "attack") {
		return on(of, day), i + 2
	}
	if t := s.at(i).tok; t >= 0 && s.doc.Tokens[t].Norm == "9/11" {
		return on(of, day), i + 1
	}
	return when{}, i
}

// anniversary reads "the first anniversary of" something whose day the text
// gives: in what follows ("of the invasion on February 24", "of the Feb. 24,
// 2022, attack"), a year as many years before.
func (s *scanner) anniversary(i int) (when, int) {
	j, n := i, 0
	if s.is(j, "the", "its", "their") {
		j++
	}
	if s.at(j).kind == ordinal || s.is(j, "first") {
		n, j = max(1, int(s.at(j).num)), j+1
	} else if s.at(j).kind == digits && s.is(j+1, "year") {
		n, j = int(s.at(j).num), j+2
	}
	if !s.is(j, "anniversary") || s.dct.IsZero() {
		return when{}, i
	}
	for k := j + 1; k < min(len(s.lx), j+12); k++ {
		w, end := s.calendarDay(k)
		if end == k || w.gran != day || w.from.IsZero() {
			continue
		}
		d := w.from
		switch {
		case distance(d, s.dct) > 300 || d.Year < s.dct.Year-1: // the day itself
			if n == 0 {
				n = s.dct.Year - d.Year
			}
			d.Year += n
			d.Day = min(d.Day, daysIn(d.Year, d.Month))
		}
		return on(d, day), j + 1
	}
	return when{}, i
}

// neighbour reads "the day before" and "the day after" where nothing follows
// that they would govern.
func (s *scanner) neighbour(i int) (when, int) {
	if !s.is(i, "the") || !s.is(i+1, "day") || !s.is(i+2, "before", "after") || !s.closes(i+2) || s.day.IsZero() {
		return when{}, i
	}
	n := 1
	if s.is(i+2, "before") {
		n = -1
	}
	return on(s.day.AddDays(n), day), i + 3
}

// ofMonth reads "the 15th of this month", "the 3rd of last month".
func (s *scanner) ofMonth(i int) (when, int) {
	d := s.dayNumber(i + 1)
	if !s.is(i, "the") || s.at(i+1).kind != ordinal || d == 0 || !s.is(i+2, "of") || s.dct.IsZero() {
		return when{}, i
	}
	w, end := when{}, i
	if s.is(i+3, "the") && s.is(i+4, "month") {
		w, end = on(s.day, month), i+5
	} else if w, end = s.relative(i + 3); end == i+3 || w.gran != month {
		return when{}, i
	}
	of := w.from
	of.Day = min(d, daysIn(of.Year, of.Month))
	return on(of, day), end
}

// weekendHere reads "the weekend", the last one or, of what is to come, the
// next.
func (s *scanner) weekendHere(i int) (when, int) {
	if !s.is(i, "the") || !s.is(i+1, "weekend") || s.dct.IsZero() {
		return when{}, i
	}
	w := startOf(s.dct, weekend)
	if t := s.tense(i + 1); s.dct.Before(w) && t != futureTense && t != presentTense {
		w = w.AddDays(-7)
	}
	end := i + 2
	if s.is(end, "of") {
		if d, e := s.calendarDay(end + 1); e > end+1 && d.gran == day && !d.from.IsZero() {
			return on(startOf(d.from, weekend), weekend), e
		}
	}
	return on(w, weekend), end
}
