package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/demarche/demarche/record"
)

// root is where the API is.
const root = "/api/v1"

// register puts the operations of the API on the mux, with their description.
func (s *server) register(mux *http.ServeMux) {
	api := humago.New(mux, config())
	get(api, "/events", "Events", "Events of the record that the filters choose, a page at a time.", EventList{}, s.events, asCSV, asGeoJSON)
	get(api, "/events/{id}", "Event", "An event with its mentions, why they were held to be one, and its changes of status.", EventDetail{}, s.event)
	get(api, "/facets", "Facets", "How many events of the filters have which values.", FacetCounts{}, s.facets)
	get(api, "/documents", "Documents", "Documents that tell of events that the filters choose.", DocumentList{}, s.documents, asCSV)
	get(api, "/documents/{id}", "Document", "A document with its mentions; with layers=1 with all that was found in its text, as POST /code gives it.", DocumentDetail{}, s.document)
	get(api, "/dyad", "Dyad", "What passed between two parties over time.", DyadView{}, s.dyad, asCSV)
	get(api, "/actors", "Names", "Completes the name of an actor.", WhoList{}, s.names)
	get(api, "/actors/{name}", "Actor", "What the record knows of somebody: offices, itinerary, partners, quotes.", record.Profile{}, s.actor)
	get(api, "/network", "Network", "Who deals with whom.", NetworkView{}, s.network, asCSV)
	get(api, "/map", "Map", "Where things happened, and who went where.", MapView{}, s.places, asGeoJSON, asCSV)
	get(api, "/stats", "Statistics", "What the record holds.", StatsView{}, s.stats)
	get(api, "/vocabulary", "Vocabulary", "What may stand in filters.", Vocabulary{}, s.vocabulary)
	s.registerCode(api)
	for _, property := range api.OpenAPI().Components.Schemas.Map()["ErrorModel"].Properties {
		property.Examples = nil // they are about another program
	}
	markNullable(api.OpenAPI().Components.Schemas)
	mux.HandleFunc("GET "+root+"/docs", docsPage(api.OpenAPI()))
}

// config is huma's, without what it would load from elsewhere.
func config() huma.Config {
	c := huma.DefaultConfig("demarche", "1")
	c.Info.Description = "Political events read from news: who did what to whom, when, where, and on whose word."
	c.Info.Version = strings.TrimPrefix(program, "demarche ")
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "where the server was started with a token"},
	}
	c.Security = []map[string][]string{{}, {"token": {}}}
	c.OpenAPIPath = root + "/openapi"
	c.DocsPath, c.SchemasPath = "", "" // its viewer comes from elsewhere
	c.CreateHooks = nil                // no $schema in answers
	c.Formats = map[string]huma.Format{"application/json": jsonFormat(), "json": jsonFormat()}
	c.RejectUnknownQueryParameters = true
	c.Transformers = []huma.Transformer{sayWhatIsWrong}
	return c
}

// jsonFormat is JSON that is safe even where something takes it for HTML: <, >
// and & are escaped.
func jsonFormat() huma.Format {
	return huma.Format{
		Marshal: func(w io.Writer, v any) error {
			var b bytes.Buffer
			if err := json.NewEncoder(&b).Encode(v); err != nil {
				return err
			}
			_, err := w.Write(b.Bytes())
			return err
		},
		Unmarshal: json.Unmarshal,
	}
}

// get registers a reading operation that answers with body, or in one of the
// other forms.
func get[In any](api huma.API, path, id, about string, body any, do func(context.Context, *In) (*answer, error), forms ...format) {
	registry := api.OpenAPI().Components.Schemas
	content := map[string]*huma.MediaType{
		string(asJSON): {Schema: registry.Schema(reflect.TypeOf(body), true, id)},
	}
	for _, f := range forms {
		schema := &huma.Schema{Type: huma.TypeString}
		if f == asGeoJSON {
			schema = registry.Schema(reflect.TypeFor[collection](), true, "")
		}
		content[string(f)] = &huma.MediaType{Schema: schema}
	}
	huma.Register(api, huma.Operation{
		OperationID: strings.ToLower(id), Method: http.MethodGet, Path: root + path, Summary: id, Description: about,
		Errors:    []int{http.StatusBadRequest, http.StatusNotFound},
		Responses: map[string]*huma.Response{"200": {Description: about, Content: content}, "304": {Description: "nothing changed since the ETag in If-None-Match"}},
	}, do)
}

func (s *server) registerCode(api huma.API) {
	registry := api.OpenAPI().Components.Schemas
	huma.Register(api, huma.Operation{
		OperationID: "code", Method: http.MethodPost, Path: root + "/code", Summary: "Code",
		Description:  "Codes an article: its events; with explain=1 with their evidence; with layers=1 with all that was found in the text. Nothing is kept.",
		MaxBodyBytes: maxBody, BodyReadTimeout: readTime, SkipValidateBody: true, // intake says better what is wrong
		RequestBody: codeBody(registry),
		Errors: []int{http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType,
			http.StatusUnprocessableEntity, http.StatusServiceUnavailable, http.StatusGatewayTimeout},
		Responses: map[string]*huma.Response{"200": {
			Description: "the events, or with layers=1 the reading",
			Content: map[string]*huma.MediaType{string(asJSON): {Schema: &huma.Schema{
				OneOf: []*huma.Schema{schemaOf[CodedEvents](registry), schemaOf[Reading](registry)},
			}}},
		}},
	}, s.code)
	// huma adds what any raw body may be.
	delete(api.OpenAPI().Paths[root+"/code"].Post.RequestBody.Content, "application/octet-stream")
}

func schemaOf[T any](registry huma.Registry) *huma.Schema {
	return registry.Schema(reflect.TypeFor[T](), true, "")
}

// schemaName tells apart what has the same name in several packages: Event is
// the record's, DemarcheEvent a coded one.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	folder := t.PkgPath()[strings.LastIndexByte(t.PkgPath(), '/')+1:]
	switch folder {
	case "demarche", "annotation":
		return strings.ToUpper(folder[:1]) + folder[1:] + name
	}
	return name
}
