package dictionary

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// maxLine bounds a line of a dictionary.
const maxLine = 1 << 20

// ReadPetrarch reads an actor or agent file of PETRARCH or TABARI: a name with
// its codes in brackets, after it or on the lines below, synonyms on lines that
// begin with "+", comments after "#" or ";". Agents have codes that begin with
// "~". Names with a set, "FISHER!PERSON!", stand for one name a member.
func ReadPetrarch(file string, in io.Reader) (*Dictionary, error) {
	r := &petrarch{file: file, sets: map[string][]string{}}
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, maxLine)
	for scanner.Scan() {
		r.number++
		r.line(scanner.Text())
	}
	r.end()
	if errors.Is(scanner.Err(), bufio.ErrTooLong) {
		r.out.problem(file, r.number+1, "the line is longer than a megabyte; is this a dictionary?")
		return &r.out, nil
	}
	return &r.out, scanner.Err()
}

type petrarch struct {
	file    string
	number  int
	sets    map[string][]string
	comment bool // within <!-- … -->
	bad     bool // a code of the entry could not be read
	entry   *Entry
	out     Dictionary
}

func (r *petrarch) line(s string) {
	s = r.withoutComment(strings.TrimSuffix(s, "\r"))
	text := strings.TrimSpace(s)
	switch {
	case text == "":
	case strings.HasPrefix(text, "!") && strings.Contains(text, "="):
		name, members, _ := strings.Cut(text, "=")
		for m := range strings.SplitSeq(members, ",") {
			r.sets[strings.TrimSpace(name)] = append(r.sets[strings.TrimSpace(name)], strings.TrimSpace(m))
		}
	case text[0] == '+' || text[0] == '[':
		if r.entry == nil {
			r.out.problem(r.file, r.number, "%q belongs to no name; put the name on a line above", text)
			return
		}
		r.add(strings.TrimPrefix(text, "+"))
	default:
		r.end()
		r.entry = &Entry{File: r.file, Line: r.number}
		r.add(text)
	}
}

// withoutComment cuts what follows "#" or ";", and what stands in an XML comment.
func (r *petrarch) withoutComment(s string) string {
	if r.comment {
		_, rest, ended := strings.Cut(s, "-->")
		if !ended {
			return ""
		}
		r.comment, s = false, rest
	}
	if before, after, ok := strings.Cut(s, "<!--"); ok {
		r.comment = !strings.Contains(after, "-->")
		s = before
	}
	for i := range len(s) {
		if (s[i] == '#' || s[i] == ';') && (i == 0 || strings.IndexByte(" \t]_", s[i-1]) >= 0) {
			return s[:i] // not the "#" of a code such as [###]
		}
	}
	return s
}

// add reads a name, or codes, or both.
func (r *petrarch) add(text string) {
	name, codes, _ := strings.Cut(text, "[")
	if name = strings.TrimSpace(name); name != "" {
		r.entry.Names = append(r.entry.Names, name)
	}
	for codes != "" {
		inner, rest, closed := strings.Cut(codes, "]")
		if !closed {
			r.bad = true
			r.out.problem(r.file, r.number, "the bracket of %q is not closed; end it with ]", text)
			return
		}
		t, err := parseTerm(inner)
		if err != nil {
			r.bad = true
			r.out.problem(r.file, r.number, "[%s]: %v", inner, err)
		} else {
			r.entry.Terms = append(r.entry.Terms, t)
		}
		_, codes, _ = strings.Cut(rest, "[")
	}
}

// end keeps the entry that has been read.
func (r *petrarch) end() {
	e, bad := r.entry, r.bad
	r.entry, r.bad = nil, false
	switch {
	case e == nil || bad && len(e.Terms) == 0:
	case len(e.Terms) == 0:
		r.out.problem(r.file, e.Line, "%s has no code; write it in brackets after the name, or on the line below", e.Names[0])
	case strings.HasPrefix(e.Terms[0].Code, "~"):
		for _, name := range e.Names {
			r.agent(e, name)
		}
	default:
		e.Names = r.expand(e.Names)
		r.out.Entries = append(r.out.Entries, *e)
	}
}

// agent keeps a noun, with its plurals in braces: "THIEF {THIEVES}".
func (r *petrarch) agent(e *Entry, name string) {
	a := Agent{Code: strings.TrimPrefix(e.Terms[0].Code, "~"), File: e.File, Line: e.Line}
	noun, braces, has := strings.Cut(name, "{")
	if has {
		braces, _, _ = strings.Cut(braces, "}")
		a.None = strings.TrimSpace(braces) == ""
		for p := range strings.SplitSeq(braces, ",") {
			if p = strings.TrimSpace(p); p != "" {
				a.Plurals = append(a.Plurals, p)
			}
		}
	}
	for _, n := range r.expand([]string{strings.TrimSpace(noun)}) {
		a.Noun = n
		r.out.Agents = append(r.out.Agents, a)
	}
}

// expand puts the members of a set for its name.
func (r *petrarch) expand(names []string) []string {
	var out []string
	for _, name := range names {
		set := ""
		for s := range r.sets {
			if strings.Contains(name, s) {
				set = s
			}
		}
		if set == "" {
			out = append(out, name)
			continue
		}
		for _, member := range r.sets[set] {
			out = append(out, strings.Replace(name, set, member, 1))
		}
	}
	return out
}
