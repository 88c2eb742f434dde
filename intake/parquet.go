package intake

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/demarche/demarche"
)

// maxHeld is how much of a Parquet file is held in memory where it cannot be
// read from its end: one that is compressed as a whole, or piped in.
const maxHeld = 256 << 20

// parquet reads a document a row, a group of rows at a time.
func (r Reader) parquet(path string, f io.Closer, in io.Reader, yield yielder) (more bool) {
	stopped := false
	defer func() {
		// The library panics on some damaged files.
		if cause := recover(); cause != nil && !stopped {
			more = yield(nil, &Problem{Path: path, What: fmt.Sprintf("the Parquet file is damaged (%v); write it anew", cause)})
		}
	}()
	file, err := openParquet(f, in)
	if err != nil {
		return yield(nil, &Problem{Path: path, What: fmt.Sprintf("the Parquet file cannot be read (%v); check that it is whole", err), Err: err})
	}
	t := parquetTable{reader: r, path: path, leaves: leavesOf(file.Schema())}
	t.columns = newColumns(t.names())
	if p := t.columns.problem(r.Fields); p != "" {
		return yield(nil, &Problem{Path: path, What: p})
	}
	t.yield = func(rec *record) bool {
		t.row++
		doc, err := t.document(rec)
		stopped = !yield(doc, err)
		return !stopped
	}
	for _, group := range file.RowGroups() {
		if err := t.group(group); err != nil {
			return yield(nil, &Problem{Path: path, What: fmt.Sprintf("row %d: the Parquet file cannot be read (%v); check that it is whole", t.row+1, err), Err: err})
		}
		if stopped {
			return false
		}
	}
	return true
}

func openParquet(f io.Closer, in io.Reader) (*parquet.File, error) {
	file, whole := f.(interface {
		io.ReaderAt
		io.Seeker
	})
	if whole {
		if size, err := file.Seek(0, io.SeekEnd); err == nil {
			return wholeParquet(file, size)
		}
	}
	held, err := io.ReadAll(io.LimitReader(in, maxHeld+1))
	if err != nil {
		return nil, err
	}
	if len(held) > maxHeld {
		return nil, errors.New("it is longer than 256 MiB, and only a file that is not compressed as a whole is read in parts")
	}
	return wholeParquet(bytes.NewReader(held), int64(len(held)))
}

// wholeParquet opens a file whose footer lies in it: the library believes the
// footer's length, and takes that much memory.
func wholeParquet(file io.ReaderAt, size int64) (*parquet.File, error) {
	const marks = 12 // "PAR1" at both ends, and the footer's length
	end := make([]byte, 8)
	if size < marks {
		return nil, io.ErrUnexpectedEOF
	}
	if _, err := file.ReadAt(end, size-8); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if string(end[4:]) != "PAR1" || int64(binary.LittleEndian.Uint32(end)) > size-marks {
		return nil, errors.New("its end is missing")
	}
	return parquet.OpenFile(file, size)
}

// leaf is a column of values.
type leaf struct {
	name string // "authors" also where its values are "authors.list.element"
	path string
	unit func(parquet.Value) string
}

func leavesOf(schema *parquet.Schema) []leaf {
	var leaves []leaf
	for _, path := range schema.Columns() {
		l := leaf{name: path[0], path: strings.Join(path, ".")}
		column, _ := schema.Lookup(path...)
		l.unit = printer(column.Node)
		leaves = append(leaves, l)
	}
	return leaves
}

// printer is how a column's values are written down.
func printer(node parquet.Node) func(parquet.Value) string {
	var logical format.LogicalTypeValue
	if node != nil && node.Leaf() && node.Type().LogicalType() != nil {
		logical = node.Type().LogicalType().Value
	}
	switch logical := logical.(type) {
	case *format.DateType:
		return func(v parquet.Value) string { return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly) }
	case *format.TimestampType:
		return func(v parquet.Value) string {
			return instant(logical.Unit, v.Int64()).UTC().Format(time.RFC3339)
		}
	}
	return func(v parquet.Value) string {
		if v.Kind() == parquet.ByteArray || v.Kind() == parquet.FixedLenByteArray {
			return string(v.ByteArray())
		}
		return v.String()
	}
}

func instant(unit format.TimeUnit, n int64) time.Time {
	switch unit.Value.(type) {
	case *format.MicroSeconds:
		return time.UnixMicro(n)
	case *format.NanoSeconds:
		return time.Unix(0, n)
	}
	return time.UnixMilli(n)
}

type parquetTable struct {
	reader  Reader
	path    string
	leaves  []leaf
	columns columns
	row     int // rows so far
	yield   func(*record) bool
}

func (t *parquetTable) names() (names []string) {
	for _, l := range t.leaves {
		names = append(names, l.name)
		if l.path != l.name {
			names = append(names, l.path)
		}
	}
	return names
}

// group reads the rows of a group, a few at a time.
func (t *parquetTable) group(group parquet.RowGroup) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 32)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			rec := t.reader.Fields.record(t.values(row))
			if !t.yield(&rec) {
				return nil
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// values looks up the values of a row by name; a list's are put together.
func (t *parquetTable) values(row parquet.Row) func(name string) string {
	return func(name string) string {
		var all []string
		for _, v := range row {
			i := v.Column()
			if i < 0 || i >= len(t.leaves) || v.IsNull() {
				continue
			}
			if l := &t.leaves[i]; strings.EqualFold(l.name, name) || strings.EqualFold(l.path, name) {
				all = append(all, strings.ToValidUTF8(l.unit(v), "\ufffd"))
			}
		}
		return strings.Join(all, ", ")
	}
}

func (t *parquetTable) document(rec *record) (doc *demarche.Doc, err error) {
	if rec.ID == "" {
		rec.ID = loose(fmt.Sprintf("%s:%d", t.path, t.row))
	}
	if len(rec.Text) > MaxDocument {
		return nil, &Problem{Path: t.path, What: fmt.Sprintf("row %d: %s", t.row, tooLong("the text"))}
	}
	doc, err = t.reader.document(Problem{Path: t.path}, rec)
	var p *Problem
	if errors.As(err, &p) {
		p.What = fmt.Sprintf("row %d: %s", t.row, p.What)
	}
	return doc, err
}
