package place

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
	"sync"

	"github.com/demarche/demarche/place/atlas"
)

// gazetteer is a file of places, searched as it lies in memory. It is
// read-only.
type gazetteer struct {
	places, areas, keyEnds, postEnds, posts, keys, names []byte
	size                                                 int // number of places
	divisions                                            func() map[string]int32
}

var errGazetteer = errors.New("not a gazetteer file, or cut short; build it again")

// open checks the sizes of the sections; offsets inside are checked on use.
func open(b []byte) (*gazetteer, error) {
	if len(b) < headerSize || string(b[:8]) != magic {
		return nil, errGazetteer
	}
	var n [6]int
	for i := range n {
		n[i] = int(binary.LittleEndian.Uint32(b[8+4*i:]))
	}
	g := &gazetteer{size: n[0]}
	rest := b[headerSize:]
	for _, s := range []struct {
		part *[]byte
		size int
	}{{&g.places, n[0] * placeSize}, {&g.areas, n[3] * areaSize}, {&g.keyEnds, n[1] * 4}, {&g.postEnds, n[1] * 4}, {&g.posts, n[2] * 4}, {&g.keys, n[4]}, {&g.names, n[5]}} {
		if s.size > len(rest) {
			return nil, errGazetteer
		}
		*s.part, rest = rest[:s.size], rest[s.size:]
	}
	if len(rest) != 0 {
		return nil, fmt.Errorf("%w (%d bytes too many)", errGazetteer, len(rest))
	}
	g.divisions = sync.OnceValue(g.firstOrder)
	return g, nil
}

// firstOrder lists the first-order divisions by country and code: "USA.TX".
func (g *gazetteer) firstOrder() map[string]int32 {
	m := map[string]int32{}
	for i := range int32(g.size) {
		r := g.at(i)
		if g.featureOf(r) != "ADM1" {
			continue
		}
		country, admin1 := g.area(r.area)
		if _, twice := m[country+"."+admin1]; !twice {
			m[country+"."+admin1] = i
		}
	}
	return m
}

func u32(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// stretch is part i of a section whose parts' ends are listed.
func stretch(ends []byte, i, limit int) (from, to int) {
	if i > 0 {
		from = u32(ends, i-1)
	}
	to = u32(ends, i)
	if from > to || to > limit {
		return 0, 0
	}
	return from, to
}

func (g *gazetteer) key(i int) []byte {
	from, to := stretch(g.keyEnds, i, len(g.keys))
	return g.keys[from:to]
}

// find appends the places that have the folded name.
func (g *gazetteer) find(dst []int32, folded []byte) []int32 {
	n := len(g.keyEnds) / 4
	i := sort.Search(n, func(i int) bool { return bytes.Compare(g.key(i), folded) >= 0 })
	if i == n || !bytes.Equal(g.key(i), folded) {
		return dst
	}
	from, to := stretch(g.postEnds, i, len(g.posts)/4)
	for ; from < to; from++ {
		if p := u32(g.posts, from); p < g.size {
			dst = append(dst, int32(p))
		}
	}
	return dst
}

// begins says whether some name begins with the folded words and a blank.
func (g *gazetteer) begins(folded []byte) bool {
	n := len(g.keyEnds) / 4
	i := sort.Search(n, func(i int) bool { return bytes.Compare(g.key(i), folded) > 0 })
	return i < n && len(g.key(i)) > len(folded) && bytes.HasPrefix(g.key(i), folded) && g.key(i)[len(folded)] == ' '
}

// record is a place as read from the file.
type record struct {
	id         uint32
	lat, lon   float64
	population float64
	area       uint16
	feature    uint8
	name       int          // offset of its name
	far        *atlas.Place // the place, when it is one of an atlas
}

func (g *gazetteer) at(i int32) record {
	b := g.places[int(i)*placeSize:]
	le := binary.LittleEndian
	return record{
		id: le.Uint32(b), lat: float64(int32(le.Uint32(b[4:]))) / 1e5, lon: float64(int32(le.Uint32(b[8:]))) / 1e5,
		population: float64(le.Uint32(b[12:])), name: int(le.Uint32(b[16:])), area: le.Uint16(b[20:]), feature: b[22],
	}
}

func (g *gazetteer) nameOf(r record) string {
	if r.name >= len(g.names) {
		return ""
	}
	n := int(g.names[r.name])
	return string(g.names[r.name+1 : min(len(g.names), r.name+1+n)])
}

// area gives the country and first-order division of an area number.
func (g *gazetteer) area(n uint16) (country, admin1 string) {
	i := int(n) * areaSize
	if i+areaSize > len(g.areas) {
		return "", ""
	}
	b := g.areas[i : i+areaSize]
	return string(bytes.TrimRight(b[:3], "\x00")), string(bytes.TrimRight(b[4:], "\x00"))
}

func (g *gazetteer) featureOf(r record) string {
	if int(r.feature) >= len(features) {
		return ""
	}
	return features[r.feature]
}
