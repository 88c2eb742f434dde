package vocab

import "github.com/demarche/demarche"

// Event is what happened, merged from its mentions: the fields that they share
// or that merging settled, and the text of the best of them.
type Event struct {
	demarche.Event
	Size      Size           `json:"size"` // over all mentions; stands before the coded one
	Mentions  int            `json:"mentions"`
	Sources   int            `json:"sources"`  // independent ones: distinct stories
	Articles  int            `json:"articles"` // documents
	FirstSeen string         `json:"first_seen,omitempty"`
	LastSeen  string         `json:"last_seen,omitempty"` // dates of publication
	History   []StatusChange `json:"history,omitempty"`
}

// Range is the least and the most that the mentions of an event give.
type Range struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Size is how many people an event touched; nil is unknown.
type Size struct {
	Dead         *Range `json:"dead,omitempty"`
	Injured      *Range `json:"injured,omitempty"`
	Arrested     *Range `json:"arrested,omitempty"`
	Participants *Range `json:"participants,omitempty"`
}

// StatusChange is a report that an event is planned, done or denied.
type StatusChange struct {
	Date    string `json:"date"` // of publication
	Status  Status `json:"status"`
	Mention string `json:"mention"` // its id
}

// Status is whether an event happened, as its auxiliary modes say.
type Status = string

// The statuses of an event.
const (
	Done         Status = "done"
	Future       Status = "future"
	Hypothetical Status = "hypothetical"
	Negated      Status = "negated"
	Historical   Status = "historical"
)

// StatusOf is the status that an event's auxiliary modes give: what is denied
// or doubtful comes before when it was or will be.
func StatusOf(e *demarche.Event) Status {
	status := Done
	rank := 0
	for _, mode := range e.Auxiliary {
		for i, s := range [...]struct{ mode, status string }{
			{"historical", Historical}, {"future", Future}, {"hypothetical", Hypothetical}, {"negation", Negated},
		} {
			if s.mode == mode && i+1 > rank {
				status, rank = s.status, i+1
			}
		}
	}
	return status
}

// SizeOf is the size of one mention as ranges.
func SizeOf(s demarche.Size) Size {
	return Size{Dead: point(s.Dead), Injured: point(s.Injured), Arrested: point(s.Arrested), Participants: point(s.Participants)}
}

func point(n *int) *Range {
	if n == nil {
		return nil
	}
	return &Range{*n, *n}
}
