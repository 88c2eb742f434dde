package dictionary

import (
	"bufio"
	"io"
	"strings"
)

// ReadCountryInfo reads CountryInfo.txt: one block <Country> a country with its
// names, cities and office holders. Birth and death dates are left out.
func ReadCountryInfo(file string, in io.Reader) (*Dictionary, error) {
	r := &countryInfo{file: file}
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, maxLine)
	for scanner.Scan() {
		r.number++
		r.line(strings.TrimSpace(scanner.Text()))
	}
	return &r.out, scanner.Err()
}

type countryInfo struct {
	file    string
	number  int
	comment bool
	code    string
	country Entry
	section string // Nationality, Capital, Leaders, Government …
	office  string // sub-tag of Leaders
	out     Dictionary
}

func (r *countryInfo) line(s string) {
	if strings.HasPrefix(s, "<!--") {
		r.comment = true
	}
	if r.comment {
		r.comment = !strings.Contains(s, "-->")
		return
	}
	s, note, _ := strings.Cut(s, "#")
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	if tag, ok := strings.CutPrefix(s, "<"); ok {
		r.tag(tag)
		return
	}
	switch r.section {
	case "Nationality", "Capital", "MajorCities", "Regions":
		r.country.Names = append(r.country.Names, s)
	case "Leaders":
		r.person(s, officeOf(r.office), "GOV")
	case "Government":
		r.person(s, officeOf(strings.TrimSpace(note)), "GOV")
	}
}

// tag reads an opening or closing tag, with the value that stands behind it.
func (r *countryInfo) tag(s string) {
	name, value, _ := strings.Cut(s, ">")
	if closed, ok := strings.CutPrefix(name, "/"); ok {
		switch {
		case closed == "Country":
			r.end()
		case closed == r.section:
			r.section = ""
		default:
			r.office = ""
		}
		return
	}
	value, _, _ = strings.Cut(value, "<")
	switch name {
	case "Country":
		r.end()
		r.country = Entry{File: r.file, Line: r.number}
	case "CountryCode":
		r.code, _, _ = strings.Cut(strings.TrimSpace(value), " ")
		r.country.Terms = []Term{{Code: r.code}}
	case "CountryName":
		r.country.Names = append(r.country.Names, value)
	case "Nationality", "Capital", "MajorCities", "Regions", "GeogFeatures", "Leaders", "Government":
		r.section = name
	default:
		if r.section == "Leaders" {
			r.office = name
		}
	}
}

func (r *countryInfo) end() {
	if len(r.country.Names) > 0 && len(r.country.Terms) > 0 {
		r.out.Entries = append(r.out.Entries, r.country)
	}
	r.country, r.section, r.office, r.code = Entry{}, "", "", ""
}

// person reads "NAME_ [19330101 - 19730717] [B:19140101]", or names in braces.
func (r *countryInfo) person(s, office, sector string) {
	names, brackets, _ := strings.Cut(s, "[")
	e := Entry{Person: true, File: r.file, Line: r.number}
	for n := range strings.SplitSeq(names, "{") {
		if n = strings.TrimSpace(strings.Trim(strings.TrimSpace(n), "}")); n != "" {
			e.Names = append(e.Names, n)
		}
	}
	for b := range strings.SplitSeq(brackets, "[") {
		inner, _, closed := strings.Cut(b, "]")
		if strings.HasPrefix(inner, "B:") || strings.HasPrefix(inner, "D:") || strings.TrimSpace(inner) == "" {
			continue
		}
		t, err := parseTerm(inner)
		if err != nil || !closed {
			r.out.problem(r.file, r.number, "[%s] cannot be read; write [19950101 - 19960626] or [>20011222]", inner)
			continue
		}
		if t.Code == "" {
			t.Code = r.code + sector
		}
		t.Office = office
		e.Terms = append(e.Terms, t)
	}
	if len(e.Names) > 0 && len(e.Terms) > 0 {
		r.out.Entries = append(r.out.Entries, e)
	}
}

// officeOf is an office's title as the lexicon writes it: small letters, one
// holder, the noun of the department first.
func officeOf(title string) string {
	title = strings.ToLower(strings.TrimSpace(title))
	for _, o := range offices {
		if strings.HasPrefix(title, o.prefix) {
			return o.office
		}
	}
	title, _, _ = strings.Cut(title, ",")
	title, _, _ = strings.Cut(title, "\"")
	if head, rest, ok := strings.Cut(title, " of "); ok {
		return singular(head) + " of " + strings.TrimSpace(rest)
	}
	return singular(strings.TrimSpace(title))
}

var offices = []struct{ prefix, office string }{
	{"minister of foreign affairs", "foreign minister"}, {"minister for foreign affairs", "foreign minister"},
	{"min. of foreign", "foreign minister"}, {"secretary of state for foreign", "foreign minister"},
	{"minister of defen", "defence minister"}, {"minister of national defen", "defence minister"}, {"min. of defen", "defence minister"},
	{"minister of the interior", "interior minister"}, {"minister of interior", "interior minister"}, {"min. of interior", "interior minister"},
	{"minister of finance", "finance minister"}, {"min. of finance", "finance minister"},
	{"chief justice", "chief justice"},
}

func singular(s string) string {
	if strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "affairs") {
		return strings.TrimSuffix(s, "s")
	}
	return s
}
