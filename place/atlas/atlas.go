// Package atlas is a file of millions of places that is searched where it
// lies on disk: the names sorted in blocks, of which only the first name of
// each is held in memory. DESIGN.md has the format.
package atlas

import (
	"encoding/binary"
	"errors"
)

// Place is a place of an atlas.
type Place struct {
	ID         uint32 // GeoNames identifier
	Lat, Lon   float64
	Population uint32
	Name       string
	Area       Area
	Feature    string // GeoNames feature code: PPL, ADM1, STM, …
	Class      byte   // GeoNames feature class: A, P, H, T, L, S, R, V, U
}

// Area is a first-order division of a country.
type Area struct {
	Country string // ISO 3166 alpha-3, "" when none
	Admin1  string // GeoNames code within the country
}

const (
	magic       = "DMATL01\n"
	headerSize  = 8 + 8*8
	placeSize   = 24
	areaSize    = 16
	featureSize = 12
	blockKeys   = 128
	blockBytes  = 4096
	// MaxPlaces is how many places one name can stand for; of more the most
	// populous are kept.
	MaxPlaces = 64
	// MaxKey is how long a name can be, in bytes of its folded form.
	MaxKey = 200
)

// header is where the sections of a file begin, and how much they hold.
type header struct {
	places, names, blocks, fences, areas, features uint64 // offsets
	count                                          uint64 // places
	end                                            uint64 // size of the file
}

func (h *header) fields() []*uint64 {
	return []*uint64{&h.places, &h.names, &h.blocks, &h.fences, &h.areas, &h.features, &h.count, &h.end}
}

func (h *header) bytes() []byte {
	b := []byte(magic)
	for _, f := range h.fields() {
		b = binary.LittleEndian.AppendUint64(b, *f)
	}
	return b
}

var errFormat = errors.New("not a gazetteer built by demarche, or cut short; build it again")

// parse reads a header and checks that the sections lie in order in a file of
// the size.
func (h *header) parse(b []byte, size int64) error {
	if len(b) < headerSize || string(b[:8]) != magic {
		return errFormat
	}
	last := uint64(headerSize)
	for i, f := range h.fields() {
		*f = binary.LittleEndian.Uint64(b[8+8*i:])
		if i < 6 {
			if *f < last || *f > uint64(size) {
				return errFormat
			}
			last = *f
		}
	}
	if h.end != uint64(size) || h.places != headerSize || h.names-h.places != h.count*placeSize || h.count >= 1<<31 {
		return errFormat
	}
	return nil
}
