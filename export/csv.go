package export

import (
	"encoding/csv"
	"io"
	"reflect"
)

// flatWriter writes flat rows.
type flatWriter struct {
	countries countries
	row       func(reflect.Value) error
	end       func() error
}

func (f *flatWriter) write(x *item) (int, omission, error) {
	if x.mention != nil {
		return 1, "", f.row(reflect.ValueOf(f.countries.flatMentionOf(x)))
	}
	return 1, "", f.row(reflect.ValueOf(f.countries.flatEventOf(x)))
}

func (f *flatWriter) close() error { return f.end() }

// rowType is the flat row of a level.
func rowType(l Level) reflect.Type {
	if l == Mentions {
		return reflect.TypeFor[flatMention]()
	}
	return reflect.TypeFor[flatEvent]()
}

func openCSV(w io.Writer, o Options) (writer, error) {
	fields := fieldsOf(rowType(o.Level))
	out := csv.NewWriter(w)
	line := make([]string, len(fields))
	for i, f := range fields {
		line[i] = f.name
	}
	if err := out.Write(line); err != nil {
		return nil, err
	}
	return &flatWriter{
		countries: newCountries(),
		row: func(row reflect.Value) error {
			for i, f := range fields {
				line[i] = f.text(row)
			}
			return out.Write(line)
		},
		end: func() error { out.Flush(); return out.Error() },
	}, nil
}
