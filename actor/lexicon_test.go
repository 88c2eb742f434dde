package actor_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/data"
)

func files(pairs ...string) fstest.MapFS {
	fs := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fs[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fs
}

const people = "name\taliases\tgender\tcode\tsectors\toffice\tfrom\tuntil\twikidata\tsource\n"

func TestLoadErrorsSayWhere(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"unknown column", "people/x.tsv", "name\tnick\n", `people/x.tsv:1:6: unknown column "nick"`},
		{"bad date", "people/x.tsv", people + "Ann Bo\t\tf\tFRA\tGOV\tpresident\t2020-13\t\t\tw\n", `people/x.tsv:2:`},
		{"end before begin", "people/x.tsv", people + "Ann Bo\t\tf\tFRA\tGOV\tpresident\t2020\t2019\t\tw\n", "ends (2019) before it begins (2020)"},
		{"gender", "people/x.tsv", people + "Ann Bo\t\tx\tFRA\tGOV\tpresident\t\t\t\tw\n", `people/x.tsv:2:9: the gender "x"`},
		{"too many cells", "given.tsv", "name\tgender\nAnn\tf\tz\n", "given.tsv:2:1: 3 cells where the header names 2 columns"},
		{"seat without sector", "states.tsv", "code\tname\tseats\nFRA\tFrance\tthe Elysee\n", "lacks its sector"},
		{"role kind", "roles.tsv", "noun\tsectors\tkind\ncook\tLAB\thuman\n", `the kind "human" is not one of`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := actor.Load(files(c.file, c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestShowByDate(t *testing.T) {
	lex, err := actor.Load(files(
		"states.tsv", "code\tname\tcapital\tseats\tsource\nKAZ\tKazakhstan\tAstana@..2019-03-22; Nur-Sultan@2019-03-23..2022-09-16; Astana@2022-09-17..\tAkorda=GOV\tun.org\n",
		"people/kaz.tsv", people+
			"Zhan Bek\tJan Bek\tm\tKAZ\tGOV\tforeign minister\t2001-02\t2003-05-01\t\tw\n"+
			"Zhan Bek\t\tm\tKAZ\tGOV\tprime minister\t2003-05-01\t2006\t\tw\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, on, office string }{
		{"Zhan Bek", "2001-02-01", "foreign minister"},
		{"jan bek", "2002-01-01", "foreign minister"},
		{"Zhan Bek", "2003-05-01", "prime minister"}, // the handover belongs to the new office
		{"Bek", "2006-12-31", "prime minister"},
	} {
		on, _ := demarche.ParseDate(c.on)
		rows := lex.Show(c.name, on)
		if len(rows) == 0 || !rows[0].Holds || rows[0].Office != c.office {
			t.Errorf("%s on %s: %+v, want %s", c.name, c.on, rows, c.office)
		}
	}
	on, _ := demarche.ParseDate("2010-01-01")
	if rows := lex.Show("Zhan Bek", on); len(rows) != 2 || rows[0].Holds {
		t.Errorf("after the last term somebody holds office: %+v", rows)
	}
	if rows := lex.Show("Nobody Atall", on); len(rows) != 0 {
		t.Errorf("an unknown name has rows: %+v", rows)
	}
}

func TestLintFindsMistakes(t *testing.T) {
	states := "code\tname\tsource\nFRA\tFrance\tun.org\n"
	for _, c := range []struct{ name, row, want string }{
		{"code", "Ann Bo\t\tf\tFRX\tGOV\tx\t\t\t\tw\n", "no row of states.tsv has the code FRX"},
		{"sector", "Ann Bo\t\tf\tFRA\tGVO\tx\t\t\t\tw\n", `"GVO" is no sector`},
		{"source", "Ann Bo\t\tf\tFRA\tGOV\tx\t\t\t\t\n", "the source is missing"},
		{"lower case", "ann bo\t\tf\tFRA\tGOV\tx\t\t\t\tw\n", "no capital letter"},
		{"overlap", "Ann Bo\t\tf\tFRA\tGOV\tpresident\t2001\t2010\t\tw\nEd Fu\t\tm\tFRA\tGOV\tpresident\t2005\t2012\t\tw\n", "Ed Fu is president of FRA while Ann Bo"},
		{"twice", "Ann Bo\t\tf\tFRA\tGOV\tx\t\t\t\tw\nAnn Bo\t\tf\tFRA\tGOV\tx\t\t\t\tw\n", "stands at people/x.tsv:2 already"},
	} {
		t.Run(c.name, func(t *testing.T) {
			errs := actor.Lint(files("states.tsv", states, "people/x.tsv", people+c.row))
			if len(errs) != 1 || !strings.Contains(errs[0].Error(), c.want) {
				t.Errorf("found %v, want %q", errs, c.want)
			}
		})
	}
	clean := "Ann Bo\t\tf\tFRA\tGOV\tpresident\t2001\t2005\t\tw\nEd Fu\t\tm\tFRA\tGOV\tpresident\t2005\t2012\t\tw\n"
	if errs := actor.Lint(files("states.tsv", states, "people/x.tsv", people+clean)); len(errs) != 0 {
		t.Errorf("a handover within a year is no mistake: %v", errs)
	}
}

// FuzzLoad feeds the loader foreign bytes under the names of all formats.
func FuzzLoad(f *testing.F) {
	f.Add("people/x.tsv", people+"Ann Bo\tA. Bo@2001..\tf\tFRA\tGOV\tpresident\t2001\t2005\t\tw\n")
	f.Add("states.tsv", "code\tname\tcapital\tseats\nFRA\tFrance\tParis@..1940\tElysee@1871..=GOV\n")
	f.Add("orgs.tsv", "name\tcode\tmembers\nPact\tIGO\tFRA@1990..; DEU\n")
	f.Add("roles.tsv", "noun\tsectors\tkind\toffice\tnote\nspy\tSPY\tperson\t\tinherit; state GOV\n")
	f.Add("given.tsv", "\xef\xbb\xbfname\tgender\r\nAnn\tf\r\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		fs := fstest.MapFS{}
		for _, n := range []string{"states.tsv", "cities.tsv", "orgs.tsv", "regions.tsv", "roles.tsv", "given.tsv", "people/x.tsv"} {
			if n == name {
				fs[n] = &fstest.MapFile{Data: []byte(text)}
			}
		}
		lex, err := actor.Load(fs)
		if err == nil {
			lex.Show(text[:min(len(text), 40)], demarche.Date{Year: 2020, Month: 1, Day: 1})
			actor.Lint(fs)
		}
	})
}

// TestBuiltInLexiconIsClean keeps mistakes out of the rows that ship.
func TestBuiltInLexiconIsClean(t *testing.T) {
	for _, err := range actor.Lint(data.Lexicon()) {
		t.Error(err)
	}
}
