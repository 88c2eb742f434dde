package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/actor/dictionary"
	"github.com/demarche/demarche/intake"
)

func lexiconImportCommand() command {
	return command{
		name:    "import",
		args:    "FILE…",
		summary: "make a lexicon of dictionaries that you own",
		about: `Reads actor and agent files of PETRARCH and TABARI, CountryInfo.txt, and tables
(.csv, .tsv) with the columns name and code, and writes lexicon files into a directory
for "--lexicon DIR". What the built-in lexicon knows already is left out: its offices
have dates, theirs are often out of date. docs/lexicon.md describes the formats.`,
		examples: `demarche lexicon import -o mine Phoenix.Countries.actors.txt Phoenix.agents.txt
demarche lexicon lint mine
demarche code --lexicon mine article.txt`,
		bind: func(flags *flag.FlagSet) action {
			o := &importOptions{}
			flags.StringVar(&o.out, "o", "", "write into `DIR`, which is made where it is missing")
			return o.run
		},
	}
}

type importOptions struct{ out string }

func (o *importOptions) run(c *call, files []string) error {
	switch {
	case len(files) == 0:
		return wrongCall("name dictionary files")
	case o.out == "":
		return wrongCall("say where to write with -o DIR")
	}
	built, err := loadLexicon()
	if err != nil {
		return err
	}
	lexicon := dictionary.NewLexicon(builtIn(built))
	for _, file := range files {
		d, err := readDictionary(file)
		if err != nil {
			c.problem(err)
			continue
		}
		for _, p := range d.Problems {
			c.problem(p)
		}
		lexicon.Add(d)
	}
	if err := lexicon.Write(o.out); err != nil {
		return err
	}
	reportImport(c.stderr, lexicon, o.out)
	return nil
}

func builtIn(l *actor.Lexicon) dictionary.Built {
	return dictionary.Built{
		Country: l.State,
		Noun:    l.HasRole,
		Name: func(name, code string) bool {
			return slices.ContainsFunc(l.Show(name, demarche.Date{}), func(r actor.Row) bool {
				return r.As != "surname" && (r.Code == code || code == "")
			})
		},
	}
}

// readDictionary tells the formats apart by name and content.
func readDictionary(file string) (*dictionary.Dictionary, error) {
	f, err := intake.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 64<<10)
	head, err := in.Peek(32 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	name := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(file), ".gz"), ".zst")
	switch ext := filepath.Ext(name); {
	case ext == ".csv" || ext == ".tsv":
		return dictionary.ReadCSV(file, in)
	case strings.Contains(string(head), "<Country>"):
		return dictionary.ReadCountryInfo(file, in)
	case strings.Contains(string(head), "["):
		return dictionary.ReadPetrarch(file, in)
	}
	return nil, fmt.Errorf("%s:1: this is neither a PETRARCH or TABARI dictionary (no codes in brackets), nor CountryInfo, nor named .csv or .tsv", file)
}

// reportImport says what was written, file by file.
func reportImport(w io.Writer, l *dictionary.Lexicon, dir string) {
	rows := l.Rows()
	for _, file := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintf(w, "%s: %s\n", filepath.Join(dir, file), many(rows[file], "row"))
	}
	if l.Known > 0 {
		fmt.Fprintf(w, "%s left out that the built-in lexicon has\n", many(l.Known, "name"))
	}
	if len(l.Unknown) > 0 {
		fmt.Fprintf(w, "codes that mean nothing to the lexicon, left off: %s\n", strings.Join(slices.Sorted(maps.Keys(l.Unknown)), " "))
	}
}
