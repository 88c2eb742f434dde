package export

import (
	"strings"

	"github.com/demarche/demarche"
)

// quadNames are POLECAT's names of the quad classes.
var quadNames = [...]string{"None", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"}

func quadName(code int) string {
	if code < 0 || code >= len(quadNames) {
		return "None"
	}
	return quadNames[code]
}

// polecatColumns are the columns of POLECAT (Halterman et al. 2023). Several
// values of one cell stand with "; " between them, what is missing is "None",
// COW codes are numbers.
func polecatColumns() []column {
	columns := []column{
		{"Event ID", "the event's id, of a mention the mention's", func(d *dyad) string { return d.ID }},
		{"Event Date", "the day; of a week or month its first; the day of printing where the text gives no date", func(d *dyad) string { return d.isoDay() }},
		{"Event Type", "PLOVER category", func(d *dyad) string { return orNone(d.category()) }},
		{"Event Mode", "PLOVER modes", func(d *dyad) string { return joinedOrNone(d.Mode) }},
		{"Intensity", "PLOVER score of category and mode", func(d *dyad) string { return number(d.EventScale) }},
		{"Quad Code", "VERBAL COOPERATION, MATERIAL COOPERATION, VERBAL CONFLICT, MATERIAL CONFLICT", func(d *dyad) string { return quadName(d.QuadCode) }},
		{"Contexts", "PLOVER contexts", func(d *dyad) string { return joinedOrNone(d.Context) }},
	}
	columns = append(columns, polecatParty("Actor", func(d *dyad) []demarche.Entity { return d.Actor })...)
	columns = append(columns, polecatParty("Recipient", func(d *dyad) []demarche.Entity { return d.Recipient })...)
	columns = append(columns, polecatPlace()...)
	return append(columns,
		column{"Source", "publication", func(d *dyad) string { return orNone(d.CiteInfo.Publication) }},
		column{"Publication Date", "the first report's", func(d *dyad) string { return orNone(d.FirstSeen) }},
		column{"Story People", "None: not kept of a whole story", none},
		column{"Story Organizations", "None: not kept of a whole story", none},
		column{"Story Locations", "None: not kept of a whole story", none},
		column{"Language", "ISO 639-1", func(d *dyad) string { return orNone(d.CiteInfo.Language) }},
		column{"Version", "program and version", func(d *dyad) string { return orNone(d.version) }},
	)
}

func none(*dyad) string { return "None" }

func joinedOrNone(words []string) string { return orNone(strings.Join(words, "; ")) }

func (x *item) isoDay() string {
	d, _ := x.day()
	return d.String()
}

func polecatParty(side string, of func(*dyad) []demarche.Entity) []column {
	known := newCountries()
	give := func(f func(*demarche.Entity) string) func(*dyad) string {
		return func(d *dyad) string { return each(of(d), f) }
	}
	cow := func(e *demarche.Entity) string {
		c, _ := known.of(e.Code)
		return c.cowNumber
	}
	return []column{
		{side + " Name", "name from the lexicon or the text", give(entityName)},
		{side + " Country", "ISO 3166-1 alpha-3, or PLOVER's UNO EUR IGO NGO ISM IMG MNC", give(func(e *demarche.Entity) string { return deref(e.Code) })},
		{side + " COW", "Correlates of War number", give(cow)},
		{"Primary " + side + " Sector", "PLOVER sector", give(func(e *demarche.Entity) string { return deref(e.Sector) })},
		{side + " Sectors", "all its sectors", give(func(e *demarche.Entity) string { return strings.Join(sectorsOf(e), ", ") })},
		{side + " Title", "office", give(func(e *demarche.Entity) string { return e.Office })},
		{side + " Name Raw", "the words of the text", give(func(e *demarche.Entity) string { return e.EntityText })},
		{"Wikipedia " + side + " ID", "Wikidata id", give(func(e *demarche.Entity) string { return e.IdentifierID })},
	}
}

func polecatPlace() []column {
	return []column{
		{"Placename", "name of the place in the gazetteer", func(d *dyad) string { return orNone(placeName(d.Location)) }},
		{"City", "the place where it is a town or a site", func(d *dyad) string { return orNone(placed(d.Location, "city", "site")) }},
		{"District", "the place where it is a district", func(d *dyad) string { return orNone(placed(d.Location, "county")) }},
		{"Province", "first-order division that the place is or lies in", func(d *dyad) string { return orNone(province(d.Location)) }},
		{"Country", "ISO 3166-1 alpha-3", func(d *dyad) string { return orNone(deref(countryCode(d.Location))) }},
		{"Latitude", "degrees", func(d *dyad) string { return orNone(latitude(d.Location)) }},
		{"Longitude", "degrees", func(d *dyad) string { return orNone(longitude(d.Location)) }},
		{"GeoNames ID", "GeoNames id", func(d *dyad) string {
			if d.Location == nil {
				return "None"
			}
			return orNone(d.Location.GeonameID)
		}},
		{"Raw Placename", "the words of the text", func(d *dyad) string {
			if d.Location == nil {
				return "None"
			}
			return orNone(d.Location.ExtractedPlace)
		}},
		{"Feature Type", "GeoNames feature code", func(d *dyad) string {
			if d.Location == nil {
				return "None"
			}
			return orNone(d.Location.FeatureCode)
		}},
	}
}
