package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

func TestEventsAreFoundByEveryFilter(t *testing.T) {
	c := newServer(t, nil)
	for _, test := range []struct {
		query string
		want  string // sentences, by a word in each
	}{
		{"actor=USA&type=CONSULT", "met"},
		{"q=actor:USA+type:CONSULT", "met"},
		{"q=actor:USA&type=CONSULT", "met"},
		{"actor=Antony+Blinken&recipient=KAZ", "met"},
		{"actor=USA.GOV&status=done", "met"},
		{"type=SANCTION,PROTEST&sort=date", "sanctions protested"},
		{"type=SANCTION&type=PROTEST&sort=date", "sanctions protested"},
		{"quad=4&place=KEN", "protested killed"},
		{"text=sanctions", "sanctions"},
		{"source=The+Evening+Post&type=SANCTION", "sanctions"},
		{"doc=hostile", "accused"},
		{"since=2023-04&until=2023-04&type=ASSAULT", "killed"},
		{"since=2030", ""},
		{"q=-type:CONSULT+place:Astana", ""},
	} {
		list := read[EventList](c, "/api/v1/events?"+test.query)
		words := strings.Fields(test.want)
		if len(list.Events) != len(words) {
			t.Errorf("%s gives %d events, want %d", test.query, len(list.Events), len(words))
			continue
		}
		for _, e := range list.Events {
			if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(e.Text, w) }) {
				t.Errorf("%s gives %q", test.query, e.Text)
			}
		}
	}
}

func TestPagingGivesEverythingOnce(t *testing.T) {
	c := newServer(t, nil)
	for _, sort := range []string{"-date", "date", "mentions", "confidence"} {
		all := read[EventList](c, "/api/v1/events?limit=500&sort="+sort)
		if all.Next != "" || len(all.Events) < 8 {
			t.Fatalf("by %s: %d events, next %q", sort, len(all.Events), all.Next)
		}
		var paged []record.Event
		after := ""
		for range 100 {
			page := read[EventList](c, "/api/v1/events?limit=3&sort="+sort+"&after="+url.QueryEscape(after))
			paged = append(paged, page.Events...)
			if after = page.Next; after == "" {
				break
			}
		}
		if idsOf(paged) != idsOf(all.Events) {
			t.Errorf("by %s pages give\n%s\nwant\n%s", sort, idsOf(paged), idsOf(all.Events))
		}
	}
}

func TestEventTellsItsMentions(t *testing.T) {
	c := newServer(t, nil)
	met := read[EventList](c, "/api/v1/events?type=CONSULT&actor=USA").Events[0]
	detail := read[EventDetail](c, "/api/v1/events/"+met.ID)
	if detail.Event.Mentions != 2 || len(detail.Mentions) != 2 {
		t.Fatalf("the meeting has %d mentions", len(detail.Mentions))
	}
	if m := detail.Mentions[1]; len(m.Reasons) == 0 || m.EventID != met.ID {
		t.Errorf("the second mention does not say why it is the same event: %+v", m.Reasons)
	}
	var documents []string
	for _, m := range detail.Mentions {
		documents = append(documents, m.Document.ID+" "+m.Document.Publication+" "+m.Document.Date)
	}
	if got := strings.Join(documents, "; "); got != "one The Daily 2023-03-01; two The Evening Post 2023-03-02" {
		t.Errorf("documents: %s", got)
	}
	if met.Doc != "one" && met.Doc != "two" {
		t.Errorf("the event's sentence is from document %q", met.Doc)
	}
}

func TestFacetsCountTheFilter(t *testing.T) {
	c := newServer(t, nil)
	got := read[FacetCounts](c, "/api/v1/facets?place=KEN&fields=type,quad")
	sum := 0
	for _, n := range got.Facets["type"] {
		sum += n.N
	}
	if len(got.Facets) != 2 || got.Total != 2 || sum != 2 {
		t.Errorf("got %+v", got)
	}
	all := read[FacetCounts](c, "/api/v1/facets")
	if len(all.Facets) < 6 || all.Total <= got.Total {
		t.Errorf("by default: %+v", all)
	}
}

func TestDocumentForTheReader(t *testing.T) {
	c := newServer(t, nil)
	list := read[DocumentList](c, "/api/v1/documents?type=PROTEST")
	if len(list.Documents) != 1 || list.Documents[0].ID != "three/and 1?" || list.Documents[0].Text != "" {
		t.Fatalf("documents with protests: %+v", list.Documents)
	}
	at := "/api/v1/documents/" + url.PathEscape(list.Documents[0].ID)
	plain := read[DocumentDetail](c, at)
	if plain.Document.Text != articles[2].Text || len(plain.Mentions) == 0 {
		t.Errorf("got %+v", plain.Document)
	}
	reading := read[Reading](c, at+"?layers=1")
	if len(reading.Events) != len(plain.Mentions) {
		t.Fatalf("the reading has %d events, the record %d", len(reading.Events), len(plain.Mentions))
	}
	for i, e := range reading.Events {
		if e.EventID == "" || e.ID != plain.Mentions[i].ID || len(e.Why) == 0 || e.Frame == nil {
			t.Errorf("event %d of the reading: id %s, event %q, frame %v", i, e.ID, e.EventID, e.Frame)
		}
	}
}

// A headline changes what is coded below it; the reader has to see what the
// record has.
func TestHeadlineForTheReader(t *testing.T) {
	c := newServer(t, nil)
	addTo(t, c.store, demarche.Doc{
		ID: "headed", Date: demarche.Date{Year: 2023, Month: 6, Day: 1}, Title: "Norway meets Sweden", HasHeadline: true,
		Text: "Norway meets Sweden\n\nNorway's prime minister met Sweden's prime minister in Oslo on Monday.",
	})
	reading := read[Reading](c, "/api/v1/documents/headed?layers=1")
	if len(reading.Events) != 1 || reading.Events[0].EventID == "" || reading.Events[0].TextInfo.Sequence != 2 {
		t.Errorf("got %+v", reading.Events)
	}
}

func TestDyadGivesBothWays(t *testing.T) {
	c := newServer(t, nil)
	view := read[DyadView](c, "/api/v1/dyad?a=KEN&b=UGA&by=year")
	if len(view.Periods) != 1 || view.Periods[0].N != 2 || view.Periods[0].Forward.N != 1 || view.Periods[0].Backward.N != 1 {
		t.Errorf("periods: %+v", view.Periods)
	}
	if len(view.Events) != 2 {
		t.Errorf("%d events", len(view.Events))
	}
	if none := read[DyadView](c, "/api/v1/dyad?a=KEN&b=ISL&limit=0"); len(none.Periods) != 0 || none.Events == nil || none.Periods == nil {
		t.Errorf("a pair without events: %+v", none)
	}
}

func TestDyadListsWhatItCounts(t *testing.T) {
	c := newServer(t, nil)
	addTo(t, c.store, demarche.Doc{
		ID: "together", Date: demarche.Date{Year: 2023, Month: 6, Day: 1},
		Text: "Norway and Sweden met in Oslo on Monday. Norway and Sweden condemned Iceland. Sweden expelled two Norwegian diplomats.",
	})
	view := read[DyadView](c, "/api/v1/dyad?a=NOR&b=SWE&by=year")
	var kinds []string
	for _, e := range view.Events {
		kinds = append(kinds, e.Event.Event[0])
	}
	slices.Sort(kinds)
	if want := []string{"CONSULT", "SANCTION"}; !slices.Equal(kinds, want) || view.Periods[0].N != len(want) {
		t.Errorf("%q listed, %+v counted; want %q", kinds, view.Periods, want)
	}
	if only := read[DyadView](c, "/api/v1/dyad?a=NOR&b=SWE&type=SANCTION"); len(only.Events) != 1 {
		t.Errorf("of SANCTION: %d events", len(only.Events))
	}
}

func TestActors(t *testing.T) {
	c := newServer(t, nil)
	for prefix, want := range map[string]string{"anton": "Antony Blinken", "KAZ": "KAZ", "kazakh": "KAZ", "BLINK": "Antony Blinken"} {
		list := read[WhoList](c, "/api/v1/actors?prefix="+prefix)
		if len(list.Actors) == 0 || list.Actors[0].Term != want {
			t.Errorf("%s completes to %+v, want %s first", prefix, list.Actors, want)
		}
	}
	if list := read[WhoList](c, "/api/v1/actors?prefix=100%25"); len(list.Actors) != 0 || list.Actors == nil {
		t.Errorf("100%% completes to %+v", list.Actors)
	}
	who := read[record.Profile](c, "/api/v1/actors/Antony%20Blinken")
	if who.Code != "USA" || len(who.Offices) == 0 || who.Events == 0 {
		t.Errorf("got %+v", who)
	}
	i := slices.IndexFunc(who.Legs, func(l record.Leg) bool { return l.Place == "Astana" })
	if i < 0 || who.Legs[i].Lat == nil || who.Legs[i].Country != "KAZ" {
		t.Errorf("itinerary: %+v", who.Legs)
	}
}

func TestNetworkAndMap(t *testing.T) {
	c := newServer(t, nil)
	net := read[NetworkView](c, "/api/v1/network?limit=50")
	if !slices.ContainsFunc(net.Nodes, func(n Node) bool { return n.ID == "KEN" && n.Label == "Kenya" && n.N > 0 }) || len(net.Edges) < 3 {
		t.Errorf("network: %+v", net)
	}
	view := read[MapView](c, "/api/v1/map?itinerary=Antony+Blinken")
	i := slices.IndexFunc(view.Points, func(p record.Spot) bool { return p.Place == "Nairobi" })
	if i < 0 || view.Points[i].CountryCode != "KEN" || view.Points[i].Lat > 0 || view.Points[i].Lon < 30 || view.Points[i].Event == "" {
		t.Errorf("points: %+v", view.Points)
	}
	if len(view.Itineraries) != 1 || len(view.Itineraries[0].Legs) == 0 {
		t.Errorf("itineraries: %+v", view.Itineraries)
	}
	total := read[FacetCounts](c, "/api/v1/facets?fields=type").Total
	placed := 0
	for _, p := range view.Points {
		placed += p.N
	}
	if placed+view.Unplaced != total {
		t.Errorf("%d placed and %d unplaced of %d events", placed, view.Unplaced, total)
	}
}

func TestStatsAndVocabulary(t *testing.T) {
	c := newServer(t, func(o *Options) { o.Sample = true })
	if s := read[StatsView](c, "/api/v1/stats"); s.Documents != len(articles) || !s.Sample || s.Events == 0 || s.Version == "" {
		t.Errorf("got %+v", s)
	}
	v := read[Vocabulary](c, "/api/v1/vocabulary")
	if len(v.Types) != 16 || len(v.Countries) < 195 || len(v.Sectors) == 0 || len(v.Contexts) == 0 {
		t.Errorf("vocabulary: %d types, %d countries", len(v.Types), len(v.Countries))
	}
	if i := slices.IndexFunc(v.Countries, func(w CodeWord) bool { return w.Code == "RUS" }); i < 0 || v.Countries[i].Name != "Russia" {
		t.Errorf("RUS is not called Russia")
	}
}

func TestWrongRequestsSayWhatToDo(t *testing.T) {
	c := newServer(t, nil)
	for _, test := range []struct {
		target string
		status int
		words  string
	}{
		{"/api/v1/events?q=actr:KAZ", 400, "did you mean actor?"},
		{"/api/v1/events?q=%22open", 400, "never closed"},
		{"/api/v1/events?type=CONSLUT", 400, "type: there is no"},
		{"/api/v1/events?since=yesterday", 400, "since: "},
		{"/api/v1/events?min_confidence=2", 400, "min_confidence: "},
		{"/api/v1/events?after=rubbish", 400, "take it from the answer before"},
		{"/api/v1/events?sort=relevance", 400, "text"},
		{"/api/v1/events?sort=up", 422, "sort: "},
		{"/api/v1/events?limit=-1", 422, "limit: "},
		{"/api/v1/events?limit=x", 422, "limit: "},
		{"/api/v1/events?actors=KAZ", 422, "actors: unknown query parameter"},
		{"/api/v1/events?format=xml", 422, "format: "},
		{"/api/v1/network?format=geojson", 406, "leave out format"},
		{"/api/v1/events/none", 404, `no event "none"`},
		{"/api/v1/documents/none", 404, `no document "none"`},
		{"/api/v1/actors/Nobody%20Atall", 404, `no actor "Nobody Atall"`},
		{"/api/v1/map?itinerary=Nobody", 404, `no actor "Nobody"`},
		{"/api/v1/dyad?a=KAZ", 422, "b: required"},
		{"/api/v1/dyad?a=KAZ&b=,", 400, "b: "},
		{"/api/v1/dyad?a=KAZ&b=RUS&by=decade", 422, "by: "},
		{"/api/v1/facets?fields=colour", 422, "fields"},
		{"/api/v1/nothing", 404, "/api/v1/docs"},
		{"/api/v2/events", 404, "/api/v1/docs"},
		{"/api/v1/code", 405, "POST"},
	} {
		t.Run(test.target, func(t *testing.T) { wantProblem(t, c.get(test.target), test.status, test.words) })
	}
	wantProblem(t, c.do(http.MethodPost, "/api/v1/events", ""), 405, "only read")
	wantProblem(t, c.do(http.MethodDelete, "/api/v1/events/x", ""), 405, "only read")
}

func TestDescriptionIsWhole(t *testing.T) {
	c := newServer(t, nil)
	w := c.get("/api/v1/openapi.json")
	var d struct {
		OpenAPI    string
		Paths      map[string]map[string]any
		Components struct{ Schemas map[string]any }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(d.OpenAPI, "3.1") || len(d.Paths) != 13 {
		t.Errorf("OpenAPI %s with %d paths", d.OpenAPI, len(d.Paths))
	}
	for _, part := range strings.Split(w.Body.String(), `"#/components/schemas/`)[1:] {
		name, _, _ := strings.Cut(part, `"`)
		if d.Components.Schemas[name] == nil {
			t.Errorf("the schema %s is referred to and is not there", name)
		}
	}
	for _, elsewhere := range []string{"http://", "https://"} {
		if i := strings.Index(w.Body.String(), elsewhere); i >= 0 {
			t.Errorf("the description points elsewhere: %.60s", w.Body.String()[i:])
		}
	}
	page := c.get("/api/v1/docs").Body.String()
	for path := range d.Paths {
		if !strings.Contains(page, path) {
			t.Errorf("/api/v1/docs does not tell of %s", path)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "http") && strings.Contains(page, "//cdn") {
		t.Error("/api/v1/docs loads something")
	}
}

// TestAnswersFitTheDescription holds answers to their schemas, which programs
// are generated from: every field that is there has to be described.
func TestAnswersFitTheDescription(t *testing.T) {
	c := newServer(t, nil)
	var d schemas
	if err := json.Unmarshal(c.get("/api/v1/openapi.json").Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	id := read[EventList](c, "/api/v1/events?type=CONSULT").Events[0].ID
	for target, schema := range map[string]string{
		"/api/v1/events": "EventList", "/api/v1/events/" + id: "EventDetail", "/api/v1/facets": "FacetCounts",
		"/api/v1/documents": "DocumentList", "/api/v1/documents/one": "DocumentDetail", "/api/v1/documents/one?layers=1": "Reading",
		"/api/v1/dyad?a=USA&b=KAZ": "DyadView", "/api/v1/actors?prefix=a": "WhoList", "/api/v1/actors/USA": "Profile",
		"/api/v1/network": "NetworkView", "/api/v1/map?itinerary=Antony%20Blinken": "MapView", "/api/v1/stats": "StatsView", "/api/v1/vocabulary": "Vocabulary",
	} {
		for _, wrong := range d.misfits(map[string]any{"$ref": "#/components/schemas/" + schema}, read[any](c, target), target) {
			t.Error(wrong)
		}
	}
}

// schemas is as much of a description as the test above needs.
type schemas struct {
	Components struct{ Schemas map[string]map[string]any }
}

func (d *schemas) misfits(schema map[string]any, v any, at string) (wrong []string) {
	if ref, ok := schema["$ref"].(string); ok {
		return d.misfits(d.Components.Schemas[strings.TrimPrefix(ref, "#/components/schemas/")], v, at)
	}
	if options, ok := schema["anyOf"].([]any); ok {
		for _, o := range options {
			if wrong = d.misfits(o.(map[string]any), v, at); wrong == nil {
				return nil
			}
		}
		return wrong
	}
	kinds := fmt.Sprint(schema["type"])
	switch v := v.(type) {
	case nil:
		if !strings.Contains(kinds, "null") {
			return []string{at + " is null, described as " + kinds}
		}
	case map[string]any:
		properties, _ := schema["properties"].(map[string]any)
		for name, field := range v {
			p, _ := properties[name].(map[string]any)
			if p == nil {
				p, _ = schema["additionalProperties"].(map[string]any)
			}
			if p == nil {
				wrong = append(wrong, at+"."+name+" is not described")
				continue
			}
			wrong = append(wrong, d.misfits(p, field, at+"."+name)...)
		}
	case []any:
		items, _ := schema["items"].(map[string]any)
		for i, item := range v {
			wrong = append(wrong, d.misfits(items, item, fmt.Sprintf("%s[%d]", at, i))...)
		}
	}
	return wrong
}
