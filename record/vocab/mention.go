// Package vocab holds the types that the record's store, its merging and its
// near-duplicate search share. Package record gives them under its own name;
// use them from there.
package vocab

import "github.com/demarche/demarche"

// Document is an article as the record keeps it.
type Document struct {
	ID          string `json:"id"`             // as given; with "~2" for a second text under the same id
	Hash        string `json:"hash"`           // of id, date, title, url and text: the same document is kept once
	Date        string `json:"date,omitempty"` // of publication, ISO 8601
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	Publication string `json:"publication,omitempty"`
	Author      string `json:"author,omitempty"`
	Published   string `json:"published,omitempty"` // RFC 3339, where the time of the day is known
	Language    string `json:"language,omitempty"`  // ISO 639-1
	Text        string `json:"text,omitempty"`
	Story       string `json:"story"`    // near-duplicates share a story: the id of its first document
	Original    bool   `json:"original"` // false for a later version or copy of a story
	Words       int    `json:"words"`
	Events      int    `json:"events"`   // mentions in it
	Coder       string `json:"coder"`    // the versions of program, rules and lexicon that coded it
	Ingested    string `json:"ingested"` // RFC 3339
}

// Mention is an article's statement of an event.
type Mention struct {
	demarche.Event          // as coded
	EventID        string   `json:"event_id"` // of the event it tells of
	Story          string   `json:"story"`
	Published      string   `json:"published,omitempty"` // date of its document
	Reasons        []Reason `json:"reasons,omitempty"`   // why it was held to tell of that event; nil for the first
}

// Reason is one ground on which a mention was merged into an event.
type Reason struct {
	What   string  `json:"what"` // "same kind", "recipients share SOM", "1 day apart"
	Score  float64 `json:"score"`
	Detail string  `json:"detail,omitempty"`
}
