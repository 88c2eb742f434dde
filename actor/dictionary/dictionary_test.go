package dictionary

import (
	"strings"
	"testing"
)

// built is a small lexicon: it knows two countries and one president.
var built = Built{
	Country: func(code string) (string, bool) {
		name, ok := map[string]string{"KEN": "Kenya", "SOM": "Somalia"}[code]
		return name, ok
	},
	Name: func(name, code string) bool {
		return strings.Contains(" Mwai Kibaki, Nairobi, Kenya, ", " "+name+",") || name == "KENYA"
	},
	Noun: func(noun string) bool { return noun == "police" },
}

// file is one lexicon file, made of a dictionary.
func file(t *testing.T, d *Dictionary, err error, name string) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	l := NewLexicon(built)
	l.Add(d)
	return string(l.text(name))
}

const petrarchActors = `# a comment
<!-- a longer
comment -->
KENYA_  [KEN]
+NAIROBI_
+KENYYA_
JOHN_ODHIAMBO_ ; a farmer turned minister
+MINISTER_ODHIAMBO
	[KENELI <980101]
	[KENGOVAGR 980101-020931]
	[KENELI]
MWAI_KIBAKI_ [KENGOV >021230]
HARAKAT_AL-SHABAB_(HSM)_ [SOMREB]
WORLD_GRAIN_BOARD [IGO]
THE_CHAIR [---]
`

func TestPetrarchActors(t *testing.T) {
	d, err := ReadPetrarch("k.actors.txt", strings.NewReader(petrarchActors))
	for name, want := range map[string]string{
		"people/imported.tsv": "John Odhiambo\tMinister Odhiambo\tKEN\tELI\t\t\t1998-01-01\t\tk.actors.txt:7\n" +
			"John Odhiambo\t\tKEN\tGOV; AGR\t\t1998-01-01\t2002-09-30\t\tk.actors.txt:7\n" +
			"John Odhiambo\t\tKEN\tELI\t\t\t\t\tk.actors.txt:7\n",
		"groups.tsv": "Harakat al-Shabab\tHSM\tSOM\tREB\t\t\t\tk.actors.txt:13\n",
		"orgs.tsv":   "World Grain Board\t\tIGO\t\t\t\t\t\t\tk.actors.txt:14\n",
		"states.tsv": "KEN\tKenya\tKenyya\tk.actors.txt:4\n",
	} {
		_, rows, _ := strings.Cut(file(t, d, err, name), "\n")
		if rows != want {
			t.Errorf("%s:\n%swant\n%s", name, rows, want)
		}
	}
	for _, p := range d.Problems {
		t.Errorf("unexpected: %v", p)
	}
}

func TestPetrarchAgents(t *testing.T) {
	d, err := ReadPetrarch("agents.txt", strings.NewReader(`!PERSON! = MAN, WOMAN
HERDS!PERSON! [~AGR]
CATTLE_THIEF {CATTLE_THIEVES} [~CRM]
POLICE {} [~COP]
MINISTRY_OF_FISHERIES [~GOVAGR]
`))
	_, rows, _ := strings.Cut(file(t, d, err, "roles.tsv"), "\n")
	want := "herdsman\tAGR\tperson\t\nherdswoman\tAGR\tperson\t\n" +
		"cattle thief\tCRM\tperson\tsingular\ncattle thieves\tCRM\tperson\tplural\n" +
		"ministry of fisheries\tGOV; AGR\tbody\t\n"
	if rows != want {
		t.Errorf("roles.tsv:\n%swant, without the police that the lexicon has:\n%s", rows, want)
	}
}

func TestCountryInfo(t *testing.T) {
	d, err := ReadCountryInfo("CountryInfo.txt", strings.NewReader(`<!-- notes <Country> -->
<Country>
<CountryCode>KEN</CountryCode>
<CountryName>KENYA</CountryName>
<COW-Alpha>KEN</COW-Alpha>
<Nationality>
	KENYYAN_
</Nationality>
<Leaders>
	<Presidents>
		AMINA_WAFULA_  {AMINA_W_WAFULA_}	[19640101 - 19780822] [B:18920101]
		MWAI_KIBAKI_	[>20021230]
	</Presidents>
</Leaders>
<Government>
	PETER_OTIENO_	[KENGOVMIL 20050101 - 20060331]	# Minister of Defense
</Government>
</Country>
`))
	_, rows, _ := strings.Cut(file(t, d, err, "people/imported.tsv"), "\n")
	want := "Amina Wafula\tAmina W Wafula\tKEN\tGOV\tpresident\t1964-01-01\t1978-08-22\t\tCountryInfo.txt:11\n" +
		"Peter Otieno\t\tKEN\tGOV; MIL\tdefence minister\t2005-01-01\t2006-03-31\t\tCountryInfo.txt:16\n"
	if rows != want {
		t.Errorf("people:\n%swant, without the president that the lexicon has:\n%s", rows, want)
	}
}

func TestCSV(t *testing.T) {
	d, err := ReadCSV("mine.csv", strings.NewReader("Actor;Country;Role;Office;Start;End;Type\n"+
		"Halima Noor;SOM;GOV;Fisheries Minister;2021-05;;\nBlue Herons;KEN;UAF;;;;group\n;KEN;;;;;\n"))
	if got := file(t, d, err, "people/imported.tsv"); !strings.Contains(got, "Halima Noor\t\tSOM\tGOV\tfisheries minister\t2021-05\t") {
		t.Errorf("people:\n%s", got)
	}
	if got := file(t, d, err, "groups.tsv"); !strings.Contains(got, "Blue Herons\t\tKEN\tUAF\t") {
		t.Errorf("groups:\n%s", got)
	}
	if len(d.Problems) != 1 || !strings.HasPrefix(d.Problems[0].Error(), "mine.csv:4: ") {
		t.Errorf("the row without a name must be reported with its line: %v", d.Problems)
	}
}

// What is wrong is reported with its line, and the rest is read.
func TestPetrarchProblems(t *testing.T) {
	d, err := ReadPetrarch("bad.txt", strings.NewReader(`+ORPHAN_
GOOD_NAME_ [KENGOV]
NO_CODE_
BAD_DATE_ [KENGOV 2005011-050201]
OPEN_ [KENGOV
BACKWARDS_ [KENGOV 050101-040101]
`))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range d.Problems {
		lines = append(lines, strings.SplitN(p.Error(), ":", 3)[1])
	}
	if got := strings.Join(lines, " "); got != "1 3 4 5 6" {
		t.Errorf("problems on lines %s, want each of 1 3 4 5 6: %v", got, d.Problems)
	}
	if len(d.Entries) != 1 || d.Entries[0].Names[0] != "GOOD_NAME_" {
		t.Errorf("entries %v, want the good one", d.Entries)
	}
}

func FuzzReaders(f *testing.F) {
	f.Add(petrarchActors)
	f.Add("<Country>\n<CountryCode>A\n<Leaders>\n<X>\nN [>1]\n</Country>")
	f.Add("name,code\n\"a,b\n")
	f.Fuzz(func(t *testing.T, text string) {
		l := NewLexicon(built)
		for _, read := range []func(string, *strings.Reader) (*Dictionary, error){
			func(n string, r *strings.Reader) (*Dictionary, error) { return ReadPetrarch(n, r) },
			func(n string, r *strings.Reader) (*Dictionary, error) { return ReadCountryInfo(n, r) },
			func(n string, r *strings.Reader) (*Dictionary, error) { return ReadCSV(n, r) },
		} {
			if d, err := read("f", strings.NewReader(text)); err == nil {
				l.Add(d)
			}
		}
		for name := range l.Rows() {
			for line := range strings.Lines(string(l.text(name))) {
				if strings.Count(line, "\t") != len(tableColumns[name])-1 {
					t.Fatalf("%s: the row %q has not %d columns", name, line, len(tableColumns[name]))
				}
			}
		}
	})
}
