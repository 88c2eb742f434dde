package place

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// small is a small gazetteer for tests; positions are rounded.
func small(t testing.TB) *Resolver {
	t.Helper()
	b, err := Encode([]Entry{
		{ID: 1, Name: "Georgia", Lat: 42, Lon: 43.5, Population: 3700000, Country: "GEO", Feature: "PCLI"},
		{ID: 2, Name: "Georgia", Lat: 32.7, Lon: -83.5, Population: 10000000, Country: "USA", Admin1: "GA", Feature: "ADM1", Aliases: []string{"Ga.", "GA"}},
		{ID: 3, Name: "Tbilisi", Lat: 41.7, Lon: 44.8, Population: 1100000, Country: "GEO", Feature: "PPLC"},
		{ID: 4, Name: "Atlanta", Lat: 33.7, Lon: -84.4, Population: 500000, Country: "USA", Admin1: "GA", Feature: "PPL"},
		{ID: 5, Name: "Paris", Lat: 48.9, Lon: 2.3, Population: 2100000, Country: "FRA", Feature: "PPLC"},
		{ID: 6, Name: "Paris", Lat: 33.7, Lon: -95.6, Population: 25000, Country: "USA", Admin1: "TX", Feature: "PPL"},
		{ID: 7, Name: "Texas", Lat: 31.2, Lon: -100, Population: 29000000, Country: "USA", Admin1: "TX", Feature: "ADM1"},
		{ID: 8, Name: "United States", Lat: 39.8, Lon: -99, Population: 330000000, Country: "USA", Feature: "PCLI", Aliases: []string{"US", "U.S.", "America"}},
		{ID: 9, Name: "Kherson", Lat: 46.6, Lon: 32.6, Population: 280000, Country: "UKR", Admin1: "08", Feature: "PPL"},
		{ID: 10, Name: "Khersonska oblast", Lat: 46.5, Lon: 33.5, Population: 1000000, Country: "UKR", Admin1: "08", Feature: "ADM1", Aliases: []string{"Kherson"}},
		{ID: 11, Name: "Goma", Lat: -1.7, Lon: 29.2, Population: 670000, Country: "COD", Feature: "PPL"},
		{ID: 12, Name: "Washington", Lat: 38.9, Lon: -77, Population: 690000, Country: "USA", Admin1: "DC", Feature: "PPLC"},
		{ID: 13, Name: "Saint-Étienne", Lat: 45.4, Lon: 4.4, Population: 170000, Country: "FRA", Feature: "PPL"},
		{ID: 14, Name: "Hilton", Lat: 43.3, Lon: -77.8, Population: 6000, Country: "USA", Admin1: "NY", Feature: "PPL"},
		{Name: "Black Sea", Lat: 43.3, Lon: 34.3, Feature: "SEA", Population: 1},
	})
	if err != nil {
		t.Fatal(err)
	}
	return New(fstest.MapFS{File: {Data: b}})
}

func places(d *demarche.Doc) string {
	var out []string
	for _, p := range d.Places {
		out = append(out, fmt.Sprintf("%s=%s%s", d.TextOf(p.Range), p.Location.FeatureCode, p.Location.CountryCode))
	}
	return strings.Join(out, "; ")
}

func TestResolve(t *testing.T) {
	r := small(t)
	for _, tc := range []struct{ text, want string }{
		{"they met in Tbilisi/NNP , Georgia/NNP .", "Tbilisi=PPLCGEO; Georgia=PCLIGEO"},
		{"they met in Atlanta/NNP , Georgia/NNP .", "Atlanta=PPLUSA; Georgia=ADM1USA"},
		{"they met in Paris/NNP , Texas/NNP .", "Paris=PPLUSA; Texas=ADM1USA"},
		{"they met in Paris/NNP .", "Paris=PPLCFRA"},
		{"shelling in the Kherson/NNP region/NN .", "Kherson=ADM1UKR"},
		{"shelling in Kherson/NNP .", "Kherson=PPLUKR"},
		{"villages/NNS north-east/RB of Goma/NNP .", "Goma=PPLCOD"},
		{"in the Black/NNP Sea/NNP .", "Black Sea=SEA"},
		{"give us/PRP the US/NNP aid/NN .", "US=PCLIUSA"},
		{"in Saint-Etienne/NNP .", "Saint-Etienne=PPLFRA"},
		{"Paris/NNP Hilton/NNP came , and Hilton/NNP left .", ""},
		{"at the Goma/NNP University/NNP .", ""},
		{"President/NNP Paris/NNP spoke .", ""},
	} {
		d := worddoc.New(demarche.Date{}, tc.text)
		if err := r.Resolve(d); err != nil {
			t.Fatal(err)
		}
		if got := places(d); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.text, got, tc.want)
		}
	}
}

func TestGovernmentsThatActAreNoPlaces(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Washington/NNP/2/nsubj said/VBD/0/root they/PRP/4/nsubj met/VBD/2/ccomp in/IN/6/case Washington/NNP/4/obl")
	if err := small(t).Resolve(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Places) != 1 || d.Places[0].First != 5 {
		t.Errorf("got %q, want the second Washington only", places(d))
	}
}

// The town of the paper speaks for its state, and near places for each other.
func TestLocalNews(t *testing.T) {
	b, err := Encode([]Entry{
		{ID: 1, Name: "Paris", Lat: 48.9, Lon: 2.3, Population: 2100000, Country: "FRA", Feature: "PPLC"},
		{ID: 2, Name: "Paris", Lat: 38.2, Lon: -84.3, Population: 9800, Country: "USA", Admin1: "KY", Feature: "PPL"},
		{ID: 3, Name: "Lexington", Lat: 38, Lon: -84.5, Population: 314000, Country: "USA", Admin1: "KY", Feature: "PPL"},
		{ID: 4, Name: "Millersburg", Lat: 38.3, Lon: -84.1, Population: 800, Country: "USA", Admin1: "KY", Feature: "PPL"},
		{ID: 5, Name: "Bourbon County", Lat: 38.2, Lon: -84.2, Population: 20000, Country: "USA", Admin1: "KY", Feature: "ADM2"},
	})
	if err != nil {
		t.Fatal(err)
	}
	r := New(fstest.MapFS{File: {Data: b}})
	for text, want := range map[string]string{
		"Paris/NNP police/NNS met a man in Millersburg/NNP , Bourbon/NNP County/NNP and Lexington/NNP": "Paris=PPLUSA; Millersburg=PPLUSA; Bourbon County=ADM2USA; Lexington=PPLUSA",
		"they went to Paris/NNP": "Paris=PPLCFRA",
		"officials in Millersburg/NNP , and a Lexington/NNP woman/NN ": "Millersburg=PPLUSA; Lexington=PPLUSA",
	} {
		d := worddoc.New(demarche.Date{}, text)
		if err := r.Resolve(d); err != nil {
			t.Fatal(err)
		}
		if got := places(d); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestMentionsOfPeopleAreNoPlaces(t *testing.T) {
	d := worddoc.New(demarche.Date{}, "they saw Goma/NNP in Goma/NNP")
	d.Mentions = []demarche.Mention{{Range: demarche.Range{First: 2, End: 3}, Head: 2, Type: demarche.Person, Actors: []demarche.Actor{{ID: "people/x.tsv:1"}}}}
	if err := small(t).Resolve(d); err != nil {
		t.Fatal(err)
	}
	if len(d.Places) != 1 || d.Places[0].First != 4 {
		t.Errorf("got %q, want the town only", places(d))
	}
}

func TestLocationKeepsTheNameAsWritten(t *testing.T) {
	d := worddoc.New(demarche.Date{}, "in the Kherson/NNP region/NN")
	if err := small(t).Resolve(d); err != nil {
		t.Fatal(err)
	}
	l := d.Places[0].Location
	if l.ExtractedPlace != "Kherson region" || l.ResolvedPlace != "Khersonska oblast" || l.GeonameID != "10" || *l.Lat != 46.5 || l.Resolution != "state" {
		t.Errorf("got %+v", l)
	}
}

func TestResolveReportsABrokenGazetteer(t *testing.T) {
	for _, r := range []*Resolver{New(fstest.MapFS{}), New(fstest.MapFS{File: {Data: []byte("DMGAZ01\nxx")}})} {
		if err := r.Resolve(worddoc.New(demarche.Date{}, "in Goma/NNP")); err == nil {
			t.Error("no error")
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{"Côte d’Ivoire": "cote d ivoire", "N'Djamena": "n djamena", "Łódź": "lodz", "U.S.": "u s", "Ra’s al-Khaymah": "ra s al khaymah", "": ""} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	b, err := Encode([]Entry{{ID: 1, Name: "Goma", Country: "COD", Feature: "PPL", Population: 10}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b, "Goma Goma")
	f.Fuzz(func(t *testing.T, b []byte, text string) {
		d := worddoc.New(demarche.Date{}, text)
		for i := range d.Tokens {
			d.Tokens[i].UPOS = demarche.PROPN
		}
		if err := New(fstest.MapFS{File: {Data: b}}).Resolve(d); err != nil && len(d.Places) > 0 {
			t.Error("places despite an error")
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	r := small(b)
	line := "Officials/NNS told/VBD reporters/NNS in/IN Tbilisi/NNP ,/, Georgia/NNP ,/, that/IN troops/NNS of/IN the/DT United/NNP States/NNPS had/VBD left/VBN the/DT Kherson/NNP region/NN and/CC " +
		"sailed/VBN over/IN the/DT Black/NNP Sea/NNP before/IN winter/NN ,/, as/IN Paris/NNP Hilton/NNP and/CC other/JJ people/NNS in/IN Paris/NNP had/VBD asked/VBN ./.\n"
	d := worddoc.New(demarche.Date{}, strings.Repeat(line, 30))
	b.ResetTimer()
	for range b.N {
		if err := r.Resolve(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
