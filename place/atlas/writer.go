package atlas

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
)

// Writer makes an atlas in two passes: all places, then all names in order.
// Places and names go to two files in a working folder, so that a build that
// was cut off can go on from a Checkpoint.
type Writer struct {
	dir           string
	placesFile    *os.File
	namesFile     *os.File
	places, names *bufio.Writer
	state         Checkpoint
	areaOf        map[Area]uint16
	featureOf     map[feature]uint16
}

// Checkpoint is how far a Writer has come.
type Checkpoint struct {
	Places   uint32   `json:"places"`
	Names    uint32   `json:"names"` // bytes of names
	Areas    []Area   `json:"areas"`
	Divided  []uint32 `json:"divided"`
	Features []string `json:"features"` // class and code: "PPPLC"
}

// NewWriter begins in the folder, or goes on from a checkpoint.
func NewWriter(dir string, from Checkpoint) (*Writer, error) {
	w := &Writer{dir: dir, state: from, areaOf: map[Area]uint16{}, featureOf: map[feature]uint16{}}
	for i, a := range from.Areas {
		w.areaOf[a] = uint16(i)
	}
	for i, f := range from.Features {
		w.featureOf[feature{f[1:], f[0]}] = uint16(i)
	}
	var err error
	if w.placesFile, err = reopen(filepath.Join(dir, "places"), int64(from.Places)*placeSize); err != nil {
		return nil, err
	}
	if w.namesFile, err = reopen(filepath.Join(dir, "names"), int64(from.Names)); err != nil {
		w.placesFile.Close()
		return nil, err
	}
	w.places, w.names = bufio.NewWriterSize(w.placesFile, 1<<18), bufio.NewWriterSize(w.namesFile, 1<<18)
	return w, nil
}

// reopen opens a file for writing behind its first size bytes.
func reopen(path string, size int64) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err = f.Truncate(size); err == nil {
		_, err = f.Seek(size, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// Add writes a place and gives its number. Isself says that the place is the
// first-order division that its area names.
func (w *Writer) Add(p *Place, isSelf bool) (uint32, error) {
	if p.Name == "" || len(p.Name) > 255 || math.Abs(p.Lat) > 90 || math.Abs(p.Lon) > 180 {
		return 0, fmt.Errorf("place %d: the name is empty or longer than 255 bytes, or the position is not on the globe", p.ID)
	}
	area, err := w.area(p.Area)
	if err != nil {
		return 0, err
	}
	n := w.state.Places
	if isSelf {
		w.state.Divided[area] = n + 1
	}
	le := binary.LittleEndian
	var b [placeSize]byte
	le.PutUint32(b[0:], p.ID)
	le.PutUint32(b[4:], uint32(int32(math.Round(p.Lat*1e5))))
	le.PutUint32(b[8:], uint32(int32(math.Round(p.Lon*1e5))))
	le.PutUint32(b[12:], p.Population)
	le.PutUint32(b[16:], w.state.Names)
	le.PutUint16(b[20:], area)
	le.PutUint16(b[22:], w.feature(feature{p.Feature, p.Class}))
	if _, err := w.places.Write(b[:]); err != nil {
		return 0, err
	}
	w.names.WriteByte(byte(len(p.Name))) // the error is kept and comes with the next write
	if _, err := w.names.WriteString(p.Name); err != nil {
		return 0, err
	}
	w.state.Places++
	w.state.Names += uint32(1 + len(p.Name))
	return n, nil
}

func (w *Writer) area(a Area) (uint16, error) {
	if n, ok := w.areaOf[a]; ok {
		return n, nil
	}
	if len(a.Country) > 3 || len(a.Admin1) > 8 || len(w.state.Areas) > math.MaxUint16 {
		return 0, fmt.Errorf("area %s.%s does not fit: 3 and 8 bytes, 65,536 areas", a.Country, a.Admin1)
	}
	n := uint16(len(w.state.Areas))
	w.areaOf[a] = n
	w.state.Areas, w.state.Divided = append(w.state.Areas, a), append(w.state.Divided, 0)
	return n, nil
}

func (w *Writer) feature(f feature) uint16 {
	if len(f.code) > featureSize-1 {
		f.code = f.code[:featureSize-1]
	}
	n, ok := w.featureOf[f]
	if !ok {
		n = uint16(len(w.state.Features))
		w.featureOf[f] = n
		w.state.Features = append(w.state.Features, string(f.class)+f.code)
	}
	return n
}

// Checkpoint puts all that was added on disk and says how far that is.
func (w *Writer) Checkpoint() (Checkpoint, error) {
	for _, flush := range []func() error{w.places.Flush, w.names.Flush, w.placesFile.Sync, w.namesFile.Sync} {
		if err := flush(); err != nil {
			return Checkpoint{}, err
		}
	}
	return w.state, nil
}

// Close closes the working files and keeps them.
func (w *Writer) Close() {
	w.placesFile.Close()
	w.namesFile.Close()
}

// Finish writes the atlas to path. Next gives the folded names in ascending
// order, each with the numbers of its places, ascending; ok is false at the
// end.
func (w *Writer) Finish(path string, next func() (key []byte, places []uint32, ok bool, err error)) (err error) {
	if _, err := w.Checkpoint(); err != nil {
		return err
	}
	partial := filepath.Join(w.dir, "atlas")
	f, err := os.Create(partial)
	if err != nil {
		return err
	}
	defer f.Close()
	out := &assembly{Writer: w, out: bufio.NewWriterSize(f, 1<<20)}
	if err := out.write(next); err != nil {
		return err
	}
	if err := out.out.Flush(); err != nil {
		return err
	}
	if _, err := f.WriteAt(out.header.bytes(), 0); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(partial, path)
}
