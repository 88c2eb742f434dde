package export

import (
	"io"

	"github.com/parquet-go/parquet-go"
)

// rowsAtOnce bounds what a Parquet file's writer holds: the rows of a group.
const rowsAtOnce = 10_000

// parquetWriter writes rows of one type.
type parquetWriter[Row any] struct {
	out    *parquet.GenericWriter[Row]
	row    func(*item) Row
	buffer []Row
	held   int // rows in the open row group
}

func openParquet(w io.Writer, o Options) (writer, error) {
	c := newCountries()
	if o.Level == Mentions {
		return parquetOf(w, o, c.flatMentionOf), nil
	}
	return parquetOf(w, o, c.flatEventOf), nil
}

func parquetOf[Row any](w io.Writer, o Options, row func(*item) Row) writer {
	return &parquetWriter[Row]{
		out: parquet.NewGenericWriter[Row](w,
			parquet.Compression(&parquet.Zstd),
			parquet.CreatedBy("demarche", o.Version, "")),
		row:    row,
		buffer: make([]Row, 0, 256),
	}
}

func (p *parquetWriter[Row]) write(x *item) (int, omission, error) {
	p.buffer = append(p.buffer, p.row(x))
	if len(p.buffer) < cap(p.buffer) {
		return 1, "", nil
	}
	return 1, "", p.flush()
}

func (p *parquetWriter[Row]) flush() error {
	n, err := p.out.Write(p.buffer)
	p.buffer = p.buffer[:0]
	if p.held += n; err != nil || p.held < rowsAtOnce {
		return err
	}
	p.held = 0
	return p.out.Flush()
}

func (p *parquetWriter[Row]) close() error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.out.Close()
}
