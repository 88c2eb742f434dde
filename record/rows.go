package record

import (
	"context"
	"strings"
)

// rows writes rows to a table, forty a statement: the fewer statements, the
// faster. What it holds cannot be read until it is flushed.
type rows struct {
	table string
	width int
	args  []any
}

const rowsAtOnce = 40

// add takes a row; it has to have as many values as the table has columns.
func (r *rows) add(ctx context.Context, w *writer, values ...any) error {
	r.width = len(values)
	r.args = append(r.args, values...)
	if len(r.args) < rowsAtOnce*r.width {
		return nil
	}
	return r.flush(ctx, w)
}

func (r *rows) flush(ctx context.Context, w *writer) error {
	if len(r.args) == 0 {
		return nil
	}
	row := "(?" + strings.Repeat(",?", r.width-1) + ")"
	n := len(r.args) / r.width
	err := w.exec(ctx, "INSERT INTO "+r.table+" VALUES "+row+strings.Repeat(","+row, n-1), r.args...)
	r.args = r.args[:0]
	return err
}
