package timex

import (
	"strings"

	"github.com/demarche/demarche"
)

// expression reads the expression of time that begins at lexeme i; end == i
// when none does. The order matters: what takes more words comes first.
func (s *scanner) expression(i int) (when, int) {
	for _, rule := range [...]func(*scanner, int) (when, int){
		(*scanner).set, (*scanner).clockTime, (*scanner).smallHours, (*scanner).phase, (*scanner).duration, (*scanner).date, (*scanner).partAlone, (*scanner).theUnit, (*scanner).vague,
	} {
		if w, end := rule(s, i); end > i {
			return w, end
		}
	}
	return when{}, i
}

// phases are the words for a part of a stretch of time.
var phases = []struct {
	words []string
	mod   string
}{
	{[]string{"the", "very", "beginning", "of"}, "START"}, {[]string{"the", "beginning", "of"}, "START"}, {[]string{"the", "start", "of"}, "START"},
	{[]string{"the", "turn", "of"}, "START"}, {[]string{"the", "end", "of"}, "END"}, {[]string{"the", "close", "of"}, "END"},
	{[]string{"the", "middle", "of"}, "MID"}, {[]string{"the", "rest", "of"}, ""}, {[]string{"the", "remainder", "of"}, ""},
	{[]string{"beginning", "of"}, "START"}, {[]string{"end", "of"}, "END"}, {[]string{"middle", "of"}, "MID"}, {[]string{"start", "of"}, "START"},
	{[]string{"the", "early"}, "START"}, {[]string{"the", "late"}, "END"}, {[]string{"the", "mid"}, "MID"},
	{[]string{"early", "in"}, "START"}, {[]string{"late", "in"}, "END"}, {[]string{"early", "on"}, "START"}, {[]string{"late", "on"}, "END"},
	{[]string{"early"}, "START"}, {[]string{"late"}, "END"}, {[]string{"mid"}, "MID"},
	{[]string{"earlier", "in"}, ""}, {[]string{"later", "in"}, ""}, {[]string{"earlier"}, ""}, {[]string{"later"}, ""},
	{[]string{"about"}, "APPROX"}, {[]string{"around"}, "APPROX"}, {[]string{"approximately"}, "APPROX"},
}

// phase reads "early 2003", "the end of last year", "mid-2011", "later this
// week", "late on Monday", "around 1990".
func (s *scanner) phase(i int) (when, int) {
	for n := range phases {
		j := s.spells(i, phases[n].words)
		if j == i {
			continue
		}
		w, end := s.datePhrase(j)
		if end == j {
			continue
		}
		if phases[n].mod != "" {
			w.mod = phases[n].mod
		}
		return w, end
	}
	return when{}, i
}

// datePhrase is a date, or "the year" where a phase has been named before it.
func (s *scanner) datePhrase(i int) (when, int) {
	if s.is(i, "the") && s.is(i+1, "last", "past", "next") && s.at(i+2).kind == unitOne {
		if w, end := s.relative(i + 1); end > i+1 && w.typ == "DATE" {
			return w, end
		}
	}
	if w, end := s.date(i); end > i && w.typ != "DURATION" {
		return w, end
	}
	if s.is(i, "the") {
		if w, end := s.date(i + 1); end > i+1 && w.typ != "DURATION" {
			return w, end
		}
	}
	if x := s.at(i + 1); s.is(i, "the") && x.kind == unitOne && x.unit >= day && !s.day.IsZero() {
		return on(s.day, x.unit), i + 2
	}
	return when{}, i
}

// theUnit reads "the day", "the year" where the words around show that the
// present one is meant: "to end the day at", "for the week".
func (s *scanner) theUnit(i int) (when, int) {
	x := s.at(i + 1)
	if !s.is(i, "the") || x.kind != unitOne || x.unit < day || x.unit > year || s.day.IsZero() {
		return when{}, i
	}
	prev, next := s.before(i), s.after(i+1)
	if prev == nil || next != nil && (next.UPOS == demarche.NOUN || next.UPOS == demarche.PRON || next.UPOS == demarche.SCONJ ||
		next.UPOS == demarche.ADP && strings.EqualFold(next.Norm, "of")) {
		return when{}, i
	}
	switch strings.ToLower(prev.Norm) {
	case "end", "ended", "ending", "finish", "finished", "close", "closed", "in", "during", "for", "so":
		return on(s.day, x.unit), i + 2
	}
	return when{}, i
}

// partAlone reads "morning" or "noon" of the day that the story is at.
func (s *scanner) partAlone(i int) (when, int) {
	x := s.at(i)
	if x.kind != dayPart || s.day.IsZero() || x.cap && s.before(i) != nil || s.is(i, "nights", "mornings", "evenings", "afternoons") {
		return when{}, i
	}
	if s.is(i, "night") {
		if t := s.before(i); t == nil || !strings.EqualFold(t.Norm, "at") && !strings.EqualFold(t.Norm, "the") {
			return when{}, i
		}
	}
	w := partOfDay(on(s.day, day), x.text)
	if s.is(i+1, "on", "of") {
		if d, end := s.date(i + 2); end > i+2 && d.gran == day && d.typ == "DATE" {
			return partOfDay(d, x.text), end
		}
	}
	return w, i + 1
}

// smallHours reads "the early hours of Wednesday".
func (s *scanner) smallHours(i int) (when, int) {
	j := i
	if s.is(j, "the") {
		j++
	}
	if !s.is(j, "early", "late", "small") || !s.is(j+1, "hours") {
		return when{}, i
	}
	code, mod := "MO", "START"
	if s.is(j, "late") {
		code, mod = "EV", "END"
	}
	if s.is(j+2, "of", "on") {
		if d, end := s.date(j + 3); end > j+3 && d.gran == day && d.typ == "DATE" {
			w := partOfDay(d, code)
			w.mod = mod
			return w, end
		}
	}
	if s.day.IsZero() {
		return when{}, i
	}
	w := partOfDay(on(s.day, day), code)
	w.mod = mod
	return w, j + 2
}

// clockTime reads "18:00 UTC", "5 p.m. Monday", "noon today", "0800 GMT".
func (s *scanner) clockTime(i int) (when, int) {
	value, j := s.clockReading(i)
	if j == i {
		return when{}, i
	}
	if s.is(j, "local") && s.is(j+1, "time") {
		j += 2
	} else if s.is(j, "utc", "gmt") {
		value, j = value+"Z", j+1
	} else if s.is(j, "et", "ct", "mt", "pt") && s.capitals(j) {
		j++
	} else if s.is(j, "est", "edt", "cet", "cest", "bst", "pst", "pdt") {
		j++
	}
	k := j
	if s.is(k, ",", "on") {
		k++
	}
	if d, end := s.date(k); end > k && d.gran == day && d.typ == "DATE" {
		return clockOn(d, value), end
	}
	if s.day.IsZero() {
		return when{typ: "TIME", value: "XXXX-XX-XXT" + value}, j
	}
	return clockOn(on(s.day, day), value), j
}

// capitals says that lexeme i is written in capitals.
func (s *scanner) capitals(i int) bool {
	t := s.at(i).tok
	return t >= 0 && strings.ToUpper(s.doc.Tokens[t].Norm) == s.doc.Tokens[t].Norm
}

func clockOn(d when, value string) when {
	d.typ, d.value = "TIME", d.value+"T"+value
	return d
}

func (s *scanner) clockReading(i int) (string, int) {
	x := s.at(i)
	if x.kind == clock && x.word != "" {
		if s.is(i+1, "a.m.", "am", "a.m", "p.m.", "pm", "p.m") {
			return clockValue(x.word + s.at(i+1).word), i + 2
		}
		return x.word, i + 1
	}
	n := int(x.num)
	if x.kind == dayPart && strings.Contains(x.text, ":") {
		return x.text, i + 1
	}
	if x.kind == cardinal && n >= 1 && n <= 12 && s.is(i+1, "o'clock") {
		return pad2(n) + ":00", i + 2
	}
	if x.kind != digits {
		return "", i
	}
	switch {
	case n >= 1 && n <= 12 && s.is(i+1, "a.m.", "am", "a.m"):
		return clockString(n, minutes(x.num), 0), i + 2
	case n >= 1 && n <= 12 && s.is(i+1, "p.m.", "pm", "p.m"):
		return clockString(n, minutes(x.num), 12), i + 2
	case n >= 1 && n <= 12 && s.is(i+1, "o'clock"):
		return pad2(n) + ":00", i + 2
	case x.plain && n < 2400 && n%100 < 60 && s.is(i+1, "utc", "gmt"):
		if n <= 24 {
			n *= 100
		}
		return pad2(n/100) + ":" + pad2(n%100), i + 1
	}
	return "", i
}

// minutes of "6.30".
func minutes(n float64) int { return int((n-float64(int(n)))*100 + 0.5) }
