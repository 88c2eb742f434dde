package place

import (
	"slices"

	"github.com/demarche/demarche"
)

// Found is a place of a gazetteer under one of its names.
type Found struct {
	demarche.Location
	Population int
	Atlas      bool // found in the user's atlas only
}

// Show gives the places that have a name, in any spelling that folds to it,
// the most populous first.
func (r *Resolver) Show(name string) ([]Found, error) {
	g, err := r.load()
	if err != nil {
		return nil, err
	}
	w := &work{lookup: lookup{gazetteer: g, far: r.atlas}}
	var found []Found
	for _, c := range w.find(nil, AppendFold(nil, name)) {
		x := w.at(c)
		loc := w.locate(c)
		loc.ExtractedPlace = name
		found = append(found, Found{Location: loc, Population: int(x.population), Atlas: x.far != nil})
	}
	slices.SortStableFunc(found, func(a, b Found) int { return b.Population - a.Population })
	return found, w.err
}
