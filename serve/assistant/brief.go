package assistant

import (
	"cmp"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record"
)

// Brief is an event in few words: what an assistant needs to tell of it.
type Brief struct {
	ID        string   `json:"id"`
	Date      string   `json:"date,omitempty" jsonschema:"ISO 8601, as coarse as the text supports"`
	EndDate   string   `json:"end_date,omitempty"`
	Actor     []string `json:"actor" jsonschema:"who did it: name (CODE SECTOR)"`
	Recipient []string `json:"recipient" jsonschema:"to whom"`
	Type      string   `json:"type" jsonschema:"PLOVER category, with its modes"`
	Quad      int      `json:"quad" jsonschema:"1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"`
	Status    string   `json:"status" jsonschema:"done, or what the text says instead: future, hypothetical, negation, historical"`
	Place     string   `json:"place,omitempty"`
	SaidBy    string   `json:"said_by,omitempty" jsonschema:"on whose word, other than the reporter's"`
	Text      string   `json:"text" jsonschema:"the sentence, quoted from the article"`
	Rule      string   `json:"rule"`

	Confidence float64 `json:"confidence"`
	Document   string  `json:"document"`
	Title      string  `json:"title,omitempty"`
	URL        string  `json:"url,omitempty"`
}

func briefOf(e *demarche.Event) Brief {
	b := Brief{
		ID: e.ID, Date: deref(e.Date), EndDate: deref(e.EndDate),
		Actor: people(e.Actor), Recipient: people(e.Recipient),
		Type: strings.Join(append(append([]string{}, e.Event...), e.Mode...), " "), Quad: e.QuadCode,
		Status: cmp.Or(strings.Join(e.Auxiliary, " "), "done"),
		Text:   e.Text, Rule: e.Rule, Confidence: e.Confidence,
		Document: e.Doc, Title: e.CiteInfo.Title, URL: e.CiteInfo.URL,
	}
	if l := e.Location; l != nil {
		b.Place = strings.TrimSuffix(cmp.Or(l.ResolvedPlace, l.ExtractedPlace)+", "+l.CountryCode, ", ")
	}
	if e.SaidBy != nil {
		b.SaidBy = person(e.SaidBy)
	}
	return b
}

func people(list []demarche.Entity) []string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = person(&list[i])
	}
	return all
}

// person is "Grace Wanjala (KEN GOV), foreign minister".
func person(e *demarche.Entity) string {
	s := cmp.Or(e.IdentifierText, e.EntityText)
	code := deref(e.Code)
	if e.Sector != nil {
		code = strings.TrimSpace(code + " " + *e.Sector)
	}
	if code != "" {
		s += " (" + code + ")"
	}
	if e.Office != "" {
		s += ", " + e.Office
	}
	return s
}

// Told is an event of the record in few words, with how often it is told.
type Told struct {
	Brief
	Mentions  int           `json:"mentions"`
	Sources   int           `json:"sources" jsonschema:"independent ones"`
	FirstSeen string        `json:"first_seen,omitempty" jsonschema:"date of publication"`
	LastSeen  string        `json:"last_seen,omitempty"`
	Dead      *record.Range `json:"dead,omitempty" jsonschema:"the least and the most that the articles give"`
	Injured   *record.Range `json:"injured,omitempty"`
	Arrested  *record.Range `json:"arrested,omitempty"`
}

func toldOf(e *record.Event) Told {
	return Told{
		Brief: briefOf(&e.Event), Mentions: e.Mentions, Sources: e.Sources, FirstSeen: e.FirstSeen, LastSeen: e.LastSeen,
		Dead: e.Size.Dead, Injured: e.Size.Injured, Arrested: e.Size.Arrested,
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
