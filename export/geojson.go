package export

import (
	"bufio"
	"encoding/json"
	"io"
	"reflect"
)

// geoJSON writes a FeatureCollection (RFC 7946): an event is a point with the
// columns of the flat table as properties, lists as lists. An event whose place
// is unknown has no geometry, so that none is lost.
type geoJSON struct {
	out       *bufio.Writer
	fields    []field
	countries countries
	began     bool
}

func openGeoJSON(w io.Writer, o Options) (writer, error) {
	g := &geoJSON{out: bufio.NewWriterSize(w, 1<<16), fields: fieldsOf(rowType(o.Level)), countries: newCountries()}
	_, err := g.out.WriteString(`{"type":"FeatureCollection","features":[`)
	return g, err
}

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *point         `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude before latitude
}

func (g *geoJSON) write(x *item) (int, omission, error) {
	f := feature{Type: "Feature", ID: x.ID, Properties: map[string]any{}}
	row := reflect.ValueOf(g.countries.flatEventOf(x))
	if x.mention != nil {
		row = reflect.ValueOf(g.countries.flatMentionOf(x))
	}
	for _, field := range g.fields {
		switch {
		case field.name == "lat" || field.name == "lon" || field.name == "id":
		case field.kind == listField:
			if list := row.FieldByIndex(field.index); list.Len() > 0 {
				f.Properties[field.name] = list.Interface()
			}
		default:
			if v := field.value(row); v != nil && v != "" {
				f.Properties[field.name] = v
			}
		}
	}
	if l := x.Location; l != nil && l.Lat != nil && l.Lon != nil {
		f.Geometry = &point{"Point", [2]float64{*l.Lon, *l.Lat}}
	}
	text, err := json.Marshal(f)
	if err != nil {
		return 0, "", err
	}
	if g.began {
		g.out.WriteByte(',')
	}
	g.began = true
	g.out.WriteByte('\n')
	_, err = g.out.Write(text)
	return 1, "", err
}

func (g *geoJSON) close() error {
	g.out.WriteString("\n]}\n")
	return g.out.Flush()
}
