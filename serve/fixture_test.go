package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/record"
)

// theCoder is loaded once: models and lexicons are read-only.
var theCoder = sync.OnceValues(func() (*coder.Coder, error) { return coder.New(coder.Options{Explain: true}) })

// articles tell of one meeting twice, of steps between three pairs, and one is
// written to do harm.
var articles = []demarche.Doc{
	{ID: "one", Date: demarche.Date{Year: 2023, Month: 3, Day: 1}, Title: "Blinken in Astana", Publication: "The Daily",
		Text: "U.S. Secretary of State Antony Blinken met Kazakh President Kassym-Jomart Tokayev in Astana on Tuesday. " +
			"Blinken will visit Tashkent on Wednesday. Russia condemned the visit."},
	{ID: "two", Date: demarche.Date{Year: 2023, Month: 3, Day: 2}, Title: "Talks in Astana", Publication: "The Evening Post",
		Text: "Antony Blinken, the U.S. secretary of state, met Kassym-Jomart Tokayev in Astana on Tuesday. " +
			"Canada imposed sanctions on Russia on Wednesday. “We will not stop,” Tokayev said."},
	{ID: "three/and 1?", Date: demarche.Date{Year: 2023, Month: 4, Day: 10}, Title: "Protests", Publication: "The Daily",
		Text: "Thousands of people protested against the government in Nairobi on Monday. Police killed three protesters in Kisumu on Monday. " +
			"Kenya accused Uganda of arming rebels. Uganda accused Kenya of lying."},
	{ID: "hostile", Date: demarche.Date{Year: 2023, Month: 5, Day: 2}, Title: `<script>alert("x")</script>`, URL: "javascript:alert(1)",
		Publication: `=HYPERLINK("http://evil.invalid")`,
		Text:        "=cmd|' /C calc'!A0 and <img src=x onerror=alert(1)> stood on the page.\n\n<script>alert(1)</script>\n\nFrance accused Mali of lying on Monday."},
}

// newStore is a record of the articles in a file of its own.
func newStore(t testing.TB) *record.Store {
	t.Helper()
	store, err := record.Open(filepath.Join(t.TempDir(), "test.db"), record.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, doc := range articles {
		addTo(t, store, doc)
	}
	return store
}

func addTo(t testing.TB, store *record.Store, doc demarche.Doc) {
	t.Helper()
	c, err := theCoder()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Code(&doc); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Add(context.Background(), []record.Coded{record.Take(&doc, "test")}); err != nil {
		t.Fatal(err)
	}
}

// newServer serves the articles; change, which may be nil, changes the options.
func newServer(t testing.TB, change func(*Options)) *client {
	t.Helper()
	c, err := theCoder()
	if err != nil {
		t.Fatal(err)
	}
	store := newStore(t)
	o := Options{Store: store, Version: FileVersion(store.Path()), Engine: c, Local: true, Log: slog.New(slog.DiscardHandler)}
	if change != nil {
		change(&o)
	}
	handler, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return &client{t, handler, store}
}

// client asks a handler.
type client struct {
	t       testing.TB
	handler http.Handler
	store   *record.Store
}

// do sends a request; headers are pairs of name and value.
func (c *client) do(method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "127.0.0.1:8080"
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	return w
}

func (c *client) get(target string, headers ...string) *httptest.ResponseRecorder {
	return c.do(http.MethodGet, target, "", headers...)
}

// read gets JSON.
func read[T any](c *client, target string) T {
	c.t.Helper()
	w := c.get(target)
	if w.Code != http.StatusOK {
		c.t.Fatalf("%s: %d %s", target, w.Code, w.Body)
	}
	var v T
	decoder := json.NewDecoder(w.Body)
	if err := decoder.Decode(&v); err != nil {
		c.t.Fatalf("%s: %v", target, err)
	}
	return v
}

// wantProblem checks a refusal: its status, its form, and words of its advice.
func wantProblem(t testing.TB, w *httptest.ResponseRecorder, status int, words string) {
	t.Helper()
	var p struct {
		Status        int
		Title, Detail string
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Errorf("the answer is no problem document: %v: %s", err, w.Body)
		return
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type is %q", got)
	}
	if w.Code != status || p.Status != status || p.Title == "" || !strings.Contains(p.Detail, words) {
		t.Errorf("got %d %s %q, want %d with %q", w.Code, p.Title, p.Detail, status, words)
	}
}

func idsOf(events []record.Event) string {
	var ids []string
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	return fmt.Sprint(ids)
}
