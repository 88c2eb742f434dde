package atlas

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"
	"slices"
)

// assembly puts the sections of an atlas together.
type assembly struct {
	*Writer
	out    *bufio.Writer
	at     uint64
	header header

	block  []byte
	keys   int
	last   []byte
	fences []byte
}

func (a *assembly) write(next func() ([]byte, []uint32, bool, error)) error {
	a.header.count = uint64(a.state.Places)
	steps := []struct {
		offset *uint64
		write  func() error
	}{
		{nil, func() error { return a.put(make([]byte, headerSize)) }},
		{&a.header.places, func() error { return a.copy(a.placesFile) }},
		{&a.header.names, func() error { return a.copy(a.namesFile) }},
		{&a.header.blocks, func() error { return a.index(next) }},
		{&a.header.fences, func() error { return a.put(a.fences) }},
		{&a.header.areas, func() error { return a.put(a.areaTable()) }},
		{&a.header.features, func() error { return a.put(a.featureTable()) }},
	}
	for _, s := range steps {
		if s.offset != nil {
			*s.offset = a.at
		}
		if err := s.write(); err != nil {
			return err
		}
	}
	a.header.end = a.at
	return nil
}

func (a *assembly) put(b []byte) error {
	n, err := a.out.Write(b)
	a.at += uint64(n)
	return err
}

func (a *assembly) copy(f *os.File) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	n, err := io.Copy(a.out, f)
	a.at += uint64(n)
	return err
}

// index writes the blocks and gathers their fences.
func (a *assembly) index(next func() ([]byte, []uint32, bool, error)) error {
	for {
		key, places, ok, err := next()
		if err != nil {
			return err
		}
		if !ok {
			return a.flush()
		}
		if places, err = a.mostPopulous(places); err != nil {
			return err
		}
		if a.keys == blockKeys || len(a.block) > blockBytes {
			if err := a.flush(); err != nil {
				return err
			}
		}
		a.add(key, places)
	}
}

// add appends a key to the block: how many bytes it shares with the key
// before, its own, and its places as differences.
func (a *assembly) add(key []byte, places []uint32) {
	shared := 0
	if a.keys == 0 {
		a.fences = binary.LittleEndian.AppendUint64(a.fences, a.at)
		a.fences = append(append(a.fences, byte(len(key))), key...)
	} else {
		for shared < min(len(key), len(a.last)) && key[shared] == a.last[shared] {
			shared++
		}
	}
	a.block = append(a.block, byte(shared), byte(len(key)-shared), byte(len(places)))
	a.block = append(a.block, key[shared:]...)
	before := uint32(0)
	for _, p := range places {
		a.block = binary.AppendUvarint(a.block, uint64(p-before))
		before = p
	}
	a.last, a.keys = append(a.last[:0], key...), a.keys+1
}

func (a *assembly) flush() error {
	err := a.put(a.block)
	a.block, a.keys = a.block[:0], 0
	return err
}

// mostPopulous keeps MaxPlaces of the places.
func (a *assembly) mostPopulous(places []uint32) ([]uint32, error) {
	if len(places) <= MaxPlaces {
		return places, nil
	}
	people := make(map[uint32]uint32, len(places))
	var b [4]byte
	for _, p := range places {
		if _, err := a.placesFile.ReadAt(b[:], int64(p)*placeSize+12); err != nil {
			return nil, err
		}
		people[p] = binary.LittleEndian.Uint32(b[:])
	}
	slices.SortStableFunc(places, func(x, y uint32) int { return int(people[y]) - int(people[x]) })
	places = places[:MaxPlaces]
	slices.Sort(places)
	return places, nil
}

func (a *assembly) areaTable() []byte {
	var table []byte
	for i, area := range a.state.Areas {
		var b [areaSize]byte
		copy(b[:3], area.Country)
		copy(b[4:12], area.Admin1)
		binary.LittleEndian.PutUint32(b[12:], a.state.Divided[i])
		table = append(table, b[:]...)
	}
	return table
}

func (a *assembly) featureTable() []byte {
	var table []byte
	for _, f := range a.state.Features {
		var b [featureSize]byte
		copy(b[:], f)
		table = append(table, b[:]...)
	}
	return table
}
