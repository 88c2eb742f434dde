// Package dictionary reads the actor dictionaries that users of other event
// coders own (PETRARCH and TABARI actor and agent files, CountryInfo, CSV) and
// writes them as lexicon files (docs/lexicon.md).
//
// The formats are those of the TABARI manual 0.8.4 (Schrodt 2014), of the
// documentation of PETRARCH's dictionaries, and of the comment at the head of
// CountryInfo.txt (Schrodt).
package dictionary

import (
	"fmt"
	"strings"
)

// Entry is one actor of a dictionary.
type Entry struct {
	Names    []string // as the dictionary writes them, the main one first
	Terms    []Term
	Person   bool // said to be one; otherwise Write guesses
	Kind     string
	Wikidata string
	Members  string
	File     string
	Line     int
}

// Term is what a dictionary says of an actor for a period.
type Term struct {
	Code        string // CAMEO: country and roles, three letters each
	Office      string
	From, Until string // ISO 8601, "" where it is open
}

// Agent is a common noun that acts.
type Agent struct {
	Noun    string
	Plurals []string // irregular ones; NoPlural excludes any
	None    bool     // has no plural
	Code    string   // roles, three letters each, without "~"
	File    string
	Line    int
}

// Dictionary is what was read.
type Dictionary struct {
	Entries []Entry
	Agents  []Agent
	// Problems say what could not be read, each as "FILE:LINE: what, and what to do".
	Problems []error
}

func (d *Dictionary) problem(file string, line int, format string, args ...any) {
	d.Problems = append(d.Problems, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
}

// parseTerm reads what stands between square brackets: "AFGGOV 011222-141121",
// "AFGELI <19331108", ">20011222".
func parseTerm(s string) (Term, error) {
	var t Term
	s = strings.TrimSpace(s)
	if s != "" && s[0] >= 'A' && s[0] <= 'Z' || strings.HasPrefix(s, "~") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "#") {
		t.Code, s, _ = strings.Cut(s, " ")
	}
	s = strings.ReplaceAll(s, " ", "")
	var err error
	switch {
	case s == "":
	case s[0] == '<':
		t.Until, err = date(s[1:])
	case s[0] == '>':
		t.From, err = date(s[1:])
	default:
		from, until, _ := strings.Cut(s, "-")
		if t.From, err = date(from); err == nil && until != "" {
			t.Until, err = date(until)
		}
	}
	if err == nil && t.Until != "" && t.Until < t.From {
		err = fmt.Errorf("the period ends (%s) before it begins (%s)", t.Until, t.From)
	}
	return t, err
}

// date reads YYMMDD, where years up to 30 are those of this century, and
// YYYYMMDD. Days that a month has not, which the dictionaries have, become its
// last one.
func date(s string) (string, error) {
	if len(s) == 6 {
		century := "19"
		if s[:2] <= "30" {
			century = "20"
		}
		s = century + s
	}
	if len(s) != 8 || strings.Trim(s, "0123456789") != "" || s[4:6] < "01" || s[4:6] > "12" {
		return "", fmt.Errorf("%q is no date; write YYMMDD or YYYYMMDD", s)
	}
	day := max(s[6:], "01")
	if last := lastDay[s[4:6]]; last != "" && day > last {
		day = last
	}
	return s[:4] + "-" + s[4:6] + "-" + min(day, "31"), nil
}

var lastDay = map[string]string{"02": "29", "04": "30", "06": "30", "09": "30", "11": "30"}
