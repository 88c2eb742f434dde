package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// phoenixColumns are the columns of the Phoenix event data.
func phoenixColumns() []column {
	known := newCountries()
	columns := []column{
		{"EventID", "whole number made of the event's id and the pair", func(d *dyad) string { return d.number(d.ID, d.pair) }},
		{"Date", "the day, as 20230228", func(d *dyad) string { return d.dayAs("%04d%02d%02d") }},
		{"Year", "the year", func(d *dyad) string { return d.dayAs("%04d") }},
		{"Month", "the month, 1 to 12", func(d *dyad) string { day, _ := d.day(); return whole(day.Month) }},
		{"Day", "the day of the month", func(d *dyad) string { day, _ := d.day(); return whole(day.Day) }},
	}
	columns = append(columns, phoenixActor(known, "Source", func(d *dyad) *demarche.Entity { return d.actor })...)
	columns = append(columns, phoenixActor(known, "Target", func(d *dyad) *demarche.Entity { return d.recipient })...)
	return append(columns,
		column{"EventCode", "CAMEO code", func(d *dyad) string { return d.CAMEO }},
		column{"EventRootCode", "its first two digits", func(d *dyad) string { return d.CAMEO[:min(2, len(d.CAMEO))] }},
		column{"PentaClass", "0 statement, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict", func(d *dyad) string { return pentaClass(d.CAMEO) }},
		column{"GoldsteinScore", "Goldstein score", func(d *dyad) string { return number(d.Goldstein) }},
		column{"Issues", "PLOVER contexts in capitals, each with 1: TERRORISM,1;LEGAL,1", func(d *dyad) string { return issues(d.Context) }},
		column{"Lat", "degrees", func(d *dyad) string { return latitude(d.Location) }},
		column{"Lon", "degrees", func(d *dyad) string { return longitude(d.Location) }},
		column{"LocationName", "name of the place", func(d *dyad) string { return placeName(d.Location) }},
		column{"StateName", "first-order division that the place is or lies in", func(d *dyad) string { return province(d.Location) }},
		column{"CountryName", "ISO 3166-1 alpha-3 of the place", func(d *dyad) string { return deref(countryCode(d.Location)) }},
		column{"SentenceID", "document and number of the sentence, of each mention", func(d *dyad) string {
			return d.ofReports(func(m *record.Mention) string { return m.Doc + "_" + strconv.Itoa(m.TextInfo.Sequence) })
		}},
		column{"URLs", "address of each article, or the document's id", func(d *dyad) string {
			return d.ofReports(func(m *record.Mention) string { return cmpOr(m.CiteInfo.URL, m.Doc) })
		}},
		column{"NewsSources", "publications", func(d *dyad) string {
			return d.ofReports(func(m *record.Mention) string { return m.CiteInfo.Publication })
		}},
	)
}

func phoenixActor(known countries, side string, of func(*dyad) *demarche.Entity) []column {
	give := func(f func(cameoActor) string) func(*dyad) string {
		return func(d *dyad) string { return f(known.cameoOf(of(d))) }
	}
	entity := func(a cameoActor) string {
		if a.group != "" {
			return "IGO" + a.group
		}
		return cmpOr(a.country, a.role(0))
	}
	role := func(a cameoActor) string {
		if a.country == "" || a.group != "" {
			return a.role(1)
		}
		return a.role(0)
	}
	attribute := func(a cameoActor) string {
		if a.country == "" || a.group != "" {
			return a.role(2)
		}
		return a.role(1)
	}
	return []column{
		{side + "ActorFull", "CAMEO actor code: country and roles", give(cameoActor.code)},
		{side + "ActorEntity", "CAMEO country or group", give(entity)},
		{side + "ActorRole", "CAMEO role", give(role)},
		{side + "ActorAttribute", "second CAMEO role", give(attribute)},
	}
}

// pentaClass is the quad class with statements apart.
func pentaClass(cameo string) string {
	root := cameo[:min(2, len(cameo))]
	switch {
	case root == "" || root <= "02":
		return "0"
	case root <= "05":
		return "1"
	case root <= "08":
		return "2"
	case root <= "13":
		return "3"
	}
	return "4"
}

func issues(contexts []string) string {
	var all []string
	for _, c := range contexts {
		all = append(all, strings.ToUpper(c)+",1")
	}
	return strings.Join(all, ";")
}

// ofReports joins what is given of each of the event's mentions, each value
// once, in the order of the mentions.
func (x *item) ofReports(give func(*record.Mention) string) string {
	reports := x.reports
	switch {
	case x.mention != nil:
		reports = []record.Mention{*x.mention}
	case len(reports) == 0:
		reports = []record.Mention{{Event: x.Event.Event}}
	}
	var all []string
	for i := range reports {
		if s := strings.ReplaceAll(give(&reports[i]), ";", ","); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, ";")
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
