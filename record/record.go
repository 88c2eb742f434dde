// Package record keeps what was coded: documents, the mentions of events in
// them, and the events that the mentions tell of, in one SQLite file.
//
//	store, err := record.Open("demarche.db", record.Options{})
//	defer store.Close()
//	result, err := store.Add(ctx, []record.Coded{record.Take(doc, coder)})
//	query, err := record.ParseQuery("actor:KAZ recipient:RUS type:CONSULT since:2023")
//	events, next, err := store.Events(ctx, query, record.Page{})
//
// A mention is an article's statement of an event, as coded, with its evidence;
// an event is what happened, merged from its mentions. DESIGN.md tells how the
// file is laid out and why a run that was cut short loses nothing.
package record

import "github.com/demarche/demarche/record/vocab"

// The vocabulary of the record.
type (
	Document     = vocab.Document
	Mention      = vocab.Mention
	Reason       = vocab.Reason
	Event        = vocab.Event
	Range        = vocab.Range
	Size         = vocab.Size
	StatusChange = vocab.StatusChange
)

// Count is a value with how many events have it.
type Count struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

// Period is what happened between two parties in one span of time.
type Period struct {
	Start    string         `json:"start"` // its first day
	N        int            `json:"n"`     // events between a and b, either way
	Quad     [5]int         `json:"quad"`  // by quad class, 1 to 4; 0 for none
	Score    float64        `json:"score"` // mean PLOVER event scale; 0 when N is 0
	Types    map[string]int `json:"types"` // by category
	Forward  Direction      `json:"forward"`
	Backward Direction      `json:"backward"`
}

// Direction is what one party of a pair did to the other.
type Direction struct {
	N     int     `json:"n"`
	Quad  [5]int  `json:"quad"`
	Score float64 `json:"score"`
}

// Edge is a pair of parties with what passed between them, either way.
type Edge struct {
	A     string  `json:"a"`
	B     string  `json:"b"`
	N     int     `json:"n"`
	Quad  [5]int  `json:"quad"`
	Score float64 `json:"score"`
	// What a did to b and b to a, by quad class; what they did together is in neither.
	Forward  [5]int `json:"forward"`
	Backward [5]int `json:"backward"`
}

// Stats is what a store holds.
type Stats struct {
	Documents int    `json:"documents"`
	Stories   int    `json:"stories"`
	Words     int    `json:"words"`
	Mentions  int    `json:"mentions"`
	Events    int    `json:"events"`
	Quotes    int    `json:"quotes"`
	Claims    int    `json:"claims"`
	First     string `json:"first,omitempty"` // date of the first event
	Last      string `json:"last,omitempty"`
	Bytes     int64  `json:"bytes"` // of the file
	Schema    int    `json:"schema"`
	// Coders are the versions of program, rules and lexicon with how many
	// documents each coded.
	Coders []Count `json:"coders"`
}

// Profile is what the record knows of somebody.
type Profile struct {
	Name     string   `json:"name"`
	Wikidata string   `json:"wikidata,omitempty"`
	Code     string   `json:"code,omitempty"`
	Aliases  []string `json:"aliases"` // as texts call them, the commonest first
	Offices  []Office `json:"offices"`
	Events   int      `json:"events"`
	Legs     []Leg    `json:"legs"`     // itinerary, in the order of dates
	Partners []Count  `json:"partners"` // whom they dealt with, the commonest first
	Quotes   []Quote  `json:"quotes"`   // what they are given as saying, the latest first
}

// Office is an office with the first and last date on which it was ascribed.
type Office struct {
	Title string `json:"title"`
	Code  string `json:"code"`
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
	N     int    `json:"n"` // mentions
}

// Leg is one step of an itinerary: a meeting or a visit.
type Leg struct {
	Date    string   `json:"date,omitempty"`
	Place   string   `json:"place,omitempty"`
	Country string   `json:"country_code,omitempty"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
	With    []string `json:"with"`
	Type    string   `json:"type"` // PLOVER category, with its mode: "CONSULT visit"
	Status  string   `json:"status"`
	Event   string   `json:"event"` // id
	Text    string   `json:"text"`
}

// Quote is what a document gives somebody as saying.
type Quote struct {
	Doc     string `json:"doc"`
	Date    string `json:"date,omitempty"` // of the document
	Speaker string `json:"speaker"`        // canonical name, or the words of the text
	Code    string `json:"code,omitempty"`
	Sector  string `json:"sector,omitempty"`
	Kind    string `json:"kind"` // direct, indirect, partial
	Text    string `json:"text"`
	Start   int    `json:"start"` // code points of the document's text
	End     int    `json:"end"`
}
