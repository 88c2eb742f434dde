package en

import "strings"

// contractions are words written without an apostrophe, with the length of
// their first part.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "arent": 3,
	"wasnt": 3, "werent": 4, "havent": 4, "hasnt": 3, "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
	"wont": 2, "cant": 2, "im": 1, "ive": 1, "theyre": 4, "youre": 3, "thats": 4, "theres": 5, "whats": 4,
}

// word emits a word without apostrophes, text[i:end].
func (s *splitter) word(i, end int) {
	if n := end - i; n >= 2 && n <= 8 {
		var buf [shortWord]byte
		if low, ok := fold(&buf, s.text[i:end]); ok {
			if cut := contraction(low); cut > 0 && !(n == 2 && upperAt(s.text, i, end)) {
				s.emit(i, i+cut, false)
				s.emit(i+cut, end, true)
				return
			}
		}
	}
	s.emit(i, end, false)
}

// contraction looks a word up; only endings that the table has get so far.
func contraction(low []byte) int {
	switch low[len(low)-1] {
	case 't', 'a', 'e', 's', 'm':
		return contractions[string(low)]
	}
	return 0
}

// maxClitics are the clitics that a word may have: he'd've has two.
const maxClitics = 3

// compound emits a word that has apostrophes inside or begins with a digit,
// and parts at most so many clitics from it.
func (s *splitter) compound(i, end, clitics int) {
	cut := clitic(s.text[i:end])
	switch {
	case cut > 0 && clitics > 0:
		s.compound(i, i+cut, clitics-1)
		s.emit(i+cut, end, true)
	case startsNumber(s.text, i):
		s.number(i, end)
	default:
		s.word(i, end)
	}
}

// number parts a number from the unit written to it: 5pm, 10km, $3m.
func (s *splitter) number(i, end int) {
	unit := i
	for unit < end && (s.text[unit]-'0' < 10 || s.text[unit] == '.' || s.text[unit] == ',' || s.text[unit] == ':') {
		unit++
	}
	if unit < end && unit > i && digitAt(s.text, unit-1, end) && isUnit(s.text[unit:end]) {
		s.emit(i, unit, false)
		s.emit(unit, end, false)
		return
	}
	s.emit(i, end, false)
}

// units are written right behind their number.
var units = words(`am pm a.m. p.m. a.m p.m km m mm cm kg mg g k bn mn tn mph kmh kph km² m² hz khz mhz ghz
	gb mb kb tb ft in lb lbs oz hrs hr mins min sec secs f c kw mw gw kwh mwh kt kts nm ha yds yd l ml tn trn b`)

// isUnit says whether w is a unit. Of one letter only the usual ones are, so
// that names such as 3D, 4G, 56A stay whole.
func isUnit(w string) bool {
	switch w {
	case "m", "M", "k", "K", "g", "b":
		return true
	case "km²", "m²":
		return true
	}
	return len(w) > 1 && units.has(w)
}

// clitic is where the last clitic of w begins ('s, n't, 've), 0 for none.
func clitic(w string) int {
	at, size := -1, 0
	for i := len(w) - 1; i > 0 && i >= len(w)-6; i-- {
		if c, n := classAt(w, i); c == mono {
			at, size = i, n
			break
		}
	}
	if at <= 0 {
		return 0
	}
	var buf [shortWord]byte
	low, ok := fold(&buf, w[at+size:])
	if !ok {
		return 0
	}
	switch string(low) {
	case "s":
		if w[0]-'0' < 10 && yearWithS(w[:at]) {
			return 0
		}
		return at
	case "m", "re", "ve", "ll", "d":
		return at
	case "t":
		if at > 1 && (w[at-1] == 'n' || w[at-1] == 'N') && inWordAt(w, 0, at-1) {
			return at - 1
		}
	case "all":
		if strings.EqualFold(w[:at], "y") {
			return at + size
		}
	}
	return 0
}

// yearWithS says whether w is the number of a decade, whose 's is no clitic:
// 80's, 1960's.
func yearWithS(w string) bool {
	return (len(w) == 2 || len(w) == 4) && strings.HasSuffix(w, "0")
}
