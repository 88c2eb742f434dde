package timex

import (
	"math"

	"github.com/demarche/demarche"
)

// holiday says on which day of a year a named day falls. Exactly one way of
// reckoning is set.
type holiday struct {
	words      []string // lower case, in order
	month, day int      // fixed in the civil calendar
	nth        int      // nth weekday of month (negative: from its end); weekday in wd
	wd         int
	easter     int  // days after Western Easter, if fromEaster
	fromEaster bool // Western reckoning
	orthodox   bool // days after Orthodox Easter in easter
	hijriMonth int  // tabular Islamic calendar
	hijriDay   int
	moon       bool // the first new moon from month, day on
	hebrew     bool // days after the Jewish new year that falls in the same civil year in easter
	length     int  // days it lasts, 0 for one
}

// holidays is a table of days that news refers to by name. Civil dates are
// common knowledge; moveable feasts are reckoned below.
var holidays = []holiday{
	{words: []string{"christmas", "eve"}, month: 12, day: 24},
	{words: []string{"christmas", "day"}, month: 12, day: 25},
	{words: []string{"orthodox", "christmas"}, month: 1, day: 7},
	{words: []string{"christmas"}, month: 12, day: 25},
	{words: []string{"boxing", "day"}, month: 12, day: 26},
	{words: []string{"new", "year", "'s", "day"}, month: 1, day: 1},
	{words: []string{"new", "year", "'s", "eve"}, month: 12, day: 31},
	{words: []string{"new", "year", "'s"}, month: 1, day: 1},
	{words: []string{"valentine", "'s", "day"}, month: 2, day: 14},
	{words: []string{"international", "women", "'s", "day"}, month: 3, day: 8},
	{words: []string{"st.", "patrick", "'s", "day"}, month: 3, day: 17},
	{words: []string{"nowruz"}, month: 3, day: 21},
	{words: []string{"april", "fools", "'", "day"}, month: 4, day: 1},
	{words: []string{"anzac", "day"}, month: 4, day: 25},
	{words: []string{"may", "day"}, month: 5, day: 1},
	{words: []string{"victory", "day"}, month: 5, day: 9},
	{words: []string{"bastille", "day"}, month: 7, day: 14},
	{words: []string{"halloween"}, month: 10, day: 31},
	{words: []string{"all", "saints", "'", "day"}, month: 11, day: 1},
	{words: []string{"armistice", "day"}, month: 11, day: 11},
	{words: []string{"remembrance", "day"}, month: 11, day: 11},
	{words: []string{"veterans", "day"}, month: 11, day: 11},
	{words: []string{"memorial", "day"}, month: 5, nth: -1, wd: 1},
	{words: []string{"labor", "day"}, month: 9, nth: 1, wd: 1},
	{words: []string{"columbus", "day"}, month: 10, nth: 2, wd: 1},
	{words: []string{"thanksgiving", "day"}, month: 11, nth: 4, wd: 4},
	{words: []string{"thanksgiving"}, month: 11, nth: 4, wd: 4},
	{words: []string{"martin", "luther", "king", "day"}, month: 1, nth: 3, wd: 1},
	{words: []string{"election", "day"}, month: 11, nth: 1, wd: 1, easter: 1},
	{words: []string{"black", "friday"}, month: 11, nth: 4, wd: 4, easter: 1},
	{words: []string{"cyber", "monday"}, month: 11, nth: 4, wd: 4, easter: 4},
	{words: []string{"presidents", "'", "day"}, month: 2, nth: 3, wd: 1},
	{words: []string{"mother", "'s", "day"}, month: 5, nth: 2, wd: 0},
	{words: []string{"father", "'s", "day"}, month: 6, nth: 3, wd: 0},
	{words: []string{"juneteenth"}, month: 6, day: 19},
	{words: []string{"fourth", "of", "july"}, month: 7, day: 4},
	{words: []string{"epiphany"}, month: 1, day: 6},
	{words: []string{"earth", "day"}, month: 4, day: 22},
	{words: []string{"europe", "day"}, month: 5, day: 9},
	{words: []string{"world", "aids", "day"}, month: 12, day: 1},
	{words: []string{"holocaust", "remembrance", "day"}, month: 1, day: 27},
	{words: []string{"lunar", "new", "year"}, month: 1, day: 21, moon: true},
	{words: []string{"chinese", "new", "year"}, month: 1, day: 21, moon: true},
	{words: []string{"diwali"}, month: 10, day: 17, moon: true},
	{words: []string{"rosh", "hashanah"}, hebrew: true},
	{words: []string{"yom", "kippur"}, hebrew: true, easter: 9},
	{words: []string{"passover"}, hebrew: true, easter: -163},
	{words: []string{"hanukkah"}, hebrew: true, easter: 83},
	{words: []string{"nauryz"}, month: 3, day: 22},
	{words: []string{"orthodox", "easter"}, orthodox: true},
	{words: []string{"palm", "sunday"}, fromEaster: true, easter: -7},
	{words: []string{"ash", "wednesday"}, fromEaster: true, easter: -46},
	{words: []string{"maundy", "thursday"}, fromEaster: true, easter: -3},
	{words: []string{"good", "friday"}, fromEaster: true, easter: -2},
	{words: []string{"easter", "sunday"}, fromEaster: true},
	{words: []string{"easter", "monday"}, fromEaster: true, easter: 1},
	{words: []string{"easter"}, fromEaster: true},
	{words: []string{"pentecost"}, fromEaster: true, easter: 49},
	{words: []string{"ramadan"}, hijriMonth: 9, hijriDay: 1, length: 30},
	{words: []string{"eid", "al", "fitr"}, hijriMonth: 10, hijriDay: 1, length: 3},
	{words: []string{"eid", "al", "adha"}, hijriMonth: 12, hijriDay: 10, length: 4},
	{words: []string{"ashura"}, hijriMonth: 1, hijriDay: 10},
}

// in is the day on which h falls in year y; for Islamic feasts, the one that
// begins in y (of two, the first).
func (h *holiday) in(y int) demarche.Date {
	switch {
	case h.hijriMonth > 0:
		return hijriIn(y, h.hijriMonth, h.hijriDay)
	case h.fromEaster:
		return easter(y).AddDays(h.easter)
	case h.orthodox:
		return orthodoxEaster(y)
	case h.hebrew:
		return hebrewNewYear(y).AddDays(h.easter)
	case h.moon:
		return newMoon(demarche.Date{Year: y, Month: h.month, Day: h.day})
	case h.nth != 0:
		return nthWeekday(y, h.month, h.nth, h.wd).AddDays(h.easter)
	}
	return demarche.Date{Year: y, Month: h.month, Day: h.day}
}

func nthWeekday(y, m, nth, wd int) demarche.Date {
	if nth < 0 {
		last := demarche.Date{Year: y, Month: m, Day: daysIn(y, m)}
		return last.AddDays(-((weekdayOf(last)-wd+7)%7 + 7*(-nth-1)))
	}
	first := demarche.Date{Year: y, Month: m, Day: 1}
	return first.AddDays((wd-weekdayOf(first)+7)%7 + 7*(nth-1))
}

// easter is Western Easter Sunday by the Meeus/Jones/Butcher algorithm (J.
// Meeus, Astronomical Algorithms, ch. 8).
func easter(y int) demarche.Date {
	a, b, c := y%19, y/100, y%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return demarche.Date{Year: y, Month: n / 31, Day: n%31 + 1}
}

// orthodoxEaster is Easter of the Julian calendar in civil days, for
// 1900–2099 (Meeus, ch. 8).
func orthodoxEaster(y int) demarche.Date {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return demarche.Date{Year: y, Month: n / 31, Day: n%31 + 1}.AddDays(13)
}

// hijriIn reckons with the tabular Islamic calendar (30-year cycle, leap
// years 2 5 7 10 13 16 18 21 24 26 29), which the sighted moon follows to
// within a day or two.
func hijriIn(y, month, dom int) demarche.Date {
	epoch := demarche.Date{Year: 622, Month: 7, Day: 19} // 1 Muharram 1 in the Gregorian calendar
	h := int(float64(y-622) * 33 / 32)
	for {
		days := (h-1)*354 + (3+11*h)/30 + 29*(month-1) + month/2 + dom - 1
		d := epoch.AddDays(days)
		if d.Year >= y {
			return d
		}
		h++
	}
}

// newMoon is the day of the first mean new moon on or after d in Beijing's
// time; the true one is within a day.
func newMoon(d demarche.Date) demarche.Date {
	const (
		month = 29.530588861 // synodic (Meeus, ch. 49)
		hour  = 0.09         // of the new moon of January 7, 2000, as part of that day
	)
	first := demarche.Date{Year: 2000, Month: 1, Day: 7}
	n := math.Ceil((float64(distance(first, d)) - hour) / month)
	return first.AddDays(int(math.Floor(n*month + hour)))
}

// hebrewNewYear is 1 Tishri in the civil year y: the mean new moon, put off
// from Sunday, Wednesday and Friday, with the two rarer rules (Gauss; E. M.
// Reingold and N. Dershowitz, Calendrical Calculations, ch. 8).
func hebrewNewYear(y int) demarche.Date {
	elapsed := func(h int) int {
		months := (235*h - 234) / 19
		parts := 12084 + 13753*months
		d := 29*months + parts/25920
		if 3*(d+1)%7 < 3 {
			d++
		}
		return d
	}
	newYear := func(h int) int {
		before, day, after := elapsed(h-1), elapsed(h), elapsed(h+1)
		switch {
		case after-day == 356:
			return day + 2
		case day-before == 382:
			return day + 1
		}
		return day
	}
	return demarche.Date{Year: 2023, Month: 9, Day: 16}.AddDays(newYear(y+3761) - newYear(5784))
}
