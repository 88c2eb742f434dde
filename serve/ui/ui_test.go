package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := fs.ReadFile(Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// Browsers keep assets for ever, so an address must change with the content.
func TestAddressesCarryTheHashOfTheContent(t *testing.T) {
	addresses := regexp.MustCompile(`/(assets/[\w.]+)\?v=(\w+)`)
	found := addresses.FindAllStringSubmatch(read(t, "index.html")+read(t, "assets/app.js"), -1)
	if len(found) < 4 {
		t.Fatalf("%d assets are loaded; want the script, the styles, the icon and the map", len(found))
	}
	for _, m := range found {
		sum := sha256.Sum256([]byte(read(t, m[1])))
		if want := hex.EncodeToString(sum[:])[:len(m[2])]; m[2] != want {
			t.Errorf("%s is loaded with the hash %s of another build, not %s: run npm run build in serve/ui", m[1], m[2], want)
		}
	}
}

// The content security policy allows neither inline scripts nor inline styles.
func TestThePageHoldsNoInlineCode(t *testing.T) {
	page := read(t, "index.html")
	for _, pattern := range []string{`<script[^>]*>[^<]`, `<style`, ` style=`, ` on\w+=`, `https?://`} {
		if m := regexp.MustCompile(pattern).FindString(page); m != "" {
			t.Errorf("index.html holds %q", m)
		}
	}
	if m := regexp.MustCompile(`url\(["']?(https?:)?//|@import`).FindString(read(t, "assets/app.css")); m != "" {
		t.Errorf("app.css loads from elsewhere: %q", m)
	}
}

func TestTheFirstPageIsSmall(t *testing.T) {
	const most = 300_000
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	for _, name := range []string{"index.html", "assets/app.js", "assets/app.css", "assets/world.json", "assets/icon.svg"} {
		if _, err := w.Write([]byte(read(t, name))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if zipped.Len() > most {
		t.Errorf("the first page takes %d bytes compressed; at most %d", zipped.Len(), most)
	}
}

func TestTheLicencesOfWhatIsBundledAreThere(t *testing.T) {
	notice := read(t, "assets/NOTICE.txt")
	for _, name := range []string{"preact", "uplot", "d3-geo", "d3-force", "topojson-client", "world-atlas"} {
		if !strings.Contains(notice, "\n"+name+" ") {
			t.Errorf("NOTICE.txt lacks %s", name)
		}
	}
	if n := strings.Count(notice, "WITHOUT WARRANTY") + strings.Count(notice, "DISCLAIMS ALL WARRANTIES"); n < 6 {
		t.Errorf("NOTICE.txt holds %d licence texts", n)
	}
}
