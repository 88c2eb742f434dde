package wikidata

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dump is an invented extract, in the order that suits a reader least: people
// before their positions, classes last.
const dump = `[
{"type":"item","id":"Q901","labels":{"en":{"value":"Amina Odera"}},"aliases":{"en":[{"value":"Amina W. Odera"},{"value":"odera"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}},"rank":"normal"}],"P21":[{"mainsnak":{"datavalue":{"value":{"id":"Q6581072"}}},"rank":"normal"}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}},"rank":"normal"}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q801"}}},"rank":"normal","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2019-03-04T00:00:00Z","precision":11}}}],"P582":[{"datavalue":{"value":{"time":"+2022-00-00T00:00:00Z","precision":9}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q802"}}},"rank":"normal","qualifiers":{"P580":[{"datavalue":{"value":{"time":"+2022-06-00T00:00:00Z","precision":10}}}]}},{"mainsnak":{"datavalue":{"value":{"id":"Q803"}}},"rank":"deprecated"}]},"sitelinks":{"enwiki":{},"swwiki":{}}},
{"type":"item","id":"Q902","labels":{"en":{"value":"Nobody Known"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q801"}}}}]},"sitelinks":{}},
{"type":"item","id":"Q903","labels":{"en":{"value":"Jonas Kask"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P27":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}],"P39":[{"mainsnak":{"datavalue":{"value":{"id":"Q804"}}}}]},"sitelinks":{"enwiki":{},"etwiki":{}}},
{"broken "P39":
{"type":"item","id":"Q801","labels":{"en":{"value":"Minister of Fisheries of Keralia"}},"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}]}},
{"type":"item","id":"Q802","labels":{"mul":{"value":"member of the National Assembly of Keralia"}},"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}]}},
{"type":"item","id":"Q803","labels":{"en":{"value":"President of Keralia"}},"claims":{"P1001":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}]}},
{"type":"item","id":"Q804","labels":{"en":{"value":"goalkeeper"}},"claims":{"P279":[{"mainsnak":{"datavalue":{"value":{"id":"Q1"}}}}]}},
{"type":"item","id":"Q950","labels":{"en":{"value":"Keralian Reform Party"}},"aliases":{"en":[{"value":"KRP"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q880"}}}}],"P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}],"P571":[{"mainsnak":{"datavalue":{"value":{"time":"+1990-01-01T00:00:00Z","precision":9}}}}]},"sitelinks":{"enwiki":{},"dewiki":{}}},
{"type":"item","id":"Q951","labels":{"en":{"value":"Keralian Tea Company"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q999"}}}}],"P17":[{"mainsnak":{"datavalue":{"value":{"id":"Q700"}}}}]},"sitelinks":{"enwiki":{},"dewiki":{}}},
{"type":"item","id":"Q700","labels":{"en":{"value":"Keralia"}},"claims":{"P298":[{"mainsnak":{"datavalue":{"value":"KER"}}}]}},
{"type":"item","id":"Q880","labels":{"en":{"value":"liberal party"}},"claims":{"P279":[{"mainsnak":{"datavalue":{"value":{"id":"Q881"}}}}]}},
{"type":"item","id":"Q881","labels":{"en":{"value":"party of the centre"}},"claims":{"P279":[{"mainsnak":{"datavalue":{"value":{"id":"Q7278"}}}},{"mainsnak":{"datavalue":{"value":{"id":"Q880"}}}}]}}
]
`

func options(out string) Options {
	return Options{
		Dump: strings.NewReader(dump), Name: "dump.json", Size: int64(len(dump)), Out: out, MinSitelinks: 2,
		Office: func(title string) (string, []string, bool) {
			return "fisheries minister", []string{"GOV"}, title == "minister of fisheries"
		},
	}
}

// lexicon reads all that was written.
func lexicon(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, p))
		all.WriteString("== " + p + "\n" + string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestBuild(t *testing.T) {
	dir := t.TempDir()
	counts, err := Build(context.Background(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Counts{People: 1, Terms: 2, Bodies: 1, Bad: 1}); counts != want {
		t.Errorf("counts %+v, want %+v", counts, want)
	}
	want := `== groups.tsv
name	aliases	code	sectors	from	until	wikidata	source
== orgs.tsv
name	aliases	code	sectors	kind	from	until	wikidata	source
== parties.tsv
name	aliases	code	sectors	from	until	wikidata	source
Keralian Reform Party	KRP	KER	PTY	1990		Q950	wikidata:Q950
== people/wikidata.tsv
name	aliases	gender	code	sectors	office	from	until	wikidata	source
Amina Odera	Amina W. Odera	f	KER	GOV	fisheries minister	2019-03-04	2022	Q901	wikidata:Q901
Amina Odera		f	KER	LEG	member of the national assembly of keralia	2022-06		Q901	wikidata:Q901
`
	if got := lexicon(t, dir); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A build that is broken off at any line ends as an undisturbed one does.
func TestBuildGoesOn(t *testing.T) {
	whole := t.TempDir()
	if _, err := Build(context.Background(), options(whole)); err != nil {
		t.Fatal(err)
	}
	for stop := 1; stop < strings.Count(dump, "\n"); stop++ {
		dir := t.TempDir()
		ctx, cancel := context.WithCancel(context.Background())
		o := options(dir)
		o.Checkpoint = 1
		o.Progress = func(lines int) {
			if lines == stop {
				cancel()
			}
		}
		if _, err := Build(ctx, o); err == nil {
			t.Fatalf("the build did not stop after line %d", stop)
		}
		if _, err := Build(context.Background(), options(dir)); err != nil {
			t.Fatal(err)
		}
		if got, want := lexicon(t, dir), lexicon(t, whole); got != want {
			t.Errorf("stopped after line %d:\n%s\nwant\n%s", stop, got, want)
		}
	}
}

// Going on with another dump would mix two; it must be refused.
func TestBuildRefusesAnotherDump(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	o := options(dir)
	o.Checkpoint, o.Progress = 1, func(int) { cancel() }
	if _, err := Build(ctx, o); err == nil {
		t.Fatal("the build did not stop")
	}
	other := options(dir)
	other.Name = "newer.json"
	if _, err := Build(context.Background(), other); err == nil || !strings.Contains(err.Error(), "dump.json") {
		t.Errorf("the error is %v; it must name the dump that was begun", err)
	}
}

func FuzzExtract(f *testing.F) {
	for line := range strings.Lines(dump) {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		err := extract(line, 0, func(_ string, k kept) {
			if strings.ContainsAny(k.Name+strings.Join(k.Aliases, ""), "\t\n") {
				t.Fatalf("%q would break a row", k.Name)
			}
		})
		_ = err // a broken line is counted, not fatal
	})
}
