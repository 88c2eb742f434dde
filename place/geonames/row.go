package geonames

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche/place/atlas"
)

const columns = 19 // of the table "geoname" as readme.txt of the dump describes it

// row is a line of the dump.
type row struct {
	place atlas.Place
	names []string // all names in Latin letters
	self  bool     // is the first-order division that its area names
}

// parse reads a line.
func parse(line string) (row, error) {
	f := strings.Split(line, "\t")
	if len(f) != columns {
		return row{}, fmt.Errorf("%d columns instead of %d; is it a dump of GeoNames?", len(f), columns)
	}
	id, err := strconv.ParseUint(f[0], 10, 32)
	if err != nil {
		return row{}, fmt.Errorf("column 1: %q is no identifier", f[0])
	}
	lat, err1 := strconv.ParseFloat(f[4], 64)
	lon, err2 := strconv.ParseFloat(f[5], 64)
	if err1 != nil || err2 != nil {
		return row{}, fmt.Errorf("columns 5 and 6: %q %q is no position", f[4], f[5])
	}
	population, _ := strconv.ParseUint(f[14], 10, 64) // empty for most
	r := row{place: atlas.Place{
		ID: uint32(id), Lat: lat, Lon: lon, Population: uint32(min(population, 1<<32-1)), Name: f[1],
		Area: atlas.Area{Country: alpha3(f[8]), Admin1: f[10]}, Feature: f[7],
	}}
	if f[6] != "" {
		r.place.Class = f[6][0]
	}
	if f[10] == "00" { // of the country in general
		r.place.Area.Admin1 = ""
	}
	r.self = f[7] == "ADM1"
	r.names = append(r.names, f[1])
	if f[2] != f[1] {
		r.names = append(r.names, f[2])
	}
	for len(f[3]) > 0 {
		name, rest, _ := strings.Cut(f[3], ",")
		if isName(name) {
			r.names = append(r.names, name)
		}
		f[3] = rest
	}
	return r, nil
}

// isName leaves out other scripts, codes of airports and the like, and links.
func isName(s string) bool {
	if len(s) < 4 && strings.ToUpper(s) == s || len(s) < 2 || len(s) > 100 || strings.Contains(s, "/") {
		return false
	}
	letters := 0
	for _, r := range s {
		if r >= 0x250 && r < 0x1e00 || r >= 0x2070 || r == utf8.RuneError {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// skipped are places that are no more, or that no text means by a name.
func skipped(feature string) bool {
	switch feature {
	case "ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "ADMDH", "PCLH", "PPLH", "PPLCH", "PPLQ", "RGNH", "ZONE", "":
		return true
	}
	return false
}
