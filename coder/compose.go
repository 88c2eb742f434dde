package coder

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/codebook"
)

// writer turns the codings of one document into events.
type writer struct {
	doc      *demarche.Doc
	chars    *demarche.Chars
	storyDay string
	explain  bool
	trust    confidenceModel
	topics   topics
	self     int            // 0 before it is counted, else one more than the author speaks of himself
	words    map[string]int // how often each topic is spoken of; nil before anybody asked
}

func newWriter(doc *demarche.Doc, trust confidenceModel, words topics, explain bool) *writer {
	return &writer{doc: doc, chars: demarche.NewChars(doc.Text), storyDay: storyDay(doc), trust: trust, topics: words, explain: explain}
}

// events are the events of the document, in the order of its sentences, each
// sentence's main event first.
func (w *writer) events() []demarche.Event {
	order := w.selected()
	w.sortCodings(order)
	events := make([]demarche.Event, 0, len(order))
	for _, i := range order {
		events = append(events, w.event(&w.doc.Codings[i]))
		if second := w.imprisonment(&w.doc.Codings[i]); second != nil {
			events = append(events, w.event(second))
		}
	}
	return events
}

func (w *writer) event(c *demarche.Coding) demarche.Event {
	w.markLongPast(c)
	w.addVictims(c)
	w.markAsked(c)
	markIntended(w.doc, c)
	category, base, auxiliary := codebook.Reduce(c.Category, c.Status)
	modes, cameo := c.Modes, c.CAMEO
	switch {
	case category == base:
	case category == "THREATEN":
		modes, cameo = codebook.Threatened(base, modes)
	case category == "AGREE":
		cameo = codebook.Announced(base, cameo)
	}
	e := demarche.Event{
		Doc:        w.doc.ID,
		Actor:      w.entities(c.Actors),
		Recipient:  w.entities(c.Recipients),
		Event:      []string{category},
		Mode:       orEmpty(modes),
		Context:    orEmpty(c.Contexts),
		Auxiliary:  orEmpty(auxiliary),
		BaseEvent:  base,
		CAMEO:      cameo,
		QuadCode:   codebook.Quad(category),
		EventScale: codebook.Score(category, modes),
		Goldstein:  codebook.Goldstein(cameo),
		Location:   w.where(c),
		Size:       w.size(c),
		SaidBy:     w.saidBy(c),
		Rule:       c.Rule,
		CiteInfo:   w.cite(),
	}
	e.Recipient = without(e.Recipient, e.Actor)
	if e.SaidBy != nil && slices.ContainsFunc(e.Actor, func(a demarche.Entity) bool { return identity(a) == identity(*e.SaidBy) }) {
		e.SaidBy = nil // who promises does not report the promise
	}
	if len(e.Actor) == 0 && e.SaidBy != nil && deref(e.SaidBy.Sector) == "JUD" && slices.Contains(modes, "convict") {
		e.Actor, e.SaidBy = append(e.Actor, *e.SaidBy), nil // "was jailed, the court ruled"
	}
	e.Date, e.EndDate = w.when(c)
	w.addText(&e, c)
	e.Confidence = w.trust.of(&e)
	unnamed := w.unnamedActor(c)
	if unnamed != nil {
		e.Actor = append(e.Actor, *unnamed)
	}
	if w.explain {
		e.Why = w.why(c)
		if unnamed != nil {
			e.Why = append(e.Why, evidenceOf(unnamed))
		}
	}
	e.ID = eventID(&e)
	return e
}

// without drops from a the entities that b has too: nobody meets himself.
func without(a, b []demarche.Entity) []demarche.Entity {
	return slices.DeleteFunc(a, func(e demarche.Entity) bool {
		return slices.ContainsFunc(b, func(o demarche.Entity) bool { return identity(e) == identity(o) })
	})
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// addText sets the words that carried the event and the sentence.
func (w *writer) addText(e *demarche.Event, c *demarche.Coding) {
	s := w.doc.Sentences[w.doc.Frames[c.Frame].Sent]
	e.Text = w.doc.Text[s.Text.Start:s.Text.End]
	e.TextInfo = demarche.TextInfo{
		Sequence: w.doc.Frames[c.Frame].Sent + 1,
		Start:    w.chars.At(s.Text.Start),
		End:      w.chars.At(s.Text.End),
	}
	e.EventText = []string{}
	if len(c.Words) == 0 {
		return
	}
	for _, r := range runs(c.Words) {
		e.EventText = append(e.EventText, w.doc.TextOf(r))
	}
	e.TextInfo.EventStart = w.chars.At(w.doc.Tokens[c.Words[0]].Start)
	e.TextInfo.EventEnd = w.chars.At(w.doc.Tokens[c.Words[len(c.Words)-1]].End)
}

// runs groups ascending token indices into ranges without gaps.
func runs(words []int) []demarche.Range {
	var out []demarche.Range
	for _, t := range words {
		if n := len(out); n > 0 && out[n-1].End == t {
			out[n-1].End++
			continue
		}
		out = append(out, demarche.Range{First: t, End: t + 1})
	}
	return out
}

func (w *writer) cite() demarche.CiteInfo {
	return demarche.CiteInfo{
		Title:       w.doc.Title,
		URL:         w.doc.URL,
		Publication: w.doc.Publication,
		Language:    w.doc.Language,
		Coder:       "demarche " + demarche.Version,
		Codebook:    "PLOVER 2024; CAMEO 1.1b3",
	}
}

// eventID is the same for the same event of the same document coded by the
// same version.
func eventID(e *demarche.Event) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%d\x00%d\x00%s\x00%v", demarche.Version, e.Doc,
		e.TextInfo.EventStart, e.TextInfo.EventEnd, e.Event[0], e.Auxiliary)
	for _, side := range [][]demarche.Entity{e.Actor, e.Recipient} {
		for _, x := range side {
			fmt.Fprintf(h, "\x00%d-%d%s", x.Start, x.End, deref(x.Code))
		}
		h.Write([]byte{1})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
