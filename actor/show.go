package actor

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// Row is one row of the lexicon, as "demarche lexicon show" prints it.
type Row struct {
	Name     string // canonical name
	As       string // how the asked name stands for it: name, adjective, people, capital, seat, surname
	Kind     string // state, city, region, person, org, group, party, ethnic
	Code     string
	Sectors  []string
	Office   string
	Period   string // "2021-01-26..2025-01-20", "" when always
	Holds    bool   // on the day asked for
	Members  []string
	Wikidata string
	Source   string // FILE:LINE
	current  bool
}

var useNames = [...]string{asName: "name", asAdjective: "adjective", asPeople: "people", asCapital: "capital", asSeat: "seat", asSurname: "surname", asRole: "role"}

var kindNames = [...]string{state: "state", city: "city", region: "region", person: "person", organisation: "org", armedGroup: "group", party: "party", ethnic: "ethnic"}

// Show lists the rows that a name may stand for, those that hold on the day
// first; the zero date asks for the latest. It is empty for an unknown name.
// Letter case, diacritics and hyphens do not matter.
func (l *Lexicon) Show(name string, on demarche.Date) []Row {
	var d day
	if !on.IsZero() {
		d = dayOf(on)
	}
	var rows []Row
	for i := l.lookup(nameRoot, name); i >= 0; i = l.refs[i].next {
		x := &l.refs[i]
		rows = append(rows, l.rowsOf(x, d)...)
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.rank(), a.rank()), cmp.Compare(a.Name, b.Name))
	})
	return rows
}

// HasRole says whether a noun is one of the lexicon's role nouns, plurals included.
func (l *Lexicon) HasRole(noun string) bool { return l.lookup(roleRoot, noun) >= 0 }

// Role is what the lexicon knows of a role noun: the office that it names, ""
// for none, and the sectors that it gives.
func (l *Lexicon) Role(noun string) (office string, sectors []string, ok bool) {
	i := l.lookup(roleRoot, noun)
	if i < 0 {
		return "", nil, false
	}
	r := &l.roles[l.refs[i].entry]
	return r.office, r.sectors, true
}

// State is the name of the state that has the ISO 3166 alpha-3 code, and
// whether there is one.
func (l *Lexicon) State(code string) (string, bool) {
	e, ok := l.states[code]
	if !ok {
		return "", false
	}
	return l.entries[e].name, true
}

// rank orders rows: what holds and is the latest to do so, what holds, the rest.
func (r *Row) rank() int {
	switch {
	case r.Holds && r.current:
		return 2
	case r.Holds:
		return 1
	}
	return 0
}

// rowsOf makes a row for each term of a name's entry.
func (l *Lexicon) rowsOf(x *ref, d day) []Row {
	e := &l.entries[x.entry]
	base := Row{Name: e.name, As: useNames[x.use], Kind: kindNames[e.kind], Code: e.code, Wikidata: e.wikidata, Members: e.membersOn(d), Source: l.source(e.at)}
	if len(e.terms) == 0 {
		base.Holds = true
		return []Row{base}
	}
	current, holds := e.termOn(d)
	var rows []Row
	for i := range e.terms {
		t := &e.terms[i]
		r := base
		r.Code, r.Sectors, r.Office, r.Period, r.Source = cmp.Or(t.code, e.code), t.sectors, t.office, t.period.String(), l.source(t.at)
		if x.sector != "" {
			r.Sectors, r.Period = []string{x.sector}, x.period.String()
		}
		r.current = t == current
		r.Holds = holds && r.current || d != 0 && t.has(d)
		if x.period != (period{}) && d != 0 && !x.period.has(d) {
			r.Holds = false
		}
		rows = append(rows, r)
	}
	return rows
}

// String is the period as files write it.
func (p period) String() string {
	if p == (period{}) {
		return ""
	}
	return p.from.String() + ".." + p.until.String()
}

// String is the ISO 8601 day, "" for an open end.
func (d day) String() string {
	if d == 0 {
		return ""
	}
	return demarche.Date{Year: int(d / 10000), Month: int(d / 100 % 100), Day: int(d % 100)}.String()
}

// Stats counts what a lexicon holds.
type Stats struct {
	Files, Entries, Terms, Names, Roles, GivenNames int
	Kinds                                           map[string]int // entries by kind
}

// Stats counts entries, dated terms and names.
func (l *Lexicon) Stats() Stats {
	s := Stats{Files: len(l.files), Entries: len(l.entries), Roles: len(l.roles), GivenNames: len(l.given), Kinds: map[string]int{}}
	for i := range l.entries {
		s.Kinds[kindNames[l.entries[i].kind]]++
		s.Terms += len(l.entries[i].terms)
	}
	for i := range l.refs {
		if l.refs[i].use != asRole {
			s.Names++
		}
	}
	return s
}

// String is a line for each count.
func (s Stats) String() string {
	var b strings.Builder
	line := func(name string, n int) {
		b.WriteString(name)
		b.WriteString("\t")
		b.WriteString(strconv.Itoa(n))
		b.WriteString("\n")
	}
	line("files", s.Files)
	for _, k := range kindNames {
		line(k, s.Kinds[k])
	}
	line("dated terms", s.Terms)
	line("names", s.Names)
	line("role nouns", s.Roles)
	line("given names", s.GivenNames)
	return b.String()
}
