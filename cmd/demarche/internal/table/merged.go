package table

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// dayColumn is the width of a date and the blanks behind it.
const dayColumn = len("2023-02-28") + 2

// WriteMerged shows events of a record: when, who did what to whom, and below
// it the sentence of the best mention, and how many tell of it.
func WriteMerged(w io.Writer, events []record.Event, style Style) error {
	style.Width = max(style.Width, minWidth)
	p := &page{w: bufio.NewWriter(w), Style: style}
	for i := range events {
		p.merged(&events[i])
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func (p *page) merged(e *record.Event) {
	date := "?"
	if e.Date != nil {
		date = *e.Date
	}
	head := category(&e.Event).addAsIs(plain, "  ")
	p.row(cells{}.add(bold, date), dayColumn, append(head, parties(&e.Event)...))
	p.row(nil, dayColumn, mergedCircumstances(e))
	p.row(nil, dayColumn, marked([]demarche.Event{e.Event}))
	p.row(nil, dayColumn, cells{}.add(dim, told(e)))
	p.newline()
}

// mergedCircumstances are those of an event, with its numbers as ranges.
func mergedCircumstances(e *record.Event) cells {
	one := e.Event
	one.Date, one.Size = nil, demarche.Size{}
	text := circumstances(&one)
	if s := ranges(e.Size); s != "" {
		text = text.add(plain, " · "+s)
	}
	return text
}

func ranges(s record.Size) string {
	var parts []string
	for _, n := range []struct {
		count *record.Range
		what  string
	}{{s.Dead, "dead"}, {s.Injured, "injured"}, {s.Arrested, "arrested"}, {s.Participants, "taking part"}} {
		switch {
		case n.count == nil:
		case n.count.Min == n.count.Max:
			parts = append(parts, fmt.Sprintf("%d %s", n.count.Min, n.what))
		default:
			parts = append(parts, fmt.Sprintf("%d to %d %s", n.count.Min, n.count.Max, n.what))
		}
	}
	return strings.Join(parts, ", ")
}

// told says who tells of the event, and how to ask for more.
func told(e *record.Event) string {
	text := counted(e.Mentions, "mention")
	if e.Sources > 1 {
		text += " in " + counted(e.Sources, "source")
	}
	switch {
	case e.FirstSeen == "":
	case e.FirstSeen == e.LastSeen:
		text += ", " + e.FirstSeen
	default:
		text += ", " + e.FirstSeen + " to " + e.LastSeen
	}
	return text + " · " + e.ID
}
