// Package merge decides whether two articles speak of the same event, and keeps
// what is known of an event from all who spoke of it.
//
// A State is an event as far as its mentions told of it. The caller keeps the
// states; Keys and Lookup say under which numbers to file and to find them, so
// that a mention is compared with a few candidates and never with all:
//
//	candidates := states filed under any of Lookup(mention)
//	if i, reasons := Choose(mention, candidates); i >= 0 {
//		candidates[i].Add(mention) // and keep the reasons with the mention
//	} else {
//		state := New(mention)
//	}
//	file the state under Keys(mention) too
//
// The same mentions in the same order give the same events. DESIGN.md tells how
// the decision is made.
package merge

import (
	"encoding/binary"
	"hash/fnv"
	"slices"

	"github.com/demarche/demarche/record/vocab"
)

// State is an event with what comparing further mentions with it needs. It can
// be kept as JSON, or built again by adding the event's mentions in order.
type State struct {
	Event      vocab.Event `json:"event"` // its ID is that of its first mention
	Actors     []Party     `json:"actors"`
	Recipients []Party     `json:"recipients"`
	Dates      []Vote      `json:"dates"`
	Places     []Vote      `json:"places"`
	Modes      []Vote      `json:"modes"`
	Traces     []Trace     `json:"traces"` // of its first mentions and the latest one
	Seen       Seen        `json:"seen"`
}

// Seen are the hashes of what its mentions stand in, ascending.
type Seen struct {
	Docs         []uint32 `json:"docs"`
	Stories      []uint32 `json:"stories"`
	Publications []uint32 `json:"publications"`
}

// New is an event with its first mention.
func New(m *vocab.Mention) *State {
	s := &State{Event: vocab.Event{Event: m.Event, FirstSeen: m.Published, LastSeen: m.Published}}
	s.Event.Event.Size = m.Event.Size
	s.Add(m)
	return s
}

// ID is the event's id, that of its first mention.
func (s *State) ID() string { return s.Event.ID }

// inserted is the ascending list with the hash of the text in it.
func inserted(list []uint32, text string) []uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	v := binary.BigEndian.Uint32(h.Sum(nil))
	at, found := slices.BinarySearch(list, v)
	if found {
		return list
	}
	return slices.Insert(list, at, v)
}
