package table

import (
	"bufio"
	"fmt"
	"io"

	"github.com/demarche/demarche"
)

// WriteChange shows a difference between two codings of a document: with - what
// was coded, with + what is coded now; either may be nil.
func WriteChange(w io.Writer, doc string, old, now *demarche.Event, style Style) error {
	style.Width = max(style.Width, minWidth)
	p := &page{w: bufio.NewWriter(w), Style: style}
	best := now
	if best == nil {
		best = old
	}
	p.flow(0, cells{}.add(dim, fmt.Sprintf("%s · sentence %d", doc, best.TextInfo.Sequence)))
	p.row(nil, len("  "), marked([]demarche.Event{*best}))
	p.side("-", hostile, old)
	p.side("+", friendly, now)
	p.newline()
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func (p *page) side(sign string, l look, e *demarche.Event) {
	if e == nil {
		return
	}
	text := category(e).addAsIs(plain, "  ")
	text = append(text, parties(e)...)
	text = append(text.add(dim, " · "), circumstances(e)...)
	p.row(cells{}.add(l, sign), len("- "), text)
}
