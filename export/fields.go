package export

import (
	"reflect"
	"strconv"
	"strings"
	"time"
)

// field is a column of a flat row.
type field struct {
	name  string
	about string
	kind  fieldKind
	index []int // as reflect.Value.FieldByIndex takes it
}

// fieldKind is what a column holds.
type fieldKind string

const (
	textField   fieldKind = "text"
	listField   fieldKind = "list of text"
	wholeField  fieldKind = "whole number"
	numberField fieldKind = "number"
	dayField    fieldKind = "day"
)

// fieldsOf are the columns of a flat row's type, in order.
func fieldsOf(row reflect.Type) []field {
	var all []field
	for i := range row.NumField() {
		f := row.Field(i)
		if f.Anonymous {
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				all = append(all, inner)
			}
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		all = append(all, field{name: name, about: f.Tag.Get("about"), kind: kindOf(f.Type, options), index: []int{i}})
	}
	return all
}

func kindOf(t reflect.Type, options string) fieldKind {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch {
	case options == "date":
		return dayField
	case t.Kind() == reflect.Slice:
		return listField
	case t.Kind() == reflect.Float64:
		return numberField
	case t.Kind() == reflect.Int || t.Kind() == reflect.Int32:
		return wholeField
	}
	return textField
}

// value is what the column holds in a row: nil, string, int64 or float64; a
// list with "; " between its elements, a day as ISO 8601.
func (f field) value(row reflect.Value) any {
	v := row.FieldByIndex(f.index)
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	switch f.kind {
	case dayField:
		return time.Unix(v.Int()*86400, 0).UTC().Format(time.DateOnly)
	case listField:
		return listed(v.Interface().([]string))
	case wholeField:
		return v.Int()
	case numberField:
		return v.Float()
	}
	return v.String()
}

// listed is a list in one cell, "" when nothing in it is known.
func listed(list []string) string {
	if strings.Join(list, "") == "" {
		return ""
	}
	return strings.Join(list, "; ")
}

// text is the value as CSV has it; what is missing is empty.
func (f field) text(row reflect.Value) string {
	switch v := f.value(row).(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return number(v)
	case string:
		return v
	}
	return ""
}
