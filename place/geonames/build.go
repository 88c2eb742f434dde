package geonames

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/demarche/demarche/place"
	"github.com/demarche/demarche/place/atlas"
)

// Options say what to build.
type Options struct {
	Source  string         // allCountries.zip, or a dump of one country, or the text in it
	Out     string         // the file to write; the folder Out + ".part" holds the work until it is done
	Classes string         // feature classes to keep, "" for all: A states and divisions, P towns, H waters, T mountains, L areas, S sites, R roads, V woods, U undersea
	Memory  int            // bytes of names to sort at a time; 0 for 32 MB
	Report  func(Progress) // called now and then; may be nil
}

// Progress is how far a build has come.
type Progress struct {
	Rows, Places, Names int
	Odd                 int     // rows passed over because they are none of GeoNames
	Done                float64 // share of the source that is read, 1 while names are merged
	Resumed             bool    // went on from an earlier build
}

// state is what a build that was cut off needs to go on.
type state struct {
	Source  string           `json:"source"`
	Size    int64            `json:"size"`
	Time    int64            `json:"time"`
	Classes string           `json:"classes"`
	Rows    int              `json:"rows"`
	Names   int              `json:"names"`
	Odd     int              `json:"odd"`
	Runs    int              `json:"runs"`
	Atlas   atlas.Checkpoint `json:"atlas"`
}

const every = 1 << 14 // rows between reports

// Build writes the atlas. When the context ends, or the program is killed,
// the same call goes on from the last run that was written. Errors in the
// dump name FILE:LINE.
func Build(ctx context.Context, o Options) (Progress, error) {
	if o.Memory == 0 {
		o.Memory = 32 << 20
	}
	src, err := open(o.Source)
	if err != nil {
		return Progress{}, err
	}
	defer src.close()
	b := &builder{Options: o, dir: o.Out + ".part", names: newNames(o.Memory)}
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return Progress{}, err
	}
	if err := b.begin(src); err != nil {
		return b.progress, err
	}
	defer b.writer.Close()
	if err := b.read(ctx, src); err != nil {
		if b.progress.Rows == 0 { // nothing that a later call could go on from
			err = errors.Join(err, os.RemoveAll(b.dir))
		}
		return b.progress, err
	}
	if err := b.checkpoint(); err != nil {
		return b.progress, err
	}
	return b.progress, b.finish(ctx)
}

type builder struct {
	Options
	dir      string
	state    state
	writer   *atlas.Writer
	names    names
	progress Progress
	fold     []byte
}

// begin takes up an earlier build of the same source, or starts one.
func (b *builder) begin(src *source) error {
	fresh := state{Source: b.Source, Size: src.size, Time: src.time, Classes: b.Classes}
	text, err := os.ReadFile(filepath.Join(b.dir, "state.json"))
	if err == nil {
		var old state
		if json.Unmarshal(text, &old) == nil && old.Source == fresh.Source && old.Size == fresh.Size && old.Time == fresh.Time && old.Classes == fresh.Classes {
			fresh = old
			b.progress = Progress{Rows: old.Rows, Places: int(old.Atlas.Places), Names: old.Names, Odd: old.Odd, Resumed: true}
		}
	} else if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	b.state = fresh
	b.writer, err = atlas.NewWriter(b.dir, fresh.Atlas)
	return err
}

// read goes through the rows of the dump, past those that were read before.
func (b *builder) read(ctx context.Context, src *source) error {
	r := bufio.NewReaderSize(src, 1<<20)
	for n := 1; ; n++ {
		line, err := r.ReadSlice('\n')
		for errors.Is(err, bufio.ErrBufferFull) { // an overlong line: no place
			_, err = r.ReadSlice('\n')
			line = nil
		}
		if errors.Is(err, io.EOF) && len(line) == 0 {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s:%d: %w", b.Source, n, err)
		}
		if n <= b.state.Rows {
			continue
		}
		if err := b.row(strings.TrimRight(string(line), "\r\n"), n); err != nil {
			return fmt.Errorf("%s:%d: %w", b.Source, n, err)
		}
		b.progress.Rows = n
		if n%every == 0 {
			if ctx.Err() != nil {
				return fmt.Errorf("stopped after %d rows; the same call goes on: %w", b.state.Rows, ctx.Err())
			}
			b.report(src.done())
		}
		if b.names.full() {
			if err := b.checkpoint(); err != nil {
				return err
			}
		}
	}
}

func (b *builder) report(done float64) {
	b.progress.Done = done
	if b.Report != nil {
		b.Report(b.progress)
	}
}

// row adds the place of a line. A first line that is none of GeoNames ends
// the build; later ones are passed over, since dumps have a few odd lines.
func (b *builder) row(line string, n int) error {
	if line == "" {
		return nil
	}
	r, err := parse(line)
	if err != nil {
		if n == 1 {
			return err
		}
		b.progress.Odd++
		return nil
	}
	if skipped(r.place.Feature) || b.Classes != "" && strings.IndexByte(b.Classes, r.place.Class) < 0 {
		return nil
	}
	number, err := b.writer.Add(&r.place, r.self)
	if err != nil {
		return nil // no name or no position
	}
	b.progress.Places++
	for _, name := range r.names {
		b.fold = place.AppendFold(b.fold[:0], name)
		if len(b.fold) < 2 || len(b.fold) > atlas.MaxKey {
			continue
		}
		b.names.add(b.fold, number)
		b.progress.Names++
	}
	return nil
}

// checkpoint writes the names gathered as a run, and how far the build is.
func (b *builder) checkpoint() error {
	if len(b.names.items) > 0 {
		if err := b.names.spill(b.dir, b.state.Runs); err != nil {
			return err
		}
		b.state.Runs++
	}
	at, err := b.writer.Checkpoint()
	if err != nil {
		return err
	}
	b.state.Rows, b.state.Names, b.state.Odd, b.state.Atlas = b.progress.Rows, b.progress.Names, b.progress.Odd, at
	text, err := json.Marshal(b.state)
	if err != nil {
		return err
	}
	path := filepath.Join(b.dir, "state.json")
	if err := os.WriteFile(path+".new", text, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// finish merges the runs into the atlas and clears the working folder away.
func (b *builder) finish(ctx context.Context) error {
	b.report(1)
	if b.state.Atlas.Places == 0 {
		return fmt.Errorf("%s: no place in it", b.Source)
	}
	m, err := merge(b.dir, b.state.Runs)
	if err != nil {
		return err
	}
	defer m.close()
	merged := 0
	err = b.writer.Finish(b.Out, func() ([]byte, []uint32, bool, error) {
		if merged++; merged%every == 0 && ctx.Err() != nil {
			return nil, nil, false, ctx.Err()
		}
		return m.next()
	})
	if err != nil {
		return err
	}
	return os.RemoveAll(b.dir)
}
