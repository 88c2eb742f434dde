package export

import (
	"cmp"
	"encoding/csv"
	"io"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

// dyadMonths counts what each country did to each other one in each month. It
// holds one count a pair and month, whatever the number of events.
type dyadMonths struct {
	out       *csv.Writer
	countries countries
	counts    map[dyadMonth]*dyadCounts
}

type dyadMonth struct{ month, source, target string }

type dyadCounts struct {
	events, mentions, sources int
	quad                      [5]int
	scale, goldstein          float64
	types                     [16]int // in the order of the codebook's categories
}

func openDyadMonths(w io.Writer, _ Options) (writer, error) {
	m := &dyadMonths{out: csv.NewWriter(w), countries: newCountries(), counts: map[dyadMonth]*dyadCounts{}}
	var header []string
	for _, c := range dyadMonthColumns() {
		header = append(header, c[0])
	}
	return m, m.out.Write(header)
}

// dyadMonthColumns are names and meanings.
func dyadMonthColumns() [][2]string {
	columns := [][2]string{
		{"month", "as 2023-02"},
		{"source_iso", "who did it: ISO 3166-1 alpha-3, or PLOVER's code of an organisation"},
		{"source_cow", "Correlates of War number"},
		{"target_iso", "to whom"},
		{"target_cow", "Correlates of War number"},
		{"events", "events that stand: done, or announced where that is an event of its own; a meeting counts both ways"},
		{"mentions", "mentions of them"},
		{"sources", "independent sources, summed over the events"},
		{"verbal_cooperation", "events of PLOVER's quad class 1"},
		{"material_cooperation", "of quad class 2"},
		{"verbal_conflict", "of quad class 3"},
		{"material_conflict", "of quad class 4"},
		{"scale_mean", "mean PLOVER score"},
		{"scale_sum", "sum of the PLOVER scores"},
		{"goldstein_mean", "mean Goldstein score"},
		{"goldstein_sum", "sum of the Goldstein scores"},
	}
	for _, c := range codebook.Categories() {
		columns = append(columns, [2]string{lower(c.Name), "events of the category " + c.Name})
	}
	return columns
}

func (m *dyadMonths) write(x *item) (rows int, why omission, err error) {
	if why := x.stands(); why != "" {
		return 0, why, nil
	}
	first := firstDay(deref(x.Date))
	if first == "" {
		return 0, undated, nil // when it was is not known to the month
	}
	seen := map[[2]string]bool{}
	for _, d := range x.dyads() {
		if d.actor == nil || d.recipient == nil {
			continue
		}
		m.add(x, first[:len("2006-01")], d.actor, d.recipient, seen)
		if x.Together() {
			m.add(x, first[:len("2006-01")], d.recipient, d.actor, seen)
		}
	}
	return len(seen), oneSided, nil
}

// add counts an event once for each pair of countries, however many ministers
// met.
func (m *dyadMonths) add(x *item, month string, from, to *demarche.Entity, seen map[[2]string]bool) {
	a, b := deref(from.Code), deref(to.Code)
	if a == "" || b == "" || seen[[2]string{a, b}] {
		return
	}
	seen[[2]string{a, b}] = true
	key := dyadMonth{month, a, b}
	c := m.counts[key]
	if c == nil {
		c = &dyadCounts{}
		m.counts[key] = c
	}
	c.events++
	c.mentions += x.Mentions
	c.sources += x.Sources
	c.quad[max(0, min(x.QuadCode, 4))]++
	c.scale += x.EventScale
	c.goldstein += x.Goldstein
	for i, category := range codebook.Categories() {
		if category.Name == x.category() && i < len(c.types) {
			c.types[i]++
		}
	}
}

func (m *dyadMonths) close() error {
	keys := make([]dyadMonth, 0, len(m.counts))
	for k := range m.counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b dyadMonth) int {
		return cmp.Or(cmp.Compare(a.month, b.month), cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
	})
	for _, k := range keys {
		c := m.counts[k]
		n := float64(c.events)
		line := []string{
			k.month, k.source, m.countries[k.source].cowNumber, k.target, m.countries[k.target].cowNumber,
			whole(c.events), whole(c.mentions), whole(c.sources),
			whole(c.quad[1]), whole(c.quad[2]), whole(c.quad[3]), whole(c.quad[4]),
			number(rounded(c.scale / n)), number(rounded(c.scale)), number(rounded(c.goldstein / n)), number(rounded(c.goldstein)),
		}
		for i := range codebook.Categories() {
			line = append(line, whole(c.types[i]))
		}
		if err := m.out.Write(line); err != nil {
			return err
		}
	}
	m.out.Flush()
	return m.out.Error()
}
