// Package export writes a record in the formats that the users of event data
// read: one row an event or a mention, streaming, so that memory does not grow
// with the record.
//
//	format, err := export.Lookup("polecat")
//	counts, err := export.Write(ctx, store, export.Options{Format: format, Level: export.Events}, w)
//
// docs/export.md says what each format is good for and how to read it in R,
// pandas and DuckDB; docs/data-dictionary.md has every column.
package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/demarche/demarche/record"
)

// Source is a record; a *record.Store is one.
type Source interface {
	EachEvent(ctx context.Context, q record.Query, do func(*record.Event) error) error
	EachMention(ctx context.Context, q record.Query, do func(*record.Mention, *record.Document) error) error
	MentionsOf(ctx context.Context, event string) ([]record.Mention, error)
}

// Level is what a row stands for.
type Level string

// The levels.
const (
	Events   Level = "event"   // what happened, merged from its mentions
	Mentions Level = "mention" // one article's statement of it
)

// Format is a way to write a record out.
type Format struct {
	Name   string
	About  string  // one line
	File   string  // the usual ending of a file name, with its dot
	Levels []Level // the first is the default
	// Dyadic formats have one row a pair of an actor and a recipient, and no
	// place to say that an event is denied or only thinkable: such ones are left
	// out of them.
	Dyadic bool
	open   func(w io.Writer, o Options) (writer, error)
}

// writer writes items in one format.
type writer interface {
	// write writes an item and says how many rows it made of it, or why none:
	// what the format has no place for.
	write(x *item) (rows int, why omission, err error)
	close() error
}

// Options say what is written, and how.
type Options struct {
	Format Format
	Level  Level // "" for the format's default
	Query  record.Query
	// Version is the program's name and version, as rows carry it.
	Version string
}

// Counts is what was written.
type Counts struct {
	Items int `json:"items"` // events or mentions read
	Rows  int `json:"rows"`  // written
	// Left is how many items the format has no place for, by why.
	Left map[string]int `json:"left_out,omitempty"`
}

// omission is why an item is left out; "" when it is not.
type omission string

const (
	denied    omission = "denied"
	thinkable omission = "only thinkable"
	past      omission = "long past"
	planned   omission = "only planned"
	undated   omission = "without a date fine enough"
	oneSided  omission = "without both sides"
)

// Formats are all formats, in the order of the documentation.
func Formats() []Format {
	both, events, mentions := []Level{Events, Mentions}, []Level{Events}, []Level{Mentions}
	return []Format{
		{Name: "jsonl", About: "one JSON object a line, with the fields of PLOVER's data exchange format", File: ".jsonl", Levels: both, open: openJSONL},
		{Name: "csv", About: "a flat table with a header, for spreadsheets", File: ".csv", Levels: both, open: openCSV},
		{Name: "parquet", About: "the same table with types and lists, compressed", File: ".parquet", Levels: both, open: openParquet},
		{Name: "sqlite", About: "the same table in an SQLite file, and one with a row a party", File: ".sqlite", Levels: both, open: openSQLite},
		{Name: "geojson", About: "points on a map with their events", File: ".geojson", Levels: both, open: openGeoJSON},
		{Name: "graphml", About: "a network: parties, and an edge for each event between two", File: ".graphml", Levels: both, open: openGraphML},
		{Name: "polecat", About: "POLECAT's table: 40 columns with a header, tabs", File: ".tsv", Levels: both, open: tableOf(polecatColumns, true)},
		{Name: "icews", About: "ICEWS's table: 20 columns with a header, tabs", File: ".tsv", Levels: both, Dyadic: true, open: tableOf(icewsColumns, true)},
		{Name: "gdelt", About: "GDELT 2.0's events: 61 columns without a header, tabs", File: ".export.CSV", Levels: events, Dyadic: true, open: tableOf(gdeltColumns, false)},
		{Name: "gdelt-mentions", About: "GDELT 2.0's mentions: 16 columns without a header, tabs", File: ".mentions.CSV", Levels: mentions, open: tableOf(gdeltMentionColumns, false)},
		{Name: "phoenix", About: "Phoenix's table: 26 columns without a header, tabs", File: ".txt", Levels: events, Dyadic: true, open: tableOf(phoenixColumns, false)},
		{Name: "reduced", About: "the ten columns of ICEWS that R scripts read, with a header, tabs", File: ".tsv", Levels: both, Dyadic: true, open: tableOf(reducedColumns, true)},
		{Name: "dyad-month", About: "counts and scores of each pair of countries in each month, with a header, commas", File: ".csv", Levels: events, open: openDyadMonths},
	}
}

// Names are the names of all formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Lookup is the format of that name.
func Lookup(name string) (Format, error) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, fmt.Errorf("there is no format %q; there are %s", name, strings.Join(Names(), ", "))
}

// LevelOf is the level that is written when level is asked for, "" for the
// format's own.
func (f Format) LevelOf(level Level) (Level, error) {
	switch {
	case level == "":
		return f.Levels[0], nil
	case slices.Contains(f.Levels, level):
		return level, nil
	}
	return "", fmt.Errorf("the format %s has one row %s, not one %s", f.Name, an(f.Levels[0]), an(level))
}

func an(l Level) string {
	if l == Events {
		return "an event"
	}
	return "a " + string(l)
}

// Write writes what the query wants of the source.
func Write(ctx context.Context, source Source, o Options, w io.Writer) (Counts, error) {
	level, err := o.Format.LevelOf(o.Level)
	if err != nil {
		return Counts{}, err
	}
	o.Level = level
	out, err := o.Format.open(w, o)
	if err != nil {
		return Counts{}, fmt.Errorf("writing %s: %w", o.Format.Name, err)
	}
	var counts Counts
	take := func(x *item) error {
		x.version = o.Version
		if err := x.gather(ctx, source, o.Format); err != nil {
			return err
		}
		rows, why, err := out.write(x)
		if err != nil {
			return fmt.Errorf("writing %s: %w", o.Format.Name, err)
		}
		counts.Items++
		counts.Rows += rows
		if rows == 0 && why != "" {
			if counts.Left == nil {
				counts.Left = map[string]int{}
			}
			counts.Left[string(why)]++
		}
		return nil
	}
	if level == Events {
		err = source.EachEvent(ctx, o.Query, func(e *record.Event) error { return take(&item{Event: e}) })
	} else {
		err = source.EachMention(ctx, o.Query, func(m *record.Mention, d *record.Document) error { return take(mentioned(m, d)) })
	}
	if closing := out.close(); err == nil && closing != nil {
		err = fmt.Errorf("writing %s: %w", o.Format.Name, closing)
	}
	return counts, err
}
