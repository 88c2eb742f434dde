// Package synthetic makes up documents and events, any number of them and the
// same ones every time, to try a large record on. Who acts, what happens and
// where is as unevenly spread as in news: a few states, kinds and cities have
// most of it.
package synthetic

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/demarche/demarche"
)

// Document is an article that nobody wrote, with events that did not happen.
type Document struct {
	ID, Date, Title, Publication, Text string
	Events                             []demarche.Event
}

// EventsEach is how many events a document has.
const EventsEach = 4

// Documents gives n documents, with dates over ten years.
func Documents(n int) iter.Seq[*Document] {
	return func(yield func(*Document) bool) {
		m := newMaker()
		for i := range n {
			if !yield(m.document(i)) {
				return
			}
		}
	}
}

type maker struct {
	random *rand.Rand
	states *rand.Zipf
	people *rand.Zipf
	cities *rand.Zipf
	kinds  *rand.Zipf
}

func newMaker() *maker {
	random := rand.New(rand.NewPCG(1, 2))
	spread := func(n int) *rand.Zipf { return rand.NewZipf(random, 1.2, 3, uint64(n-1)) }
	return &maker{random, spread(len(states)), spread(people), spread(cities), spread(len(kinds))}
}

func (m *maker) document(i int) *Document {
	day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, m.random.IntN(3650))
	d := &Document{
		ID:          fmt.Sprintf("doc-%07d", i),
		Date:        day.Format(time.DateOnly),
		Publication: papers[m.random.IntN(len(papers))],
	}
	var text strings.Builder
	for k := range EventsEach {
		e := m.event(d, fmt.Sprintf("%015x%x", i, k), day, k)
		start := text.Len()
		text.WriteString(e.Text)
		e.TextInfo = demarche.TextInfo{Sequence: k + 1, Start: start, End: text.Len(), EventStart: start, EventEnd: start + 1}
		text.WriteByte(' ')
		if k == 0 {
			d.Title = strings.TrimSuffix(e.Text, ".")
		}
		d.Events = append(d.Events, e)
	}
	d.Text = text.String()
	for k := range d.Events {
		d.Events[k].CiteInfo = demarche.CiteInfo{Title: d.Title, Publication: d.Publication, Coder: "synthetic", Codebook: "none"}
	}
	return d
}

func (m *maker) event(d *Document, id string, day time.Time, k int) demarche.Event {
	kind := kinds[m.kinds.Uint64()]
	actor, recipient := m.entity(), m.entity()
	when := day.AddDate(0, 0, -m.random.IntN(4)).Format(time.DateOnly)
	at := m.location()
	e := demarche.Event{
		ID: id, Doc: d.ID, Date: &when,
		Actor: []demarche.Entity{actor}, Recipient: []demarche.Entity{recipient},
		Event: []string{kind.name}, Mode: []string{}, Context: []string{contexts[m.random.IntN(len(contexts))]}, Auxiliary: []string{},
		BaseEvent: kind.name, CAMEO: kind.cameo, QuadCode: kind.quad, EventScale: kind.scale, Goldstein: kind.scale,
		Location: at, EventText: []string{kind.verb}, Rule: fmt.Sprintf("%s.rules:%d", strings.ToLower(kind.name), 1+m.random.IntN(200)),
		Confidence: 0.5 + float64(m.random.IntN(50))/100,
		Text: fmt.Sprintf("%s %s %s in %s over %s and %s %d.", actor.EntityText, kind.verb, recipient.EntityText,
			at.ExtractedPlace, topics[m.random.IntN(len(topics))], topics[m.random.IntN(len(topics))], k+m.random.IntN(5000)),
	}
	switch m.random.IntN(10) {
	case 0:
		e.Auxiliary = []string{"future"}
	case 1:
		e.Auxiliary = []string{"negation"}
	}
	if kind.quad == 4 {
		dead := 1 + m.random.IntN(40)
		e.Size.Dead = &dead
	}
	return e
}

// entity is a person of a state's government, or its army and the like.
func (m *maker) entity() demarche.Entity {
	code := states[m.states.Uint64()]
	sector := sectors[m.random.IntN(len(sectors))]
	e := demarche.Entity{Code: &code, Sector: &sector, End: 10}
	if m.random.IntN(3) > 0 {
		e.EntityText = "the " + code + " " + sector
		e.IdentifierText = code
		return e
	}
	n := m.people.Uint64()
	home := states[n%uint64(len(states))]
	e.Code = &home
	e.EntityText = fmt.Sprintf("%s %s%d", given[n%uint64(len(given))], family[n/3%uint64(len(family))], n)
	e.IdentifierText, e.IdentifierID, e.Office = e.EntityText, fmt.Sprintf("Q9%06d", n), "minister"
	return e
}

func (m *maker) location() *demarche.Location {
	n := m.cities.Uint64()
	lat, lon := float64(n*37%130)-60+float64(n%7)/10, float64(n*101%340)-170+float64(n%11)/10
	name := fmt.Sprintf("%sville %d", family[n%uint64(len(family))], n)
	return &demarche.Location{
		ExtractedPlace: name, ResolvedPlace: name, GeonameID: fmt.Sprint(100000 + n), Lat: &lat, Lon: &lon,
		CountryCode: states[n%uint64(len(states))], FeatureCode: "PPL", Resolution: "city",
	}
}
