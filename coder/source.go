package coder

import "github.com/demarche/demarche"

// saidBy is who, other than the reporter, gives the event: the speaker of the
// quote that it stands in, or the subject of the verb of saying above it. Only
// those who can speak count; nil where the words name something else.
func (w *writer) saidBy(c *demarche.Coding) *demarche.Entity {
	f := &w.doc.Frames[c.Frame]
	for _, q := range w.doc.Quotes {
		if q.Contains(f.Pred) && q.Speaker >= 0 {
			if e := w.sourceAt(q.Speaker); e != nil {
				return e
			}
		}
	}
	if c.Status.SaidBy < 0 {
		return nil
	}
	for _, a := range w.doc.Frames[c.Status.SaidBy].Args {
		if a.Role == demarche.Agent {
			return w.sourceAt(a.Head)
		}
	}
	return nil
}

// sourceAt is the source whose phrase has its head at token head: somebody
// known, or for a thing such as a report whoever made it.
func (w *writer) sourceAt(head int) *demarche.Entity {
	if m := w.doc.MentionAt(head); m >= 0 {
		return w.entityAt(head, m)
	}
	if w.doc.Tokens[head].UPOS == demarche.PROPN && !w.inTime(head) {
		return w.entityAt(head, -1)
	}
	return w.maker(head)
}

// inTime says whether token i is part of a date: the "Sunday" of "late on
// Sunday, officials announced" announces nothing.
func (w *writer) inTime(i int) bool {
	for _, t := range w.doc.Times {
		if t.Contains(i) {
			return true
		}
	}
	return false
}

// maker is who stands behind a thing that says something: the owner in "a
// report by the ministry", "the agency's study"; nil when nobody is named.
func (w *writer) maker(head int) *demarche.Entity {
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if len(m.Actors) == 0 || w.doc.Tokens[m.Head].Head != head {
			continue
		}
		switch rel := w.doc.Tokens[m.Head].Rel; rel {
		case demarche.NmodPoss:
			return w.entityAt(m.Head, i)
		case demarche.Nmod:
			if w.hasCase(m.Head, "by", "of", "from") {
				return w.entityAt(m.Head, i)
			}
		}
	}
	return nil
}

// hasCase says whether token i has one of the prepositions.
func (w *writer) hasCase(i int, preps ...string) bool {
	s := w.doc.Sentences[w.doc.SentenceOf(i)]
	for t := s.First; t < i; t++ {
		if w.doc.Tokens[t].Head != i || w.doc.Tokens[t].Rel != demarche.Case {
			continue
		}
		for _, p := range preps {
			if w.doc.Tokens[t].Norm == p {
				return true
			}
		}
	}
	return false
}

func (w *writer) entityAt(head, mention int) *demarche.Entity {
	es := w.fillerEntities(demarche.Filler{Arg: -1, Head: head, Mention: mention})
	return &es[0]
}
