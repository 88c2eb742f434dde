package actor

import (
	"errors"
	"fmt"
	"strings"
)

// row is one line of a lexicon file.
type row struct {
	file  string
	line  int
	cells []string
	cols  *header
}

// header maps the names of columns to their places.
type header struct {
	names []string
}

func (h *header) index(name string) int {
	for i, n := range h.names {
		if n == name {
			return i
		}
	}
	return -1
}

// get is the cell of the named column, "" when the file has no such column.
func (r *row) get(name string) string {
	i := r.cols.index(name)
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// list is the cell of the named column cut at its semicolons.
func (r *row) list(name string) []string {
	cell := r.get(name)
	if cell == "" {
		return nil
	}
	if !strings.Contains(cell, ";") {
		return []string{cell}
	}
	out := make([]string, 0, 1+strings.Count(cell, ";"))
	for _, s := range strings.Split(cell, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// errorf makes an error that points at the named column of the row.
func (r *row) errorf(col, format string, args ...any) error {
	at := 1
	if i := r.cols.index(col); i > 0 {
		for _, c := range r.cells[:min(i, len(r.cells))] {
			at += len([]rune(c)) + 1
		}
	}
	return fmt.Errorf("%s:%d:%d: %s", r.file, r.line, at, fmt.Sprintf(format, args...))
}

// readTable calls each for every row of a lexicon file: tab-separated, the
// first line naming the columns, which must be among allowed; lines that begin
// with # are comments. The errors of all rows are joined.
func readTable(file, text string, allowed []string, each func(*row) error) error {
	var errs []error
	var cols *header
	r := row{file: file}
	for text != "" {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		r.line++
		line = strings.TrimSuffix(line, "\r")
		if r.line == 1 {
			line = strings.TrimPrefix(line, "\uFEFF")
		}
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		r.cells = splitCells(r.cells[:0], line)
		if cols == nil {
			cols = &header{names: append([]string(nil), r.cells...)}
			r.cols = cols
			if err := checkColumns(&r, allowed); err != nil {
				return err
			}
			continue
		}
		if len(r.cells) > len(cols.names) {
			errs = append(errs, r.errorf("", "%d cells where the header names %d columns; remove the surplus tabs", len(r.cells), len(cols.names)))
			continue
		}
		if err := each(&r); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func checkColumns(r *row, allowed []string) error {
	for _, c := range r.cells {
		known := false
		for _, a := range allowed {
			known = known || a == c
		}
		if !known {
			return r.errorf(c, "unknown column %q; the columns of this file are: %s", c, strings.Join(allowed, " "))
		}
	}
	return nil
}

func splitCells(dst []string, line string) []string {
	for {
		cell, rest, more := strings.Cut(line, "\t")
		dst = append(dst, strings.TrimSpace(cell))
		if !more {
			return dst
		}
		line = rest
	}
}
