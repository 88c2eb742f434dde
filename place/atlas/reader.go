package atlas

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"sort"
	"sync"
)

// Reader searches an atlas. It may be shared by goroutines.
type Reader struct {
	file   io.ReaderAt
	close  func() error
	path   string
	header header
	index  func() (*index, error)
}

// index is what is held in memory: the first key of each block, and the short
// tables.
type index struct {
	keys     [][]byte
	offsets  []uint64 // of the blocks, and the end of the last
	areas    []Area
	divided  []uint32 // for each area the place that it is, counted from 1; 0 when unknown
	features []feature
}

type feature struct {
	code  string
	class byte
}

// Open checks the header only; the index is read with the first name that is
// looked up. Errors name the file.
func Open(path string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	info, err := f.Stat()
	if err == nil {
		var r *Reader
		if r, err = newReader(f, info.Size(), path); err == nil {
			r.close = f.Close
			return r, nil
		}
	}
	f.Close()
	return nil, fmt.Errorf("%s: %w", path, err)
}

func newReader(file io.ReaderAt, size int64, path string) (*Reader, error) {
	r := &Reader{file: file, path: path, close: func() error { return nil }}
	b := make([]byte, headerSize)
	if _, err := file.ReadAt(b, 0); err != nil {
		return nil, errFormat
	}
	if err := r.header.parse(b, size); err != nil {
		return nil, err
	}
	r.index = sync.OnceValues(r.readIndex)
	return r, nil
}

// Close closes the file.
func (r *Reader) Close() error { return r.close() }

// Len is the number of places.
func (r *Reader) Len() int { return int(r.header.count) }

func (r *Reader) readIndex() (*index, error) {
	b := make([]byte, r.header.end-r.header.fences)
	if _, err := r.file.ReadAt(b, int64(r.header.fences)); err != nil {
		return nil, fmt.Errorf("%s: %w", r.path, err)
	}
	le := binary.LittleEndian
	areas, features := b[r.header.areas-r.header.fences:], b[r.header.features-r.header.fences:]
	fences, areas := b[:len(b)-len(areas)], areas[:len(areas)-len(features)]
	x := &index{}
	for len(fences) >= 9 {
		n := int(fences[8])
		if len(fences) < 9+n {
			break
		}
		x.offsets, x.keys = append(x.offsets, le.Uint64(fences)), append(x.keys, fences[9:9+n])
		fences = fences[9+n:]
	}
	x.offsets = append(x.offsets, r.header.fences)
	for ; len(areas) >= areaSize; areas = areas[areaSize:] {
		x.areas = append(x.areas, Area{trimmed(areas[:3]), trimmed(areas[4:12])})
		x.divided = append(x.divided, le.Uint32(areas[12:]))
	}
	for ; len(features) >= featureSize; features = features[featureSize:] {
		x.features = append(x.features, feature{trimmed(features[1:featureSize]), features[0]})
	}
	for i := range x.keys {
		if from, to := x.offsets[i], x.offsets[i+1]; from < r.header.blocks || from >= to || to-from > 1<<20 {
			return nil, fmt.Errorf("%s: %w", r.path, errFormat)
		}
	}
	return x, nil
}

func trimmed(b []byte) string { return string(bytes.TrimRight(b, "\x00")) }

// Find appends the numbers of the places that have the folded name, and says
// whether some longer name begins with it and a blank.
func (r *Reader) Find(dst []uint32, folded []byte) (places []uint32, begins bool, err error) {
	x, err := r.index()
	if err != nil {
		return dst, false, err
	}
	i := sort.Search(len(x.keys), func(i int) bool { return bytes.Compare(x.keys[i], folded) > 0 }) - 1
	if i < 0 {
		return dst, len(x.keys) > 0 && continues(x.keys[0], folded), nil
	}
	block := make([]byte, x.offsets[i+1]-x.offsets[i])
	if _, err := r.file.ReadAt(block, int64(x.offsets[i])); err != nil {
		return dst, false, fmt.Errorf("%s: %w", r.path, err)
	}
	dst, next := search(dst, block, folded)
	if next == nil && i+1 < len(x.keys) {
		next = x.keys[i+1]
	}
	return dst, continues(next, folded), nil
}

func continues(key, folded []byte) bool {
	return len(key) > len(folded) && bytes.HasPrefix(key, folded) && key[len(folded)] == ' '
}

// search decodes a block up to the folded name; next is the key after it, nil
// at the end of the block.
func search(dst []uint32, block, folded []byte) (places []uint32, next []byte) {
	var buf [MaxKey]byte
	key := buf[:0]
	for len(block) > 2 {
		shared, own, n := int(block[0]), int(block[1]), int(block[2])
		if block = block[3:]; shared > len(key) || own > len(block) || shared+own > MaxKey {
			return dst, nil
		}
		key = append(key[:shared], block[:own]...)
		block = block[own:]
		order := bytes.Compare(key, folded)
		if order > 0 {
			return dst, bytes.Clone(key)
		}
		last := uint64(0)
		for range n {
			d, size := binary.Uvarint(block)
			if size <= 0 {
				return dst, nil
			}
			block = block[size:]
			if last += d; order == 0 {
				dst = append(dst, uint32(last))
			}
		}
	}
	return dst, nil
}

// At is place n.
func (r *Reader) At(n uint32) (Place, error) {
	x, err := r.index()
	if err != nil {
		return Place{}, err
	}
	var b [placeSize]byte
	if uint64(n) >= r.header.count {
		return Place{}, fmt.Errorf("%s: %w", r.path, errFormat)
	}
	if _, err := r.file.ReadAt(b[:], int64(r.header.places)+int64(n)*placeSize); err != nil {
		return Place{}, fmt.Errorf("%s: %w", r.path, err)
	}
	le := binary.LittleEndian
	p := Place{ID: le.Uint32(b[0:]), Lat: degrees(le.Uint32(b[4:])), Lon: degrees(le.Uint32(b[8:])), Population: le.Uint32(b[12:])}
	if p.Name, err = r.name(le.Uint32(b[16:])); err != nil {
		return Place{}, err
	}
	if a := int(le.Uint16(b[20:])); a < len(x.areas) {
		p.Area = x.areas[a]
	}
	if f := int(le.Uint16(b[22:])); f < len(x.features) {
		p.Feature, p.Class = x.features[f].code, x.features[f].class
	}
	return p, nil
}

func degrees(v uint32) float64 { return float64(int32(v)) / 1e5 }

func (r *Reader) name(offset uint32) (string, error) {
	var b [256]byte
	at := int64(r.header.names) + int64(offset)
	n, err := r.file.ReadAt(b[:min(256, max(0, int64(r.header.blocks)-at))], at)
	if n < 1 {
		return "", fmt.Errorf("%s: %w", r.path, err)
	}
	return string(b[1:min(n, 1+int(b[0]))]), nil
}

// Division is the number of the place that is the area itself: the state of
// Texas for a town in it.
func (r *Reader) Division(a Area) (n uint32, ok bool) {
	x, err := r.index()
	if err != nil {
		return 0, false
	}
	for i := range x.areas {
		if x.areas[i] == a {
			return x.divided[i] - 1, x.divided[i] > 0
		}
	}
	return 0, false
}
