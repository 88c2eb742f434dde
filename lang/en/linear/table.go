// Package linear holds sparse linear models over hashed features: the weights
// that one feature has for the classes stand side by side, a byte each, in one
// flat array that is read-only and shared.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// MaxClasses is how many classes a table can score: a class is one byte.
const MaxClasses = 256

// Scores receives the sum of the weights of each class.
type Scores [MaxClasses]int32

// Row is one feature with the weights of the classes that it speaks of.
type Row struct {
	Key     uint64
	Classes []uint8
	Weights []int8
}

// Table maps feature keys to rows. A key's high bits choose a bucket and
// sixteen further bits tell the rows of a bucket apart, so that a feature
// never seen in training is taken for a known one about once in 65,000 times.
type Table struct {
	bits uint
	off  []uint32 // where bucket b begins in data; len 2^bits+1
	data []uint16 // per row: fingerprint, number of weights, then class<<8|weight
}

// Hash ends the making of a feature key: it spreads k over all 64 bits.
func Hash(k uint64) uint64 {
	k ^= k >> 32
	k *= 0x9e3779b97f4a7c15
	k ^= k >> 29
	return k
}

// squares holds what a stored weight stands for: the signed square of the
// byte, fine near zero and reaching far.
var squares = func() (v [256]int32) {
	for i := range v {
		q := int32(int8(i))
		v[i] = max(q, -q) * q
	}
	return v
}()

// Quantise is the byte that comes nearest to weight v.
func Quantise(v float64) int8 {
	q := math.Sqrt(math.Abs(v))
	q = min(math.Floor(q+0.5), math.MaxInt8)
	return int8(math.Copysign(q, v))
}

func fingerprint(key uint64) uint16 { return uint16(key >> 8) }

// Add adds the weights of the feature to s; an unknown feature adds nothing.
func (t *Table) Add(s *Scores, key uint64) {
	b := key >> (64 - t.bits)
	lo, hi := t.off[b], t.off[b+1]
	if lo == hi {
		return
	}
	t.addBucket(s, t.data[lo:hi], fingerprint(key))
}

func (t *Table) addBucket(s *Scores, d []uint16, fp uint16) {
	for len(d) >= 2 {
		n := int(d[1])
		if d[0] == fp {
			for _, e := range d[2 : 2+n] {
				s[e>>8] += squares[uint8(e)]
			}
			return
		}
		d = d[2+n:]
	}
}

// AddAll adds the weights of each of the features to s.
func (t *Table) AddAll(s *Scores, keys []uint64) {
	shift := 64 - t.bits
	for _, key := range keys {
		b := key >> shift
		lo, hi := t.off[b], t.off[b+1]
		if lo != hi {
			t.addBucket(s, t.data[lo:hi], fingerprint(key))
		}
	}
}

// Row returns the entries of a feature as class<<8|weight, nil when unknown.
func (t *Table) Row(key uint64) []uint16 {
	b := key >> (64 - t.bits)
	d := t.data[t.off[b]:t.off[b+1]]
	for len(d) >= 2 {
		n := int(d[1])
		if d[0] == fingerprint(key) {
			return d[2 : 2+n]
		}
		d = d[2+n:]
	}
	return nil
}

// Build makes a table of 2^bits buckets. Rows must be sorted by key; of two
// rows that cannot be told apart the first is kept.
func Build(bits uint, rows []Row) *Table {
	t := &Table{bits: bits, off: make([]uint32, 1<<bits+1)}
	next := 0
	for b := range uint64(1 << bits) {
		start := len(t.data)
		for ; next < len(rows) && rows[next].Key>>(64-bits) == b; next++ {
			t.append(start, rows[next])
		}
		t.off[b+1] = uint32(len(t.data))
	}
	return t
}

func (t *Table) append(start int, r Row) {
	fp := fingerprint(r.Key)
	for d := t.data[start:]; len(d) > 0; d = d[2+d[1]:] {
		if d[0] == fp {
			return
		}
	}
	t.data = append(t.data, fp, uint16(len(r.Classes)))
	for i, c := range r.Classes {
		t.data = append(t.data, uint16(c)<<8|uint16(uint8(r.Weights[i])))
	}
}

// AppendBinary writes the table: bits, length of data, the length of each
// bucket as a varint, data in little-endian order.
func (t *Table) AppendBinary(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(t.bits))
	b = binary.AppendUvarint(b, uint64(len(t.data)))
	for i := range len(t.off) - 1 {
		b = binary.AppendUvarint(b, uint64(t.off[i+1]-t.off[i]))
	}
	for _, d := range t.data {
		b = binary.LittleEndian.AppendUint16(b, d)
	}
	return b
}

// Read reads what AppendBinary wrote and returns the bytes that follow it.
func Read(b []byte) (*Table, []byte, error) {
	bits, b, err := uvarint(b)
	if err != nil || bits == 0 || bits > 30 {
		return nil, nil, fmt.Errorf("linear table: bad number of buckets: %w", errors.Join(err, io.ErrUnexpectedEOF))
	}
	size, b, err := uvarint(b)
	if err != nil {
		return nil, nil, err
	}
	t := &Table{bits: uint(bits), off: make([]uint32, 1<<bits+1)}
	var sum uint64
	for i := range 1 << bits {
		var n uint64
		if n, b, err = uvarint(b); err != nil {
			return nil, nil, err
		}
		sum += n
		t.off[i+1] = uint32(sum)
	}
	if sum != size || uint64(len(b)) < 2*size {
		return nil, nil, fmt.Errorf("linear table: %w", io.ErrUnexpectedEOF)
	}
	t.data = make([]uint16, size)
	for i := range t.data {
		t.data[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return t, b[2*size:], nil
}

func uvarint(b []byte) (uint64, []byte, error) {
	if len(b) > 0 && b[0] < 0x80 {
		return uint64(b[0]), b[1:], nil
	}
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, fmt.Errorf("linear table: %w", io.ErrUnexpectedEOF)
	}
	return v, b[n:], nil
}

// AppendStrings writes a list of strings.
func AppendStrings(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// ReadStrings reads what AppendStrings wrote and returns the bytes after it.
func ReadStrings(b []byte) ([]string, []byte, error) {
	n, b, err := uvarint(b)
	if err != nil || n > MaxClasses {
		return nil, nil, fmt.Errorf("list of classes: %w", io.ErrUnexpectedEOF)
	}
	list := make([]string, n)
	for i := range list {
		var size uint64
		if size, b, err = uvarint(b); err != nil || uint64(len(b)) < size {
			return nil, nil, fmt.Errorf("list of classes: %w", io.ErrUnexpectedEOF)
		}
		list[i], b = string(b[:size]), b[size:]
	}
	return list, b, nil
}
