package wikidata

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Options of a build.
type Options struct {
	// Dump is opened from its beginning, and unpacked.
	Dump io.Reader
	// Name and Size identify the dump, so that a build goes on only with its own.
	Name string
	Size int64
	// Out is the directory of the lexicon; what the first pass keeps lies in its
	// folder .build until the lexicon is written.
	Out string
	// MinSitelinks leaves out people and bodies with fewer Wikipedia articles.
	MinSitelinks int
	// Office says what the lexicon knows of a title: its canonical office and sectors.
	Office func(title string) (office string, sectors []string, ok bool)
	// Progress, when set, is called now and then with the lines read so far.
	Progress func(lines int)
	// Checkpoint is after how many lines the state is saved; 0 means 100,000.
	Checkpoint int
}

// state is where a build stands.
type state struct {
	Name  string           `json:"dump"`
	Size  int64            `json:"size"`
	Links int              `json:"min_sitelinks"`
	Lines int              `json:"lines"`
	Files map[string]int64 `json:"files"` // bytes that belong to these lines
	Bad   int              `json:"bad"`
	Done  bool             `json:"done"`
}

// pass is the first pass over the dump.
type pass struct {
	dir   string
	state state
	files map[string]*os.File
	out   map[string]*bufio.Writer
	sizes map[string]int64
}

// openPass starts a pass, or goes on with the one that dir holds.
func openPass(o *Options) (*pass, error) {
	p := &pass{dir: filepath.Join(o.Out, ".build"), files: map[string]*os.File{}, out: map[string]*bufio.Writer{}, sizes: map[string]int64{}}
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return nil, err
	}
	if b, err := os.ReadFile(p.statePath()); err == nil {
		if err := json.Unmarshal(b, &p.state); err != nil {
			return nil, fmt.Errorf("%s: %w; delete the folder %s to start afresh", p.statePath(), err, p.dir)
		}
		if p.state.Name != o.Name || p.state.Size != o.Size || p.state.Links != o.MinSitelinks {
			return nil, fmt.Errorf("%s holds a build from %s (%d bytes, --sitelinks %d); go on with that, or delete the folder", p.dir, p.state.Name, p.state.Size, p.state.Links)
		}
	}
	p.state.Name, p.state.Size, p.state.Links = o.Name, o.Size, o.MinSitelinks
	for _, name := range []string{statesFile, peopleFile, positionsFile, bodiesFile, classesFile} {
		f, err := os.OpenFile(filepath.Join(p.dir, name), os.O_RDWR|os.O_CREATE, 0o644)
		if err == nil {
			err = f.Truncate(p.state.Files[name]) // lines after the last checkpoint come again
		}
		if err == nil {
			_, err = f.Seek(0, io.SeekEnd)
		}
		if err != nil {
			return nil, err
		}
		p.files[name], p.out[name], p.sizes[name] = f, bufio.NewWriterSize(f, 1<<20), p.state.Files[name]
	}
	return p, nil
}

func (p *pass) statePath() string { return filepath.Join(p.dir, "state.json") }

// maxEntity bounds a line of the dump; the largest items have some megabytes.
const maxEntity = 64 << 20

// read reads the dump to its end, or until ctx is done.
func (p *pass) read(ctx context.Context, o *Options) error {
	every := o.Checkpoint
	if every == 0 {
		every = 100_000
	}
	in := bufio.NewScanner(o.Dump)
	in.Buffer(make([]byte, 1<<20), maxEntity)
	var failed error
	keep := func(file string, k kept) { failed = errors.Join(failed, p.write(file, k)) }
	for line := 0; in.Scan(); {
		if line++; line <= p.state.Lines {
			continue
		}
		p.state.Lines = line
		if err := extract(in.Bytes(), o.MinSitelinks, keep); err != nil && len(in.Bytes()) > 2 {
			p.state.Bad++
		}
		if failed != nil {
			return failed
		}
		if line%every != 0 {
			continue
		}
		if o.Progress != nil {
			o.Progress(line)
		}
		if err := errors.Join(p.save(), ctx.Err()); err != nil {
			return err
		}
	}
	if err := in.Err(); err != nil {
		return errors.Join(fmt.Errorf("reading the dump after line %d: %w", p.state.Lines, err), p.save())
	}
	p.state.Done = true
	return p.save()
}

func (p *pass) write(file string, k kept) error {
	b, err := json.Marshal(k)
	if err != nil {
		return err
	}
	n, err := p.out[file].Write(append(b, '\n'))
	p.sizes[file] += int64(n)
	return err
}

// save makes what has been read so far durable.
func (p *pass) save() error {
	p.state.Files = map[string]int64{}
	for name, w := range p.out {
		if err := errors.Join(w.Flush(), p.files[name].Sync()); err != nil {
			return err
		}
		p.state.Files[name] = p.sizes[name]
	}
	b, err := json.Marshal(p.state)
	if err != nil {
		return err
	}
	tmp := p.statePath() + ".new"
	if err := os.WriteFile(tmp, b, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, p.statePath())
}

func (p *pass) close() error {
	var err error
	for _, f := range p.files {
		err = errors.Join(err, f.Close())
	}
	return err
}

// each calls f for every line of a file of the first pass.
func (p *pass) each(file string, f func(*kept) error) error {
	in, err := os.Open(filepath.Join(p.dir, file))
	if err != nil {
		return err
	}
	defer in.Close()
	dec := json.NewDecoder(bufio.NewReaderSize(in, 1<<20))
	for {
		var k kept
		switch err := dec.Decode(&k); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", in.Name(), err)
		}
		if err := f(&k); err != nil {
			return err
		}
	}
}
