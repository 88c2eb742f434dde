// Package annotation is every layer of a document in the form in which it is
// printed and served: JSON, with offsets in code points.
package annotation

import (
	"github.com/demarche/demarche"
)

// Annotation is every layer of a document as "demarche annotate" prints it.
// Layers that were not asked for are nil and left out; those that hold nothing
// are empty lists. Offsets are code points of the text, end exclusive.
type Annotation struct {
	ID         string            `json:"id"`
	Date       *string           `json:"date"`
	Sentences  *[]Span           `json:"sentences,omitempty"`
	Entities   *[]Entity         `json:"entities,omitempty"`
	Quotes     *[]Quote          `json:"quotes,omitempty"`
	Times      *[]Time           `json:"times,omitempty"`
	Places     *[]Place          `json:"places,omitempty"`
	Quantities *[]Quantity       `json:"quantities,omitempty"`
	Claims     *[]Claim          `json:"claims,omitempty"`
	Votes      *[]Vote           `json:"votes,omitempty"`
	Events     *[]demarche.Event `json:"events,omitempty"`
}

// Span is a range of code points of the text, end exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Words are a range and the text in it.
type Words struct {
	Span
	Text string `json:"text"`
}

// Entity is a place in the text that speaks of somebody.
type Entity struct {
	Words
	Type    demarche.EntityType `json:"type"`
	Level   string              `json:"level"` // name, nominal, pronoun
	ID      *string             `json:"id"`    // of the first actor
	Code    *string             `json:"code"`
	Cluster *int                `json:"cluster"`
	Actors  []Actor             `json:"actors,omitempty"`
	// Antecedent says why a pronoun stands for whom it does.
	Antecedent *demarche.Evidence `json:"antecedent,omitempty"`
}

// Actor is who an entity stands for.
type Actor struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Code     string   `json:"code,omitempty"`
	Sectors  []string `json:"sectors,omitempty"`
	Office   string   `json:"office,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	Members  []string `json:"members,omitempty"`
	Source   string   `json:"source,omitempty"`
}

// Quote is what somebody is given as saying.
type Quote struct {
	Words
	Kind    string           `json:"kind"`
	Speaker *demarche.Entity `json:"speaker"`
	Cue     *string          `json:"cue"`
}

// Time is a time expression in the sense of TIMEX3.
type Time struct {
	Words
	Type     string `json:"type"`
	Value    string `json:"value"`
	EndValue string `json:"end_value,omitempty"`
	Mod      string `json:"mod,omitempty"`
}

// Place is a place that the text names.
type Place struct {
	Words
	Location demarche.Location `json:"location"`
}

// Quantity is a number with what it counts.
type Quantity struct {
	Words
	Value *float64 `json:"value"`
	Max   *float64 `json:"max,omitempty"` // of a range
	Unit  *string  `json:"unit"`
	Of    *string  `json:"of,omitempty"` // the noun counted
	Mod   string   `json:"mod,omitempty"`
}

// annotator makes the annotation of one document.
type annotator struct {
	doc   *demarche.Doc
	chars *demarche.Chars
}

// Layers are the names of all layers, in the order in which they are printed.
func Layers() []string {
	return []string{"sentences", "entities", "quotes", "times", "places", "quantities", "claims", "votes", "events"}
}

// Of is the annotation of a coded document, of it the layers that are wanted.
func Of(doc *demarche.Doc, wanted func(layer string) bool) Annotation {
	a := annotator{doc, demarche.NewChars(doc.Text)}
	return Annotation{
		ID:         doc.ID,
		Date:       nonEmpty(doc.Date.String()),
		Sentences:  layer(wanted("sentences"), doc.Sentences, a.sentence),
		Entities:   layer(wanted("entities"), doc.Mentions, a.entity),
		Quotes:     layer(wanted("quotes"), doc.Quotes, a.quote),
		Times:      layer(wanted("times"), doc.Times, a.time),
		Places:     layer(wanted("places"), doc.Places, a.place),
		Quantities: layer(wanted("quantities"), doc.Quantities, a.quantity),
		Claims:     layer(wanted("claims"), doc.Claims, a.claim),
		Votes:      layer(wanted("votes"), doc.Votes, a.vote),
		Events:     layer(wanted("events"), doc.Events, func(e *demarche.Event) demarche.Event { return *e }),
	}
}

// layer turns the items of a layer into what is printed, if it is wanted.
func layer[In, Out any](wanted bool, items []In, turn func(*In) Out) *[]Out {
	if !wanted {
		return nil
	}
	out := make([]Out, len(items))
	for i := range items {
		out[i] = turn(&items[i])
	}
	return &out
}

func (a annotator) sentence(s *demarche.Sentence) Span { return a.span(s.Text) }

func (a annotator) span(s demarche.Span) Span {
	return Span{a.chars.At(s.Start), a.chars.At(s.End)}
}

func (a annotator) text(r demarche.Range) Words {
	return Words{a.span(a.doc.SpanOf(r)), a.doc.TextOf(r)}
}

func (a annotator) entity(m *demarche.Mention) Entity {
	e := Entity{Words: a.text(m.Range), Type: m.Type, Level: "name"}
	switch {
	case m.Pronoun:
		e.Level = "pronoun"
	case m.Type == demarche.Role:
		// A common noun for people who act is a person to whoever reads the layer.
		e.Type, e.Level = demarche.Person, "nominal"
	}
	if m.Antecedent.Kind != "" {
		e.Antecedent = &m.Antecedent
	}
	if m.Cluster >= 0 {
		e.Cluster = &m.Cluster
	}
	for i := range m.Actors {
		e.Actors = append(e.Actors, actorOf(&m.Actors[i]))
	}
	if len(m.Actors) > 0 {
		e.ID, e.Code = nonEmpty(m.Actors[0].ID), nonEmpty(m.Actors[0].Code)
	}
	return e
}

func actorOf(x *demarche.Actor) Actor {
	return Actor{
		ID: x.ID, Name: x.Name, Code: x.Code, Sectors: x.Sectors, Office: x.Office,
		Wikidata: x.Wikidata, Members: x.Members, Source: x.Evidence.Source,
	}
}

func (a annotator) quote(q *demarche.Quote) Quote {
	out := Quote{Words: a.text(q.Range), Kind: q.Kind, Speaker: a.speaker(q.Speaker)}
	if q.Cue >= 0 {
		out.Cue = &a.doc.Tokens[q.Cue].Form
	}
	return out
}

// speaker is the actor whose phrase token head heads, nil when there is none.
func (a annotator) speaker(head int) *demarche.Entity {
	if head < 0 {
		return nil
	}
	phrase := a.doc.PhraseOf(head)
	var who *demarche.Actor
	if m := a.doc.MentionAt(head); m >= 0 {
		phrase = a.doc.Mentions[m].Range
		if actors := a.doc.Mentions[m].Actors; len(actors) > 0 {
			who = &actors[0]
		}
	}
	at := a.text(phrase)
	e := &demarche.Entity{EntityText: at.Text, Start: at.Start, End: at.End}
	if who == nil {
		return e
	}
	e.Code = nonEmpty(who.Code)
	if len(who.Sectors) > 0 {
		e.Sector, e.Sectors = &who.Sectors[0], who.Sectors[1:]
	}
	e.IdentifierID, e.IdentifierText, e.Office, e.Members = who.Wikidata, who.Name, who.Office, who.Members
	return e
}

func (a annotator) time(t *demarche.Timex) Time {
	return Time{a.text(t.Range), t.Type, t.Value, t.End, t.Mod}
}

func (a annotator) place(p *demarche.PlaceName) Place {
	return Place{a.text(p.Range), p.Location}
}

func (a annotator) quantity(q *demarche.Quantity) Quantity {
	out := Quantity{Words: a.text(q.Range), Unit: nonEmpty(q.Unit), Mod: q.Mod}
	if q.Known {
		out.Value = &q.Value
	}
	if q.Known && q.Max > q.Value {
		out.Max = &q.Max
	}
	if q.Of >= 0 {
		out.Of = &a.doc.Tokens[q.Of].Form
	}
	return out
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
