package geonames

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche/place"
	"github.com/demarche/demarche/place/atlas"
)

// line is a row of a dump; what is not given is empty.
func line(id int, name, alternates string, class, code, country, admin1 string, population int) string {
	return fmt.Sprintf("%d\t%s\t%s\t%s\t%.1f\t%.1f\t%s\t%s\t%s\t\t%s\t\t\t\t%d\t\t\tEurope/Nowhere\t2020-01-01", id, name, name, alternates, float64(id%90), float64(id%180), class, code, country, admin1, population)
}

func dump(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if !strings.HasSuffix(name, ".zip") {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for entry, text := range map[string]string{"readme.txt": "read me", "XX.txt": text} {
		w, err := z.Create(entry)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// find gives the names of the places that a name stands for in an atlas.
func find(t *testing.T, path, name string) []string {
	t.Helper()
	a, err := atlas.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	numbers, _, err := a.Find(nil, []byte(place.Fold(name)))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, n := range numbers {
		p, err := a.At(n)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, fmt.Sprintf("%s %d %s%s %s", p.Name, p.ID, p.Area.Country, p.Area.Admin1, p.Feature))
	}
	return found
}

func TestBuild(t *testing.T) {
	text := dump(
		line(11, "Quorn Beck", "Beck of Quorn,كورن", "H", "STM", "GB", "ENG", 0),
		line(12, "Vrnjačka Luka", "Luka,LUK,http://x", "P", "PPL", "RS", "SE", 900),
		line(13, "Old Quorn", "", "P", "PPLH", "GB", "ENG", 0),
		"not a row",
		line(14, "Šumadija", "", "A", "ADM1", "RS", "SE", 0),
	)
	for _, name := range []string{"XX.zip", "XX.txt"} {
		out := filepath.Join(t.TempDir(), "x.gaz")
		p, err := Build(context.Background(), Options{Source: write(t, name, text), Out: out})
		if err != nil {
			t.Fatal(err)
		}
		if p.Places != 3 || p.Rows != 5 || p.Odd != 1 {
			t.Errorf("%s: %d places of %d rows, %d odd, want 3 of 5, 1 odd", name, p.Places, p.Rows, p.Odd)
		}
		for name, want := range map[string]string{
			"beck of QUORN": "[Quorn Beck 11 GBRENG STM]", "Vrnjacka Luka": "[Vrnjačka Luka 12 SRBSE PPL]", "luka": "[Vrnjačka Luka 12 SRBSE PPL]",
			"LUK": "[]", "Old Quorn": "[]", "Nowhere": "[]",
		} {
			if got := fmt.Sprint(find(t, out, name)); got != want {
				t.Errorf("%s: %s, want %s", name, got, want)
			}
		}
		a, err := atlas.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		if n, ok := a.Division(atlas.Area{Country: "SRB", Admin1: "SE"}); !ok || n != 2 {
			t.Errorf("the division SRB.SE is place %d %v, want 2", n, ok)
		}
		a.Close()
		if left, _ := os.ReadDir(filepath.Dir(out)); len(left) != 1 {
			t.Errorf("the working folder was left: %v", left)
		}
	}
}

// A build that is cut off goes on from its last run, and gives the same bytes
// as one that was not.
func TestBuildGoesOn(t *testing.T) {
	var lines []string
	for i := range 3 * every {
		lines = append(lines, line(i+1, fmt.Sprintf("Town %x", i*7919%4096), fmt.Sprintf("Place %d", i%500), "P", "PPL", "FR", "11", i%500))
	}
	source := write(t, "FR.txt", dump(lines...))
	folder := t.TempDir()
	whole, cut := filepath.Join(folder, "whole"), filepath.Join(folder, "cut")
	if _, err := Build(context.Background(), Options{Source: source, Out: whole, Memory: 1 << 20}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{Source: source, Out: cut, Memory: 1 << 20, Report: func(p Progress) {
		if p.Rows >= 2*every {
			cancel()
		}
	}}
	if _, err := Build(ctx, o); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want that it was cancelled", err)
	}
	if _, err := os.Stat(cut); err == nil {
		t.Error("an unfinished build left a gazetteer")
	}
	o.Report = nil
	p, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if !p.Resumed || p.Places != len(lines) {
		t.Errorf("resumed %v, %d places of %d", p.Resumed, p.Places, len(lines))
	}
	a, err1 := os.ReadFile(whole)
	b, err2 := os.ReadFile(cut)
	if err1 != nil || err2 != nil || string(a) != string(b) {
		t.Errorf("the two builds differ: %d and %d bytes, %v %v", len(a), len(b), err1, err2)
	}
	if got := find(t, whole, "Place 7"); len(got) != atlas.MaxPlaces {
		t.Errorf("%d places, want the %d most populous", len(got), atlas.MaxPlaces)
	}
}

func TestBuildErrors(t *testing.T) {
	for name, text := range map[string]string{"none.txt": "id,name\n1,Paris\n", "empty.txt": "", "broken.zip": "x"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Build(context.Background(), Options{Source: path, Out: path + ".gaz"})
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v, want an error that names the file", name, err)
		}
	}
}
