package export

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/demarche/demarche/codebook"
)

// WriteDictionary writes docs/data-dictionary.md: every column of every format,
// from the types and tables that write them.
func WriteDictionary(w io.Writer) error {
	var b strings.Builder
	b.WriteString(dictionaryHead)
	b.WriteString("\n## Events and mentions as JSON Lines\n\n" +
		"One object a line, with the fields of PLOVER's data exchange format; what PLOVER has no name for is\n" +
		"marked +. A list is never missing, a text or object that is not known is null or left out.\n\n")
	for _, part := range jsonParts() {
		if err := part.write(&b); err != nil {
			return err
		}
	}
	for _, level := range []Level{Events, Mentions} {
		fmt.Fprintf(&b, "\n## csv, parquet, sqlite and geojson: one row %s\n\n", an(level))
		b.WriteString(flatHead[level])
		b.WriteString("| column | type | meaning |\n| --- | --- | --- |\n")
		for _, f := range fieldsOf(rowType(level)) {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.name, f.kind, f.about)
		}
	}
	b.WriteString(sqliteParties)
	b.WriteString("\n## graphml\n\n| attribute | of | type |\n| --- | --- | --- |\n")
	for _, k := range graphKeys {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", k[1], k[0], k[2])
	}
	writeTables(&b)
	writeValues(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

const dictionaryHead = `# Data dictionary

Every column of every format that ` + "`demarche export`" + ` writes. This page is made from the types that write them
(` + "`UPDATE_DOCS=1 go test ./export -run Dictionary`" + `); [export.md](export.md) says what each format is good for and how
to read it. A mention is an article's statement of an event; an event is what happened, merged from its mentions.
`

var flatHead = map[Level]string{
	Events: "In CSV and SQLite a list stands in one cell with `; ` between its elements, in Parquet and GeoJSON it is a list.\n" +
		"Lists that belong together (the actors', the recipients') are as long as one another, with empty elements for what\n" +
		"is not known. A day is ISO 8601 in CSV, SQLite and GeoJSON and a date in Parquet. What is not known is empty in CSV,\n" +
		"null elsewhere. In GeoJSON `id` is the feature's and the point its geometry; what is not known is left out.\n\n",
}

const sqliteParties = "\nSQLite has a second table, `parties`, with a row for each actor and recipient: `event` or `mention` (the id), `side`\n" +
	"(actor, recipient), `number` (from 1), `code`, `cow`, `sector`, `sectors`, `name`, `id` (Wikidata), `office`, `text`.\n"

// writeTables writes the columns of the formats that others defined.
func writeTables(b *strings.Builder) {
	for _, t := range []struct {
		name    string
		columns []column
	}{
		{"polecat", polecatColumns()}, {"icews", icewsColumns()}, {"gdelt", gdeltColumns()},
		{"gdelt-mentions", gdeltMentionColumns()}, {"phoenix", phoenixColumns()}, {"reduced", reducedColumns()},
	} {
		fmt.Fprintf(b, "\n## %s\n\n| | column | meaning |\n| --- | --- | --- |\n", t.name)
		for i, c := range t.columns {
			fmt.Fprintf(b, "| %d | `%s` | %s |\n", i+1, c.name, c.about)
		}
	}
	b.WriteString("\n## dyad-month\n\n| | column | meaning |\n| --- | --- | --- |\n")
	for i, c := range dyadMonthColumns() {
		fmt.Fprintf(b, "| %d | `%s` | %s |\n", i+1, c[0], c[1])
	}
}

// writeValues writes what the coded columns can hold.
func writeValues(b *strings.Builder) {
	b.WriteString("\n## Categories and their modes\n\n| category | quad | score | modes |\n| --- | --- | --- | --- |\n")
	for _, c := range codebook.Categories() {
		var modes []string
		for _, m := range c.Modes {
			mode := m.Name
			if score := codebook.Score(c.Name, []string{m.Name}); score != c.Score {
				mode += " " + number(score)
			}
			modes = append(modes, mode)
		}
		fmt.Fprintf(b, "| %s | %d | %s | %s |\n", c.Name, c.Quad, number(c.Score), strings.Join(modes, ", "))
	}
	fmt.Fprintf(b, "\nContexts: %s.\n", strings.Join(codebook.Contexts(), ", "))
	b.WriteString("\n## Country codes\n\n" +
		"Countries are coded by ISO 3166-1 alpha-3; tables for Correlates of War numbers and abbreviations, FIPS 10-4 and the\n" +
		"deviations of CAMEO and ICEWS are in `export/countries.tsv`, with sources and the day of checking. What is no country\n" +
		"has PLOVER's UNO (United Nations), EUR (European Union), IGO, NGO, ISM (international movement), IMG (transnational\n" +
		"armed group), MNC (company). Codes of the state system that Correlates of War does not know (Palestine, Hong Kong)\n" +
		"have no number.\n")
}

// jsonPart is an object of the JSON Lines formats.
type jsonPart struct {
	title  string
	of     reflect.Type
	fields []string // "" name, meaning: see jsonParts
}

func (p jsonPart) write(b *strings.Builder) error {
	about := map[string]string{}
	for i := 0; i < len(p.fields); i += 2 {
		about[p.fields[i]] = p.fields[i+1]
	}
	fmt.Fprintf(b, "**%s**\n\n| field | type | meaning |\n| --- | --- | --- |\n", p.title)
	for _, f := range jsonFields(p.of) {
		meaning, ok := about[f.name]
		if !ok {
			return fmt.Errorf("the data dictionary does not say what %s of %s means", f.name, p.of)
		}
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", f.name, f.kind, meaning)
	}
	b.WriteString("\n")
	return nil
}

type jsonField struct{ name, kind string }

// jsonFields are the fields of a struct as encoding/json writes them: those of
// embedded structs too, unless the struct has one of the same name.
func jsonFields(t reflect.Type) []jsonField {
	var own, inner []jsonField
	taken := map[string]bool{}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			inner = append(inner, jsonFields(f.Type)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		own = append(own, jsonField{name, jsonKind(f.Type)})
		taken[name] = true
	}
	var all []jsonField
	for _, f := range inner {
		if !taken[f.name] {
			all = append(all, f)
		}
	}
	return append(all, own...)
}

func jsonKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return jsonKind(t.Elem()) + " or null"
	case reflect.Slice:
		return "list of " + jsonKind(t.Elem())
	case reflect.Struct:
		return "object"
	case reflect.Int:
		return "whole number"
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "true or false"
	}
	return "text"
}
