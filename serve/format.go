package serve

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/demarche/demarche/record"
)

// format is a form of answer.
type format string

const (
	asJSON    format = "application/json"
	asCSV     format = "text/csv"
	asGeoJSON format = "application/geo+json"
)

// Shape are the parameters that choose the form of an answer.
type Shape struct {
	Format string `query:"format" enum:"json,csv,geojson" doc:"form of the answer, before what Accept says; csv and geojson are offered as a download"`
	Accept string `header:"Accept" hidden:"true"`
}

// of is the form asked for, among those that a route offers. Whoever asks for
// none of them gets JSON.
func (s *Shape) of(offered ...format) (format, error) {
	switch s.Format {
	case "json":
		return asJSON, nil
	case "csv", "geojson":
		want := map[string]format{"csv": asCSV, "geojson": asGeoJSON}[s.Format]
		for _, f := range offered {
			if f == want {
				return f, nil
			}
		}
		return "", problem(http.StatusNotAcceptable, "this comes not as "+s.Format+"; leave out format")
	}
	return accepted(s.Accept, append([]format{asJSON}, offered...)), nil
}

// asked is the form asked for among those offered, and what the filters ask for.
func asked(shape *Shape, filters *Filters, offered ...format) (format, record.Query, error) {
	form, err := shape.of(offered...)
	if err != nil {
		return "", record.Query{}, err
	}
	q, err := filters.query()
	return form, q, err
}

// accepted is the offered form that an Accept header likes best.
func accepted(header string, offered []format) format {
	best, weight := asJSON, 0.0
	for part := range strings.SplitSeq(header, ",") {
		kind, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := 1.0
		if text, ok := strings.CutPrefix(strings.TrimSpace(params), "q="); ok {
			q, _ = strconv.ParseFloat(text, 64)
		}
		for _, f := range offered {
			if string(f) == strings.ToLower(strings.TrimSpace(kind)) && q > weight {
				best, weight = f, q
			}
		}
	}
	return best
}

// answer is what an operation gives: a body in a form, and what goes with it.
type answer struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Link        string `header:"Link"`
	Body        any
}

// inJSON is a plain answer.
func inJSON(body any) *answer { return &answer{Body: body} }

// inForm is an answer in another form than JSON.
func (s *Shape) inForm(f format, name string, body []byte) *answer {
	a := &answer{ContentType: string(f), Body: body}
	extension := "geojson"
	if f == asCSV {
		extension = "csv"
		a.ContentType = "text/csv; charset=utf-8; header=present"
	}
	if s.Format != "" {
		a.Disposition = `attachment; filename="demarche-` + name + "." + extension + `"`
	}
	return a
}

// continued adds where the rest is.
func (a *answer) continued(at *url.URL, next string) *answer {
	if next == "" {
		return a
	}
	query := at.Query()
	query.Set("after", next)
	a.Link = "<" + at.Path + "?" + query.Encode() + `>; rel="next"`
	return a
}
