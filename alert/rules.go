package alert

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche/record"
)

// Rules are the content of a rules file: what to look for, and where to send it.
type Rules struct {
	Rules []Rule
	Ways  []Way // in the order of the file; the way "stdout" is there without being named
}

// Rule says when to alert, by an event or by what passes between two parties.
type Rule struct {
	Line  int
	When  string // as written, one blank between words
	Title string // given with "as", else When
	To    []string

	Query record.Query // on events
	Dyad  *Dyad        // where given, in place of single events
}

// Dyad is a measure of what passes between two parties in a period.
type Dyad struct {
	A, B    string // terms of a query
	By      string // day, week, month, year
	Measure string // score (mean PLOVER scale) or events (their number)
	Below   bool   // else above
	Limit   float64
}

// Way is where alerts are sent: the line that starts with "deliver".
type Way struct {
	Line int
	Name string
	Kind string // webhook, mail, file, stdout

	Target   string // address, path
	Secret   string // of a webhook
	From     string // of mail
	Via      string // host:port of mail
	User     string
	Password string
}

// ParseRules reads a rules file; name is the file's, for messages. Words like
// $NAME are read from the environment by getenv, so that no secret has to stand
// in the file. Errors say FILE:LINE:COL.
func ParseRules(name, text string, getenv func(string) string) (*Rules, error) {
	p := parser{file: name, getenv: getenv, rules: &Rules{Ways: []Way{{Name: stdoutWay, Kind: stdoutWay}}}}
	for i, line := range strings.Split(text, "\n") {
		p.line = i + 1
		if err := p.read(strings.TrimRight(line, "\r")); err != nil {
			return nil, err
		}
	}
	if len(p.rules.Rules) == 0 {
		return nil, fmt.Errorf("%s: no rules; write one as: when actor:RUS type:SANCTION", name)
	}
	return p.rules, p.checkWays()
}

// ReadRules reads a rules file and the environment.
func ReadRules(path string) (*Rules, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return nil, fmt.Errorf("%s: the alert rules cannot be read (%w); check the path", path, err)
	}
	return ParseRules(path, string(text), os.Getenv)
}

const stdoutWay = "stdout"

type parser struct {
	file   string
	line   int
	getenv func(string) string
	rules  *Rules
}

func (p *parser) wrong(col int, format string, args ...any) error {
	return fmt.Errorf("%s:%d:%d: %s", p.file, p.line, col, fmt.Sprintf(format, args...))
}

// read reads one line.
func (p *parser) read(line string) error {
	all, err := p.words(line)
	if err != nil || len(all) == 0 {
		return err
	}
	switch first := all[0]; first.text {
	case "deliver":
		return p.deliver(all)
	case "when":
		return p.when(line, all)
	case "as", "to":
		if len(p.rules.Rules) == 0 {
			return p.wrong(first.col, "%q belongs below a line that starts with when", first.text)
		}
		return p.detail(&p.rules.Rules[len(p.rules.Rules)-1], all)
	default:
		return p.wrong(first.col, "%q: a line starts with when, as, to, deliver or #", first.text)
	}
}

// word is a word of a line, with its column from 1.
type word struct {
	text string
	col  int
	end  int // byte of the line behind it
}

// words divides a line at blanks that stand in no quotes; # starts a comment
// at the beginning of a word.
func (p *parser) words(line string) (all []word, err error) {
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '#':
			return all, nil
		case c == '"':
			end := strings.IndexByte(line[i+1:], '"')
			if end < 0 {
				return nil, p.wrong(i+1, "the quotes do not end")
			}
			all = append(all, word{line[i+1 : i+1+end], i + 1, i + end + 2})
			i += end + 2
		default:
			start, quoted := i, false
			for ; i < len(line) && (quoted || line[i] != ' ' && line[i] != '\t'); i++ {
				quoted = quoted != (line[i] == '"')
			}
			all = append(all, word{line[start:i], start + 1, i})
		}
	}
	return all, nil
}

func (p *parser) when(line string, all []word) error {
	if len(all) < 2 {
		return p.wrong(all[0].col, "when what? Write when actor:RUS type:SANCTION, or when dyad USA RUS weekly score below -2")
	}
	condition := line[all[1].col-1 : all[len(all)-1].end]
	rule := Rule{Line: p.line, When: condition, Title: condition}
	var err error
	if all[1].text == "dyad" {
		rule.Dyad, err = p.dyad(all[1:])
	} else if rule.Query, err = record.ParseQuery(condition); err != nil {
		err = p.wrongQuery(all[1].col, err)
	}
	if err == nil && rule.Dyad == nil && rule.Query.Event != "" {
		err = p.wrong(all[1].col, "a rule is about events to come and cannot name one by its id")
	}
	p.rules.Rules = append(p.rules.Rules, rule)
	return err
}

// wrongQuery places an error of a query that starts at col.
func (p *parser) wrongQuery(col int, err error) error {
	var at *record.QueryError
	if errors.As(err, &at) {
		return p.wrong(col+at.Column-1, "%s", at.What)
	}
	return p.wrong(col, "%v", err)
}

var periods = [...][2]string{{"daily", "day"}, {"weekly", "week"}, {"monthly", "month"}, {"yearly", "year"}}

// dyad reads "dyad A B weekly score below -2".
func (p *parser) dyad(all []word) (*Dyad, error) {
	if len(all) != 7 {
		return nil, p.wrong(all[0].col, "write it as: dyad USA RUS weekly score below -2")
	}
	d := &Dyad{A: all[1].text, B: all[2].text, Measure: all[4].text}
	for _, term := range all[1:3] {
		if q, err := record.ParseQuery("actor:" + quoted(term.text)); err != nil || len(q.Actor) != 1 {
			return nil, p.wrong(term.col, "%q is no actor; write a code as KAZ or KAZ.GOV, or a name in quotes", term.text)
		}
	}
	for _, period := range periods {
		if period[0] == all[3].text {
			d.By = period[1]
		}
	}
	limit, err := strconv.ParseFloat(all[6].text, 64)
	switch {
	case d.By == "":
		return nil, p.wrong(all[3].col, "%q: the period is daily, weekly, monthly or yearly", all[3].text)
	case d.Measure != "score" && d.Measure != "events":
		return nil, p.wrong(all[4].col, "%q: what is measured is score or events", d.Measure)
	case all[5].text != "below" && all[5].text != "above":
		return nil, p.wrong(all[5].col, "%q: a limit is below or above a number", all[5].text)
	case err != nil:
		return nil, p.wrong(all[6].col, "%q is no number", all[6].text)
	}
	d.Below, d.Limit = all[5].text == "below", limit
	return d, nil
}

// quoted is a term as a query has it.
func quoted(term string) string {
	if strings.ContainsAny(term, " ,") {
		return strconv.Quote(term)
	}
	return term
}

// detail reads what stands below a rule.
func (p *parser) detail(rule *Rule, all []word) error {
	if len(all) < 2 {
		return p.wrong(all[0].col, "%q needs a value", all[0].text)
	}
	if all[0].text == "as" {
		if len(all) > 2 {
			return p.wrong(all[2].col, "put the title in quotes")
		}
		rule.Title = all[1].text
		return nil
	}
	for _, w := range all[1:] {
		for _, name := range strings.Split(w.text, ",") {
			if name != "" && !slices.Contains(rule.To, name) {
				rule.To = append(rule.To, name)
			}
		}
	}
	return nil
}

// checkWays sees to it that every rule has a way, and every way that is named
// is there.
func (p *parser) checkWays() error {
	for i := range p.rules.Rules {
		rule := &p.rules.Rules[i]
		if len(rule.To) == 0 {
			rule.To = []string{stdoutWay}
		}
		for _, name := range rule.To {
			if !slices.ContainsFunc(p.rules.Ways, func(w Way) bool { return w.Name == name }) {
				p.line = rule.Line
				return p.wrong(1, "this rule is sent to %q, which no deliver line names", name)
			}
		}
	}
	return nil
}
