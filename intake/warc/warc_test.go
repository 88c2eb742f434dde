package warc_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/demarche/demarche/intake/warc"
)

// record is a record as a crawler writes it.
func record(kind, uri, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Target-URI: %s\r\n"+
		"WARC-Date: 2023-03-01T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, uri, contentType, len(block), block)
}

// page is a response record with an HTML body and more fields for its answer.
func page(uri, fields, body string) string {
	return record("response", uri, "application/http; msgtype=response",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"+fields+"\r\n"+body)
}

// read gives "OFFSET URI BODY" of each record and each damage.
func read(t *testing.T, in io.Reader, limits warc.Limits) (got []string, counts warc.Counts) {
	t.Helper()
	r := warc.NewReader(in, limits)
	defer r.Close()
	for {
		rec, err := r.Next()
		var damage *warc.Damage
		switch {
		case errors.As(err, &damage):
			got = append(got, damage.Error())
		case errors.Is(err, io.EOF):
			return got, r.Counts()
		case err != nil:
			return append(got, "end: "+err.Error()), r.Counts()
		default:
			got = append(got, fmt.Sprintf("%d %s %s", rec.Offset, rec.URI, rec.Body))
		}
	}
}

func packed(t *testing.T, pack func(io.Writer) io.WriteCloser, texts ...string) string {
	t.Helper()
	var b bytes.Buffer
	for _, text := range texts {
		z := pack(&b)
		if _, err := io.WriteString(z, text); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func gzipped(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func zstandard(w io.Writer) io.WriteCloser {
	z, _ := zstd.NewWriter(w) // fails only on wrong options
	return z
}

func deflated(w io.Writer) io.WriteCloser {
	z, _ := flate.NewWriter(w, 5) // fails only on a wrong level
	return z
}

func TestRecords(t *testing.T) {
	all := []string{
		record("warcinfo", "", "application/warc-fields", "software: x\r\n"),
		page("http://a/1", "", "<p>One."),
		record("request", "http://a/1", "application/http", "GET / HTTP/1.1\r\n\r\n"),
		record("revisit", "http://a/1", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
		record("response", "http://a/gone", "application/http", "HTTP/1.1 404 Not Found\r\n\r\n<p>No."),
		record("response", "http://a/i.png", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
		record("conversion", "http://a/2", "text/plain", "Two."),
		record("resource", "file:///3.html", "text/html", "<p>Three."),
	}
	first := len(all[0])
	sixth, seventh := 0, 0
	for i, rec := range all[:7] {
		if i < 6 {
			sixth += len(rec)
		}
		seventh += len(rec)
	}
	counts := warc.Counts{Records: 8, Taken: 3, Revisits: 1, Statuses: 1, Media: 1, Other: 2}
	tests := []struct {
		name    string
		archive string
		offsets []int
	}{
		{"plain", strings.Join(all, ""), []int{first, sixth, seventh}},
		{"one gzip member a record", packed(t, gzipped, all...), []int{
			len(packed(t, gzipped, all[:1]...)), len(packed(t, gzipped, all[:6]...)), len(packed(t, gzipped, all[:7]...)),
		}},
		{"one gzip member for all", packed(t, gzipped, strings.Join(all, "")), []int{0, 0, 0}},
		{"Zstandard", packed(t, zstandard, all...), []int{0, 0, 0}},
	}
	for _, tt := range tests {
		want := fmt.Sprintf("%d http://a/1 <p>One.\n%d http://a/2 Two.\n%d file:///3.html <p>Three.", tt.offsets[0], tt.offsets[1], tt.offsets[2])
		for kind, in := range map[string]io.Reader{
			"file": strings.NewReader(tt.archive), "stream": io.MultiReader(strings.NewReader(tt.archive)),
		} {
			got, n := read(t, in, warc.Limits{})
			if strings.Join(got, "\n") != want || n != counts {
				t.Errorf("%s, %s: counts %+v\n%s\nwant:\n%s", tt.name, kind, n, strings.Join(got, "\n"), want)
			}
		}
	}
}

func TestBodies(t *testing.T) {
	const text = "<p>Envoys met in Lima."
	tests := []struct{ name, fields, body, want string }{
		{"as it is", "", text, text},
		{"length stated wrongly", "Content-Length: 3\r\n", text, text},
		{"chunked", "Transfer-Encoding: chunked\r\n", "a\r\n<p>Envoys \r\nc\r\nmet in Lima.\r\n0\r\n\r\n", text},
		{"chunked, cut off", "Transfer-Encoding: chunked\r\n", "a\r\n<p>Envoys \r\nc\r\nmet in", "<p>Envoys met in"},
		{"said to be chunked", "Transfer-Encoding: chunked\r\n", text, text},
		{"gzip", "Content-Encoding: gzip\r\n", packed(t, gzipped, text), text},
		{"said to be gzip", "Content-Encoding: gzip\r\n", text, text},
		{"said to be Brotli", "Content-Encoding: br\r\n", text, text},
		{"deflate without a head", "Content-Encoding: deflate\r\n", packed(t, deflated, text), text},
		{"Zstandard", "Content-Encoding: zstd\r\n", packed(t, zstandard, text), text},
		{"Brotli", "Content-Encoding: br\r\n", packed(t, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }, text), text},
		{"twice", "Content-Encoding: deflate, gzip\r\n", packed(t, gzipped, packed(t, deflated, text)), text},
		{"lines that are no fields", "nonsense\r\nX: " + strings.Repeat("y", 9000) + "\r\n", text, text},
	}
	for _, tt := range tests {
		got, _ := read(t, strings.NewReader(page("u", tt.fields, tt.body)), warc.Limits{})
		if len(got) != 1 || got[0] != "0 u "+tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestDamage damages the second of three records; the others are read.
func TestDamage(t *testing.T) {
	one, two, three := page("one", "", "<p>One."), page("two", "", "<p>Two, "+strings.Repeat("on and on, ", 40)), page("three", "", "<p>Three.")
	zipped := packed(t, gzipped, two)
	flipped := []byte(zipped)
	flipped[len(flipped)/2] ^= 0xff
	sum := []byte(zipped)
	sum[len(sum)-6] ^= 0xff
	tests := []struct{ name, damaged string }{
		{"no number", strings.Replace(two, "Content-Length: ", "Content-Length: x", 1)},
		{"no length", strings.Replace(two, "Content-Length: ", "Length: ", 1)},
		{"length too small", strings.Replace(two, "Content-Length: ", "Content-Length: 1\r\nLength: ", 1)},
		{"length too great", strings.Replace(two, "Content-Length: ", "Content-Length: 700\r\nLength: ", 1)},
		{"length far too great", strings.Replace(two, "Content-Length: ", "Content-Length: 99999\r\nLength: ", 1)},
		{"no record", "some text\r\n\r\nwithout a meaning\r\n\r\n"},
		{"no answer", record("response", "two", "application/http", "nonsense")},
		{"no status", record("response", "two", "application/http", "HTTP/1.1 OK\r\n\r\n")},
	}
	check := func(name string, in io.Reader, at int) {
		got, _ := read(t, in, warc.Limits{})
		if len(got) != 3 || !strings.HasSuffix(got[0], " one <p>One.") || !strings.HasPrefix(got[1], fmt.Sprintf("byte %d: ", at)) ||
			!strings.HasSuffix(got[2], " three <p>Three.") {
			t.Errorf("%s: got %q", name, got)
		}
	}
	for _, tt := range tests {
		check(tt.name, strings.NewReader(one+tt.damaged+three), len(one))
		z := packed(t, gzipped, one)
		check(tt.name+", gzip", strings.NewReader(z+packed(t, gzipped, tt.damaged)+packed(t, gzipped, three)), len(z))
	}
	z := packed(t, gzipped, one)
	for name, damaged := range map[string]string{
		"a byte flipped": string(flipped), "wrong checksum": string(sum), "cut off": zipped[:len(zipped)/2], "only a head": zipped[:10],
		"not compressed": two, "bytes between members": "\x00\x00\x00",
	} {
		check(name, strings.NewReader(z+damaged+packed(t, gzipped, three)), len(z))
	}
}

func TestLimits(t *testing.T) {
	bomb := packed(t, gzipped, strings.Repeat("\x00", 1<<20))
	limits := warc.Limits{Block: 4096, Body: 8192}
	archive := page("one", "", "<p>One.") + page("long", "", strings.Repeat("a", 5000)) +
		page("bomb", "Content-Encoding: gzip\r\n", bomb) + page("two", "", "<p>Two.")
	got, counts := read(t, strings.NewReader(archive), limits)
	if len(got) != 4 || !strings.Contains(got[1], "above the limit") || !strings.Contains(got[2], "longer than") || !strings.HasSuffix(got[3], "<p>Two.") {
		t.Errorf("got %q", got)
	}
	if counts.Damaged != 2 || counts.Records != 4 {
		t.Errorf("counts %+v", counts)
	}
}

func TestDictionary(t *testing.T) {
	var samples [][]byte
	for i := range 50 {
		samples = append(samples, []byte(page(fmt.Sprint("http://a.example/news/", i), "", fmt.Sprint("<p>Report number ", i, " from Lima."))))
	}
	dict, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: samples[0], Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	withDict := func(w io.Writer) io.WriteCloser {
		z, err := zstd.NewWriter(w, zstd.WithEncoderDict(dict))
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	frame := func(content string) string {
		return "\x5d\x2a\x4d\x18" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(content)))) + content
	}
	records := packed(t, withDict, page("one", "", "<p>One."), page("two", "", "<p>Two."))
	for name, archive := range map[string]string{
		"plain": frame(string(dict)) + records, "compressed": frame(packed(t, zstandard, string(dict))) + records,
	} {
		got, _ := read(t, strings.NewReader(archive), warc.Limits{})
		if strings.Join(got, "\n") != "0 one <p>One.\n0 two <p>Two." {
			t.Errorf("%s: got %q", name, got)
		}
	}
	got, _ := read(t, strings.NewReader(frame(string(dict))[:100]), warc.Limits{})
	if len(got) != 1 || !strings.Contains(got[0], "dictionary is cut short") {
		t.Errorf("cut short: got %q", got)
	}
}

// FuzzReader looks for input that panics, or that gives steps without end.
func FuzzReader(f *testing.F) {
	one, two := page("one", "Content-Encoding: gzip\r\n", "<p>One."), record("conversion", "two", "text/plain", "Two.")
	f.Add([]byte(one + two))
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, one+two)
	z.Close()
	f.Add(b.Bytes())
	f.Add([]byte("\x1f\x8b\x08\x00WARC/1.0\r\n\r\n" + two))
	f.Add([]byte(strings.Replace(one, "Content-Length: ", "Content-Length: 9", 1) + two))
	f.Fuzz(func(t *testing.T, in []byte) {
		limits := warc.Limits{Block: 1 << 16, Body: 1 << 16}
		for _, archive := range []io.Reader{bytes.NewReader(in), io.MultiReader(bytes.NewReader(in))} {
			r := warc.NewReader(archive, limits)
			steps := 0
			for {
				rec, err := r.Next()
				var damage *warc.Damage
				if err != nil && !errors.As(err, &damage) {
					break
				}
				if err == nil && len(rec.Body) > 1<<16 {
					t.Fatal("a body above the limit")
				}
				// A member of n bytes decompresses to at most 1032 n, and holds no
				// more records than bytes.
				if steps++; steps > 2*1032*(len(in)+1) {
					t.Fatal("it does not end")
				}
			}
			r.Close()
		}
	})
}

func BenchmarkReader(b *testing.B) {
	body := "<html><body>" + strings.Repeat("<p>The foreign minister of Peru met her counterpart in Lima on Tuesday.</p>\n", 300)
	var archive bytes.Buffer
	for i := range 200 {
		z := gzip.NewWriter(&archive)
		io.WriteString(z, page(fmt.Sprint("http://a/", i), "", body))
		z.Close()
	}
	b.SetBytes(int64(200 * len(body)))
	for b.Loop() {
		r := warc.NewReader(bytes.NewReader(archive.Bytes()), warc.Limits{})
		for {
			if _, err := r.Next(); err != nil {
				break
			}
		}
	}
}
