package export

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

// gdeltColumns are the columns of GDELT 2.0's event table (Event Codebook 2.0,
// 2015). What demarche does not know, such as tone, is left empty: a 0 would be
// taken for a finding.
func gdeltColumns() []column {
	known := newCountries()
	actor, recipient := func(d *dyad) *demarche.Entity { return d.actor }, func(d *dyad) *demarche.Entity { return d.recipient }
	columns := []column{
		{"GLOBALEVENTID", "whole number made of the event's id and the pair", func(d *dyad) string { return d.number(d.ID, d.pair) }},
		{"SQLDATE", "the day, as 20230228", func(d *dyad) string { return d.dayAs("%04d%02d%02d") }},
		{"MonthYear", "the month, as 202302", func(d *dyad) string { return d.dayAs("%04d%02d") }},
		{"Year", "the year", func(d *dyad) string { return d.dayAs("%04d") }},
		{"FractionDate", "the year and the part of it that is over, in months of 30 days", func(d *dyad) string { return d.fractionDate() }},
	}
	columns = append(columns, gdeltActor(known, "Actor1", actor)...)
	columns = append(columns, gdeltActor(known, "Actor2", recipient)...)
	columns = append(columns,
		column{"IsRootEvent", "1 when its sentence is among the first four of the document", func(d *dyad) string { return d.isRoot() }},
		column{"EventCode", "CAMEO code", func(d *dyad) string { return d.CAMEO }},
		column{"EventBaseCode", "its first three digits", func(d *dyad) string { return d.CAMEO[:min(3, len(d.CAMEO))] }},
		column{"EventRootCode", "its first two digits", func(d *dyad) string { return d.CAMEO[:min(2, len(d.CAMEO))] }},
		column{"QuadClass", "1 to 4, by the CAMEO code", func(d *dyad) string { return whole(codebook.CAMEOQuad(d.CAMEO)) }},
		column{"GoldsteinScale", "Goldstein score", func(d *dyad) string { return number(d.Goldstein) }},
		column{"NumMentions", "mentions of the event", func(d *dyad) string { return whole(d.Mentions) }},
		column{"NumSources", "independent sources", func(d *dyad) string { return whole(d.Sources) }},
		column{"NumArticles", "articles", func(d *dyad) string { return whole(d.Articles) }},
		column{"AvgTone", "empty: not measured", nothing},
	)
	// The text says where the event was, not where those in it were.
	columns = append(columns, gdeltPlace(known, "Actor1Geo_", nowhere)...)
	columns = append(columns, gdeltPlace(known, "Actor2Geo_", nowhere)...)
	columns = append(columns, gdeltPlace(known, "ActionGeo_", func(d *dyad) *demarche.Location { return d.Location })...)
	return append(columns,
		column{"DATEADDED", "the first report's day, as 20230301000000", func(d *dyad) string { return stamp(d.FirstSeen) }},
		column{"SOURCEURL", "address of the best mention's article, or the document's id", func(d *dyad) string { return d.address() }},
	)
}

func nothing(*dyad) string                 { return "" }
func nowhere(*dyad) *demarche.Location     { return nil }
func constant(s string) func(*dyad) string { return func(*dyad) string { return s } }

func gdeltActor(known countries, side string, of func(*dyad) *demarche.Entity) []column {
	give := func(f func(cameoActor) string) func(*dyad) string {
		return func(d *dyad) string { return f(known.cameoOf(of(d))) }
	}
	name := func(d *dyad) string {
		if e := of(d); e != nil {
			return strings.ToUpper(entityName(e))
		}
		return ""
	}
	return []column{
		{side + "Code", "CAMEO actor code: country and roles", give(cameoActor.code)},
		{side + "Name", "name in capitals", name},
		{side + "CountryCode", "CAMEO country code", give(func(a cameoActor) string { return a.country })},
		{side + "KnownGroupCode", "CAMEO code of an organisation", give(func(a cameoActor) string { return a.group })},
		{side + "EthnicCode", "empty: not coded", nothing},
		{side + "Religion1Code", "empty: not coded", nothing},
		{side + "Religion2Code", "empty: not coded", nothing},
		{side + "Type1Code", "CAMEO role", give(func(a cameoActor) string { return a.role(0) })},
		{side + "Type2Code", "second CAMEO role", give(func(a cameoActor) string { return a.role(1) })},
		{side + "Type3Code", "third CAMEO role", give(func(a cameoActor) string { return a.role(2) })},
	}
}

func gdeltPlace(known countries, prefix string, of func(*dyad) *demarche.Location) []column {
	give := func(f func(*demarche.Location) string) func(*dyad) string {
		return func(d *dyad) string {
			if l := of(d); l != nil {
				return f(l)
			}
			return ""
		}
	}
	kind := func(d *dyad) string { return gdeltPlaceType(of(d)) }
	fips := give(func(l *demarche.Location) string { return known[l.CountryCode].fips })
	return []column{
		{prefix + "Type", "0 none, 1 country, 2 state and 3 city of the United States, 4 city and 5 state elsewhere", kind},
		{prefix + "FullName", "place, province and country", give(known.fullName)},
		{prefix + "CountryCode", "FIPS 10-4", fips},
		{prefix + "ADM1Code", "FIPS 10-4 of the country: provinces are not coded", fips},
		{prefix + "ADM2Code", "empty: not coded", nothing},
		{prefix + "Lat", "degrees", give(latitude)},
		{prefix + "Long", "degrees", give(longitude)},
		{prefix + "FeatureID", "GeoNames id", give(func(l *demarche.Location) string { return l.GeonameID })},
	}
}

func gdeltPlaceType(l *demarche.Location) string {
	switch {
	case l == nil || l.CountryCode == "":
		return "0"
	case l.Resolution == "country":
		return "1"
	}
	town := l.Resolution == "city" || l.Resolution == "site"
	switch home := l.CountryCode == "USA"; {
	case home && town:
		return "3"
	case home:
		return "2"
	case town:
		return "4"
	}
	return "5"
}

func (c countries) fullName(l *demarche.Location) string {
	parts := []string{placeName(l)}
	for _, wider := range []string{province(l), c[l.CountryCode].name} {
		if wider != "" && !slices.Contains(parts, wider) {
			parts = append(parts, wider)
		}
	}
	return strings.Join(parts, ", ")
}

// dayAs prints as many of year, month and day as the layout has verbs.
func (x *item) dayAs(layout string) string {
	d, _ := x.day()
	parts := []any{d.Year, d.Month, d.Day}
	return fmt.Sprintf(layout, parts[:strings.Count(layout, "%")]...)
}

func (x *item) fractionDate() string {
	d, _ := x.day()
	return fmt.Sprintf("%.4f", float64(d.Year)+float64((d.Month-1)*30+d.Day)/365)
}

func (x *item) isRoot() string {
	if x.TextInfo.Sequence > 0 && x.TextInfo.Sequence <= 4 {
		return "1"
	}
	return "0"
}

// stamp is a day as GDELT writes points in time.
func stamp(date string) string {
	d, err := demarche.ParseDate(date)
	if err != nil {
		return ""
	}
	return d.Time().Format("20060102") + "000000"
}

// gdeltMentionColumns are the columns of GDELT 2.0's mention table.
func gdeltMentionColumns() []column {
	return []column{
		{"GLOBALEVENTID", "that of the event's first row in the event table", func(d *dyad) string { return d.number(d.eventID(), 0) }},
		{"EventTimeDate", "the event's day, as 20230228000000", func(d *dyad) string { return stamp(d.isoDay()) }},
		{"MentionTimeDate", "when the article appeared, as 20230301103000", func(d *dyad) string { return d.appeared() }},
		{"MentionType", "1: an article, by its address", constant("1")},
		{"MentionSourceName", "publication", func(d *dyad) string { return d.CiteInfo.Publication }},
		{"MentionIdentifier", "address of the article, or the document's id", func(d *dyad) string { return d.address() }},
		{"SentenceID", "of the sentence in the document, from 1", func(d *dyad) string { return whole(d.TextInfo.Sequence) }},
		{"Actor1CharOffset", "code points of the text before the actor, -1 when none", func(d *dyad) string { return offsetOf(d.Actor) }},
		{"Actor2CharOffset", "code points of the text before the recipient, -1 when none", func(d *dyad) string { return offsetOf(d.Recipient) }},
		{"ActionCharOffset", "code points of the text before the event's words", func(d *dyad) string { return whole(d.TextInfo.EventStart) }},
		{"InRawText", "1: nothing is rewritten before coding", constant("1")},
		{"Confidence", "percent", func(d *dyad) string { return whole(int(d.Confidence*100 + 0.5)) }},
		{"MentionDocLen", "words of the article", func(d *dyad) string { return whole(d.document.Words) }},
		{"MentionDocTone", "empty: not measured", nothing},
		{"MentionDocTranslationInfo", "empty: nothing is translated", nothing},
		{"Extras", "empty, as in GDELT", nothing},
	}
}

func (x *item) appeared() string {
	if t, err := time.Parse(time.RFC3339, x.document.Published); err == nil {
		return t.UTC().Format("20060102150405")
	}
	return stamp(x.document.Date)
}

func offsetOf(entities []demarche.Entity) string {
	if len(entities) == 0 {
		return "-1"
	}
	return whole(entities[0].Start)
}
