package eval

import (
	"compress/gzip"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/place"
)

// placeDistance is how far off a place may be, in kilometres: 100 miles, as
// geoparsers are compared (Gritta et al. 2018; EUPEG, Wang and Hu 2019).
const placeDistance = 161

// Places scores place names against XML files of the GeoVirus kind: articles
// with text and locations that have name, start, end, lat and lon, offsets in
// code points; .gz is read as it is.
//
// A name is recognised when it shares a character with a gold name, each used
// once. End to end it is right when it lies besides within 161 km of the gold
// position. Resolved says which share of the recognised names lies so near.
//
// Analyse gets a document with text and fills Places.
func Places(paths []string, analyse func(*demarche.Doc) error) (*Report, error) {
	files, err := goldFiles(paths, ".xml", ".xml.gz")
	if err != nil {
		return nil, err
	}
	s := &placeScores{names: Score{Name: "recognised"}, near: Score{Name: "end to end, 161 km"}}
	for _, file := range files {
		articles, err := readPlaces(file)
		if err != nil {
			return nil, err
		}
		for n := range articles {
			a := &articles[n]
			doc := &demarche.Doc{ID: fmt.Sprintf("%s#%d", file, n+1), Text: a.Text}
			if err := analyse(doc); err != nil {
				return nil, fmt.Errorf("%s: article %d: %w", file, n+1, err)
			}
			s.add(doc, a.Locations)
		}
	}
	return &Report{Kind: "places", Items: s.names.Gold, Unit: "place names", Sections: []Section{
		{Title: "places", Scores: []Score{s.names, s.near}, Figures: []Figure{
			{"end to end F1 within 161 km", s.near.F1()}, {"resolved within 161 km", ratio(s.near.Correct, s.names.Correct)}}},
	}, Errors: s.lines}, nil
}

// goldPlace is a location of the gold; offsets are code points.
type goldPlace struct {
	Name  string  `xml:"name"`
	Start int     `xml:"start"`
	End   int     `xml:"end"`
	Lat   float64 `xml:"lat"`
	Lon   float64 `xml:"lon"`
}

type placeArticle struct {
	Text      string      `xml:"text"`
	Locations []goldPlace `xml:"locations>location"`
}

type placeScores struct {
	names, near Score
	lines       []string
}

func (s *placeScores) add(doc *demarche.Doc, gold []goldPlace) {
	used := make([]bool, len(gold))
	chars := demarche.NewChars(doc.Text)
	for i := range doc.Places {
		p := &doc.Places[i]
		span := doc.SpanOf(p.Range)
		start, end := chars.At(span.Start), chars.At(span.End)
		m := -1
		for k := range gold {
			if !used[k] && gold[k].Start < end && start < gold[k].End {
				m = k
				break
			}
		}
		s.names.Predicted++
		s.near.Predicted++
		if m < 0 {
			s.lines = append(s.lines, fmt.Sprintf("spurious %q: %s", doc.TextOf(p.Range), around(doc, p.Range)))
			continue
		}
		used[m] = true
		s.names.Correct++
		d := place.Kilometres(gold[m].Lat, gold[m].Lon, *p.Location.Lat, *p.Location.Lon)
		if d <= placeDistance {
			s.near.Correct++
			continue
		}
		s.lines = append(s.lines, fmt.Sprintf("%.0f km off: %q is %.2f %.2f, not %s %s %s %.2f %.2f", d, gold[m].Name, gold[m].Lat, gold[m].Lon,
			p.Location.ResolvedPlace, p.Location.FeatureCode, p.Location.CountryCode, *p.Location.Lat, *p.Location.Lon))
	}
	for k := range gold {
		if !used[k] {
			s.lines = append(s.lines, fmt.Sprintf("missed %q: %s", gold[k].Name, window(doc.Text, gold[k].Start, gold[k].End)))
		}
	}
	s.names.Gold += len(gold)
	s.near.Gold += len(gold)
}

// around is the text about a range, for remarks.
func around(doc *demarche.Doc, r demarche.Range) string {
	return doc.TextOf(demarche.Range{First: max(0, r.First-4), End: min(len(doc.Tokens), r.End+4)})
}

// window is the text about the code points from start to end.
func window(text string, start, end int) string {
	runes := []rune(text)
	return string(runes[max(0, min(start-25, len(runes))):max(0, min(end+25, len(runes)))])
}

func readPlaces(file string) ([]placeArticle, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
	}
	var g struct {
		Articles []placeArticle `xml:"article"`
	}
	if err := xml.NewDecoder(r).Decode(&g); err != nil {
		return nil, fmt.Errorf("%s: %w; articles with text and locations are expected", file, err)
	}
	return g.Articles, nil
}
