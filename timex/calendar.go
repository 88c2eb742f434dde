package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// unit is a measure of time, fine to coarse.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
)

// parts of a season value, in the order of the year's months 3, 6, 9, 12.
var seasonNames = [4]string{"SP", "SU", "FA", "WI"}

// valueOf is the TIMEX3 value of the stretch of granularity g that d lies in.
func valueOf(d demarche.Date, g unit) string {
	switch g {
	case weekend:
		return valueOf(d, week) + "-WE"
	case week, fortnight:
		y, w := d.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", d.Year, (d.Month+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", d.Year, (d.Month+5)/6)
	case season:
		y, s := seasonOf(d)
		return fmt.Sprintf("%04d-%s", y, seasonNames[s])
	case year:
		return fmt.Sprintf("%04d", d.Year)
	case decade:
		return fmt.Sprintf("%03d", d.Year/10)
	case century:
		return fmt.Sprintf("%02d", d.Year/100)
	}
	return d.String()
}

// seasonOf is the season that d lies in, and the year that it is named for: a
// winter has the year of its December.
func seasonOf(d demarche.Date) (y, s int) {
	if d.Month < 3 {
		return d.Year - 1, 3
	}
	return d.Year, (d.Month - 3) / 3
}

// startOf is the first day of the stretch of granularity g that d lies in.
func startOf(d demarche.Date, g unit) demarche.Date {
	switch g {
	case week, fortnight:
		return d.AddDays(-(weekdayOf(d) + 6) % 7)
	case weekend:
		return startOf(d, week).AddDays(5)
	case month:
		d.Day = 1
	case quarter:
		d.Month, d.Day = (d.Month-1)/3*3+1, 1
	case half:
		d.Month, d.Day = (d.Month-1)/6*6+1, 1
	case season:
		y, s := seasonOf(d)
		return demarche.Date{Year: y, Month: 3 + 3*s, Day: 1}
	case year:
		d.Month, d.Day = 1, 1
	case decade:
		d.Year, d.Month, d.Day = d.Year/10*10, 1, 1
	case century:
		d.Year, d.Month, d.Day = d.Year/100*100, 1, 1
	}
	return d
}

// shift moves d by n stretches of granularity g. The day of the month is cut
// to what the month reached has: a month before March 31 is February 28.
func shift(d demarche.Date, g unit, n int) demarche.Date {
	switch g {
	case day:
		return d.AddDays(n)
	case weekend, week:
		return d.AddDays(7 * n)
	case fortnight:
		return d.AddDays(14 * n)
	case month:
		return addMonths(d, n)
	case quarter, season:
		return addMonths(d, 3*n)
	case half:
		return addMonths(d, 6*n)
	case year:
		return addMonths(d, 12*n)
	case decade:
		return addMonths(d, 120*n)
	case century:
		return addMonths(d, 1200*n)
	}
	return d
}

func addMonths(d demarche.Date, n int) demarche.Date {
	m := d.Year*12 + d.Month - 1 + n
	d.Year, d.Month = m/12, m%12+1
	d.Day = min(d.Day, daysIn(d.Year, d.Month))
	return d
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// weekdayOf counts from Sunday, 0.
func weekdayOf(d demarche.Date) int { return int(d.Time().Weekday()) }

// distance is the number of days from a to b.
func distance(a, b demarche.Date) int {
	return int(b.Time().Sub(a.Time()).Hours() / 24)
}

// durationOf is the TIMEX3 value of n units; n < 0 is an unknown number, X.
func durationOf(n float64, g unit) string {
	num := "X"
	if n >= 0 {
		num = strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch g {
	case second:
		return "PT" + num + "S"
	case minute:
		return "PT" + num + "M"
	case hour:
		return "PT" + num + "H"
	case weekend:
		return "P" + num + "WE"
	case week:
		return "P" + num + "W"
	case fortnight:
		return "P" + strings.TrimSuffix(num, ".0") + "W"
	case month:
		return "P" + num + "M"
	case quarter:
		return "P" + num + "Q"
	case half:
		return "P" + num + "H"
	case year:
		return "P" + num + "Y"
	case decade:
		return "P" + num + "DE"
	case century:
		return "P" + num + "CE"
	}
	return "P" + num + "D"
}
