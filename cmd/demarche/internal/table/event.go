package table

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

// maxLabel bounds the column of categories and modes.
const maxLabel = 24

// labelWidth is the width of the longest category with its modes.
func labelWidth(events []demarche.Event) int {
	width := 8
	for i := range events {
		width = max(width, category(&events[i]).width())
	}
	return min(width, maxLabel)
}

// category is the event's category, coloured by its quad class, and its modes.
func category(e *demarche.Event) cells {
	l := hostile
	switch e.QuadCode {
	case 1, 2:
		l = friendly
	case 3:
		l = tense
	}
	return cells{}.add(l, strings.Join(e.Event, " ")).add(plain, prefixed(" ", strings.Join(e.Mode, " ")))
}

// parties is who did it to whom.
func parties(e *demarche.Event) cells {
	actors := entities(e.Actor)
	if len(e.Actor) == 0 {
		actors = cells{}.add(dim, "somebody")
	}
	if len(e.Recipient) == 0 {
		return actors
	}
	return append(actors.add(bold, " → "), entities(e.Recipient)...)
}

func entities(list []demarche.Entity) cells {
	var parts []cells
	for i := 0; i < len(list); {
		same := 1 // "Hungarian and Romanian officials" are two entities of one name
		for i+same < len(list) && list[i+same].Start == list[i].Start && name(&list[i+same]) == name(&list[i]) {
			same++
		}
		parts = append(parts, entity(list[i:i+same]))
		i += same
	}
	return joined(parts, ", ")
}

// entity is a name with the code and the sectors of each that it stands for:
// "Antony Blinken (USA GOV)".
func entity(list []demarche.Entity) cells {
	text := cells{}.add(plain, name(&list[0])).add(dim, " (")
	for i := range list {
		e := &list[i]
		if i > 0 {
			text = text.add(dim, ", ")
		}
		text = text.add(bold, code(e))
		if e.Code == nil && len(e.Members) > 0 { // "the Baltic states"; everybody knows who the EU is
			text = text.add(dim, ": "+strings.Join(e.Members, " "))
		}
	}
	return text.add(dim, ")")
}

func name(e *demarche.Entity) string {
	if e.IdentifierText != "" {
		return e.IdentifierText
	}
	return e.EntityText
}

// code is the code and the sectors, "?" when nothing is known.
func code(e *demarche.Entity) string {
	var parts []string
	if e.Code != nil {
		parts = append(parts, *e.Code)
	}
	if e.Sector != nil {
		parts = append(parts, *e.Sector)
	}
	parts = append(parts, e.Sectors...)
	if len(parts) == 0 {
		return "?"
	}
	return strings.Join(parts, " ")
}

// circumstances is whether, when and where it happened, how many it touched
// and who says so.
func circumstances(e *demarche.Event) cells {
	parts := []cells{status(e)}
	add := func(text string) {
		if text != "" {
			parts = append(parts, cells{}.add(plain, text))
		}
	}
	add(when(e))
	add(where(e.Location))
	add(size(e.Size))
	if e.SaidBy != nil {
		parts = append(parts, append(cells{}.add(plain, "says "), entities([]demarche.Entity{*e.SaidBy})...))
	}
	return joined(parts, " · ")
}

// status says whether it was done: what was not must not look as if it was.
func status(e *demarche.Event) cells {
	if len(e.Auxiliary) == 0 {
		return cells{}.add(plain, "done")
	}
	text := strings.Join(e.Auxiliary, ", ")
	if e.BaseEvent != "" && len(e.Event) > 0 && e.BaseEvent != e.Event[0] {
		text += " " + e.BaseEvent
	}
	return cells{}.add(bold, text)
}

func when(e *demarche.Event) string {
	switch {
	case e.Date == nil:
		return ""
	case e.EndDate != nil && *e.EndDate != *e.Date:
		return *e.Date + " to " + *e.EndDate
	}
	return *e.Date
}

func where(l *demarche.Location) string {
	if l == nil {
		return ""
	}
	name := l.ResolvedPlace
	if name == "" {
		name = l.ExtractedPlace
	}
	return "in " + name + prefixed(", ", l.CountryCode)
}

func size(s demarche.Size) string {
	var parts []string
	for _, n := range []struct {
		count *int
		what  string
	}{{s.Dead, "dead"}, {s.Injured, "injured"}, {s.Arrested, "arrested"}, {s.Participants, "taking part"}} {
		if n.count != nil {
			parts = append(parts, fmt.Sprintf("%d %s", *n.count, n.what))
		}
	}
	return strings.Join(parts, ", ")
}

// why shows one piece of evidence.
func (p *page) why(column int, e demarche.Evidence) {
	const labels = 10
	text := cells{}
	if e.Source != "" {
		text = text.add(dim, e.Source+": ")
	}
	label := cells{}.addBlanks(column).add(dim, e.Kind)
	p.row(label, column+labels, text.add(plain, e.Text))
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}
