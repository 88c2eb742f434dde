package export

import (
	"context"
	"hash/fnv"
	"math"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
	"github.com/demarche/demarche/record/vocab"
)

// item is an event, or a mention in the guise of an event of one mention.
type item struct {
	*record.Event
	mention  *record.Mention  // nil for an event
	document *record.Document // of the mention
	reports  []record.Mention // of an event, for formats that name them all
	version  string           // of the program
}

func mentioned(m *record.Mention, d *record.Document) *item {
	return &item{
		Event: &record.Event{
			Event: m.Event, Size: vocab.SizeOf(m.Event.Size),
			Mentions: 1, Sources: 1, Articles: 1, FirstSeen: m.Published, LastSeen: m.Published,
		},
		mention: m, document: d,
	}
}

// gather reads what a format needs beside the event itself.
func (x *item) gather(ctx context.Context, source Source, f Format) (err error) {
	if f.Name == "phoenix" && x.mention == nil && x.Mentions > 1 {
		x.reports, err = source.MentionsOf(ctx, x.ID)
	}
	return err
}

// dyad is one row of a dyadic format: what one did to another. Either may be
// nil, when the text does not say.
type dyad struct {
	*item
	actor, recipient *demarche.Entity
	pair             int // its number within the event, from 0
}

// dyads are the pairs of the event: each actor with each recipient, and those
// who did it together with one another, each pair once.
func (x *item) dyads() []dyad {
	var all []dyad
	add := func(a, r *demarche.Entity) {
		all = append(all, dyad{item: x, actor: a, recipient: r, pair: len(all)})
	}
	switch {
	case x.Together():
		for i := range x.Actor {
			for k := i + 1; k < len(x.Actor); k++ {
				add(&x.Actor[i], &x.Actor[k])
			}
		}
	case len(x.Actor) == 0 && len(x.Recipient) == 0:
		add(nil, nil)
	case len(x.Recipient) == 0:
		for i := range x.Actor {
			add(&x.Actor[i], nil)
		}
	case len(x.Actor) == 0:
		for k := range x.Recipient {
			add(nil, &x.Recipient[k])
		}
	default:
		for i := range x.Actor {
			for k := range x.Recipient {
				add(&x.Actor[i], &x.Recipient[k])
			}
		}
	}
	return all
}

func (x *item) category() string {
	if len(x.Event.Event.Event) == 0 {
		return ""
	}
	return x.Event.Event.Event[0]
}

func (x *item) status() string { return vocab.StatusOf(&x.Event.Event) }

// stands says why the event cannot be told in a format without a status. It can
// if it happened, or what is announced of it is an event of its own (an invitation is
// AGREE, a threat THREATEN). What is denied, only thinkable or long past would
// be taken for done.
func (x *item) stands() omission {
	switch x.status() {
	case vocab.Negated:
		return denied
	case vocab.Hypothetical:
		return thinkable
	case vocab.Historical:
		return past
	case vocab.Future:
		if x.category() == x.BaseEvent && x.category() != "CONCEDE" {
			return planned
		}
	}
	return ""
}

// day is the day for formats that know nothing coarser: the first of those that
// a week or a month has, the day of printing where there is no date. A date as
// coarse as a year gives none.
func (x *item) day() (demarche.Date, bool) {
	date := deref(x.Date)
	if date == "" {
		date = x.FirstSeen
	}
	d, err := demarche.ParseDate(firstDay(date))
	return d, err == nil
}

// firstDay is the first day of a date as coarse as a month, "" of others.
func firstDay(date string) string {
	first, last, err := daysOf(date)
	if err != nil || len(date) == 4 || last.IsZero() {
		return ""
	}
	return first.String()
}

// number is the event's id as a whole number that R and JavaScript, whose
// numbers have 53 bits, read exactly; that of the n-th pair differs.
func (x *item) number(id string, n int) string {
	if n > 0 {
		id += "/" + strconv.Itoa(n)
	}
	h := fnv.New64a()
	h.Write([]byte(id))
	return strconv.FormatUint(h.Sum64()>>11, 10)
}

// eventID is the event's id, of a mention that of the event it tells of.
func (x *item) eventID() string {
	if x.mention != nil {
		return x.mention.EventID
	}
	return x.ID
}

// address is where the event, or the best mention of it, can be read.
func (x *item) address() string {
	if x.CiteInfo.URL != "" {
		return x.CiteInfo.URL
	}
	if x.document != nil {
		return x.document.ID
	}
	return x.Doc
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// plain replaces what would break a line of a table without quoting.
func plain(s string) string {
	if !strings.ContainsAny(s, "\t\r\n") {
		return s
	}
	return strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ").Replace(s)
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// entityName is the name by which a data set knows somebody.
func entityName(e *demarche.Entity) string {
	if e.IdentifierText != "" {
		return e.IdentifierText
	}
	return e.EntityText
}

// rounded keeps four decimals, so that sums of scores print without the noise
// of binary fractions.
func rounded(f float64) float64 { return math.Round(f*1e4) / 1e4 }

func lower(s string) string { return strings.ToLower(s) }
