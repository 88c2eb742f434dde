package table

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// WriteWhy shows an event with its mentions: for each its sentence, where it
// stands, the rule that coded it, and why it was held to tell of the event.
func WriteWhy(w io.Writer, e *record.Event, mentions []record.Mention, style Style) error {
	style.Width = max(style.Width, minWidth)
	p := &page{w: bufio.NewWriter(w), Style: style}
	p.merged(e)
	if len(e.History) > 1 {
		p.flow(0, cells{}.add(plain, "First reported as "+history(e.History)))
		p.newline()
	}
	for i := range mentions {
		p.mention(i+1, &mentions[i])
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("writing the table: %w", err)
	}
	return nil
}

func history(changes []record.StatusChange) string {
	var parts []string
	for _, c := range changes {
		part := c.Status
		if c.Date != "" {
			part += " on " + c.Date
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// whyMargin is where mentions begin, behind their numbers.
const whyMargin = 5

func (p *page) mention(n int, m *record.Mention) {
	number := fmt.Sprint(n)
	p.row(cells{}.addBlanks(whyMargin-2-len(number)).add(bold, number), whyMargin, marked([]demarche.Event{m.Event}))
	var from []string
	for _, s := range []string{m.Published, m.CiteInfo.Publication, m.CiteInfo.Title, m.CiteInfo.URL, m.Doc + fmt.Sprintf(" sentence %d", m.TextInfo.Sequence)} {
		if s != "" {
			from = append(from, s)
		}
	}
	if m.Story != "" && m.Story != m.Doc {
		from = append(from, "a version of "+m.Story)
	}
	p.row(nil, whyMargin, cells{}.add(dim, strings.Join(from, " · ")))
	p.row(nil, whyMargin, joined([]cells{category(&m.Event), parties(&m.Event)}, "  "))
	p.row(nil, whyMargin, circumstances(&m.Event))
	p.row(nil, whyMargin, cells{}.add(dim, fmt.Sprintf("mention %s · %s", m.ID, m.Rule)))
	p.row(nil, whyMargin, reasons(m.Reasons))
	p.newline()
}

// reasons are why a mention was merged: what speaks for it before what speaks
// against it, each with the log odds that it adds.
func reasons(all []record.Reason) cells {
	if len(all) == 0 {
		return cells{}.add(plain, "the first mention of it")
	}
	var sum float64
	var pros, cons []cells
	for _, r := range all {
		sum += r.Score
		text := cells{}.add(plain, r.What)
		if r.Detail != "" {
			text = text.add(dim, " ("+r.Detail+")")
		}
		text = text.add(plain, fmt.Sprintf(" %+.1f", r.Score))
		if r.Score < 0 {
			cons = append(cons, text)
		} else {
			pros = append(pros, text)
		}
	}
	c := cells{}.add(plain, fmt.Sprintf("merged, %.0f%% sure: ", 100/(1+math.Exp(-sum))))
	return append(c, joined(append(pros, cons...), "; ")...)
}
