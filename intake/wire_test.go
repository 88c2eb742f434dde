package intake_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche/intake"
)

const story = "<html><head><title>Envoys meet in Lima</title></head><body><article><h1>Envoys meet in Lima</h1>" +
	"<p>LIMA — The foreign minister of Peru met the foreign minister of Chile in Lima on Tuesday, her ministry said in a statement.</p>" +
	"<p>The two ministers signed an agreement on trade and promised to meet again in Santiago before the end of the year.</p>" +
	"<p>Both countries had recalled their ambassadors last year over a dispute about fishing in the waters off the border.</p>" +
	"</article></body></html>"

func warcRecord(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: https://a.example/%s\r\n"+
		"WARC-Date: 2023-03-01T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, uri, contentType, len(block), block)
}

func TestWebArchive(t *testing.T) {
	one := warcRecord("response", "one", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+story)
	two := warcRecord("revisit", "one", "application/http", "")
	three := warcRecord("conversion", "three", "text/plain; charset=windows-1252", "Caf\xe9 talks.")
	path := filepath.Join(t.TempDir(), "x.warc.gz")
	z := gzipped(t, one)
	archive := append(append(append(append([]byte{}, z...), "damage"...), gzipped(t, two)...), gzipped(t, three)...)
	if err := os.WriteFile(path, archive, 0o644); err != nil {
		t.Fatal(err)
	}
	docs, problems := read(t, intake.Reader{}, path)
	if len(docs) != 2 || !strings.HasPrefix(docs[0], "urn:uuid:one|2023-03-01|") || !strings.Contains(docs[0], "signed an agreement") ||
		docs[1] != "urn:uuid:three|2023-03-01|Café talks." {
		t.Errorf("documents: %q", docs)
	}
	equal(t, "problems", problems, []string{
		fmt.Sprintf("%s: byte %d: no gzip member starts here", path, len(z)),
		path + ": passed over: revisit records 1",
	})
}

func TestFeedFiles(t *testing.T) {
	words := strings.Repeat("The two envoys met again in Lima. ", 20)
	rss := `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title><language>en-us</language>` +
		`<item><title>Envoys meet</title><guid>g1</guid><pubDate>Wed, 01 Mar 2023 10:00:00 +0000</pubDate><content:encoded>&lt;p&gt;` + words + `</content:encoded></item>` +
		`<item><title>Two</title><link>https://a.example/2</link><description>Short.</description></item></channel></rss>`
	docs, problems := read(t, intake.Reader{Stdin: strings.NewReader(rss)}, "-")
	equal(t, "documents", docs, []string{"g1|2023-03-01|" + strings.TrimSpace(words)})
	equal(t, "problems", problems, []string{"stdin: items that are only a link: 1 (https://a.example/2); demarche watch fetches them"})

	docs, problems = read(t, intake.Reader{Stdin: strings.NewReader(`<urlset><url><loc>https://a.example/1</loc></url></urlset>`)}, "-")
	equal(t, "documents", docs, nil)
	equal(t, "problems", problems, []string{"stdin: pages and sitemaps of a site: 1 (https://a.example/1); demarche watch fetches them"})
}
