package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

// icewsColumns are the columns of the ICEWS coded event data (Boschee et al.
// 2015). Countries are given by name, sectors in words, and missing values are
// empty.
func icewsColumns() []column {
	known := newCountries()
	columns := []column{
		{"Event ID", "whole number made of the event's id and the pair", func(d *dyad) string { return d.number(d.ID, d.pair) }},
		{"Event Date", "the day; of a week or month its first; the day of printing where the text gives no date", func(d *dyad) string { return d.isoDay() }},
	}
	columns = append(columns, icewsParty(known, "Source", func(d *dyad) *demarche.Entity { return d.actor })...)
	columns = append(columns,
		column{"Event Text", "name of the CAMEO code", func(d *dyad) string { return cameoName(d.CAMEO) }},
		column{"CAMEO Code", "CAMEO code", func(d *dyad) string { return d.CAMEO }},
		column{"Intensity", "Goldstein score", func(d *dyad) string { return number(d.Goldstein) }},
	)
	columns = append(columns, icewsParty(known, "Target", func(d *dyad) *demarche.Entity { return d.recipient })...)
	return append(columns,
		column{"Story ID", "whole number made of the document's id", func(d *dyad) string { return d.number(d.story(), 0) }},
		column{"Sentence Number", "of the sentence in the document, from 1", func(d *dyad) string { return whole(d.TextInfo.Sequence) }},
		column{"Publisher", "publication", func(d *dyad) string { return d.CiteInfo.Publication }},
		column{"City", "the place where it is a town or a site", func(d *dyad) string { return placed(d.Location, "city", "site") }},
		column{"District", "the place where it is a district", func(d *dyad) string { return placed(d.Location, "county") }},
		column{"Province", "first-order division that the place is or lies in", func(d *dyad) string { return province(d.Location) }},
		column{"Country", "name of the country", func(d *dyad) string { return known[deref(countryCode(d.Location))].icews }},
		column{"Latitude", "degrees", func(d *dyad) string { return latitude(d.Location) }},
		column{"Longitude", "degrees", func(d *dyad) string { return longitude(d.Location) }},
	)
}

func icewsParty(known countries, side string, of func(*dyad) *demarche.Entity) []column {
	give := func(f func(*demarche.Entity) string) func(*dyad) string {
		return func(d *dyad) string {
			if e := of(d); e != nil {
				return f(e)
			}
			return ""
		}
	}
	sectors := func(e *demarche.Entity) string {
		var words []string
		for _, s := range sectorsOf(e) {
			words = append(words, icewsSectors[s])
		}
		return strings.Join(words, ",")
	}
	columns := []column{
		{side + " Name", "name from the lexicon or the text; for a description what it is, as in ICEWS: Military (Kenya)", give(known.icewsName)},
		{side + " Sectors", "sectors in words, with commas between them", give(sectors)},
		{side + " Country", "name of the country", give(func(e *demarche.Entity) string { return known[deref(e.Code)].icews })},
	}
	return columns
}

// icewsName is a name, or for those whom the text only describes their sector
// and country, as ICEWS names them.
func (c countries) icewsName(e *demarche.Entity) string {
	country, ok := c.of(e.Code)
	sector := icewsSectors[deref(e.Sector)]
	if !ok || sector == "" || e.IdentifierID != "" || isName(e.IdentifierText) {
		return entityName(e)
	}
	return sector + " (" + country.icews + ")"
}

// isName says that the words are capitalised as those of a name are: of one
// word the sentence's head may be the reason.
func isName(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && (i == 0 || len(w) > 3) {
			return false
		}
	}
	return len(words) > 1 && words[0] != "The" && words[0] != "A"
}

// icewsSectors are ICEWS's words for PLOVER's sectors.
var icewsSectors = map[string]string{
	"GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
	"SPY": "State Intelligence", "PTY": "Parties", "OPP": "Opposition", "REB": "Rebel", "PRM": "Paramilitary",
	"UAF": "Unidentified Forces", "UNK": "Unidentified", "CVL": "Civilian", "REF": "Refugees / Displaced", "ELI": "Elite",
	"BUS": "Business", "LAB": "Labor", "AGR": "Agricultural", "EDU": "Education", "MED": "Medical / Health", "JRN": "News",
	"REL": "Religious", "SOC": "Social", "CRM": "Criminals / Gangs", "PRE": "Unrecognized State",
}

func cameoName(code string) string {
	c, ok := codebook.LookupCAMEO(code)
	if !ok || c.Name == "" {
		return ""
	}
	return strings.ToUpper(c.Name[:1]) + c.Name[1:]
}

// story is the id of the document that the event's words stand in.
func (x *item) story() string {
	if x.document != nil {
		return x.document.ID
	}
	return x.address()
}

// reducedColumns are the ten columns to which R scripts cut ICEWS down.
func reducedColumns() []column {
	known := newCountries()
	code := func(of func(*dyad) *demarche.Entity) func(*dyad) string {
		return func(d *dyad) string {
			if e := of(d); e != nil {
				return deref(e.Code)
			}
			return ""
		}
	}
	cow := func(of func(*dyad) *demarche.Entity) func(*dyad) string {
		return func(d *dyad) string {
			if e := of(d); e != nil {
				return known[deref(e.Code)].cowNumber
			}
			return ""
		}
	}
	sector := func(of func(*dyad) *demarche.Entity) func(*dyad) string {
		return func(d *dyad) string {
			if e := of(d); e != nil {
				return deref(e.Sector)
			}
			return ""
		}
	}
	source, target := func(d *dyad) *demarche.Entity { return d.actor }, func(d *dyad) *demarche.Entity { return d.recipient }
	return []column{
		{"date", "the day, as in ICEWS", func(d *dyad) string { return d.isoDay() }},
		{"source_iso", "ISO 3166-1 alpha-3, or PLOVER's code of an organisation", code(source)},
		{"source_cow", "Correlates of War number", cow(source)},
		{"source_sector", "PLOVER sector", sector(source)},
		{"target_iso", "ISO 3166-1 alpha-3, or PLOVER's code of an organisation", code(target)},
		{"target_cow", "Correlates of War number", cow(target)},
		{"target_sector", "PLOVER sector", sector(target)},
		{"cameo", "CAMEO code", func(d *dyad) string { return d.CAMEO }},
		{"goldstein", "Goldstein score", func(d *dyad) string { return number(d.Goldstein) }},
		{"quad_class", "1 to 4, by the CAMEO code", func(d *dyad) string { return whole(codebook.CAMEOQuad(d.CAMEO)) }},
	}
}
