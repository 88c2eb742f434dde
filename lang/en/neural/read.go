package neural

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// reader reads a model; after the first error it gives zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || len(r.b) < n {
		if r.err == nil {
			r.err = fmt.Errorf("network model: %w", io.ErrUnexpectedEOF)
		}
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

// maxSize bounds what a broken file can make us allocate.
const maxSize = 1 << 26

// size reads a number that something is counted by.
func (r *reader) size() int {
	b := r.take(4)
	if b == nil {
		return 0
	}
	n := binary.LittleEndian.Uint32(b)
	if n > maxSize {
		r.err = fmt.Errorf("network model: a size of %d: the file is broken", n)
		return 0
	}
	return int(n)
}

func (r *reader) floats(n int) []float32 {
	b := r.take(4 * n)
	v := make([]float32, len(b)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return v
}

func (r *reader) float() float32 {
	if v := r.floats(1); len(v) == 1 {
		return v[0]
	}
	return 0
}

func (r *reader) bytes(n int) []int8 {
	b := r.take(n)
	v := make([]int8, len(b))
	for i, x := range b {
		v[i] = int8(x)
	}
	return v
}

func (r *reader) keys(n int) []uint64 {
	b := r.take(8 * n)
	v := make([]uint64, len(b)/8)
	for i := range v {
		v[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return v
}

func (r *reader) strings() []string {
	v := make([]string, min(r.size(), 1<<10))
	for i := range v {
		v[i] = string(r.take(r.size()))
	}
	return v
}

// matrix reads rows, columns, scales, biases, weights.
func (r *reader) matrix() matrix {
	m := matrix{rows: r.size(), cols: r.size()}
	if m.cols%lanes != 0 || m.rows > 1<<16 || m.cols > 1<<12 {
		r.err = fmt.Errorf("network model: a layer of %d×%d: the file is broken", m.rows, m.cols)
		return matrix{}
	}
	m.scale, m.bias = r.floats(m.rows), r.floats(m.rows)
	m.weights = r.bytes(m.rows * m.cols)
	if !hasAVX2 && r.err == nil {
		m.widen()
	}
	return m
}

// wants fails unless the layer has the shape that its place asks for.
func (r *reader) wants(m matrix, rows, cols int) matrix {
	if r.err == nil && (m.rows != rows || m.cols != padded(cols)) {
		r.err = fmt.Errorf("network model: a layer of %d×%d, want %d×%d", m.rows, m.cols, rows, padded(cols))
	}
	return m
}
