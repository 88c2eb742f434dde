package export

import (
	_ "embed"
	"strings"
)

//go:embed countries.tsv
var countriesTable string

// country is a state or territory under the codes of the field's data sets.
type country struct {
	iso, name string
	cow       string // Correlates of War abbreviation
	cowNumber string
	fips      string // FIPS 10-4
	cameo     string
	icews     string // its name in ICEWS
}

// countries are those of countries.tsv by ISO 3166-1 alpha-3.
type countries map[string]country

func newCountries() countries {
	all := countries{}
	for line := range strings.Lines(countriesTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || f[0] == "iso" {
			continue
		}
		c := country{iso: f[0], name: f[1], cow: f[2], cowNumber: f[3], fips: f[4], cameo: f[5], icews: f[6]}
		if c.cameo == "" {
			c.cameo = c.iso
		}
		if c.icews == "" {
			c.icews = c.name
		}
		all[c.iso] = c
	}
	return all
}

// of is the country of a code; ok is false for "UNO" and the like, and for no
// code.
func (c countries) of(code *string) (country, bool) {
	found, ok := c[deref(code)]
	return found, ok
}
