package eval

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/lang/en"
	"github.com/demarche/demarche/place"
	"github.com/demarche/demarche/quantity"
	"github.com/demarche/demarche/quote"
	"github.com/demarche/demarche/timex"
)

// file writes a file of a gold standard and gives its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// split makes one sentence of the words of a text.
func split(d *demarche.Doc) {
	at := 0
	for _, w := range strings.Fields(d.Text) {
		start := at + strings.Index(d.Text[at:], w)
		at = start + len(w)
		d.Tokens = append(d.Tokens, demarche.Token{Span: demarche.Span{Start: start, End: at}, Form: w, Norm: w, Head: -1})
	}
	d.Sentences = []demarche.Sentence{{Range: demarche.Range{First: 0, End: len(d.Tokens)}}}
}

func figure(t *testing.T, r *Report, section, name string) float64 {
	t.Helper()
	v, err := r.Figure(section, name)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTimexReadsTimeML(t *testing.T) {
	path := file(t, "a.tml", `<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2023-03-01">2023-03-01</TIMEX3></DCT>
<TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2023-02-28">yesterday</TIMEX3> and on <TIMEX3 tid="t2" type="DATE" value="2023-02-27">Monday</TIMEX3> .</TEXT></TimeML>`)
	r, err := Timex([]string{path}, func(d *demarche.Doc) error {
		split(d)
		d.Times = []demarche.Timex{{Range: demarche.Range{First: 2, End: 3}, Type: "DATE", Value: d.Date.AddDays(-1).String()},
			{Range: demarche.Range{First: 4, End: 6}, Type: "DATE", Value: "2023-03-06"}}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s := r.Sections[0].Scores
	if s[0].Correct != 1 || s[1].Correct != 2 || s[3].Correct != 1 || s[3].Gold != 2 {
		t.Errorf("got %+v, want one strict, two relaxed, one value of two", s)
	}
}

func TestTimexReadsCAT(t *testing.T) {
	path := file(t, "a.xml", `<Document doc_id="1"><token number="0" sentence="0" t_id="1">Talks</token>
<token number="1" sentence="1" t_id="2">today</token><token number="2" sentence="1" t_id="3">,</token><token number="3" sentence="2" t_id="4">today</token>
<Markables><TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2008-03-27"/><TIMEX3 functionInDocument="NONE" type="DATE" value="2008-03-27"><token_anchor t_id="2"/></TIMEX3></Markables></Document>`)
	var text string
	r, err := Timex([]string{path}, func(d *demarche.Doc) error { text = d.Text; return nil })
	if err != nil {
		t.Fatal(err)
	}
	if text != "Talks\n\ntoday,\n\ntoday" || r.Items != 1 {
		t.Errorf("text %q, %d expressions", text, r.Items)
	}
}

func TestQuotesReadsBrat(t *testing.T) {
	dir := t.TempDir()
	text := "“Yes”, said Orr of Łódź."
	ann := "T1\tContent 0 5\t“Yes”\nT2\tCue 7 11\tsaid\nT3\tSource 12 15\tOrr\nT4\tAttribution 7 11\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n"
	for name, s := range map[string]string{"a.txt": text, "a_x1.ann": ann} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Quotes([]string{dir}, func(d *demarche.Doc) error {
		split(d)
		d.Quotes = []demarche.Quote{{Range: demarche.Range{First: 0, End: 1}, Kind: "direct", Speaker: 2, Cue: 1}}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if figure(t, r, "quotes", "direct quotes found") != 1 || figure(t, r, "quotes", "right speaker of direct quotes found") != 1 {
		t.Errorf("got %+v", r.Sections[0])
	}
}

func TestPlacesReadsArticles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xml.gz")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	z.Write([]byte(`<articles><article><text>Łódź and Goma</text><locations><location><name>Goma</name><start>9</start><end>13</end><lat>-1.7</lat><lon> 29.2</lon></location></locations></article></articles>`))
	z.Close()
	f.Close()
	lat, lon, far := -1.0, 29.0, 35.0
	for _, tc := range []struct {
		lon  *float64
		want float64
	}{{&lon, 1}, {&far, 0}} {
		r, err := Places([]string{path}, func(d *demarche.Doc) error {
			split(d)
			d.Places = []demarche.PlaceName{{Range: demarche.Range{First: 2, End: 3}, Location: demarche.Location{Lat: &lat, Lon: tc.lon}}}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := figure(t, r, "places", "end to end F1 within 161 km"); got != tc.want {
			t.Errorf("lon %v: F1 %v, want %v", *tc.lon, got, tc.want)
		}
	}
}

func TestBadGoldIsNamed(t *testing.T) {
	nothing := func(*demarche.Doc) error { return nil }
	for _, err := range []error{
		second(Timex([]string{file(t, "bad.xml", "<Document><token")}, nothing)),
		second(Places([]string{file(t, "bad.xml", "<articles><article>")}, nothing)),
		second(Quotes([]string{file(t, "bad.ann", "T1\tContent 0 99\tx\n")}, nothing)),
	} {
		if err == nil || !strings.Contains(err.Error(), "bad") {
			t.Errorf("error %v does not name the file", err)
		}
	}
}

func second(_ *Report, err error) error { return err }

// The layers end to end on the corpora beside the project. The bounds lie a
// little under what was measured, so that a fall is seen.
func TestLayersOnCorpora(t *testing.T) {
	const corpora = "../../shared/data/"
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("no corpora beside the project")
	}
	if testing.Short() {
		t.Skip("reads 200,000 words")
	}
	language, err := en.New()
	if err != nil {
		t.Skip("no language model:", err)
	}
	times, quotes, places := timex.New(), quote.New(), place.New(data.Places())
	analyse := func(d *demarche.Doc) error {
		language.Analyze(d)
		times.Tag(d)
		quantity.Tag(d)
		quotes.Find(d)
		return places.Resolve(d)
	}
	for _, tc := range []struct {
		score         func([]string, func(*demarche.Doc) error) (*Report, error)
		path          string
		section, name string
		least         float64
	}{
		{Timex, "meantime", "without document dates", "value F1", 0.74},
		{Quotes, "attribution/train", "quotes", "direct quotes found", 0.93},
		{Quotes, "attribution/train", "quotes", "right speaker of direct quotes found", 0.86},
		{Quotes, "attribution/train", "quotes", "all attributions found", 0.60},
		{Places, "places/GeoVirus.xml.gz", "places", "end to end F1 within 161 km", 0.80},
	} {
		r, err := tc.score([]string{corpora + tc.path}, analyse)
		if err != nil {
			t.Fatal(err)
		}
		if got := figure(t, r, tc.section, tc.name); got < tc.least {
			t.Errorf("%s: %s is %.3f, want at least %.2f", tc.path, tc.name, got, tc.least)
		}
	}
}
