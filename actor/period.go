package actor

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// day is a date as a number that sorts: 20230301; 0 is open.
type day int32

const endOfTime day = 99991231

func dayOf(d demarche.Date) day { return day(d.Year*10000 + d.Month*100 + d.Day) }

// before is the day n days earlier.
func (d day) before(n int) day {
	t := time.Date(int(d/10000), time.Month(d/100%100), int(d%100)-n, 0, 0, 0, 0, time.UTC)
	return day(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// period is a span of days; both ends may be open (0). The last day belongs to
// the period: of two terms that share a day, the later one wins.
type period struct{ from, until day }

func (p period) has(d day) bool {
	return p.from <= d && (p.until == 0 || d <= p.until)
}

// endedBefore says that the period was over on day d.
func (p period) endedBefore(d day) bool { return p.until != 0 && p.until < d }

// turnover is for how many days before an office begins and after it ends news
// may give its holder that title.
const turnover = 60

// nearly says that the period has day d, or one close to it.
func (p period) nearly(d day) bool {
	return p.from <= d.before(-turnover) && (p.until == 0 || d.before(turnover) <= p.until)
}

// parseDay reads 2023, 2023-03 or 2023-03-01; a coarse date becomes its first
// day, or its last one where end is set. "" and "present" are open.
func parseDay(s string, end bool) (day, error) {
	s = strings.TrimSpace(s)
	if s == "" || s == "present" {
		return 0, nil
	}
	parts := strings.Split(s, "-")
	if len(parts) > 3 {
		return 0, badDay(s)
	}
	num := [3]int{0, 1, 1}
	if end {
		num[1], num[2] = 12, 31
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 1 || i == 0 && (len(p) != 4) || i == 1 && n > 12 || i == 2 && n > 31 {
			return 0, badDay(s)
		}
		num[i] = n
	}
	return day(num[0]*10000 + num[1]*100 + num[2]), nil
}

func badDay(s string) error {
	return fmt.Errorf("%q is no date; write 2023, 2023-03 or 2023-03-01", s)
}

// parsePeriod reads "2019-03-23..2022-09-17"; either end may be missing.
func parsePeriod(s string) (period, error) {
	from, until, ok := strings.Cut(s, "..")
	if !ok {
		return period{}, fmt.Errorf("%q is no period; write 2019-03-23..2022-09-17 with either end optional", s)
	}
	return newPeriod(from, until)
}

func newPeriod(from, until string) (p period, err error) {
	if p.from, err = parseDay(from, false); err != nil {
		return p, err
	}
	if p.until, err = parseDay(until, true); err != nil {
		return p, err
	}
	if p.until != 0 && p.until < p.from {
		return p, fmt.Errorf("the period ends (%s) before it begins (%s)", until, from)
	}
	return p, nil
}

// dated cuts "Nur-Sultan@2019-03-23..2022-09-17" into the name and its period.
func dated(s string) (string, period, error) {
	name, when, ok := strings.Cut(s, "@")
	if !ok {
		return s, period{}, nil
	}
	p, err := parsePeriod(when)
	return strings.TrimSpace(name), p, err
}
