package timex

import "fmt"

// set reads "daily", "every Tuesday", "each year", "every two weeks",
// "Sundays".
func (s *scanner) set(i int) (when, int) {
	if w, end := s.often(i); end > i {
		return w, end
	}
	x := s.at(i)
	switch {
	case x.kind == setWord:
		if x.cap && s.before(i) != nil {
			return when{}, i // the Daily News
		}
		return when{typ: "SET", value: durationOf(1, x.unit)}, i + 1
	case x.kind == dayMany && x.cap:
		return when{typ: "SET", value: fmt.Sprintf("XXXX-WXX-%d", (int(x.num)+6)%7+1)}, i + 1
	case !s.is(i, "every", "each"):
		return when{}, i
	}
	j := i + 1
	n := 1.0
	if s.is(j, "other") {
		n, j = 2, j+1
	} else if c, e, _ := s.count(j); e > j && c > 0 {
		n, j = c, e
	}
	switch y := s.at(j); y.kind {
	case unitOne, unitMany:
		return when{typ: "SET", value: durationOf(n, y.unit)}, j + 1
	case dayName:
		return when{typ: "SET", value: fmt.Sprintf("XXXX-WXX-%d", (int(y.num)+6)%7+1)}, j + 1
	case monthName:
		return when{typ: "SET", value: fmt.Sprintf("XXXX-%02d", int(y.num))}, j + 1
	case seasonOne:
		return when{typ: "SET", value: "XXXX-" + seasonNames[int(y.num)]}, j + 1
	case dayPart:
		return when{typ: "SET", value: "XXXX-XX-XXT" + y.text}, j + 1
	}
	return when{}, i
}

// often reads "once a month", "twice a week", "three times per year".
func (s *scanner) often(i int) (when, int) {
	j := i
	switch {
	case s.is(i, "once", "twice"):
		j = i + 1
	case s.is(i+1, "times") && (s.at(i).kind == cardinal || s.at(i).kind == digits || s.at(i).kind == vagueNum):
		j = i + 2
	default:
		return when{}, i
	}
	if x := s.at(j + 1); s.is(j, "a", "an", "per", "each", "every") && x.kind == unitOne {
		return when{typ: "SET", value: durationOf(1, x.unit)}, j + 2
	}
	return when{}, i
}

// vague reads words that point to the past, present or future without a
// measure: "now", "recently", "in the past", "the near future".
func (s *scanner) vague(i int) (when, int) {
	for _, v := range vaguePhrases {
		if end := s.spells(i, v.words); end > i && s.closesPhrase(end) {
			return when{typ: "DATE", value: v.value}, end
		}
	}
	x := s.at(i)
	switch {
	case x.kind == vagueRef:
		if s.is(i, "now") && s.is(i+1, "that") {
			return when{}, i
		}
		return when{typ: "DATE", value: x.text}, i + 1
	case s.is(i, "recent"):
		if y := s.at(i + 1); y.kind == unitMany {
			return when{typ: "DATE", value: pastRef}, i + 2
		}
		return when{typ: "DATE", value: pastRef}, i + 1
	case s.is(i, "current") && s.at(i+1).kind != unitOne && !x.cap:
		return when{typ: "DATE", value: presentRef}, i + 1
	}
	return when{}, i
}

var vaguePhrases = []struct {
	words []string
	value string
}{
	{[]string{"the", "past"}, pastRef}, {[]string{"the", "near", "future"}, futureRef}, {[]string{"the", "future"}, futureRef},
	{[]string{"the", "moment"}, presentRef}, {[]string{"the", "present"}, presentRef}, {[]string{"the", "time", "being"}, presentRef},
	{[]string{"this", "time"}, presentRef},
}

// closesPhrase: "the past" but not "the past president".
func (s *scanner) closesPhrase(end int) bool {
	t := s.after(end - 1)
	return t == nil || !(t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "PROPN" || t.UPOS == "NUM")
}
