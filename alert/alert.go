// Package alert tells people of events as they come into a record. Rules in a
// small file say which; each alert carries the sentence and the reasons, goes
// out once however many reports follow, and is not lost when the program ends
// before it was delivered.
package alert

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/demarche/demarche/record"
)

// Alert is one thing to tell. It holds an Event, or a Change between two
// parties with the events that made it.
type Alert struct {
	ID       string        `json:"id"`     // stable: the same event and rule give the same
	Title    string        `json:"title"`  // of the rule
	Rule     string        `json:"rule"`   // its condition
	Raised   string        `json:"raised"` // RFC 3339
	Sentence string        `json:"sentence"`
	Source   string        `json:"source,omitempty"` // publication and date of the sentence
	URL      string        `json:"url,omitempty"`
	Reasons  []string      `json:"reasons"` // why the event is coded as it is, and why it alerts
	Event    *record.Event `json:"event,omitempty"`
	Change   *Change       `json:"change,omitempty"`
	Events   []string      `json:"events,omitempty"` // ids of the events of a Change, the weightiest first
}

// Change is a measure of what passes between two parties that moved past a
// limit.
type Change struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Period  string  `json:"period"` // day, week, month, year
	Start   string  `json:"start"`  // first day of the period
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
	Before  float64 `json:"before"` // in the period before; of no events 0
	N       int     `json:"n"`      // events in the period
}

// Store is what the rules are about; *record.Store is one.
type Store interface {
	Event(ctx context.Context, id string) (*record.Event, error)
	Count(ctx context.Context, q record.Query) (int, error)
	EachEvent(ctx context.Context, q record.Query, do func(*record.Event) error) error
	MentionsOf(ctx context.Context, id string) ([]record.Mention, error)
	DocumentMentions(ctx context.Context, id string) ([]record.Mention, error)
	Dyad(ctx context.Context, a, b, by string, q record.Query) ([]record.Period, error)
}

// Memory is what has to outlive the program; *record.Store is one.
type Memory interface {
	Keep(ctx context.Context, things ...record.Kept) error
	KeptValue(ctx context.Context, space, key string) ([]byte, error)
	EachKept(ctx context.Context, space string, do func(record.Kept) error) error
}

// key is what an alert is known by: two rules with the same condition are one.
func key(rule *Rule, about string) string {
	sum := sha256.Sum256([]byte(rule.condition() + "\x00" + about))
	return hex.EncodeToString(sum[:12])
}

// condition is the rule's condition in one spelling, so that a rule may be
// moved and tidied without alerting anew.
func (r *Rule) condition() string {
	if d := r.Dyad; d != nil {
		side := "above"
		if d.Below {
			side = "below"
		}
		return fmt.Sprintf("dyad %q %q %s %s %s %g", d.A, d.B, d.By, d.Measure, side, d.Limit)
	}
	return r.Query.String()
}

// ofEvent is the alert of a rule about an event.
func ofEvent(rule *Rule, event *record.Event, mentions []record.Mention, now time.Time) *Alert {
	return &Alert{
		ID: key(rule, event.ID), Title: rule.Title, Rule: rule.When, Raised: now.UTC().Format(time.RFC3339),
		Sentence: event.Text, Source: source(event), URL: event.CiteInfo.URL,
		Reasons: reasons(event, mentions), Event: event,
	}
}

func source(event *record.Event) string {
	return strings.Join(strings.Fields(event.CiteInfo.Publication+" "+event.FirstSeen), " ")
}
