package serve

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

func TestCSVIsReadBack(t *testing.T) {
	c := newServer(t, nil)
	events := read[EventList](c, "/api/v1/events?limit=500").Events
	w := c.get("/api/v1/events", "Accept", "text/html;q=0.9, text/csv")
	if kind := w.Header().Get("Content-Type"); !strings.HasPrefix(kind, "text/csv") || w.Header().Get("Content-Disposition") != "" {
		t.Errorf("headers %v", w.Header())
	}
	rows, err := csv.NewReader(w.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(events)+1 {
		t.Fatalf("%d rows for %d events", len(rows), len(events))
	}
	column := func(name string) int { return slices.Index(rows[0], name) }
	for i, row := range rows[1:] {
		if row[column("id")] != events[i].ID || row[column("text")] != inert(events[i].Text) || row[column("date")] != day(events[i].Date) {
			t.Errorf("row %d is %q", i, row)
		}
	}
	killed, err := csv.NewReader(c.get("/api/v1/events?format=csv&type=ASSAULT").Body).ReadAll()
	if err != nil || len(killed) != 2 || killed[1][column("dead_min")] != "3" || killed[1][column("dead_max")] != "3" || killed[1][column("country")] != "KEN" {
		t.Errorf("the killing is %q, %v", killed, err)
	}
}

func TestCSVOfEveryList(t *testing.T) {
	c := newServer(t, nil)
	for target, header := range map[string]string{
		"/api/v1/documents?format=csv":           "id,date,title",
		"/api/v1/dyad?a=KEN&b=UGA&format=csv":    "a,b,start",
		"/api/v1/network?format=csv":             "a,b,events",
		"/api/v1/map?format=csv":                 "place,country,lat",
		"/api/v1/events?format=csv&type=ASSAULT": "id,date,enddate",
	} {
		w := c.get(target)
		rows, err := csv.NewReader(w.Body).ReadAll()
		if err != nil || len(rows) < 2 || !strings.HasPrefix(strings.Join(rows[0], ","), header) {
			t.Errorf("%s: %v %q", target, err, rows)
		}
		if got := w.Header().Get("Content-Disposition"); !strings.HasPrefix(got, `attachment; filename="demarche-`) || !strings.HasSuffix(got, `.csv"`) {
			t.Errorf("%s is offered as %q", target, got)
		}
	}
}

// A spreadsheet runs cells that begin so; numbers have to stay numbers.
func TestCSVRunsNothing(t *testing.T) {
	for cell, want := range map[string]string{
		"=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "@SUM(A1)": "'@SUM(A1)", "+1 said": "'+1 said", "-9.5": "-9.5", "plain": "plain", "": "",
	} {
		if got := inert(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func TestGeoJSONIsReadBack(t *testing.T) {
	c := newServer(t, nil)
	for target, accept := range map[string]string{"/api/v1/events?limit=500": "application/geo+json", "/api/v1/map?itinerary=Antony+Blinken&format=geojson": "*/*"} {
		w := c.get(target, "Accept", accept)
		var got struct {
			Type     string
			Features []struct {
				Type     string
				Geometry *struct {
					Type        string
					Coordinates any
				}
				Properties map[string]any
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if w.Header().Get("Content-Type") != "application/geo+json" || got.Type != "FeatureCollection" || len(got.Features) == 0 {
			t.Fatalf("%s: %s %s", target, w.Header().Get("Content-Type"), got.Type)
		}
		placed := false
		for _, f := range got.Features {
			if f.Geometry == nil || f.Geometry.Type != "Point" {
				continue
			}
			at := f.Geometry.Coordinates.([]any)
			if f.Properties["place"] == "Nairobi" || strings.Contains(w.Body.String(), "Kisumu") {
				placed = true
			}
			if lon, lat := at[0].(float64), at[1].(float64); lon < -180 || lon > 180 || lat < -90 || lat > 90 {
				t.Errorf("%v is nowhere", at)
			}
		}
		if !placed {
			t.Errorf("%s puts nothing on the map", target)
		}
	}
}

func TestRestOfAnExportIsLinked(t *testing.T) {
	c := newServer(t, nil)
	all, err := csv.NewReader(c.get("/api/v1/events?format=csv").Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for target := "/api/v1/events?format=csv&limit=4"; target != ""; {
		w := c.get(target)
		page, err := csv.NewReader(w.Body).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, page[1:]...)
		link, _, _ := strings.Cut(w.Header().Get("Link"), ">")
		target = strings.TrimPrefix(link, "<")
		if len(rows) > len(all) {
			t.Fatal("the links go round")
		}
	}
	if len(rows) != len(all)-1 {
		t.Errorf("%d rows by links, %d at once", len(rows), len(all)-1)
	}
}

func TestUnchangedRecordIsNotSentAgain(t *testing.T) {
	c := newServer(t, nil)
	first := c.get("/api/v1/events")
	tag := first.Header().Get("ETag")
	if tag == "" {
		t.Fatal("no ETag")
	}
	again := c.get("/api/v1/events", "If-None-Match", `"other", `+tag)
	if again.Code != http.StatusNotModified || again.Body.Len() != 0 || again.Header().Get("ETag") != tag {
		t.Errorf("unchanged: %d with %d bytes", again.Code, again.Body.Len())
	}
	if other := c.get("/api/v1/events?limit=1", "If-None-Match", tag); other.Code != http.StatusOK {
		t.Error("another question has the same tag")
	}
	if other := c.get("/api/v1/events", "If-None-Match", tag, "Accept", "text/csv"); other.Code != http.StatusOK {
		t.Error("another form has the same tag")
	}
	addTo(t, c.store, demarche.Doc{ID: "new", Date: demarche.Date{Year: 2024, Month: 1, Day: 2}, Text: "Germany condemned Belarus on Monday."})
	if changed := c.get("/api/v1/events", "If-None-Match", tag); changed.Code != http.StatusOK {
		t.Errorf("after a change of the record: %d", changed.Code)
	}
	if wrong := c.get("/api/v1/events/none"); wrong.Header().Get("ETag") != "" {
		t.Error("an error has a tag")
	}
}

func TestCompression(t *testing.T) {
	c := newServer(t, nil)
	plain := c.get("/api/v1/events?limit=500").Body.String()
	w := c.get("/api/v1/events?limit=500", "Accept-Encoding", "br, gzip;q=0.5")
	if w.Header().Get("Content-Encoding") != "gzip" {
		t.Fatal("not compressed")
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(z)
	if err != nil || string(got) != plain {
		t.Errorf("differs from the plain answer: %v", err)
	}
	for _, refuses := range []string{"", "identity", "gzip;q=0"} {
		if w := c.get("/api/v1/events", "Accept-Encoding", refuses); w.Header().Get("Content-Encoding") != "" {
			t.Errorf("compressed for %q", refuses)
		}
	}
	if w := c.get("/healthz", "Accept-Encoding", "gzip"); w.Header().Get("Content-Encoding") != "" || w.Body.String() != "ok\n" {
		t.Errorf("a short answer: %v %q", w.Header(), w.Body)
	}
	if w := c.get("/api/v1/events/none", "Accept-Encoding", "gzip"); w.Code != http.StatusNotFound {
		t.Errorf("status %d", w.Code)
	}
}

// What an article says is never given in a form that a browser could run.
func TestHostileTextIsInert(t *testing.T) {
	c := newServer(t, nil)
	for _, target := range []string{
		"/api/v1/events?doc=hostile", "/api/v1/documents", "/api/v1/documents/hostile", "/api/v1/documents/hostile?layers=1",
		"/api/v1/events?q=%3Cscript%3E:1", "/api/v1/events/%3Cscript%3E", "/api/v1/actors/%3Cscript%3E", "/api/v1/facets?fields=source",
		"/api/v1/events?sort=%3Cscript%3E", "/%3Cscript%3E",
	} {
		w := c.get(target)
		if strings.Contains(w.Body.String(), "<script>") || strings.Contains(w.Body.String(), "<img") {
			t.Errorf("%s has markup of the article in it", target)
		}
		h := w.Header()
		if !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'none'") || strings.Contains(h.Get("Content-Security-Policy"), "unsafe") ||
			h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", target, h)
		}
	}
	doc := read[DocumentDetail](c, "/api/v1/documents/hostile").Document
	if doc.Text != articles[3].Text || doc.Title != articles[3].Title {
		t.Errorf("the text is changed: %q", doc.Text)
	}
}
