package serve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/annotation"
	"github.com/demarche/demarche/record"
)

// Reading is a document with everything that was found in it, for showing it
// to a reader. Offsets are code points of the document's text.
type Reading struct {
	Document   record.Document       `json:"document"`
	Events     []ReadEvent           `json:"events"`
	Sentences  []annotation.Span     `json:"sentences"`
	Entities   []annotation.Entity   `json:"entities"`
	Quotes     []annotation.Quote    `json:"quotes"`
	Times      []annotation.Time     `json:"times"`
	Places     []annotation.Place    `json:"places"`
	Quantities []annotation.Quantity `json:"quantities"`
	Claims     []annotation.Claim    `json:"claims"`
	Votes      []annotation.Vote     `json:"votes"`
	Frames     []annotation.Frame    `json:"frames"`
}

// ReadEvent is an event with its evidence.
type ReadEvent struct {
	demarche.Event
	Frame   *int   `json:"frame" doc:"index of its frame"`
	EventID string `json:"event_id,omitempty" doc:"the record's event that this is a mention of"`
}

// readingOf is the reading of a coded document.
func readingOf(doc *demarche.Doc) *Reading {
	layers := annotation.Of(doc, func(layer string) bool { return layer != "events" })
	reading := &Reading{
		Document: record.Document{
			ID: doc.ID, Date: doc.Date.String(), Title: doc.Title, URL: doc.URL,
			Publication: doc.Publication, Language: doc.Language, Text: doc.Text,
			Events: len(doc.Events), Coder: "demarche " + demarche.Version, Original: true,
		},
		Events:     make([]ReadEvent, len(doc.Events)),
		Sentences:  *layers.Sentences,
		Entities:   *layers.Entities,
		Quotes:     *layers.Quotes,
		Times:      *layers.Times,
		Places:     *layers.Places,
		Quantities: *layers.Quantities,
		Claims:     *layers.Claims,
		Votes:      *layers.Votes,
		Frames:     annotation.Frames(doc),
	}
	frames := annotation.EventFrames(doc)
	for i, e := range doc.Events {
		reading.Events[i] = ReadEvent{Event: e, Frame: frames[i]}
	}
	return reading
}

// link says which event of the record each event is a mention of: by its id, or
// where another version of the program coded it, by its place and kind.
func (r *Reading) link(mentions []record.Mention) {
	type place struct {
		demarche.TextInfo
		kind string
	}
	byID, byPlace := map[string]string{}, map[place]string{}
	for i := range mentions {
		m := &mentions[i]
		byID[m.ID], byPlace[place{m.TextInfo, strings.Join(m.Event.Event, " ")}] = m.EventID, m.EventID
	}
	for i := range r.Events {
		e := &r.Events[i]
		e.EventID = cmp.Or(byID[e.ID], byPlace[place{e.TextInfo, strings.Join(e.Event.Event, " ")}])
	}
}

// withoutWhy are the events as demarche code prints them without --explain.
func withoutWhy(events []demarche.Event) []demarche.Event {
	plain := slices.Clone(events)
	for i := range plain {
		plain[i].Why = nil
	}
	return orEmpty(plain)
}
