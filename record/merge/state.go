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
	"github.com/demarche/demarche/record/vocab"
)

// State is an event with what comparing further mentions with it needs. It can
// be kept as JSON.
type State struct {
	Event vocab.Event `json:"event"` // its ID is that of its first mention
	Trail []Trace     `json:"trail"` // of its mentions, the first and the latest ones
}

// Trace is what is remembered of one mention.
type Trace struct {
	ID string `json:"id"`
}

// New is an event with its first mention.
func New(m *vocab.Mention) *State {
	s := &State{Event: vocab.Event{Event: m.Event}}
	s.Add(m)
	return s
}

// Add takes in a further mention.
func (s *State) Add(m *vocab.Mention) { s.Event.Mentions++ }

// Choose is the index of the candidate that m tells of, with the reasons, or -1.
func Choose(m *vocab.Mention, candidates []*State) (int, []vocab.Reason) { return -1, nil }

// Keys are the numbers under which to file the event of m.
func Keys(m *vocab.Mention) []int64 { return nil }

// Lookup are the numbers under which an event that m tells of may be filed.
func Lookup(m *vocab.Mention) []int64 { return nil }
