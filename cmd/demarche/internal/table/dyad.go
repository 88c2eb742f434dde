package table

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche/record"
)

// chartWidth is the length of the longest bar at most.
const chartWidth = 40

// longGap is how many periods without events are drawn together to one line.
const longGap = 4

// dyadPage is a table of periods.
type dyadPage struct {
	page
	unit   string
	column int // width of the dates
	most   int // events of the busiest period
	room   int // of the bars
}

// WriteDyad shows what passed between two parties over time: a line a period,
// with a bar for how much of it was cooperation and how much conflict.
func WriteDyad(w io.Writer, a, b string, periods []record.Period, unit string, style Style) error {
	p := dyadPage{page: page{w: bufio.NewWriter(w), Style: style}, unit: unit, column: len("2023-02-28"), most: 1}
	switch unit {
	case "month":
		p.column = len("2023-02")
	case "year":
		p.column = len("2023")
	}
	for i := range periods {
		p.most = max(p.most, periods[i].N)
	}
	p.head(short(a)+"→", short(b)+"→")
	for i := 0; i < len(periods); {
		gap := 0
		for i+gap < len(periods) && periods[i+gap].N == 0 {
			gap++
		}
		if gap >= longGap {
			p.line(cells{}.add(dim, fmt.Sprintf("… %d %ss without events", gap, unit)))
			i += gap
			continue
		}
		p.period(&periods[i])
		i++
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

// short is a name that fits over a column.
func short(name string) string {
	const most = 8
	if runes := []rune(name); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return name
}

func (p *dyadPage) head(forth, back string) {
	over := fmt.Sprintf("%-*s %7s %9s %9s  %13s %13s", p.column, "", "", "", "", "cooperation", "conflict")
	head := fmt.Sprintf("%-*s %7s %9s %9s  %6s %6s %6s %6s %6s  ", p.column, p.unit, "events", forth, back,
		"verbal", "mater.", "verbal", "mater.", "score")
	p.room = min(chartWidth, max(p.Width-len([]rune(head))-1, 10))
	p.line(cells{}.addAsIs(dim, over))
	p.line(cells{}.addAsIs(bold, head))
}

func (p *dyadPage) period(x *record.Period) {
	score := ""
	if x.N > 0 {
		score = fmt.Sprintf("%+.1f", x.Score)
	}
	line := fmt.Sprintf("%-*s %7d %9d %9d  %6d %6d %6d %6d %6s  ", p.column, x.Start[:p.column],
		x.N, x.Forward.N, x.Backward.N, x.Quad[1], x.Quad[2], x.Quad[3], x.Quad[4], score)
	p.line(append(cells{}.addAsIs(plain, line), bar(x, p.most, p.room)...))
}

// bar is as long as the period is busy: full blocks for cooperation, light ones
// for conflict.
func bar(p *record.Period, most, room int) cells {
	length := func(n int) int { return (n*room + most - 1) / most }
	friendlyEvents := p.Quad[0] + p.Quad[1] + p.Quad[2]
	whole := length(p.N)
	good := min(length(friendlyEvents), whole)
	if friendlyEvents < p.N && good == whole && good > 1 {
		good-- // a little conflict must not vanish
	}
	return cells{}.add(friendly, strings.Repeat("█", good)).add(hostile, strings.Repeat("░", whole-good))
}
