package place

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Entry is a place as it goes into a gazetteer.
type Entry struct {
	ID         uint32 // GeoNames identifier, 0 for a place of our own
	Name       string
	Aliases    []string
	Lat, Lon   float64
	Population uint32
	Country    string // ISO 3166 alpha-3, "" for what lies in several
	Admin1     string // code of the first-order division within the country
	Feature    string // GeoNames feature code: PCLI, ADM1, PPL, PPLC, …
}

// A gazetteer file is a header and six sections. All numbers are little
// endian uint32 unless said otherwise.
//
//	header    magic, number of places, of keys, of postings, of areas, bytes of keys, bytes of names
//	places    24 bytes each: id, lat and lon in 1e-5 degrees (int32), population, name offset, area (uint16), feature (uint8), 0
//	areas     12 bytes each: country (3 bytes), 0, first-order code (8 bytes, zero padded)
//	key ends  end of each key in the key bytes; keys are sorted
//	posting ends, postings   the places of each key
//	key bytes, name bytes    names are a length byte and the name
const (
	magic      = "DMGAZ01\n"
	headerSize = 8 + 6*4
	placeSize  = 24
	areaSize   = 12
)

// features are the codes that a file can hold, by their number in it.
var features = [...]string{"PPL", "PPLC", "PPLA", "PCLI", "ADM1", "ADM2", "CONT", "RGN", "SEA", "OCN", "GULF", "STRT", "ISL", "ISLS", "LK", "STM",
	"MT", "MTS", "DSRT", "PEN", "CNL", "BAY", "CHN", "RF", "BLDG"}

// Encode writes entries as a gazetteer file. The same entries in the same
// order give the same bytes.
func Encode(entries []Entry) ([]byte, error) {
	w := &writer{areaOf: map[string]uint16{}, keys: map[string][]uint32{}}
	for i := range entries {
		if err := w.place(uint32(i), &entries[i]); err != nil {
			return nil, fmt.Errorf("place %d (%s): %w", entries[i].ID, entries[i].Name, err)
		}
	}
	return w.file(len(entries)), nil
}

type writer struct {
	places, areas, names bytes.Buffer
	areaOf               map[string]uint16
	keys                 map[string][]uint32
}

func (w *writer) place(n uint32, e *Entry) error {
	feature := slices.Index(features[:], e.Feature)
	if feature < 0 {
		return fmt.Errorf("feature code %q is not known; add it to the table of features", e.Feature)
	}
	if len(e.Name) > 255 || e.Name == "" || math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 {
		return errors.New("the name is empty or longer than 255 bytes, or the position is not on the globe")
	}
	area, err := w.area(e.Country, e.Admin1)
	if err != nil {
		return err
	}
	le := binary.LittleEndian
	var b [placeSize]byte
	le.PutUint32(b[0:], e.ID)
	le.PutUint32(b[4:], uint32(int32(math.Round(e.Lat*1e5))))
	le.PutUint32(b[8:], uint32(int32(math.Round(e.Lon*1e5))))
	le.PutUint32(b[12:], e.Population)
	le.PutUint32(b[16:], uint32(w.names.Len()))
	le.PutUint16(b[20:], area)
	b[22] = byte(feature)
	w.places.Write(b[:])
	w.names.WriteByte(byte(len(e.Name)))
	w.names.WriteString(e.Name)
	w.key(e.Name, n)
	for _, a := range e.Aliases {
		w.key(a, n)
	}
	return nil
}

func (w *writer) key(name string, n uint32) {
	k := Fold(name)
	if list := w.keys[k]; k != "" && (len(list) == 0 || list[len(list)-1] != n) {
		w.keys[k] = append(list, n)
	}
}

func (w *writer) area(country, admin1 string) (uint16, error) {
	key := country + "." + admin1
	if n, ok := w.areaOf[key]; ok {
		return n, nil
	}
	if len(country) > 3 || len(admin1) > 8 || len(w.areaOf) >= 1<<16 {
		return 0, fmt.Errorf("area %q does not fit: 3 and 8 bytes, 65536 areas", key)
	}
	n := uint16(len(w.areaOf))
	w.areaOf[key] = n
	var b [areaSize]byte
	copy(b[:3], country)
	copy(b[4:], admin1)
	w.areas.Write(b[:])
	return n, nil
}

func (w *writer) file(places int) []byte {
	keys := make([]string, 0, len(w.keys))
	for k := range w.keys {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var keyEnds, postEnds, posts, text []byte
	n := uint32(0)
	le := binary.LittleEndian
	for _, k := range keys {
		text = append(text, k...)
		keyEnds = le.AppendUint32(keyEnds, uint32(len(text)))
		for _, p := range w.keys[k] {
			posts = le.AppendUint32(posts, p)
			n++
		}
		postEnds = le.AppendUint32(postEnds, n)
	}
	out := []byte(magic)
	for _, v := range []int{places, len(keys), int(n), len(w.areaOf), len(text), w.names.Len()} {
		out = le.AppendUint32(out, uint32(v))
	}
	return slices.Concat(out, w.places.Bytes(), w.areas.Bytes(), keyEnds, postEnds, posts, text, w.names.Bytes())
}
