package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// delimiters are what divides columns.
const delimiters = ",\t;|"

// startsTable says whether the text starts with a line of column names that make
// a document: one for the text, and another.
func startsTable(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	for _, delimiter := range delimiters {
		names, err := csvReader(bytes.NewReader(line), delimiter).Read()
		if err != nil || len(names) < 2 {
			continue
		}
		text, others := false, 0
		for _, name := range names {
			switch field := fieldOf(name); field {
			case "":
			case "text":
				text = true
			default:
				others++
			}
		}
		if text && others > 0 {
			return true
		}
	}
	return false
}

// fieldOf is the field that a column of that name holds, "" for none.
func fieldOf(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, known := range fieldNames {
		if slices.Contains(known.names, name) {
			return known.field
		}
	}
	return ""
}

func csvReader(in io.Reader, delimiter rune) *csv.Reader {
	r := csv.NewReader(in)
	r.Comma = delimiter
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.ReuseRecord = true
	return r
}

// table reads CSV and the like: a line of column names, and a document a row.
func (r Reader) table(path, name string, head []byte, in io.Reader, yield yielder) bool {
	limited := &io.LimitedReader{R: in, N: MaxDocument}
	rows := csvReader(limited, delimiterOf(name, head))
	names, err := rows.Read()
	if err != nil {
		return yield(nil, &Problem{Path: path, Line: 1, What: "the table is empty; nothing to code"})
	}
	columns := newColumns(names)
	if p := columns.problem(r.Fields); p != "" {
		return yield(nil, &Problem{Path: path, Line: 1, What: p})
	}
	for {
		limited.N = MaxDocument
		row, err := rows.Read()
		line := 0
		if len(row) > 0 {
			line, _ = rows.FieldPos(0)
		}
		var wrong *csv.ParseError
		switch {
		case limited.N <= 0 && !(errors.Is(err, io.EOF) && len(row) == 0):
			return yield(nil, &Problem{Path: path, Line: max(line, 1), What: "a row is longer than 8 MiB, and no row is read from there on; look for a quotation mark that is never closed"})
		case errors.Is(err, io.EOF):
			return true
		case errors.As(err, &wrong):
			if !yield(nil, &Problem{Path: path, Line: wrong.StartLine, Col: wrong.Column, What: fmt.Sprintf("the row cannot be read (%v); correct it", wrong.Err), Err: err}) {
				return false
			}
			continue
		case err != nil:
			return yield(nil, unreadable(path, err))
		}
		if !r.row(path, line, columns, row, yield) {
			return false
		}
	}
}

// row gives the document of a row; an empty row is none.
func (r Reader) row(path string, line int, columns columns, row []string, yield yielder) bool {
	if len(row) == 1 && strings.TrimSpace(row[0]) == "" {
		return true
	}
	rec := r.Fields.record(func(name string) string {
		i, ok := columns.index[strings.ToLower(name)]
		if !ok || i >= len(row) {
			return ""
		}
		return strings.ToValidUTF8(row[i], "\ufffd")
	})
	doc, err := r.document(Problem{Path: path, Line: line}, &rec)
	if i := slices.IndexFunc(row, func(s string) bool { return invalidUTF8(s) >= 0 }); i >= 0 && err == nil {
		err = &Problem{Path: path, Line: line, What: badUTF8}
	}
	return yield(doc, err)
}

// delimiterOf is what divides the columns: by the name, or what divides the
// first line into most.
func delimiterOf(name string, head []byte) rune {
	if strings.HasSuffix(strings.ToLower(name), ".tsv") || strings.HasSuffix(strings.ToLower(name), ".tab") {
		return '\t'
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', 0
	for _, delimiter := range delimiters {
		if n := bytes.Count(line, []byte(string(delimiter))); n > most {
			best, most = delimiter, n
		}
	}
	return best
}

// columns are the names of a table's columns.
type columns struct {
	names []string
	index map[string]int // by the name in lower case
}

func newColumns(names []string) columns {
	c := columns{index: map[string]int{}}
	for i, name := range names {
		name = strings.TrimSpace(name)
		c.names = append(c.names, name)
		if key := strings.ToLower(name); key != "" {
			if _, known := c.index[key]; !known {
				c.index[key] = i
			}
		}
	}
	return c
}

// problem says what hinders reading documents from these columns, "" for nothing.
func (c columns) problem(fields Fields) string {
	have := strings.Join(c.names[:min(len(c.names), 30)], ", ")
	if missing := fields.missing(c.names); len(missing) > 0 {
		return fmt.Sprintf("there is no column %q; the columns are %s", missing[0], have)
	}
	if _, own := fields.names["text"]; own {
		return ""
	}
	if slices.ContainsFunc(c.names, func(name string) bool { return fieldOf(name) == "text" }) {
		return ""
	}
	return fmt.Sprintf("no column is named for the text; say which is with --map text=COLUMN (the columns are %s)", have)
}
