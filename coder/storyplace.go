package coder

import "github.com/demarche/demarche"

// where is the place of the event: its own, else, for what happens on the
// ground, that of the story.
func (w *writer) where(c *demarche.Coding) *demarche.Location {
	if own := w.ownPlace(c); own != nil {
		return own
	}
	if !onTheGround[c.Category] || !c.Status.Done() || c.Status.Historical {
		return nil
	}
	if lead := w.leadPlace(c); lead != nil {
		return lead
	}
	return w.datelinePlace(c)
}

// onTheGround are categories whose events the reader of a story pictures at
// its place, unless told otherwise.
var onTheGround = map[string]bool{"ASSAULT": true, "PROTEST": true, "COERCE": true}

// leadSentences is how many sentences of the body lead into a story.
const leadSentences = 2

// leadPlace is where the lead puts an event of the same category: the bombing
// of the second paragraph is that of the first.
func (w *writer) leadPlace(c *demarche.Coding) *demarche.Location {
	for i := range w.doc.Codings {
		lead := &w.doc.Codings[i]
		if lead.Category != c.Category || lead == c || !lead.Status.Done() || lead.Status.Historical || !w.inLead(w.doc.Frames[lead.Frame].Sent) {
			continue
		}
		if place := w.ownPlace(lead); place != nil {
			return place
		}
	}
	return nil
}

// inLead says whether sentence n is the headline or one of the first of the
// body.
func (w *writer) inLead(n int) bool {
	body := 0
	for k := range n {
		if !w.doc.Sentences[k].Headline {
			body++
		}
	}
	return body < leadSentences
}

// datelinePlace is the town of the dateline, where the event has to do with
// its country: a report from Kabul of an attack on Afghans.
func (w *writer) datelinePlace(c *demarche.Coding) *demarche.Location {
	for i := range w.doc.Places {
		p := &w.doc.Places[i]
		s := w.doc.SentenceOf(p.First)
		if s < 0 || !w.doc.Sentences[s].Dateline.Contains(p.First) || !w.inLead(w.doc.Frames[c.Frame].Sent) {
			continue
		}
		if r := p.Location.Resolution; (r == "city" || r == "site") && w.concerns(c, p.Location.CountryCode) {
			return &p.Location
		}
	}
	return nil
}

// concerns says that all sides of a coding that have a country have this one.
func (w *writer) concerns(c *demarche.Coding, country string) bool {
	found := false
	for _, side := range [][]demarche.Filler{c.Actors, c.Recipients} {
		for _, e := range w.entities(side) {
			if e.Code == nil || len(*e.Code) != 3 {
				continue
			}
			if *e.Code != country {
				return false
			}
			found = true
		}
	}
	return found
}
