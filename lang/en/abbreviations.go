package en

import "strings"

// abbreviation is what the full stop after a short form means.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	beforeName                  // a name follows, no sentence ends: Mr., Gen.
	beforeNumber                // an abbreviation only where a number follows: No. 5
	calendar                    // Feb. 28; may end a sentence
	inName                      // may end a sentence; mostly more of the name follows: Inc.
	hour                        // a.m.; may end a sentence
	general                     // may end a sentence: etc.
	never                       // ends none: e.g.
	initial                     // one capital letter
	acronym                     // letters with full stops between: U.S.
)

// shortForms holds short forms without the last full stop, in small letters,
// that no other word is spelt like.
var shortForms = map[string]abbreviation{
	"mr": beforeName, "mrs": beforeName, "dr": beforeName, "drs": beforeName, "prof": beforeName, "profs": beforeName,
	"sen": beforeName, "sens": beforeName, "reps": beforeName, "gov": beforeName, "govs": beforeName, "lt": beforeName,
	"sgt": beforeName, "capt": beforeName, "cmdr": beforeName, "brig": beforeName, "ste": beforeName, "mlle": beforeName,
	"mme": beforeName, "messrs": beforeName, "insp": beforeName, "supt": beforeName, "cpl": beforeName, "pvt": beforeName,
	"spc": beforeName, "atty": beforeName, "gens": beforeName, "msgr": beforeName, "cllr": beforeName, "cmdt": beforeName,
	"lieut": beforeName,

	"vol": beforeNumber, "vols": beforeNumber, "figs": beforeNumber, "p": beforeNumber, "pp": beforeNumber,
	"para": beforeNumber, "paras": beforeNumber,

	"feb": calendar, "sept": calendar, "nov": calendar, "tues": calendar, "thur": calendar, "thurs": calendar,

	"inc": inName, "corp": inName, "ltd": inName, "plc": inName, "bros": inName, "assn": inName, "dept": inName,
	"univ": inName, "intl": inName, "mfg": inName, "blvd": inName, "hwy": inName, "bldg": inName, "esq": inName,
	"ph.d": inName, "jr": inName, "sr": inName, "ariz": inName, "calif": inName, "fla": inName, "okla": inName,
	"tenn": inName, "wyo": inName, "wis": inName, "gov't": inName, "int'l": inName, "nat'l": inName, "govt": inName,

	"a.m": hour, "p.m": hour,

	"etc": general, "incl": general, "approx": general, "hrs": general, "mins": general, "yrs": general, "lbs": general,
	"lb": general, "oz": general, "misc": general, "avg": general, "attn": general, "sq": general, "div": general,
	"n.d": general,

	"vs": never, "v": never, "e.g": never, "i.e": never, "eg": never, "cf": never, "viz": never, "a.k.a": never,
	"ca": never, "c": never,
}

// spelledForms holds short forms that only this spelling tells from a word.
var spelledForms = map[string]abbreviation{
	"Ms": beforeName, "Gen": beforeName, "Rep": beforeName, "Col": beforeName, "Maj": beforeName, "Adm": beforeName,
	"Rev": beforeName, "Hon": beforeName, "Pres": beforeName, "St": beforeName, "Ft": beforeName, "Mt": beforeName,
	"Fr": beforeName, "Amb": beforeName, "Det": beforeName,

	"No": beforeNumber, "no": beforeNumber, "Nos": beforeNumber, "nos": beforeNumber, "Fig": beforeNumber,
	"fig": beforeNumber, "Sec": beforeNumber, "sec": beforeNumber, "Art": beforeNumber, "art": beforeNumber,
	"Arts": beforeNumber, "Ch": beforeNumber, "ch": beforeNumber, "Res": beforeNumber, "Op": beforeNumber,
	"d": beforeNumber, "b": beforeNumber, "m": beforeNumber, "r": beforeNumber,

	"Jan": calendar, "Mar": calendar, "Apr": calendar, "Jun": calendar, "Jul": calendar, "Aug": calendar, "Sep": calendar,
	"Oct": calendar, "Dec": calendar, "Mon": calendar, "Tue": calendar, "Wed": calendar, "Thu": calendar, "Fri": calendar,
	"Sat": calendar,

	"Co": inName, "Cos": inName, "Ave": inName, "Rd": inName, "Dist": inName, "Ala": inName, "Ark": inName, "Colo": inName,
	"Conn": inName, "Ga": inName, "Ill": inName, "Ind": inName, "Kan": inName, "Ky": inName, "La": inName, "Md": inName,
	"Mich": inName, "Minn": inName, "Mo": inName, "Mont": inName, "Neb": inName, "Nev": inName, "Ore": inName, "Pa": inName,
	"Va": inName, "Vt": inName, "Mass": inName, "Que": inName, "Ont": inName, "Alta": inName, "Ed": inName, "Eds": inName,
	"Ph": inName, "Miss": inName, "Wash": inName, "Tex": inName, "Del": inName,

	"al": general, "est": general, "Est": general, "ext": general, "esp": general, "tel": general, "Tel": general,
}

// abbreviationOf is what w, a word before a full stop, is short for.
// Whether a beforeNumber is one is left to the caller.
func abbreviationOf(w string) abbreviation {
	if len(w) == 1 && upperAt(w, 0, 1) {
		return initial
	}
	if len(w) > 8 {
		return noAbbreviation
	}
	if a := spelledForms[w]; a != noAbbreviation {
		return a
	}
	if len(w) >= 2 && allUpper(w) && isCapitalTitle(w) {
		return beforeName
	}
	var buf [shortWord]byte
	if low, ok := fold(&buf, w); ok {
		if a := shortForms[string(low)]; a != noAbbreviation {
			return a
		}
	}
	if isAcronym(w) {
		return acronym
	}
	return noAbbreviation
}

// isCapitalTitle says whether w is a title in capitals, as in headings.
func isCapitalTitle(w string) bool {
	switch w {
	case "GEN", "REP", "COL", "MAJ", "ADM", "REV", "HON", "PRES", "ST":
		return true
	}
	return false
}

// isAcronym says whether w is letters with full stops between, the last one
// cut off: U.S, D.C, Ph.D, M.Sc.
func isAcronym(w string) bool {
	parts, length := 0, 0
	for i := 0; i <= len(w); {
		if i == len(w) || w[i] == '.' {
			if length == 0 || length > 2 {
				return false
			}
			parts, length = parts+1, 0
			i++
			continue
		}
		c, size := classAt(w, i)
		if c != letter {
			return false
		}
		length++
		i += size
	}
	return parts >= 2
}

// looksShort says whether w is spelt like a short form that no table holds:
// few letters, and no vowel among them.
func looksShort(w string) bool {
	return len(w) >= 2 && len(w) <= 5 && !allUpper(w) && !strings.ContainsAny(w, "aeiouyAEIOUY0123456789") &&
		w != "hmm" && w != "Hmm" && w != "mm" && w != "Mm" && w != "nth"
}

// starters are words that begin sentences and seldom go on a name.
var starters = words(`a after all although an and another as at because before both but by
	despite during each earlier every few for from further he her here his how however if in instead it its
	last later many meanwhile more most my no none nor not now of officials on one once only or other others our over
	police she since so some still such that the their then there these they this those though through thus
	to today two under unlike until we were what when where whether which while who why with yes yet you your
	according also any are asked can could did do does have is last many might several should three would
	addressing speaking thousands hundreds`)

// speech are verbs that give a question or call to its speaker.
var speech = words(`said says asked asks told tells added adds wrote writes tweeted replied answered
	shouted cried exclaimed chanted declared demanded`)

// afterHour are words that go on a time of day.
var afterHour = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june
	july august september october november december eastern central pacific mountain et est edt pst pdt gmt utc cet
	cst cdt mst mdt bst ist local jan feb mar apr jun jul aug sept oct nov dec`)

// set is a constant set of words in small letters.
type set map[string]bool

func words(list string) set {
	s := make(set)
	for _, w := range strings.Fields(list) {
		s[w] = true
	}
	return s
}

// has says whether the set holds w, in whatever letter case.
func (s set) has(w string) bool {
	var buf [shortWord]byte
	low, ok := fold(&buf, w)
	return ok && s[string(low)]
}
