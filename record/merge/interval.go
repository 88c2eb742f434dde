package merge

import (
	"fmt"
	"strconv"
	"time"

	"github.com/demarche/demarche"
)

// span is the days, counted from 1970, in which a date as coarse as news gives
// it can fall. The zero span is unknown.
type span struct {
	first, last int
	known       bool
}

// spanOf reads 2023-02-28, 2023-W08, 2023-02 and 2022; end is the last day of a
// stretch of time, or "".
func spanOf(date, end string) span {
	s := oneSpan(date)
	if e := oneSpan(end); s.known && e.known && e.last > s.first {
		s.last = e.last
	}
	return s
}

func oneSpan(date string) span {
	number := func(from, to int) int {
		n, err := strconv.Atoi(date[from:to])
		if err != nil {
			return -1
		}
		return n
	}
	switch {
	case len(date) >= 10:
		d, err := demarche.ParseDate(date)
		if err != nil {
			return span{}
		}
		n := dayNumber(d.Time())
		return span{n, n, true}
	case len(date) == 8 && date[5] == 'W':
		y, w := number(0, 4), number(6, 8)
		if y < 1 || w < 1 {
			return span{}
		}
		fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC) // in week 1 by ISO 8601
		monday := dayNumber(fourth) - (int(fourth.Weekday())+6)%7 + 7*(w-1)
		return span{monday, monday + 6, true}
	case len(date) == 7:
		y, m := number(0, 4), number(5, 7)
		if y < 1 || m < 1 {
			return span{}
		}
		first := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
		return span{dayNumber(first), dayNumber(first.AddDate(0, 1, -1)), true}
	case len(date) == 4:
		y := number(0, 4)
		if y < 1 {
			return span{}
		}
		first := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		return span{dayNumber(first), dayNumber(first.AddDate(1, 0, -1)), true}
	}
	return span{}
}

func dayNumber(t time.Time) int {
	seconds := t.Unix()
	if seconds < 0 {
		seconds -= 86399
	}
	return int(seconds / 86400)
}

func (s span) days() int { return s.last - s.first + 1 }

// apart is how many days lie between the two, 0 when they touch.
func (s span) apart(o span) int {
	return max(0, s.first-o.last, o.first-s.last)
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
