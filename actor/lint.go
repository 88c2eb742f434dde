package actor

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// sectorNames is PLOVER's sectors (PLOVER manual, "Actors").
const sectorNames = " GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF UNK CVL REF ELI BUS LAB AGR EDU MED JRN REL SOC CRM PRE "

// bodyCodes is what stands for a country where there is none, and WST for the
// West.
const bodyCodes = " UNO EUR IGO NGO ISM IMG MNC WST "

// Lint lists what is wrong or doubtful in the lexicon files of fsys, each as
// "FILE:LINE:COLUMN: what is wrong, and what to do". It finds what Load
// refuses, and besides codes and sectors that do not exist, rows without a
// source, terms of one office that overlap, and rows given twice. The states
// of the lexicons under it are known too.
func Lint(fsys fs.FS, under ...fs.FS) []error {
	if _, err := Load(fsys); err != nil {
		return flatten(err)
	}
	li := &linter{codes: map[string]bool{}, rows: map[string]string{}, terms: map[string][]heldTerm{}}
	var all []error
	for _, u := range under {
		if err := eachRow(u, li.collect); err != nil {
			return flatten(err)
		}
	}
	for _, check := range []func(*row) error{li.collect, li.check} {
		err := eachRow(fsys, check)
		all = append(all, flatten(err)...)
	}
	return all
}

// eachRow calls f for the rows of all lexicon files.
func eachRow(fsys fs.FS, f func(*row) error) error {
	var errs []error
	err := eachTable(fsys, func(name string, t table, text string) {
		errs = append(errs, readTable(name, text, strings.Fields(t.columns), f))
	})
	return errors.Join(append(errs, err)...)
}

// flatten takes joined errors apart.
func flatten(err error) []error {
	if err == nil {
		return nil
	}
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range j.Unwrap() {
			out = append(out, flatten(e)...)
		}
		return out
	}
	return []error{err}
}

type linter struct {
	codes map[string]bool       // of states.tsv
	rows  map[string]string     // text of a row → where it stood first
	terms map[string][]heldTerm // file, code and office → its holders
}

type heldTerm struct {
	period
	name, at string
}

func (li *linter) collect(r *row) error {
	if strings.HasSuffix(r.file, "states.tsv") {
		li.codes[r.get("code")] = true
	}
	return nil
}

func (li *linter) check(r *row) error {
	var errs []error
	add := func(col, format string, args ...any) { errs = append(errs, r.errorf(col, format, args...)) }
	text := r.file + strings.Join(r.cells, "\t")
	if first, twice := li.rows[text]; twice {
		add("", "the row stands at %s already; delete one", first)
	}
	li.rows[text] = fmt.Sprintf("%s:%d", r.file, r.line)
	if c := r.get("code"); c != "" && !li.codes[c] && !strings.Contains(bodyCodes, " "+c+" ") {
		add("code", "no row of states.tsv has the code %s, and it is none of%s", c, bodyCodes)
	}
	for _, s := range append(r.list("sectors"), r.list("sector")...) {
		if !strings.Contains(sectorNames, " "+s+" ") {
			add("sectors", "%q is no sector; the sectors are%s", s, sectorNames)
		}
	}
	for _, m := range r.list("members") {
		if code, _, _ := dated(m); !li.codes[code] {
			add("members", "no row of states.tsv has the code %s", code)
		}
	}
	if r.cols.index("source") >= 0 && r.get("source") == "" {
		add("source", "the source is missing; say where the row can be checked")
	}
	errs = append(errs, li.checkNames(r)...)
	errs = append(errs, li.checkTerm(r))
	return errors.Join(errs...)
}

// checkNames looks for names that would match what they should not.
func (li *linter) checkNames(r *row) []error {
	var errs []error
	for _, col := range []string{"name", "aliases", "adjectives", "people", "capital"} {
		for _, s := range r.list(col) {
			name, _, _ := dated(s)
			_, form := fold(nil, name)
			if form == lower && r.cols.index("code") >= 0 {
				errs = append(errs, r.errorf(col, "%q has no capital letter and would match common words; write it as news does", name))
			}
			if strings.ContainsAny(name, "()[]") {
				errs = append(errs, r.errorf(col, "%q has brackets, which no text has; give the bare name", name))
			}
		}
	}
	return errs
}

// soleOffices are held by one person at a time in a state.
const soleOffices = " president, prime minister, foreign minister, king, chancellor, secretary of state, "

// checkTerm looks for two holders of one office at one time. A shared day is
// the handover.
func (li *linter) checkTerm(r *row) error {
	office := r.get("office")
	if office == "" || !strings.Contains(soleOffices, " "+office+",") || r.cols.index("gender") < 0 {
		return nil
	}
	p, err := newPeriod(r.get("from"), r.get("until"))
	if err != nil {
		return nil // Load says so
	}
	key := r.get("code") + " " + office
	for _, o := range li.terms[key] {
		if p.from < o.end() && o.from < p.end() && o.name != r.get("name") && !coarse(p, o.period) {
			return r.errorf("from", "%s is %s of %s while %s (%s) is; correct the dates", r.get("name"), office, r.get("code"), o.name, o.at)
		}
	}
	li.terms[key] = append(li.terms[key], heldTerm{p, r.get("name"), fmt.Sprintf("%s:%d", r.file, r.line)})
	return nil
}

// coarse says that two terms overlap only because their dates are: the handover
// lies in one month, or in one year where a date gives no more than that.
func coarse(a, b period) bool {
	near := func(from, until day) bool {
		d := from - until
		return d >= -100 && d <= 100 || from/10000 == until/10000 && (from%10000 == 101 || until%10000 == 1231)
	}
	return near(a.from, b.end()) || near(b.from, a.end())
}
