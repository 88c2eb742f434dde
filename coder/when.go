package coder

import (
	"strings"

	"github.com/demarche/demarche"
)

// when is the date of a coding: of the time expression that its frame
// governs, else, for what is told as plain past, the day of the story. Both
// are nil when the text does not say.
func (w *writer) when(c *demarche.Coding) (date, end *string) {
	f := &w.doc.Frames[c.Frame]
	if t := w.ownTime(f); t != nil {
		return w.timexDate(t)
	}
	if c.Status.Future { // "plans to meet in June"
		for _, content := range c.Consumed {
			if t := w.ownTime(&w.doc.Frames[content]); t != nil {
				return w.timexDate(t)
			}
		}
	}
	bareNoun := f.Nominal() && f.Light < 0 // "after the invasion" may be any time ago
	if !c.Status.Done() || c.Status.Historical || bareNoun || w.perfect(f) {
		return nil, nil
	}
	if w.storyDay == "" {
		return nil, nil
	}
	day := w.storyDay
	return &day, nil
}

func (w *writer) timexDate(t *demarche.Timex) (date, end *string) {
	v := t.Value
	if i := strings.IndexByte(v, 'T'); i > 0 { // an hour is finer than a date
		v = v[:i]
	}
	if v == "" || v[0] < '0' || v[0] > '9' || strings.ContainsAny(v, "X") {
		return nil, nil
	}
	e := t.End
	if len(v) == 3 { // "the 1990s" as TIMEX3 has them: from one year to another
		v, e = v+"0", v+"9"
	}
	date = &v
	if e != "" {
		end = &e
	}
	return date, end
}

// ownTime is the nearest dated time expression that the predicate or its
// light verb governs without another clause between, or, failing that, one
// that a clause governs of which the predicate is the complement ("will travel
// on Friday to meet").
func (w *writer) ownTime(f *demarche.Frame) *demarche.Timex {
	if t := w.governedTime(f.Pred); t != nil {
		return t
	}
	if f.Light >= 0 {
		if t := w.governedTime(f.Light); t != nil {
			return t
		}
	}
	tok := &w.doc.Tokens[f.Pred]
	switch tok.Rel.Base() {
	case demarche.Xcomp, demarche.Conj:
		return w.governedTime(tok.Head)
	case demarche.Obj, demarche.Obl, demarche.Nsubj:
		if f.Nominal() && tok.Head >= 0 {
			return w.governedTime(tok.Head)
		}
	}
	return nil
}

// governedTime is the time expression closest to token pred that hangs on it
// with no other verb between. A dateline's says when it was written.
func (w *writer) governedTime(pred int) *demarche.Timex {
	sent := w.doc.SentenceOf(pred)
	if sent < 0 {
		return nil
	}
	var best *demarche.Timex
	bestDistance := 1 << 30
	for i := range w.doc.Times {
		t := &w.doc.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" {
			continue
		}
		s := &w.doc.Sentences[sent]
		if !s.Contains(t.First) || s.Dateline.Contains(t.First) || !w.hangsOn(t, pred) {
			continue
		}
		if distance := max(t.First-pred, pred-t.First); distance < bestDistance {
			best, bestDistance = t, distance
		}
	}
	return best
}

// hangsOn climbs from the time expression to pred, through nouns only.
func (w *writer) hangsOn(t *demarche.Timex, pred int) bool {
	at := t.First
	for steps := 0; at >= 0 && steps < 20; steps++ {
		if at == pred {
			return true
		}
		if !t.Contains(at) && w.doc.Tokens[at].UPOS == demarche.VERB {
			return false
		}
		at = w.doc.Tokens[at].Head
	}
	return false
}

// perfect says that the predicate is told in the present perfect, which leaves
// the day open ("has issued an exemption").
func (w *writer) perfect(f *demarche.Frame) bool {
	verb := verbOf(f)
	for i := max(0, verb-4); i < verb; i++ {
		t := &w.doc.Tokens[i]
		if t.Head == verb && t.Rel.Base() == demarche.Aux && t.Lemma == "have" && t.XPOS != "VBD" {
			return true
		}
	}
	return false
}

// storyDay is the day that the lead tells of: the first day named in the first
// two body sentences if it lies within a week before publication, else the
// publication date itself.
func storyDay(doc *demarche.Doc) string {
	for i := range doc.Times {
		t := &doc.Times[i]
		s := doc.SentenceOf(t.First)
		if t.Type != "DATE" || len(t.Value) != 10 || doc.Sentences[s].Headline || doc.Sentences[s].Dateline.Contains(t.First) {
			continue
		}
		if s > 2 {
			break
		}
		day, err := demarche.ParseDate(t.Value)
		if err != nil || doc.Date.IsZero() {
			continue
		}
		if !doc.Date.Before(day) && !day.Before(doc.Date.AddDays(-7)) {
			return t.Value
		}
	}
	return doc.Date.String()
}
