package geonames

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/demarche/demarche/place/atlas"
)

// names gathers names with their places up to a size, to be sorted and
// written as a run.
type names struct {
	text  []byte
	items []item
}

type item struct {
	start uint32
	size  uint16
	place uint32
}

func (n *names) add(key []byte, place uint32) {
	n.items = append(n.items, item{uint32(len(n.text)), uint16(len(key)), place})
	n.text = append(n.text, key...)
}

// newNames makes room for about the given number of bytes, so that a build
// does not grow.
func newNames(bytes int) names {
	return names{text: make([]byte, 0, bytes/2), items: make([]item, 0, bytes/2/itemSize)}
}

const itemSize = 12

// full says that the room is used up, but for the names of one more place.
func (n *names) full() bool {
	return cap(n.text)-len(n.text) < cap(n.text)/16 || cap(n.items)-len(n.items) < cap(n.items)/16
}

func (n *names) key(i item) []byte { return n.text[i.start : i.start+uint32(i.size)] }

// spill writes the names in order as run number k and begins anew.
func (n *names) spill(dir string, k int) error {
	slices.SortFunc(n.items, func(a, b item) int {
		if c := bytes.Compare(n.key(a), n.key(b)); c != 0 {
			return c
		}
		return int(a.place) - int(b.place)
	})
	f, err := os.Create(runPath(dir, k))
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<18)
	var b []byte
	for _, i := range n.items {
		b = append(b[:0], byte(i.size))
		b = append(b, n.key(i)...)
		b = binary.LittleEndian.AppendUint32(b, i.place)
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	n.text, n.items = n.text[:0], n.items[:0]
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func runPath(dir string, k int) string { return filepath.Join(dir, fmt.Sprintf("run%04d", k)) }

// run is one sorted run as it is read back.
type run struct {
	file  *os.File
	r     *bufio.Reader
	buf   [atlas.MaxKey + 4]byte
	key   []byte
	place uint32
}

// advance reads the next name; io.EOF at the end.
func (r *run) advance() error {
	size, err := r.r.ReadByte()
	if err != nil {
		return err
	}
	if int(size) > atlas.MaxKey {
		return fmt.Errorf("%s: damaged; delete the folder and build again", r.file.Name())
	}
	b := r.buf[:int(size)+4]
	if _, err := io.ReadFull(r.r, b); err != nil {
		return fmt.Errorf("%s: %w", r.file.Name(), err)
	}
	r.key, r.place = b[:size], binary.LittleEndian.Uint32(b[size:])
	return nil
}

// merger gives the names of all runs in order.
type merger struct {
	runs   []*run // a heap, the least name first
	key    []byte
	places []uint32
}

func (m *merger) Len() int { return len(m.runs) }
func (m *merger) Less(i, j int) bool {
	if c := bytes.Compare(m.runs[i].key, m.runs[j].key); c != 0 {
		return c < 0
	}
	return m.runs[i].place < m.runs[j].place
}
func (m *merger) Swap(i, j int) { m.runs[i], m.runs[j] = m.runs[j], m.runs[i] }
func (m *merger) Push(x any)    { m.runs = append(m.runs, x.(*run)) }
func (m *merger) Pop() any {
	last := m.runs[len(m.runs)-1]
	m.runs = m.runs[:len(m.runs)-1]
	return last
}

// merge opens runs 0 to n-1.
func merge(dir string, n int) (*merger, error) {
	m := &merger{}
	for k := range n {
		f, err := os.Open(runPath(dir, k))
		if err != nil {
			m.close()
			return nil, err
		}
		r := &run{file: f, r: bufio.NewReaderSize(f, 1<<16)}
		if err := r.advance(); err != nil {
			f.Close()
			if errors.Is(err, io.EOF) {
				continue
			}
			m.close()
			return nil, err
		}
		m.runs = append(m.runs, r)
	}
	heap.Init(m)
	return m, nil
}

func (m *merger) close() {
	for _, r := range m.runs {
		r.file.Close()
	}
}

// next is the next name with its places, ascending and each once.
func (m *merger) next() (key []byte, places []uint32, ok bool, err error) {
	if len(m.runs) == 0 {
		return nil, nil, false, nil
	}
	m.key, m.places = append(m.key[:0], m.runs[0].key...), m.places[:0]
	for len(m.runs) > 0 && bytes.Equal(m.runs[0].key, m.key) {
		r := m.runs[0]
		if n := len(m.places); n == 0 || m.places[n-1] != r.place {
			m.places = append(m.places, r.place)
		}
		switch err := r.advance(); {
		case errors.Is(err, io.EOF):
			r.file.Close()
			heap.Pop(m)
		case err != nil:
			return nil, nil, false, err
		default:
			heap.Fix(m, 0)
		}
	}
	return m.key, m.places, true, nil
}
