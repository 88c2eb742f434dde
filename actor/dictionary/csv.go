package dictionary

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// columns are the names that a column of a table may bear.
var columns = map[string]string{
	"name": "name", "actor": "name", "label": "name", "actor name": "name",
	"alias": "aliases", "aliases": "aliases", "synonyms": "aliases", "altlabel": "aliases",
	"code": "code", "country": "code", "iso3": "code", "iso": "code", "country code": "code", "cameo": "code",
	"sector": "sectors", "sectors": "sectors", "role": "sectors",
	"office": "office", "title": "office", "position": "office",
	"from": "from", "start": "from", "start date": "from", "since": "from",
	"until": "until", "end": "until", "to": "until", "end date": "until",
	"wikidata": "wikidata", "qid": "wikidata", "kind": "kind", "type": "kind", "members": "members",
}

// ReadCSV reads a table with named columns, parted by commas, semicolons or
// tabs: name and code are required; aliases, sectors, office, from, until,
// kind (person, group, party, org), wikidata and members may be there. Code is
// a country or a whole CAMEO code. Aliases and sectors are parted by ";" or "|".
func ReadCSV(file string, in io.Reader) (*Dictionary, error) {
	buffered := bufio.NewReader(in)
	head, _ := buffered.Peek(64 << 10)
	header, _, _ := strings.Cut(string(head), "\n")
	r := csv.NewReader(buffered)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiter(header), -1, true
	names, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s:1: no header line could be read: %w", file, err)
	}
	at := map[string]int{}
	for i, n := range names {
		if c, ok := columns[strings.ToLower(strings.Trim(n, "\uFEFF \""))]; ok {
			if _, twice := at[c]; !twice {
				at[c] = i
			}
		}
	}
	for _, need := range []string{"name", "code"} {
		if _, ok := at[need]; !ok {
			return nil, fmt.Errorf("%s:1: no column is called %s; the columns are %s", file, need, strings.Join(names, ", "))
		}
	}
	out := &Dictionary{}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		line, _ := r.FieldPos(0)
		if err != nil {
			var bad *csv.ParseError
			if !errors.As(err, &bad) {
				return out, err
			}
			out.problem(file, bad.Line, "%v", bad.Err)
			continue
		}
		out.row(file, line, func(c string) string {
			if i, ok := at[c]; ok && i < len(cells) {
				return strings.TrimSpace(cells[i])
			}
			return ""
		})
	}
}

func delimiter(header string) rune {
	best := ','
	for _, d := range []rune{';', '\t'} {
		if strings.Count(header, string(d)) > strings.Count(header, string(best)) {
			best = d
		}
	}
	return best
}

func (d *Dictionary) row(file string, line int, get func(string) string) {
	name, code := get("name"), get("code")
	if name == "" || code == "" {
		d.problem(file, line, "the row has no name or no code; give both")
		return
	}
	e := Entry{
		Names: append([]string{name}, list(get("aliases"))...), Kind: strings.ToLower(get("kind")),
		Wikidata: get("wikidata"), Members: strings.Join(list(get("members")), "; "), File: file, Line: line,
	}
	e.Person = e.Kind == "person" || e.Kind == "" && get("office") != ""
	e.Terms = []Term{{
		Code: code + strings.Join(list(get("sectors")), ""), Office: strings.ToLower(get("office")), From: get("from"), Until: get("until"),
	}}
	d.Entries = append(d.Entries, e)
}

func list(cell string) []string {
	var out []string
	for s := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ';' || r == '|' }) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
