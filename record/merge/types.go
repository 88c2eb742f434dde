// Package merge decides whether two articles speak of the same event, and keeps
// what is known of an event from all who spoke of it.
//
// A statement is one article's account of an event, as coded. A State is the
// event itself: what its statements share or what merging settled. The caller
// keeps the states; Keys and Lookup say under which numbers to file and find
// them, so that a statement is compared with a few candidates and never with
// all. DESIGN.md tells how the decision is made.
package merge

import "github.com/demarche/demarche"

// Statement is an event as one article states it.
type Statement struct {
	Event       *demarche.Event
	Story       string // articles that are versions of one another share a story
	Published   string // day of publication, ISO 8601; "" when unknown
	Publication string // who printed it; "" when unknown
}

// Reason is one thing that speaks for two statements being of one event, or
// against it.
type Reason struct {
	What   string  `json:"what"`  // "same day", "recipients share SOM"
	Score  float64 `json:"score"` // log odds that it adds; below 0 it speaks against
	Detail string  `json:"detail,omitempty"`
}

// Range is the least and the greatest number that was reported.
type Range struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Size is how many people the event touched, as far as reports differ.
type Size struct {
	Dead         *Range `json:"dead,omitempty"`
	Injured      *Range `json:"injured,omitempty"`
	Arrested     *Range `json:"arrested,omitempty"`
	Participants *Range `json:"participants,omitempty"`
}

// StatusChange is the first report of an event's new status.
type StatusChange struct {
	Date    string `json:"date"`    // of publication
	Status  string `json:"status"`  // done, future, hypothetical, negated, historical
	Mention string `json:"mention"` // id of the statement
}
