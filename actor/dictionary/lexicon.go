package dictionary

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Built says what the built-in lexicon has, so that a dictionary adds to it
// and does not blur it.
type Built struct {
	Country func(code string) (name string, ok bool)
	Name    func(name, code string) bool // somebody of that code bears the name
	Noun    func(noun string) bool       // it is a role noun
}

// Lexicon is what becomes of dictionaries: the rows of lexicon files.
type Lexicon struct {
	built  Built
	tables map[string][][]string // file → rows
	taken  map[string]bool       // name and code of what has a row
	// Known counts the names and nouns left out because the built-in lexicon has them.
	Known int
	// Unknown counts the codes that say nothing to the lexicon.
	Unknown map[string]int
}

// tableColumns are the files that are written and their columns.
var tableColumns = map[string][]string{
	"states.tsv":          {"code", "name", "aliases", "source"},
	"people/imported.tsv": {"name", "aliases", "code", "sectors", "office", "from", "until", "wikidata", "source"},
	"groups.tsv":          {"name", "aliases", "code", "sectors", "from", "until", "wikidata", "source"},
	"parties.tsv":         {"name", "aliases", "code", "sectors", "from", "until", "wikidata", "source"},
	"orgs.tsv":            {"name", "aliases", "code", "sectors", "kind", "members", "from", "until", "wikidata", "source"},
	"roles.tsv":           {"noun", "sectors", "kind", "note"},
}

// NewLexicon starts an empty one.
func NewLexicon(b Built) *Lexicon {
	return &Lexicon{built: b, tables: map[string][][]string{}, taken: map[string]bool{}, Unknown: map[string]int{}}
}

// Add turns the entries and nouns of a dictionary into rows.
func (l *Lexicon) Add(d *Dictionary) {
	for i := range d.Entries {
		l.entry(&d.Entries[i])
	}
	for i := range d.Agents {
		l.agent(&d.Agents[i])
	}
}

func (l *Lexicon) entry(e *Entry) {
	codes := make([]code, len(e.Terms))
	for i, t := range e.Terms {
		if strings.Trim(t.Code, "-#") == "" {
			return // "---" and "###": what is no actor
		}
		codes[i] = readCode(t.Code, l.isCountry)
		if codes[i].unknown != "" {
			l.Unknown[codes[i].unknown]++
		}
		if codes[i].country == "" && len(codes[i].sectors) == 0 {
			return // nothing that the lexicon could use
		}
	}
	names := l.newNames(e, codes[0].country)
	if len(names) == 0 {
		return
	}
	file := tableFor(e, codes)
	if file == "states.tsv" { // more names of a state that is there
		if name, ok := l.built.Country(codes[0].country); ok {
			names = append([]string{name}, names...)
		}
	}
	for i, t := range e.Terms {
		aliases := ""
		if i == 0 {
			aliases = strings.Join(names[1:], "; ")
		}
		get := map[string]string{
			"name": names[0], "aliases": aliases, "code": codes[i].country, "sectors": strings.Join(codes[i].sectors, "; "),
			"office": t.Office, "from": t.From, "until": t.Until, "wikidata": e.Wikidata, "members": e.Members,
			"source": fmt.Sprintf("%s:%d", filepath.Base(e.File), e.Line),
		}
		l.row(file, get)
		if file == "states.tsv" {
			return
		}
	}
}

func (l *Lexicon) isCountry(code string) bool {
	_, ok := l.built.Country(code)
	return ok
}

func (l *Lexicon) row(file string, get map[string]string) {
	row := make([]string, len(tableColumns[file]))
	for i, c := range tableColumns[file] {
		row[i] = strings.Join(strings.Fields(get[c]), " ")
	}
	if text := file + strings.Join(row, "\t"); !l.taken[text] { // dictionaries say some things twice
		l.taken[text] = true
		l.tables[file] = append(l.tables[file], row)
	}
}

// newNames are the names of an entry that nobody of its country bears yet.
func (l *Lexicon) newNames(e *Entry, country string) []string {
	var out []string
	for _, raw := range e.Names {
		for _, name := range spell(raw) {
			key := country + "/" + name
			switch {
			case l.built.Name(name, country):
				l.Known++
				if e.Person && len(out) == 0 {
					return nil // known under the main name: the dated built-in rows hold
				}
			case !l.taken[key]:
				l.taken[key] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// tableFor guesses from the codes what kind of actor an entry is.
func tableFor(e *Entry, codes []code) string {
	has := func(wanted ...string) bool {
		return slices.ContainsFunc(codes[0].sectors, func(s string) bool { return slices.Contains(wanted, s) })
	}
	dated := slices.ContainsFunc(e.Terms, func(t Term) bool { return t.From != "" || t.Until != "" })
	switch {
	case e.Person || dated && e.Kind == "" && strings.Count(strings.Trim(e.Names[0], "_"), "_") > 0:
		return "people/imported.tsv"
	case e.Kind == "group" || e.Kind == "" && has("REB", "UAF", "PRM", "CRM"):
		return "groups.tsv"
	case e.Kind == "party" || e.Kind == "" && has("PTY"):
		return "parties.tsv"
	case e.Kind == "" && len(codes[0].sectors) == 0 && len(codes[0].country) == 3 && bodyOf[codes[0].country] == "":
		return "states.tsv"
	}
	return "orgs.tsv"
}

// bodies are what the nouns of bodies end in; other nouns are taken for people.
var bodies = []string{
	"agency", "army", "assembly", "authority", "bank", "board", "bureau", "cabinet", "college", "commission", "committee", "company",
	"corporation", "council", "court", "department", "enterprise", "force", "gang", "government", "group", "industry", "institution",
	"ministry", "mission", "movement", "office", "organisation", "organization", "parliament", "party", "police", "school", "senate", "service", "union", "university",
}

func (l *Lexicon) agent(a *Agent) {
	c := readCode(a.Code, func(string) bool { return false })
	if c.unknown != "" {
		l.Unknown[c.unknown]++
	}
	noun := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(a.Noun, "_", " ")), " "))
	if noun == "" || len(c.sectors) == 0 {
		return
	}
	if l.built.Noun(noun) || l.taken["/"+noun] {
		l.Known++
		return
	}
	l.taken["/"+noun] = true
	get := map[string]string{"noun": noun, "sectors": strings.Join(c.sectors, "; "), "kind": "person"}
	if isBody(noun) {
		get["kind"] = "body"
	}
	if a.None || len(a.Plurals) > 0 {
		get["note"] = "singular"
	}
	l.row("roles.tsv", get)
	for _, p := range a.Plurals {
		p = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(p, "_", " ")))
		l.row("roles.tsv", map[string]string{"noun": p, "sectors": get["sectors"], "kind": get["kind"], "note": "plural"})
	}
}

// isBody says so of "trade ministry", "ministry of trade" and "trade ministries".
func isBody(noun string) bool {
	head, _, _ := strings.Cut(noun, " of ")
	head, _, _ = strings.Cut(head, " for ")
	if stem, ok := strings.CutSuffix(head, "ies"); ok {
		head = stem + "y"
	}
	head = strings.TrimSuffix(head, "s")
	return slices.ContainsFunc(bodies, func(b string) bool { return strings.HasSuffix(head, b) })
}

// Rows counts the rows of each file that Write will write, by its name.
func (l *Lexicon) Rows() map[string]int {
	out := map[string]int{}
	for file, rows := range l.tables {
		out[file] = len(rows)
	}
	return out
}

// Write writes the files into a directory, which it makes where it is missing.
// It replaces no file that is there.
func (l *Lexicon) Write(dir string) error {
	for _, file := range slices.Sorted(maps.Keys(l.tables)) {
		path := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return fmt.Errorf("%w; choose an empty directory", err)
		}
		_, err = out.Write(l.text(file))
		if err := errors.Join(err, out.Close()); err != nil {
			return fmt.Errorf("writing %s: %w", path, err)
		}
	}
	return nil
}

func (l *Lexicon) text(file string) []byte {
	var b bytes.Buffer
	b.WriteString(strings.Join(tableColumns[file], "\t") + "\n")
	for _, row := range l.tables[file] {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.Bytes()
}
