package place

import (
	"fmt"
	"io/fs"
	"strconv"
	"sync"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/place/atlas"
)

// File is the name of the gazetteer within the file system given to New.
const File = "gazetteer.bin"

// Resolver finds and resolves place names. It may be shared by goroutines.
type Resolver struct {
	load  func() (*gazetteer, error)
	words wordLists
	atlas *atlas.Reader
}

// WithAtlas makes a Resolver that searches a gazetteer built from a dump of
// GeoNames besides.
func (r *Resolver) WithAtlas(a *atlas.Reader) *Resolver {
	return &Resolver{load: r.load, words: r.words, atlas: a}
}

// New makes a Resolver over the gazetteer in files. The gazetteer is read
// when the first document that holds a name is resolved.
func New(files fs.FS) *Resolver {
	return &Resolver{words: newWordLists(), load: sync.OnceValues(func() (*gazetteer, error) {
		b, err := fs.ReadFile(files, File)
		if err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
		g, err := open(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", File, err)
		}
		return g, nil
	})}
}

// Resolve fills doc.Places, in order of the text and without overlaps. It
// needs tokens with tags; trees tell "Washington said" from "in Washington",
// and doc.Mentions, when there, keep names of people and organisations out
// and say which countries the text is about.
//
// Range is the name as written, without "region" or "north of". The error is
// that of reading the gazetteer; the document is then without places.
func (r *Resolver) Resolve(doc *demarche.Doc) error {
	doc.Places = doc.Places[:0]
	g, err := r.load()
	if err != nil {
		return err
	}
	w := &work{lookup: lookup{gazetteer: g, far: r.atlas}, words: &r.words, doc: doc, groupOf: map[string]int{}}
	w.collect()
	if len(w.names) == 0 {
		return nil
	}
	w.choose()
	for i := range w.names {
		n := &w.names[i]
		c := n.best
		if c < 0 || w.acts(n, c) {
			continue
		}
		doc.Places = append(doc.Places, demarche.PlaceName{Range: n.Range, Location: w.location(n, c)})
	}
	return w.err
}

// location writes place c, named by n, as the event format has it.
func (w *work) location(n *name, c int32) demarche.Location {
	loc := w.locate(c)
	loc.ExtractedPlace = w.doc.TextOf(demarche.Range{First: n.First, End: n.full})
	return loc
}

func (l *lookup) locate(c int32) demarche.Location {
	r := l.at(c)
	country, _ := l.areaOf(r)
	loc := demarche.Location{
		ResolvedPlace: l.nameOf(r), Lat: &r.lat, Lon: &r.lon, CountryCode: country, Admin1: l.divisionOf(r),
		FeatureCode: l.codeOf(r), Resolution: resolution(l.featureOf(r)),
	}
	if r.id > 0 {
		loc.GeonameID = strconv.FormatUint(uint64(r.id), 10)
	}
	return loc
}

// resolution says how large the place is that was found.
func resolution(feature string) string {
	switch feature {
	case "PCLI":
		return "country"
	case "ADM1":
		return "state"
	case "ADM2":
		return "county"
	case "PPL", "PPLA", "PPLC":
		return "city"
	case "BLDG":
		return "site"
	case "CONT":
		return "continent"
	}
	return "region"
}
