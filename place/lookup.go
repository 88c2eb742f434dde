package place

import (
	"strings"

	"github.com/demarche/demarche/place/atlas"
)

// lookup searches the built-in gazetteer and, where there is one, the user's
// atlas, whose places are numbered on from those of the gazetteer. It belongs
// to one document: what was read of the atlas is kept.
type lookup struct {
	*gazetteer
	far   *atlas.Reader
	names map[string]farName
	read  map[int32]record
	err   error // the first error of reading the atlas
}

type farName struct {
	places []int32
	begins bool
}

// find appends the places that have the folded name, those that gazetteer and
// atlas share once.
func (l *lookup) find(dst []int32, folded []byte) []int32 {
	own := len(dst)
	dst = l.gazetteer.find(dst, folded)
	if l.far == nil {
		return dst
	}
	near := len(dst)
	for _, p := range l.farName(folded).places {
		id, twice := l.at(p).id, false
		for _, q := range dst[own:near] {
			twice = twice || l.at(q).id == id
		}
		if !twice {
			dst = append(dst, p)
		}
	}
	return dst
}

// begins says whether some name begins with the folded words and a blank.
func (l *lookup) begins(folded []byte) bool {
	return l.gazetteer.begins(folded) || l.far != nil && l.farName(folded).begins
}

func (l *lookup) farName(folded []byte) farName {
	if n, ok := l.names[string(folded)]; ok {
		return n
	}
	numbers, begins, err := l.far.Find(nil, folded)
	l.fail(err)
	n := farName{begins: begins, places: make([]int32, len(numbers))}
	for i, p := range numbers {
		n.places[i] = int32(l.size) + int32(p)
	}
	if l.names == nil {
		l.names, l.read = map[string]farName{}, map[int32]record{}
	}
	l.names[string(folded)] = n
	return n
}

func (l *lookup) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// at reads place i.
func (l *lookup) at(i int32) record {
	if int(i) < l.size {
		return l.gazetteer.at(i)
	}
	if r, ok := l.read[i]; ok {
		return r
	}
	p, err := l.far.At(uint32(int(i) - l.size))
	l.fail(err)
	r := record{id: p.ID, lat: p.Lat, lon: p.Lon, population: float64(p.Population), far: &p}
	l.read[i] = r
	return r
}

func (l *lookup) nameOf(r record) string {
	if r.far != nil {
		return r.far.Name
	}
	return l.gazetteer.nameOf(r)
}

// areaOf gives the country and the first-order division that a place lies in.
func (l *lookup) areaOf(r record) (country, admin1 string) {
	if r.far != nil {
		return r.far.Area.Country, r.far.Area.Admin1
	}
	return l.area(r.area)
}

// minor is the feature of what only the atlas has besides towns, divisions and
// states: brooks, hills, schools.
const minor = "MINOR"

// featureOf is the feature by which a place is weighed: that of the
// gazetteer, the finer codes of an atlas brought to them.
func (l *lookup) featureOf(r record) string {
	if r.far == nil {
		return l.gazetteer.featureOf(r)
	}
	switch code := r.far.Feature; {
	case code == "PPLC" || code == "PPLA" || code == "ADM1":
		return code
	case r.far.Class == 'P':
		return "PPL"
	case strings.HasPrefix(code, "PCL"):
		return "PCLI"
	case r.far.Class == 'A':
		return "ADM2"
	}
	return minor
}

// codeOf is the feature code to print.
func (l *lookup) codeOf(r record) string {
	if r.far != nil {
		return r.far.Feature
	}
	return l.gazetteer.featureOf(r)
}

// divisionOf is the name of the first-order division that a place lies in, ""
// where it lies in none or is one itself.
func (l *lookup) divisionOf(r record) string {
	country, admin1 := l.areaOf(r)
	if admin1 == "" || l.featureOf(r) == "ADM1" {
		return ""
	}
	if i, ok := l.divisions()[country+"."+admin1]; ok {
		return l.gazetteer.nameOf(l.gazetteer.at(i))
	}
	if l.far != nil {
		if n, ok := l.far.Division(atlas.Area{Country: country, Admin1: admin1}); ok {
			return l.nameOf(l.at(int32(l.size) + int32(n)))
		}
	}
	return ""
}
