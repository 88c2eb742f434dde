package serve

import (
	"bytes"
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// docsPage is the API's description as a page without scripts: huma's own
// viewer is loaded from elsewhere.
func docsPage(api *huma.OpenAPI) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		if err := docsTemplate().Execute(&b, operationsOf(api)); err != nil {
			writeProblem(w, http.StatusInternalServerError, "the page could not be made; "+root+"/openapi.json has the same")
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		// What cannot be sent any more has nobody who waits for it.
		_, _ = b.WriteTo(w)
	}
}

// described is an operation on the page.
type described struct {
	Method, Path, About, Forms string
	Parameters                 []*huma.Param
}

func operationsOf(api *huma.OpenAPI) []described {
	var all []described
	for path, item := range api.Paths {
		for _, op := range [...]*huma.Operation{item.Get, item.Post} {
			if op == nil {
				continue
			}
			var forms []string
			if ok := op.Responses["200"]; ok != nil {
				for form := range ok.Content {
					forms = append(forms, form)
				}
			}
			slices.Sort(forms)
			all = append(all, described{op.Method, path, op.Description, strings.Join(forms, ", "), op.Parameters})
		}
	}
	slices.SortFunc(all, func(a, b described) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Method, b.Method))
	})
	return all
}

func docsTemplate() *template.Template {
	return template.Must(template.New("docs").Parse(docsHTML)) // a constant, which the tests parse too
}

const docsHTML = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>demarche: the HTTP API</title>
<h1>The HTTP API</h1>
<p>The same for programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href="/">Back to the record</a>.</p>
<ul>{{range .}}<li><a href="#{{.Method}}{{.Path}}">{{.Method}} {{.Path}}</a></li>{{end}}</ul>
{{range .}}
<h2 id="{{.Method}}{{.Path}}"><code>{{.Method}} {{.Path}}</code></h2>
<p>{{.About}} Comes as {{.Forms}}.</p>
{{with .Parameters}}<dl>{{range .}}<dt><code>{{.Name}}</code>{{if .Required}} (required){{end}}</dt><dd>{{.Description}}</dd>{{end}}</dl>{{end}}
{{end}}
</html>
`
