package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// daysOf are the first and the last day of an ISO 8601 date as coarse as a year.
func daysOf(date string) (first, last demarche.Date, err error) {
	wrong := func() (demarche.Date, demarche.Date, error) {
		return demarche.Date{}, demarche.Date{}, fmt.Errorf("%q is no date", date)
	}
	if year, week, ok := strings.Cut(date, "-W"); ok {
		y, err := strconv.Atoi(year)
		w, err2 := strconv.Atoi(week)
		if err != nil || err2 != nil || w < 1 || w > 53 {
			return wrong()
		}
		fourth := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC) // in week 1 by ISO 8601
		monday := fourth.AddDate(0, 0, 7*(w-1)-(int(fourth.Weekday())+6)%7)
		return demarche.DateOf(monday), demarche.DateOf(monday.AddDate(0, 0, 6)), nil
	}
	switch len(date) {
	case len("2006"), len("2006-01"):
		layout := "2006-01"[:len(date)]
		t, err := time.Parse(layout, date)
		if err != nil {
			return wrong()
		}
		after := t.AddDate(0, 1, 0)
		if len(date) == len("2006") {
			after = t.AddDate(1, 0, 0)
		}
		return demarche.DateOf(t), demarche.DateOf(after.AddDate(0, 0, -1)), nil
	}
	d, err := demarche.ParseDate(date)
	return d, d, err
}
