package main

import (
	"bufio"
	"compress/bzip2"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/demarche/demarche/actor/wikidata"
	"github.com/demarche/demarche/intake"
)

func lexiconBuildCommand() command {
	return command{
		name:    "build",
		summary: "make a lexicon of all political people that Wikidata has",
		about: `Reads a JSON dump of Wikidata (latest-all.json.bz2 or .gz) and writes its people who held
political positions, with their terms, and its parties, armed groups, ministries, courts
and organisations into a directory for "--lexicon DIR". It takes hours; broken off, the
same command goes on where it stopped. docs/lexicon.md says what is taken.`,
		examples: `demarche lexicon build --wikidata latest-all.json.bz2 -o wikidata
demarche lexicon show --lexicon wikidata "Antony Blinken" --on 2023-03-01`,
		bind: func(flags *flag.FlagSet) action {
			o := &buildOptions{}
			flags.StringVar(&o.dump, "wikidata", "", "read the JSON dump `FILE` (.bz2, .gz, .zst or plain)")
			flags.StringVar(&o.out, "o", "", "write into `DIR`, which is made where it is missing")
			flags.IntVar(&o.sitelinks, "sitelinks", 2, "leave out who has fewer than `N` Wikipedia articles")
			return o.run
		},
	}
}

type buildOptions struct {
	dump, out string
	sitelinks int
}

func (o *buildOptions) run(c *call, args []string) error {
	switch {
	case len(args) > 0:
		return wrongCall("name the dump with --wikidata FILE")
	case o.dump == "" || o.out == "":
		return wrongCall("name the dump with --wikidata FILE and where to write with -o DIR")
	}
	built, err := loadLexicon()
	if err != nil {
		return err
	}
	info, err := os.Stat(o.dump)
	if err != nil {
		return err
	}
	dump, err := openDump(o.dump)
	if err != nil {
		return err
	}
	defer dump.Close()
	bar := newProgressBar(c.stderr, nil)
	counts, err := wikidata.Build(c.ctx, wikidata.Options{
		Dump: dump, Name: filepath.Base(o.dump), Size: info.Size(), Out: o.out, MinSitelinks: o.sitelinks,
		Office: built.Role,
		Progress: func(lines int) {
			if bar.due() {
				bar.write(fmt.Sprintf("%s · %s a second", many(lines, "item"), thousands(int(float64(lines)/bar.elapsed().Seconds()))))
			}
		},
	})
	bar.clear()
	if errors.Is(err, context.Canceled) {
		return fmt.Errorf("stopped; the same command goes on from here: %w", err)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s: %s with %s, %s\n", o.out, many(counts.People, "person"), many(counts.Terms, "term"), many(counts.Bodies, "organisation"))
	if counts.Bad > 0 {
		c.problem(fmt.Errorf("%s: %s could not be read; is the dump whole?", o.dump, many(counts.Bad, "line")))
	}
	return nil
}

// openDump unpacks a dump; bzip2 is what Wikidata offers.
func openDump(path string) (io.ReadCloser, error) {
	if !strings.HasSuffix(path, ".bz2") {
		return intake.Open(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{bzip2.NewReader(bufio.NewReaderSize(f, 1<<20)), f}, nil
}
