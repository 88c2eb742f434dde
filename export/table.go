package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// column is one column of a table that others defined.
type column struct {
	name  string
	about string
	value func(d *dyad) string
}

// table writes columns with tabs between them and without quoting.
type table struct {
	out     *bufio.Writer
	columns []column
	dyadic  bool
}

// tableOf opens a table of those columns, with a header or without.
func tableOf(give func() []column, header bool) func(io.Writer, Options) (writer, error) {
	return func(w io.Writer, o Options) (writer, error) {
		columns := give()
		t := &table{out: bufio.NewWriterSize(w, 1<<16), columns: columns, dyadic: o.Format.Dyadic}
		if header {
			names := make([]string, len(columns))
			for i, c := range columns {
				names[i] = c.name
			}
			if _, err := t.out.WriteString(strings.Join(names, "\t") + "\n"); err != nil {
				return nil, err
			}
		}
		return t, nil
	}
}

func (t *table) write(x *item) (rows int, why omission, err error) {
	if why := x.stands(); why != "" {
		return 0, why, nil
	}
	if _, dated := x.day(); !dated {
		return 0, undated, nil
	}
	all := []dyad{{item: x}}
	if t.dyadic {
		all = x.dyads()
	}
	for i := range all {
		for k, c := range t.columns {
			if k > 0 {
				t.out.WriteByte('\t')
			}
			t.out.WriteString(plain(c.value(&all[i])))
		}
		if err := t.out.WriteByte('\n'); err != nil { // a buffer keeps its first error
			return i, "", err
		}
	}
	return len(all), "", nil
}

func (t *table) close() error { return t.out.Flush() }

// orNone is how POLECAT writes what is missing.
func orNone(s string) string {
	if s == "" {
		return "None"
	}
	return s
}

// each joins what is given of each entity of a list; "None" when there is none.
func each(entities []demarche.Entity, give func(*demarche.Entity) string) string {
	if len(entities) == 0 {
		return "None"
	}
	all := make([]string, len(entities))
	for i := range entities {
		all[i] = orNone(give(&entities[i]))
	}
	return strings.Join(all, "; ")
}

func sectorsOf(e *demarche.Entity) []string {
	if e == nil || e.Sector == nil {
		return nil
	}
	return append([]string{*e.Sector}, e.Sectors...)
}

// latitude and longitude are "" when unknown.
func latitude(l *demarche.Location) string  { return degrees(l, func() *float64 { return l.Lat }) }
func longitude(l *demarche.Location) string { return degrees(l, func() *float64 { return l.Lon }) }

func degrees(l *demarche.Location, give func() *float64) string {
	if l == nil || give() == nil {
		return ""
	}
	return number(*give())
}

// placed is the place's name where it is of that sort: a city, a district, a
// province.
func placed(l *demarche.Location, resolutions ...string) string {
	if l == nil {
		return ""
	}
	for _, r := range resolutions {
		if l.Resolution == r {
			return placeName(l)
		}
	}
	return ""
}

// province is the first-order division that the place is or lies in.
func province(l *demarche.Location) string {
	if l == nil {
		return ""
	}
	return cmpOr(l.Admin1, placed(l, "state", "region"))
}

func placeName(l *demarche.Location) string {
	switch {
	case l == nil:
		return ""
	case l.ResolvedPlace != "":
		return l.ResolvedPlace
	}
	return l.ExtractedPlace
}

func countryCode(l *demarche.Location) *string {
	if l == nil || l.CountryCode == "" {
		return nil
	}
	return &l.CountryCode
}

func whole(n int) string { return strconv.Itoa(n) }
