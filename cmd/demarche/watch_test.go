package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/demarche/demarche/alert"
	"github.com/demarche/demarche/record"
)

// TestWatchAFeed polls a feed over HTTP, stores what is new, and posts alerts.
func TestWatchAFeed(t *testing.T) {
	const article = `<html lang=en><head><title>Blinken in Astana</title><meta property="article:published_time" content="2023-03-01T10:00:00Z"></head>
<body><article><h1>Blinken in Astana</h1><p>ASTANA — U.S. Secretary of State Antony Blinken visited Astana on Tuesday for talks with the president of Kazakhstan.</p>
<p>He met the foreign ministers of the five Central Asian countries in the capital, and spoke with them about trade and about water.</p>
<p>The ministers said after the talks that they would meet again in Tashkent before the end of the year to go on with the work.</p></article></body></html>`
	var posted []alert.Alert
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	mux.HandleFunc("/feed", func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.UserAgent(), "desk@example.org") {
			t.Errorf("user agent %q", r.UserAgent())
		}
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>The Daily</title><item><title>Blinken in Astana</title><link>%s/1</link></item></channel></rss>`, server.URL)
	})
	mux.HandleFunc("/1", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, article) })
	mux.HandleFunc("/hook", func(_ http.ResponseWriter, r *http.Request) {
		var a alert.Alert
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			t.Error(err)
		}
		posted = append(posted, a)
	})
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sources := write("sources.toml", "contact = \"desk@example.org\"\ndelay = \"0s\"\nalerts = \"alerts.rules\"\n[[feed]]\nurl = \""+server.URL+"/feed\"\n")
	write("alerts.rules", "deliver hook webhook "+server.URL+"/hook\nwhen actor:USA recipient:KAZ\n to hook\n")
	db := filepath.Join(dir, "news.db")
	for range 2 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		var stdout, stderr bytes.Buffer
		status := Run(ctx, []string{"watch", sources, "--db", db, "--once", "--metrics", "127.0.0.1:0"}, strings.NewReader(""), &stdout, &stderr)
		cancel()
		if status != exitOK {
			t.Fatalf("status %d: %s", status, stderr.String())
		}
	}
	if len(posted) == 0 || !strings.Contains(posted[0].Sentence, "visited Astana") || posted[0].URL != server.URL+"/1" {
		t.Errorf("posted %+v", posted)
	}
	seen := map[string]bool{}
	for _, a := range posted {
		if seen[a.ID] {
			t.Errorf("posted twice: %s", a.Sentence)
		}
		seen[a.ID] = true
	}
	store, err := record.OpenReadOnly(db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	doc, err := store.Document(t.Context(), server.URL+"/1")
	if err != nil || doc.Date != "2023-03-01" || doc.Publication != "The Daily" {
		t.Errorf("document %+v, %v", doc, err)
	}
}
