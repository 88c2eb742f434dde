package actor

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// table says how a lexicon file is read.
type table struct {
	columns string
	add     func(*loader, *row) error
}

// tables gives the file formats, by name; the files under people/ share one.
var tables = map[string]table{
	"states.tsv":  {"code name aliases adjectives people capital seats from until successor wikidata source sector", (*loader).state},
	"cities.tsv":  {"name aliases code lat lon feature population admin1 source", (*loader).city},
	"orgs.tsv":    {"name aliases code sectors kind members from until wikidata source", (*loader).org},
	"groups.tsv":  {"name aliases code sectors from until wikidata source", (*loader).group},
	"parties.tsv": {"name aliases code sectors from until wikidata source", (*loader).party},
	"ethnic.tsv":  {"name aliases code sectors source", (*loader).ethnic},
	"regions.tsv": {"name aliases adjectives code members source", (*loader).region},
	"roles.tsv":   {"noun sectors kind office note", (*loader).role},
	"given.tsv":   {"name gender", (*loader).givenName},
	"people":      {"name aliases gender code sectors office from until wikidata source", (*loader).person},
}

// Load reads every lexicon file of the layers, in order; a file that is missing
// is a part of the lexicon that is empty. A person's rows join those that an
// earlier layer has under the same name and code. The error joins all that is
// wrong with the files, each as "FILE:LINE:COLUMN: what, and what to do".
func Load(layers ...fs.FS) (*Lexicon, error) {
	ld := newLoader()
	var errs []error
	for _, layer := range layers {
		err := eachTable(layer, func(name string, t table, text string) {
			ld.lex.files = append(ld.lex.files, name)
			errs = append(errs, readTable(name, text, strings.Fields(t.columns), func(r *row) error { return t.add(ld, r) }))
		})
		if err != nil {
			return nil, fmt.Errorf("reading the lexicon: %w", err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	ld.surnames()
	return ld.lex, nil
}

// eachTable visits the lexicon files of fsys in the order of their names. The
// error is of walking and reading, not of what stands in them.
func eachTable(fsys fs.FS, visit func(name string, t table, text string)) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		t, ok := tableOf(name)
		if d.IsDir() || !ok {
			return nil
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		visit(name, t, string(text))
		return nil
	})
}

func tableOf(name string) (table, bool) {
	if path.Ext(name) != ".tsv" {
		return table{}, false
	}
	if path.Base(path.Dir(name)) == "people" {
		return tables["people"], true
	}
	t, ok := tables[path.Base(name)]
	return t, ok
}

// loader builds a Lexicon row by row.
type loader struct {
	lex    *Lexicon
	byName map[string]int32 // kind, name and code → entry, for rows that share one
	words  []string         // scratch
	folded [][]byte         // scratch
	buf    []byte           // scratch
}

func newLoader() *loader {
	return &loader{
		lex:    &Lexicon{trie: newTrie(), states: map[string]int32{}, given: map[string]byte{}},
		byName: map[string]int32{},
	}
}

func (ld *loader) at(r *row) place { return place{int16(len(ld.lex.files) - 1), int32(r.line)} }

// entry finds or makes the entry of a row; rows with the same name and code
// are terms of one entry. fresh is true for the first of them.
func (ld *loader) entry(r *row, k kind, name, code string) (e int32, fresh bool, err error) {
	if name == "" {
		return 0, false, r.errorf("name", "the name is missing")
	}
	key := entryKey(k, name, code)
	if e, ok := ld.byName[key]; ok {
		return e, false, nil
	}
	e = int32(len(ld.lex.entries))
	ld.byName[key] = e
	ld.lex.entries = append(ld.lex.entries, entry{kind: k, name: name, code: code, wikidata: r.get("wikidata"), at: ld.at(r)})
	return e, true, nil
}

// alsoUnder lets later rows find an entry by name and code, unless another one
// is found so already.
func (ld *loader) alsoUnder(e int32, k kind, name, code string) {
	key := entryKey(k, name, code)
	if _, taken := ld.byName[key]; !taken {
		ld.byName[key] = e
	}
}

func entryKey(k kind, name, code string) string { return string(rune('a'+k)) + code + "/" + name }

// term adds what the row says of the entry for its period.
func (ld *loader) term(r *row, e int32, sectors []string) error {
	p, err := newPeriod(r.get("from"), r.get("until"))
	if err != nil {
		return r.errorf("from", "%v", err)
	}
	x := &ld.lex.entries[e]
	x.terms = append(x.terms, term{period: p, code: r.get("code"), sectors: sectors, office: r.get("office"), at: ld.at(r)})
	return nil
}

// names adds the dated names of a column, or the one given.
func (ld *loader) names(r *row, col string, e int32, u use) error {
	for _, s := range r.list(col) {
		name, p, err := dated(s)
		if err != nil {
			return r.errorf(col, "%v", err)
		}
		ld.name(nameRootOf(u), name, ref{entry: e, use: u, period: p, at: ld.at(r)})
	}
	return nil
}

func nameRootOf(u use) uint32 {
	if u == asRole {
		return roleRoot
	}
	return nameRoot
}

// name hangs a ref on the trie. Names with nothing in them are skipped.
func (ld *loader) name(root uint32, name string, x ref) {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	ld.words = pieces(name, ld.words[:0])
	ld.buf, ld.folded = ld.buf[:0], ld.folded[:0]
	for i, w := range ld.words {
		start := len(ld.buf)
		var c letterCase
		ld.buf, c = fold(ld.buf, w)
		if len(ld.buf) == start {
			continue
		}
		ld.folded = append(ld.folded, ld.buf[start:len(ld.buf):len(ld.buf)])
		if i < 16 {
			x.cases |= uint32(c) << (2 * x.size)
		}
		x.size++
	}
	if x.size == 0 {
		return
	}
	node := ld.lex.trie.add(root, ld.folded)
	for i := ld.lex.trie.nodes[node]; i >= 0; i = ld.lex.refs[i].next {
		if o := &ld.lex.refs[i]; o.entry == x.entry && o.use == x.use && o.period == x.period && o.cases == x.cases {
			return
		}
	}
	x.next = ld.lex.trie.nodes[node]
	ld.lex.trie.nodes[node] = int32(len(ld.lex.refs))
	ld.lex.refs = append(ld.lex.refs, x)
}
