package coder

import "github.com/demarche/demarche"

// intentions are verbs that only say what somebody has in mind to do. An AGREE
// on their word is still to come; "agreed to", "promised to" are done.
var intentions = map[string]bool{
	"plan": true, "intend": true, "aim": true, "prepare": true, "expect": true,
	"schedule": true, "hope": true, "seek": true, "be to": true,
}

// markAsked sets the status hypothetical on what a question asks.
func (w *writer) markAsked(c *demarche.Coding) {
	s := w.doc.Sentences[w.doc.Frames[c.Frame].Sent]
	if last := s.Range.End - 1; !c.Status.Hypothetical && w.doc.Tokens[last].Norm == "?" {
		c.Status.Hypothetical = true
		c.Status.Cues = append(c.Status.Cues, demarche.Cue{Token: last, Sets: "hypothetical"})
	}
}

// markIntended sets the status future on an AGREE that is no more than a plan.
func markIntended(doc *demarche.Doc, c *demarche.Coding) {
	f := &doc.Frames[c.Frame]
	if c.Category == "AGREE" && intentions[f.Lemma] && !c.Status.Future {
		c.Status.Future = true
		c.Status.Cues = append(c.Status.Cues, demarche.Cue{Token: f.Pred, Sets: "future"})
	}
}
