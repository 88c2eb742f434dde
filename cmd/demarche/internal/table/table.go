// Package table shows coded documents to people: each sentence that tells of an
// event, with the words that carried it marked, and below it who did what to
// whom, when, where, and on whose word.
package table

import (
	"bufio"
	"fmt"
	"io"

	"github.com/demarche/demarche"
)

// Style is how a table is laid out.
type Style struct {
	Width  int  // columns of the terminal
	Colour bool // whether the terminal's codes may be used
}

// minWidth is the narrowest table that can still be read.
const minWidth = 40

// margin is where the sentences begin, behind their numbers.
const margin = 4

// Write shows the events of one document.
func Write(w io.Writer, doc *demarche.Doc, style Style) error {
	style.Width = max(style.Width, minWidth)
	p := &page{w: bufio.NewWriter(w), Style: style, label: labelWidth(doc.Events)}
	p.head(doc)
	for first := 0; first < len(doc.Events); {
		end := first + 1
		for end < len(doc.Events) && sentence(doc.Events, end) == sentence(doc.Events, first) {
			end++
		}
		p.sentence(doc.Events[first:end])
		first = end
	}
	p.newline()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func sentence(events []demarche.Event, i int) int { return events[i].TextInfo.Sequence }

// page is a table being written.
type page struct {
	Style
	w     *bufio.Writer
	label int // width of the column of categories and modes
}

func (p *page) head(doc *demarche.Doc) {
	if doc.Title != "" {
		p.flow(0, cells{}.add(bold, doc.Title))
	}
	about := cells{}.add(dim, doc.ID)
	if !doc.Date.IsZero() {
		about = about.add(dim, " · "+doc.Date.String())
	}
	if doc.Publication != "" {
		about = about.add(dim, " · "+doc.Publication)
	}
	about = about.add(dim, " · "+counted(len(doc.Events), "event"))
	p.flow(0, about)
}

// sentence shows the events of one sentence below it.
func (p *page) sentence(events []demarche.Event) {
	p.newline()
	number := fmt.Sprint(events[0].TextInfo.Sequence)
	p.row(cells{}.addBlanks(margin-1-len(number)).add(dim, number), margin, marked(events))
	for i := range events {
		p.event(&events[i])
	}
}

// event shows one event: a line for who did what to whom, and one for the rest.
func (p *page) event(e *demarche.Event) {
	column := margin + p.label + 2
	label := cells{}.addBlanks(margin)
	label = append(label, category(e)...)
	p.row(label, column, parties(e))
	p.row(nil, column, circumstances(e))
	for _, why := range e.Why {
		p.why(column, why)
	}
}

// row writes text from the column on, wrapped, with the label before it.
func (p *page) row(label cells, column int, text cells) {
	if len(label) > 0 && label.width() >= column {
		p.line(label)
		label = nil
	}
	for i, line := range text.wrap(p.Width - column) {
		if i > 0 {
			label = nil
		}
		p.line(append(label.padded(column), line...))
	}
}

// flow writes text over the whole width.
func (p *page) flow(indent int, text cells) { p.row(nil, indent, text) }

func (p *page) line(c cells) {
	c.trimmed().writeTo(p.w, p.Colour)
	p.newline()
}

func (p *page) newline() { p.w.WriteByte('\n') }

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
