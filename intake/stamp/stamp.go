// Package stamp reads when something was published, in the many forms in which
// pages, mails and exports say so.
package stamp

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Stamp is when something was published: a day, and the time of the day where
// that is known.
type Stamp struct {
	time.Time
	Clock bool // whether the time of the day is known
}

// String is RFC 3339, the day alone where the time is unknown, "" when zero.
func (s Stamp) String() string {
	switch {
	case s.IsZero():
		return ""
	case s.Clock:
		return s.Format(time.RFC3339)
	}
	return s.Format(time.DateOnly)
}

// Parse reads the first date of s, and the time of the day with it, in the
// forms that pages use: ISO 8601 and its cousins, "Mon, 02 Jan 2006 15:04:05
// GMT", "January 2, 2006 3:04 PM EST", "2 January 2006", "02.01.2006", seconds
// since 1970. It is zero where s holds none. Of 3/4/2006 the month comes first,
// as where such dates are written; of 3.4.2006 the day does.
func Parse(s string) Stamp {
	if len(s) > 200 {
		s = s[:200]
	}
	parts := dateParts(s)
	for i := range parts {
		day, next, ok := dayAt(parts, i)
		if !ok {
			continue
		}
		stamp := Stamp{Time: day}
		stamp.setClock(parts, i, next)
		return stamp
	}
	return Stamp{}
}

// datePart is a number or a word, and what stands before it.
type datePart struct {
	before string // separator
	word   string // lower case, "" for a number
	value  int
	digits int
}

// dateParts divides s into numbers and words.
func dateParts(s string) []datePart {
	var parts []datePart
	start := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9':
			p := datePart{before: s[start:i]}
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				if p.digits++; p.digits <= 13 {
					p.value = p.value*10 + int(s[i]-'0')
				}
			}
			start = i
			parts = append(parts, p)
		case unicode.IsLetter(r) && !strings.ContainsRune("年月日时時分", r):
			end := i
			for end < len(s) {
				r, size := utf8.DecodeRuneInString(s[end:])
				if !unicode.IsLetter(r) {
					break
				}
				end += size
			}
			parts = append(parts, datePart{before: s[start:i], word: strings.ToLower(s[i:end])})
			i, start = end, end
		default:
			i += size
		}
	}
	return parts
}

// dayAt reads a day that starts at part i, and gives the part after it.
func dayAt(parts []datePart, i int) (day time.Time, next int, ok bool) {
	p := parts[i]
	rest := parts[i+1:]
	switch {
	case p.word != "": // January 2, 2006
		month := Month(p.word)
		if month == 0 || len(rest) < 2 || !isDay(rest[0]) {
			return day, 0, false
		}
		y := i + 2
		if y < len(parts) && isOrdinal(parts[y].word) {
			y++
		}
		if y >= len(parts) {
			return day, 0, false
		}
		day, ok = calendar(parts[y], month, rest[0].value)
		return day, y + 1, ok
	case p.digits == 8: // 20060102
		day, ok = calendar(datePart{value: p.value / 10000, digits: 4}, p.value/100%100, p.value%100)
		return day, i + 1, ok
	case p.digits == 10 || p.digits == 13: // seconds or milliseconds
		seconds := int64(p.value)
		if p.digits == 13 {
			seconds /= 1000
		}
		return time.Unix(seconds, 0).UTC(), i + 1, len(parts) == 1 && seconds < 4e9
	case p.digits == 4 && len(rest) >= 2 && isNumber(rest[0]) && isNumber(rest[1]): // 2006-01-02
		day, ok = calendar(p, rest[0].value, rest[1].value)
		return day, i + 3, ok && tight(rest[0]) && tight(rest[1])
	case p.digits <= 2 && p.word == "" && len(rest) >= 2:
		return dayFirst(parts, i)
	}
	return day, 0, false
}

// dayFirst reads "2 January 2006", "2nd of January, 2006", "02.01.2006".
func dayFirst(parts []datePart, i int) (day time.Time, next int, ok bool) {
	p, j := parts[i], i+1
	for j < len(parts) && (isOrdinal(parts[j].word) || parts[j].word == "of") {
		j++
	}
	if j+1 >= len(parts) {
		return day, 0, false
	}
	if month := Month(parts[j].word); month != 0 {
		day, ok = calendar(parts[j+1], month, p.value)
		return day, j + 2, ok
	}
	if parts[j].word != "" || parts[j].digits > 2 || !tight(parts[j]) || !tight(parts[j+1]) {
		return day, 0, false
	}
	d, m := p.value, parts[j].value
	if strings.Contains(parts[j].before, "/") && m > 12 || strings.Contains(parts[j].before, "/") && d <= 12 {
		d, m = m, d
	}
	day, ok = calendar(parts[j+1], m, d)
	return day, j + 2, ok
}

func isNumber(p datePart) bool { return p.word == "" && p.digits > 0 }

func isDay(p datePart) bool { return isNumber(p) && p.digits <= 2 }

func isOrdinal(word string) bool {
	return word == "st" || word == "nd" || word == "rd" || word == "th"
}

// tight says whether a number follows the one before it within one date.
func tight(p datePart) bool {
	switch strings.TrimSpace(p.before) {
	case "-", "/", ".", "年", "月", "–":
		return true
	}
	return false
}

// calendar is the day, where there is one.
func calendar(year datePart, month, day int) (time.Time, bool) {
	if !isNumber(year) || year.digits != 4 || year.value < 1900 || year.value > 2100 {
		return time.Time{}, false
	}
	t := time.Date(year.value, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t, int(t.Month()) == month && t.Day() == day
}

// Month is the number of an English month, 0 for other words.
func Month(word string) int {
	if len(word) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if word == full || word == full[:3] || m == time.September && word == "sept" {
			return int(m)
		}
	}
	return 0
}

// setClock reads the time of the day that stands with the day: after it, within
// a few words, or just before.
func (s *Stamp) setClock(parts []datePart, first, next int) {
	if next-first == 1 && parts[first].digits >= 10 { // seconds since 1970
		s.Clock = true
		return
	}
	for i := next; i < len(parts) && i < next+5; i++ {
		if s.clockAt(parts, i) {
			return
		}
	}
	for i := max(first-6, 0); i+1 < first; i++ {
		if s.clockAt(parts, i) {
			return
		}
	}
}

// clockAt reads a time of the day at part i: 15:04, 3:04 pm, 15.04 GMT, 3 p.m.
func (s *Stamp) clockAt(parts []datePart, i int) bool {
	h := parts[i]
	if h.word != "" || h.digits > 2 || h.value > 23 {
		if h.word == "" && h.digits == 6 && h.value < 240000 && strings.EqualFold(strings.TrimSpace(wordBefore(parts, i)), "t") {
			return s.set(h.value/10000, h.value/100%100, h.value%100, parts, i+1)
		}
		return false
	}
	minute, second, j := 0, 0, i+1
	colon := func() bool {
		return j < len(parts) && isDay(parts[j]) && parts[j].value < 60 && parts[j].digits == 2 &&
			(parts[j].before == ":" || parts[j].before == "." || parts[j].before == "h")
	}
	if colon() {
		minute, j = parts[j].value, j+1
		if colon() && parts[j].before == ":" {
			second, j = parts[j].value, j+1
			if j < len(parts) && isNumber(parts[j]) && parts[j].before == "." {
				j++ // parts of a second
			}
		}
	} else if !isHalf(wordAt(parts, j)) {
		return false
	}
	hour := h.value
	if half := wordAt(parts, j); isHalf(half) {
		if hour > 12 && half[0] == 'a' || hour == 0 {
			return false
		}
		hour %= 12
		if half[0] == 'p' {
			hour += 12
		}
		if j++; half == "a" || half == "p" { // a.m. is two words
			j++
		}
	}
	return s.set(hour, minute, second, parts, j)
}

func isHalf(word string) bool {
	return word == "am" || word == "pm" || word == "a" || word == "p"
}

func wordAt(parts []datePart, i int) string {
	if i >= len(parts) {
		return ""
	}
	return parts[i].word
}

func wordBefore(parts []datePart, i int) string {
	if i == 0 {
		return ""
	}
	return parts[i-1].word
}

// set sets the time of the day, in the zone that part j starts.
func (s *Stamp) set(hour, minute, second int, parts []datePart, j int) bool {
	if hour > 23 {
		return false
	}
	y, m, d := s.Date()
	s.Time = time.Date(y, m, d, hour, minute, second, 0, zoneAt(parts, j))
	s.Clock = true
	return true
}

// zoneAt is the time zone that part j names: an offset or a common
// abbreviation; UTC where it names none.
func zoneAt(parts []datePart, j int) *time.Location {
	if j >= len(parts) {
		return time.UTC
	}
	p := parts[j]
	if p.word == "utc" || p.word == "gmt" || p.word == "z" {
		if j+1 < len(parts) && (parts[j+1].before == "+" || parts[j+1].before == "-") && p.word != "z" {
			return zoneAt(parts, j+1)
		}
		return time.UTC
	}
	if hours, ok := zoneNamed(p.word); ok {
		return time.FixedZone("", hours*3600)
	}
	sign := 0
	switch before := strings.TrimSpace(p.before); {
	case strings.HasSuffix(before, "+"):
		sign = 1
	case strings.HasSuffix(before, "-"), strings.HasSuffix(before, "−"):
		sign = -1
	}
	if sign == 0 || !isNumber(p) {
		return time.UTC
	}
	hours, minutes := p.value, 0
	if p.digits == 4 {
		hours, minutes = p.value/100, p.value%100
	} else if j+1 < len(parts) && parts[j+1].before == ":" && isDay(parts[j+1]) {
		minutes = parts[j+1].value
	}
	if hours > 14 || minutes > 59 {
		return time.UTC
	}
	return time.FixedZone("", sign*(hours*3600+minutes*60))
}

// zoneNamed is the offset of an abbreviation that pages in English use.
func zoneNamed(word string) (hours int, ok bool) {
	switch word {
	case "est", "cdt":
		return -5, true
	case "edt":
		return -4, true
	case "cst", "mdt":
		return -6, true
	case "mst", "pdt":
		return -7, true
	case "pst":
		return -8, true
	case "bst", "cet":
		return 1, true
	case "cest", "eet", "sast":
		return 2, true
	case "msk", "eest":
		return 3, true
	case "jst", "kst":
		return 9, true
	}
	return 0, false
}
