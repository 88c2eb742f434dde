package record

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// QueryError says what is wrong with a query, and where.
type QueryError struct {
	Query  string
	Column int // characters from 1
	What   string
}

func (e *QueryError) Error() string {
	return fmt.Sprintf("query, column %d: %s", e.Column, e.What)
}

// ParseQuery reads a query:
//
//	actor:KAZ.GOV recipient:RUS,BLR type:CONSULT since:2023-01 status:done -mode:phone text:"peace talks"
//
// Words without a field are searched for in the text. The error is a
// *QueryError.
func ParseQuery(s string) (Query, error) {
	p := queryParser{text: s}
	q := Query{}
	for {
		p.skipBlanks()
		if p.at >= len(s) {
			return q, nil
		}
		if err := p.clause(&q); err != nil {
			return Query{}, err
		}
	}
}

type queryParser struct {
	text string
	at   int // byte
}

func (p *queryParser) fail(at int, format string, args ...any) error {
	return &QueryError{p.text, utf8.RuneCountInString(p.text[:at]) + 1, fmt.Sprintf(format, args...)}
}

func (p *queryParser) skipBlanks() {
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += size
	}
}

// clause reads FIELD:VALUE,VALUE or a bare word, either with "-" before it.
func (p *queryParser) clause(q *Query) error {
	start := p.at
	negated := p.text[p.at] == '-'
	if negated {
		p.at++
		if q.Not == nil {
			q.Not = &Query{}
		}
		q = q.Not
	}
	at := p.at
	name, ok := p.fieldName()
	if !ok {
		v, err := p.value(" ")
		if err != nil {
			return err
		}
		if v.text == "" {
			return p.fail(start, "a word or a field has to follow the -")
		}
		return p.wrap(at, "text", readText(q, []value{v}))
	}
	f, known := fieldNamed(name)
	if !known {
		return p.fail(at, "%s", unknownField(name))
	}
	if negated && f.bound {
		return p.fail(start, "%s: cannot be negated; leave out the -", name)
	}
	at = p.at
	values, err := p.values(f)
	if err != nil {
		return err
	}
	return p.wrap(at, f.name, f.read(q, values))
}

func (p *queryParser) wrap(at int, name string, err error) error {
	if err != nil {
		return p.fail(at, "%s: %v", name, err)
	}
	return nil
}

// fieldName reads "name:" and says whether one stands here.
func (p *queryParser) fieldName() (string, bool) {
	i := p.at
	for i < len(p.text) && (p.text[i] == '_' || 'a' <= p.text[i]|0x20 && p.text[i]|0x20 <= 'z') {
		i++
	}
	if i == p.at || i >= len(p.text) || p.text[i] != ':' {
		return "", false
	}
	name := strings.ToLower(p.text[p.at:i])
	p.at = i + 1
	return name, true
}

// values reads what follows "name:".
func (p *queryParser) values(f field) ([]value, error) {
	var all []value
	for {
		at := p.at
		v, err := p.value(",")
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(v.text) == "" {
			return nil, p.fail(at, "a value has to follow, as in %s", f.example)
		}
		all = append(all, v)
		if p.at >= len(p.text) || p.text[p.at] != ',' {
			return all, nil
		}
		p.at++
	}
}

// value reads one value: in quotes, or up to a blank or one of stops.
func (p *queryParser) value(stops string) (value, error) {
	if p.at < len(p.text) && p.text[p.at] == '"' {
		return p.quoted()
	}
	start := p.at
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if unicode.IsSpace(r) || strings.ContainsRune(stops, r) {
			break
		}
		if r == '"' {
			return value{}, p.fail(p.at, `a quote has to begin the value and end it, as in text:"peace talks"`)
		}
		p.at += size
	}
	return value{text: p.text[start:p.at]}, nil
}

// quoted reads a value in quotes; \" is a quote inside it, \\ a backslash.
func (p *queryParser) quoted() (value, error) {
	start := p.at
	var b strings.Builder
	for p.at++; p.at < len(p.text); p.at++ {
		switch c := p.text[p.at]; {
		case c == '\\' && p.at+1 < len(p.text) && strings.IndexByte(`"\`, p.text[p.at+1]) >= 0:
			p.at++
			b.WriteByte(p.text[p.at])
		case c == '"':
			p.at++
			return value{b.String(), true}, nil
		default:
			b.WriteByte(c)
		}
	}
	return value{}, p.fail(start, "this quote is never closed")
}

func unknownField(name string) string {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	if near := nearest(name, names); near != "" {
		return fmt.Sprintf("there is no field %q; did you mean %s?", name, near)
	}
	return fmt.Sprintf("there is no field %q; there are %s", name, strings.Join(names, " "))
}
