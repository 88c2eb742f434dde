package timex

// kind is what part a word can play in an expression of time.
type kind uint8

const (
	noKind      kind = iota
	grammar          // a word the grammar asks for by its form: of, the, ago …
	cardinal         // num is its value
	ordinal          // num is its value
	vagueNum         // several, few: a number not told
	monthName        // num 1–12
	monthAbbr        // only beside a number
	dayName          // num 0 (Sunday) – 6
	dayMany          // Sundays
	dayAbbr          // only beside a month
	unitOne          // unit in the singular
	unitMany         // unit in the plural
	seasonOne        // num 0–3 from spring
	direction        // last, this, next: num -1, 0, 1
	dayPart          // morning …: code in text
	deictic          // today …: num of days from publication
	setWord          // daily, weekly: unit
	refNoun          // moment, future: the last word of a vague phrase
	vagueRef         // now, recently: value in text
	digits           // a bare number in figures; num
	clock            // 18:00, 5pm
	isoDay           // 2023-02-28 or 28/02/2023
	decadeNum        // 1990s
	quarterAbbr      // Q3
	holidayWd        // first word of a holiday
	fiscalYear       // FY2023: text holds the year or years
	recurring        // anniversary
)

// entry is a row of the lexicon.
type entry struct {
	word string // the form in lower case
	kind kind
	unit unit
	num  float64
	text string
}

// lexicon is every word that an expression of time can hold.
func lexicon() map[string]entry {
	lex := make(map[string]entry, 512)
	addGrammar(lex)
	addNumbers(lex)
	addNames(lex)
	addUnits(lex)
	addReferences(lex)
	for _, h := range holidays {
		for n, w := range h.words {
			e, known := lex[w]
			if !known {
				e = entry{word: w, kind: grammar}
			}
			if n == 0 && e.kind == grammar {
				e.kind = holidayWd
			}
			lex[w] = e
		}
	}
	return lex
}

func addGrammar(lex map[string]entry) {
	for _, w := range []string{
		"the", "of", "a", "an", "in", "on", "at", "and", "or", "to", "from", "ago", "later", "earlier", "before", "after",
		"early", "late", "mid", "middle", "beginning", "start", "end", "close", "about", "around", "approximately",
		"nearly", "almost", "roughly", "some", "more", "less", "than", "over", "under", "least", "most", "up", "only", "just",
		"every", "each", "per", "once", "twice", "times", "same", "that", "those", "these", "past", "coming", "rest", "remainder", "whole", "entire", "full",
		"first", "half", "couple", "many", "since", "by", "until", "till", "during", "between", "for", "within", "through", "throughout",
		"fiscal", "financial", "'s", "'", ",", "utc", "gmt", "est", "edt", "cet", "cest", "bst", "pst", "pdt", "local", "time", "o'clock",
		"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "now", "hence", "long", "old", "period", "very", "other", "consecutive",
		"straight", "well", "by", "as", "early", "days", "future", "near", "moment", "being", "present", "point", "one",
		"another", "further", "next", "much", "short", "not", "no", "fewer", "until", "into", "against", "finish", "day", "turn",
		"era", "century", "date", "year", "so", "far", "hours", "anniversary", "attacks", "attack", "fy", "et", "ct", "mt", "pt",
	} {
		lex[w] = entry{word: w, kind: grammar}
	}
}

func addNumbers(lex map[string]entry) {
	for n, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		lex[w] = entry{word: w, kind: cardinal, num: float64(n)}
	}
	for n, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		lex[w] = entry{word: w, kind: cardinal, num: float64(20 + 10*n)}
	}
	lex["single"] = entry{word: "single", kind: cardinal, num: 1}
	lex["hundred"] = entry{word: "hundred", kind: cardinal, num: 100}
	lex["thousand"] = entry{word: "thousand", kind: cardinal, num: 1000}
	lex["dozen"] = entry{word: "dozen", kind: cardinal, num: 12}
	for n, w := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
		"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
		"nineteenth", "twentieth"} {
		lex[w] = entry{word: w, kind: ordinal, num: float64(n + 1)}
	}
	lex["twenty-first"] = entry{word: "twenty-first", kind: ordinal, num: 21}
	for _, w := range []string{"several", "few", "many", "some", "numerous"} {
		lex[w] = entry{word: w, kind: vagueNum}
	}
	for n, w := range []string{"q1", "q2", "q3", "q4"} {
		lex[w] = entry{word: w, kind: quarterAbbr, num: float64(n + 1)}
	}
	for n, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		lex[w] = entry{word: w, kind: decadeNum, num: float64(1920 + 10*n)}
	}
}

func addNames(lex map[string]entry) {
	for n, names := range [][2]string{{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may", ""},
		{"june", "jun"}, {"july", "jul"}, {"august", "aug"}, {"september", "sept"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"}} {
		lex[names[0]] = entry{word: names[0], kind: monthName, unit: month, num: float64(n + 1)}
		for _, abbr := range []string{names[1], names[1] + "."} {
			if len(abbr) > 1 {
				lex[abbr] = entry{word: abbr, kind: monthAbbr, unit: month, num: float64(n + 1)}
			}
		}
	}
	lex["sep"] = entry{word: "sep", kind: monthAbbr, unit: month, num: 9}
	lex["sep."] = entry{word: "sep.", kind: monthAbbr, unit: month, num: 9}
	for n, names := range [][]string{{"sunday", "sun"}, {"monday", "mon"}, {"tuesday", "tue", "tues"}, {"wednesday", "wed"},
		{"thursday", "thu", "thur", "thurs"}, {"friday", "fri"}, {"saturday", "sat"}} {
		lex[names[0]] = entry{word: names[0], kind: dayName, unit: day, num: float64(n)}
		lex[names[0]+"s"] = entry{word: names[0] + "s", kind: dayMany, unit: day, num: float64(n)}
		for _, abbr := range names[1:] {
			lex[abbr] = entry{word: abbr, kind: dayAbbr, unit: day, num: float64(n)}
			lex[abbr+"."] = entry{word: abbr + ".", kind: dayAbbr, unit: day, num: float64(n)}
		}
	}
	for w, n := range map[string]float64{"spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "autumn": 2, "fall": 2, "winter": 3, "wintertime": 3} {
		lex[w] = entry{word: w, kind: seasonOne, unit: season, num: n}
	}
}

func addUnits(lex map[string]entry) {
	for _, u := range []struct {
		unit      unit
		one, many string
	}{
		{second, "second", "seconds"}, {minute, "minute", "minutes"}, {hour, "hour", "hours"}, {day, "day", "days"},
		{weekend, "weekend", "weekends"}, {week, "week", "weeks"}, {fortnight, "fortnight", "fortnights"},
		{month, "month", "months"}, {quarter, "quarter", "quarters"}, {year, "year", "years"}, {decade, "decade", "decades"},
		{century, "century", "centuries"}, {minute, "min", "mins"}, {hour, "hr", "hrs"},
	} {
		if u.unit != second { // "second" is an ordinal first
			lex[u.one] = entry{word: u.one, kind: unitOne, unit: u.unit}
		}
		lex[u.many] = entry{word: u.many, kind: unitMany, unit: u.unit}
	}
	for w, u := range map[string]unit{"hourly": hour, "daily": day, "nightly": day, "weekly": week, "fortnightly": fortnight, "monthly": month, "quarterly": quarter,
		"yearly": year, "annual": year, "annually": year} {
		lex[w] = entry{word: w, kind: setWord, unit: u}
	}
	for w, code := range map[string]string{"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00",
		"midday": "12:00", "midnight": "24:00", "overnight": "NI", "dawn": "MO", "dusk": "EV", "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"} {
		lex[w] = entry{word: w, kind: dayPart, text: code}
	}
}

func addReferences(lex map[string]entry) {
	for w, n := range map[string]float64{"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1,
		"coming": 1, "upcoming": 1, "following": 1} {
		lex[w] = entry{word: w, kind: direction, num: n}
	}
	for w, n := range map[string]float64{"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0} {
		lex[w] = entry{word: w, kind: deictic, num: n}
	}
	for _, w := range []string{"being", "moment", "future", "present", "recent"} {
		lex[w] = entry{word: w, kind: refNoun}
	}
	for w, v := range map[string]string{
		"now": presentRef, "currently": presentRef, "nowadays": presentRef, "presently": presentRef,
		"recently": pastRef, "formerly": pastRef, "previously": pastRef, "lately": pastRef,
		"soon": futureRef, "shortly": futureRef,
	} {
		lex[w] = entry{word: w, kind: vagueRef, text: v}
	}
}

// The vague values of TIMEX3.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)
