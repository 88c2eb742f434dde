package wikidata

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Counts are the rows of a lexicon that was built, and the lines of the dump
// that were no items.
type Counts struct {
	People, Terms, Bodies, Bad int
}

// Build reads the dump and writes the lexicon files people/wikidata.tsv,
// orgs.tsv, groups.tsv and parties.tsv into o.Out. When ctx is done it stops
// with its error, and the next call with the same dump goes on from there.
// Memory does not grow with the number of people and bodies; it holds the
// positions, the states and eight bytes for each edge between classes.
func Build(ctx context.Context, o Options) (Counts, error) {
	p, err := openPass(&o)
	if err != nil {
		return Counts{}, err
	}
	if !p.state.Done {
		err = p.read(ctx, &o)
	}
	if err := errors.Join(err, p.close()); err != nil {
		return Counts{}, err
	}
	j := &join{pass: p, options: &o, states: map[uint32]string{}, positions: map[uint32]position{}}
	j.counts.Bad = p.state.Bad
	if err := errors.Join(j.readStates(), j.readPositions(), j.readClasses()); err != nil {
		return j.counts, err
	}
	if err := errors.Join(j.people(), j.bodies()); err != nil {
		return j.counts, err
	}
	return j.counts, os.RemoveAll(p.dir)
}

// join is the second pass, over what the first one kept.
type join struct {
	pass      *pass
	options   *Options
	states    map[uint32]string // item → ISO code
	positions map[uint32]position
	classes   map[uint32]int
	counts    Counts
}

func (j *join) readStates() error {
	return j.pass.each(statesFile, func(k *kept) error {
		j.states[number(k.ID)] = k.ISO
		return nil
	})
}

func (j *join) readPositions() error {
	return j.pass.each(positionsFile, func(k *kept) error {
		if pos, ok := j.options.read(k); ok {
			j.positions[number(k.ID)] = pos
		}
		return nil
	})
}

func (j *join) readClasses() error {
	var tree classTree
	err := j.pass.each(classesFile, func(k *kept) error {
		tree.add(k.ID, k.Classes)
		return nil
	})
	j.classes = tree.under()
	return err
}

// people writes a row for each position of each person.
func (j *join) people() error {
	out, err := createTable(filepath.Join(j.options.Out, "people", "wikidata.tsv"), "name\taliases\tgender\tcode\tsectors\toffice\tfrom\tuntil\twikidata\tsource")
	if err != nil {
		return err
	}
	err = j.pass.each(peopleFile, func(k *kept) error {
		aliases := strings.Join(k.Aliases, "; ")
		rows := 0
		for _, h := range k.Held {
			pos, ok := j.positions[number(h.Position)]
			code := j.codeOf(pos, h, k)
			if !ok || code == "" || h.Until != "" && h.Until < h.From {
				continue
			}
			out.row(k.Name, aliases, k.Gender, code, pos.sectors, pos.office, h.From, h.Until, k.ID, "wikidata:"+k.ID)
			aliases = ""
			rows++
		}
		j.counts.People += min(rows, 1)
		j.counts.Terms += rows
		return nil
	})
	return errors.Join(err, out.close())
}

// codeOf is whom the holder of a position acts for: the state of its
// jurisdiction or of the position, a body, or else the holder's own state.
func (j *join) codeOf(pos position, h held, k *kept) string {
	for _, id := range []string{h.Of, pos.jurisdiction, pos.directs, pos.country} {
		if code := j.states[number(id)]; code != "" {
			return code
		}
	}
	return cmp.Or(pos.code, j.states[number(k.Citizen)])
}

func (j *join) bodies() error {
	tables := map[string]*table{}
	var err error
	for file, columns := range map[string]string{
		"orgs.tsv":    "name\taliases\tcode\tsectors\tkind\tfrom\tuntil\twikidata\tsource",
		"groups.tsv":  "name\taliases\tcode\tsectors\tfrom\tuntil\twikidata\tsource",
		"parties.tsv": "name\taliases\tcode\tsectors\tfrom\tuntil\twikidata\tsource",
	} {
		t, failed := createTable(filepath.Join(j.options.Out, file), columns)
		tables[file], err = t, errors.Join(err, failed)
	}
	if err != nil {
		return err
	}
	err = j.pass.each(bodiesFile, func(k *kept) error {
		r, ok := j.rootOf(k)
		if !ok {
			return nil
		}
		code := cmp.Or(j.states[number(k.Country)], j.states[number(k.Jurisdiction)])
		if r.code != "" {
			code = r.code
		}
		if code == "" || k.Until != "" && k.Until < k.From {
			return nil
		}
		cells := []string{k.Name, strings.Join(k.Aliases, "; "), code, r.sectors, r.kind, k.From, k.Until, k.ID, "wikidata:" + k.ID}
		if r.file != "orgs.tsv" {
			cells = append(cells[:4], cells[5:]...)
		}
		tables[r.file].row(cells...)
		j.counts.Bodies++
		return nil
	})
	for _, t := range tables {
		err = errors.Join(err, t.close())
	}
	return err
}

func (j *join) rootOf(k *kept) (root, bool) {
	best := len(roots)
	for _, c := range k.Classes {
		if i, ok := j.classes[number(c)]; ok {
			best = min(best, i)
		}
	}
	if best == len(roots) {
		return root{}, false
	}
	return roots[best], true
}

// table is a lexicon file being written; its first error is told on close.
type table struct {
	file *os.File
	out  *bufio.Writer
}

func createTable(path, columns string) (*table, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	t := &table{f, bufio.NewWriter(f)}
	fmt.Fprintln(t.out, columns)
	return t, nil
}

func (t *table) row(cells ...string) { fmt.Fprintln(t.out, strings.Join(cells, "\t")) }

func (t *table) close() error { return errors.Join(t.out.Flush(), t.file.Close()) }
