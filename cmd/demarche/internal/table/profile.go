package table

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche/record"
)

// WriteProfile shows somebody: offices, itinerary, partners, quotes.
func WriteProfile(w io.Writer, who *record.Profile, style Style) error {
	style.Width = max(style.Width, minWidth)
	p := &page{w: bufio.NewWriter(w), Style: style}
	code := who.Code
	if code == who.Name { // a country asked for by its code
		code = ""
	}
	p.flow(0, cells{}.add(bold, who.Name).add(dim, prefixed(" · ", code)+prefixed(" · ", who.Wikidata)+" · "+counted(who.Events, "event")))
	if others := without(who.Aliases, who.Name); len(others) > 0 {
		p.flow(2, cells{}.add(dim, "called ").add(plain, strings.Join(others, ", ")))
	}
	for _, o := range who.Offices {
		p.flow(2, cells{}.add(plain, o.Title+prefixed(", ", o.Code)).add(dim, " · "+period(o.First, o.Last)+" · "+counted(o.N, "mention")))
	}
	p.legs(who.Legs)
	if len(who.Partners) > 0 {
		p.heading("Dealt with")
		var names []string
		for _, c := range who.Partners {
			names = append(names, fmt.Sprintf("%s %d", c.Value, c.N))
		}
		p.flow(2, cells{}.add(plain, strings.Join(names, " · ")))
	}
	if len(who.Quotes) > 0 {
		p.heading("Said")
		for i := range who.Quotes {
			q := &who.Quotes[i]
			p.row(cells{}.addBlanks(2).add(bold, q.Date), 2+dayColumn, cells{}.add(plain, q.Text).add(dim, " · "+q.Kind+" · "+q.Doc))
		}
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func (p *page) heading(text string) {
	p.newline()
	p.line(cells{}.add(bold, text))
}

// legs is the itinerary; what was not done must not look as if it was.
func (p *page) legs(legs []record.Leg) {
	if len(legs) == 0 {
		return
	}
	p.heading("Itinerary")
	for i := range legs {
		l := &legs[i]
		date := l.Date
		if date == "" {
			date = "?"
		}
		text := cells{}
		if l.Status == "done" {
			text = text.add(plain, "done")
		} else {
			text = text.add(bold, l.Status)
		}
		_, mode, _ := strings.Cut(l.Type, " ")
		text = text.add(friendly, prefixed(" · ", mode))
		if l.Place != "" {
			text = text.add(plain, " · in "+l.Place)
		}
		if len(l.With) > 0 {
			text = text.add(plain, " · with "+strings.Join(l.With, ", "))
		}
		p.row(cells{}.addBlanks(2).add(bold, date), 2+dayColumn, text.add(dim, " · "+l.Event))
	}
}

// period is "2021-01-26 to 2023-05-02", or the one day.
func period(first, last string) string {
	switch {
	case first == "":
		return "at an unknown time"
	case first == last:
		return first
	}
	return first + " to " + last
}

func without(names []string, name string) (others []string) {
	for _, n := range names {
		if n != name {
			others = append(others, n)
		}
	}
	return others
}
