package main

import (
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/export"
	"github.com/demarche/demarche/record"
)

func exportCommand() command {
	return command{
		name:    "export",
		args:    "[QUERY…]",
		summary: "write a record as a data set",
		about: "Formats, of which a FILE's ending tells the obvious ones:\n" + formatList() + `
One row an event, or with --level mention one row a mention. Beside a FILE its
provenance is written as FILE.provenance.json: versions, hashes, query, counts.
docs/export.md tells how to read each format in R, pandas and DuckDB, and
docs/data-dictionary.md has every column.`,
		examples: `demarche export --db news.db -o events.parquet
demarche export --db news.db --format polecat -o polecat.tsv since:2023-01 until:2023-06
demarche export --db news.db --format dyad-month --query 'actor:RUS,UKR' > dyads.csv
demarche export --db news.db --level mention | jq -r .text`,
		bind: func(flags *flag.FlagSet) action {
			o := &exportOptions{}
			bindDB(flags, &o.db, "write out the record in `FILE`")
			flags.StringVar(&o.format, "format", "", "write in `FORMAT` (default: by FILE's ending, else jsonl)")
			choice(flags, &o.level, "level", "one row an event or a mention; `LEVEL`: event or mention (default: the format's, mostly event)", "event", "mention")
			flags.StringVar(&o.query, "query", "", "only what `QUERY` finds, as for demarche search")
			flags.StringVar(&o.file, "o", "", "write to `FILE`, compressed if it ends with .gz (default: standard output)")
			return o.run
		},
	}
}

// formatList is a line a format.
func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-15s %s\n", f.Name, f.About)
	}
	return b.String()
}

type exportOptions struct {
	db, format, level, query, file string
}

func (o *exportOptions) run(c *call, args []string) error {
	if o.query != "" {
		args = append([]string{o.query}, args...)
	}
	query, err := queryOf(args)
	if err != nil {
		return err
	}
	if o.file == "-" {
		o.file = ""
	}
	format, err := o.formatOf()
	if err != nil {
		return wrongCall("%v", err)
	}
	level, err := format.LevelOf(export.Level(o.level))
	if err != nil {
		return wrongCall("%v", err)
	}
	if sameFile(o.file, o.db) {
		return wrongCall("%s is the record itself; name another file with -o", o.file)
	}
	if _, isTerminal := terminal(c.stdout); isTerminal && o.file == "" && (format.Name == "parquet" || format.Name == "sqlite") {
		return wrongCall("%s is not for reading on a terminal; name a file with -o", format.Name)
	}
	store, err := record.OpenReadOnly(o.db)
	if err != nil {
		return err
	}
	defer store.Close()
	options := export.Options{Format: format, Level: level, Query: query, Version: "demarche " + demarche.Version}
	if o.file == "" {
		counts, err := export.Write(c.ctx, store, options, c.stdout)
		o.tell(c, counts)
		return err
	}
	counts, err := o.toFile(c.ctx, store, options)
	if err == nil {
		o.tell(c, counts)
	}
	return err
}

// sameFile says that both are there and are one.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// formatOf is the format asked for, or the one that the file's ending tells.
func (o *exportOptions) formatOf() (export.Format, error) {
	if o.format != "" {
		for _, name := range export.Names() {
			if name == o.format {
				return export.Lookup(name)
			}
		}
		return export.Format{}, errors.New(unknown("format", o.format, export.Names()))
	}
	switch ending := filepath.Ext(strings.TrimSuffix(o.file, ".gz")); ending {
	case "", ".jsonl", ".json", ".ndjson":
		return export.Lookup("jsonl")
	case ".csv", ".parquet", ".sqlite", ".geojson", ".graphml":
		return export.Lookup(ending[1:])
	case ".db":
		return export.Lookup("sqlite")
	default:
		return export.Format{}, fmt.Errorf("%s can be of several formats; say which with --format", o.file)
	}
}

// tell says on standard error what was written, and what was not.
func (o *exportOptions) tell(c *call, counts export.Counts) {
	if o.file == "" && len(counts.Left) == 0 {
		return
	}
	text := fmt.Sprintf("%s rows of %s", thousands(counts.Rows), many(counts.Items, "item"))
	var left []string
	for _, why := range slices.Sorted(maps.Keys(counts.Left)) {
		left = append(left, thousands(counts.Left[why])+" "+why)
	}
	if len(left) > 0 {
		text += "; left out: " + strings.Join(left, ", ")
	}
	if o.file != "" {
		text = o.file + ": " + text
	}
	fmt.Fprintln(c.stderr, text)
}

// toFile writes to a file beside the one wanted and puts it in its place when
// all is written, so that there is never half a data set under its name.
func (o *exportOptions) toFile(ctx context.Context, store *record.Store, options export.Options) (counts export.Counts, err error) {
	part, err := os.CreateTemp(filepath.Dir(o.file), "."+filepath.Base(o.file)+".part-*")
	if err != nil {
		return counts, fmt.Errorf("%s: cannot be written (%w); check that the folder exists and can be written to", o.file, reason(err))
	}
	defer os.Remove(part.Name()) // it is gone when all went well
	defer part.Close()
	digest := export.NewDigest(part)
	if counts, err = writeMaybeCompressed(ctx, store, options, digest, strings.HasSuffix(o.file, ".gz")); err != nil {
		return counts, err
	}
	if err := errors.Join(part.Chmod(0o644), part.Sync(), part.Close()); err != nil {
		return counts, err
	}
	if err := os.Rename(part.Name(), o.file); err != nil {
		return counts, err
	}
	return counts, o.writeProvenance(ctx, store, options, counts, digest)
}

// reason is what is wrong without the name of the temporary file.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func writeMaybeCompressed(ctx context.Context, store *record.Store, options export.Options, w io.Writer, compress bool) (export.Counts, error) {
	if !compress {
		return export.Write(ctx, store, options, w)
	}
	packed := gzip.NewWriter(w)
	counts, err := export.Write(ctx, store, options, packed)
	return counts, errors.Join(err, packed.Close())
}

func (o *exportOptions) writeProvenance(ctx context.Context, store *record.Store, options export.Options, counts export.Counts, digest *export.Digest) error {
	stats, err := store.Stats(ctx)
	if err != nil {
		return err
	}
	p, err := export.NewProvenance(options, stats)
	if err != nil {
		return err
	}
	p.File, p.Counts, p.Record.File = filepath.Base(o.file), counts, filepath.Base(o.db)
	p.SHA256, p.Bytes = digest.Sum()
	p.Created = time.Now().UTC().Format(time.RFC3339)
	p.Command = o.command(options)
	f, err := os.Create(o.file + ".provenance.json")
	if err != nil {
		return err
	}
	_, err = p.WriteTo(f)
	return errors.Join(err, f.Close())
}

// command is the call that writes the file again, with nothing left to defaults.
func (o *exportOptions) command(options export.Options) string {
	parts := []string{"demarche export --db", shellQuoted(o.db), "--format", options.Format.Name, "--level", string(options.Level)}
	if q := options.Query.String(); q != "" {
		parts = append(parts, "--query", shellQuoted(q))
	}
	return strings.Join(append(parts, "-o", shellQuoted(o.file)), " ")
}

// shellQuoted is the word as a shell takes it.
func shellQuoted(word string) string {
	if word != "" && !strings.ContainsAny(word, " \t\n'\"\\$`|&;<>()*?[]#~=%{}!") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
