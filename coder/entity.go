package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// entities turns the fillers of a slot into printed entities, in text order,
// each actor once. A mention of several actors ("Hungarian and Romanian
// officials") gives one entity each.
func (w *writer) entities(fillers []demarche.Filler) []demarche.Entity {
	out := []demarche.Entity{}
	seen := map[string]bool{}
	for _, f := range fillers {
		if w.money(f) || w.landscape(f) || w.ownState(f, fillers) || w.nobody(f, fillers) || w.insideOther(f, fillers) {
			continue
		}
		for _, e := range w.fillerEntities(f) {
			key := identity(e)
			if !seen[key] {
				seen[key] = true
				out = append(out, e)
			}
		}
	}
	return out
}

// ownState says that f is a bare state beside an office holder of it on the
// same side: "Blinken vowed US support" has one actor.
func (w *writer) ownState(f demarche.Filler, side []demarche.Filler) bool {
	if f.Mention < 0 || w.doc.Mentions[f.Mention].Type != demarche.GPE {
		return false
	}
	state := w.doc.Mentions[f.Mention].Actors
	return len(state) == 1 && slices.ContainsFunc(side, func(o demarche.Filler) bool {
		return o.Mention >= 0 && slices.ContainsFunc(w.doc.Mentions[o.Mention].Actors, func(a demarche.Actor) bool {
			return a.Office != "" && a.Code == state[0].Code
		})
	})
}

// insideOther says that f is a word of the phrase of another filler: the "Greek"
// of "his Greek and French counterparts".
func (w *writer) insideOther(f demarche.Filler, side []demarche.Filler) bool {
	return slices.ContainsFunc(side, func(o demarche.Filler) bool {
		return o.Mention >= 0 && o.Head != f.Head && len(w.doc.Mentions[o.Mention].Actors) > 1 && w.doc.Mentions[o.Mention].Contains(f.Head)
	})
}

// nobody says that f is a pronoun for somebody unknown that tells nothing: one
// beside others ("their own support"), or whoever speaks or listens.
func (w *writer) nobody(f demarche.Filler, side []demarche.Filler) bool {
	t := &w.doc.Tokens[f.Head]
	if t.UPOS != demarche.PRON {
		return false
	}
	if f.Mention >= 0 && len(w.doc.Mentions[f.Mention].Actors) > 0 {
		return w.namedBeside(f, side)
	}
	switch t.Lemma {
	case "I", "i", "we", "you", "my", "our", "your", "it", "that", "this":
		return true
	}
	return len(side) > 1
}

// namedBeside says that all whom a pronoun stands for are named on the same side:
// "their talks" of the two ministers who talk.
func (w *writer) namedBeside(f demarche.Filler, side []demarche.Filler) bool {
	codes := map[string]bool{}
	for _, o := range side {
		if w.doc.Tokens[o.Head].UPOS == demarche.PRON || o.Mention < 0 {
			continue
		}
		for _, a := range w.doc.Mentions[o.Mention].Actors {
			codes[a.Code] = true
		}
	}
	for _, a := range w.doc.Mentions[f.Mention].Actors {
		if a.Code == "" || !codes[a.Code] {
			return false
		}
	}
	return true
}

// identity tells two entities of one event apart.
func identity(e demarche.Entity) string {
	if e.IdentifierText != "" {
		// With the code: "Hungarian and Romanian officials" are two.
		return e.IdentifierText + "|" + deref(e.Code)
	}
	return deref(e.Code) + "|" + deref(e.Sector) + "|" + e.EntityText
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (w *writer) fillerEntities(f demarche.Filler) []demarche.Entity {
	if f.Mention < 0 {
		r := w.doc.PhraseOf(f.Head)
		return []demarche.Entity{w.bareEntity(r)}
	}
	m := w.named(&w.doc.Mentions[f.Mention])
	if len(m.Actors) == 0 {
		return []demarche.Entity{w.bareEntity(m.Range)}
	}
	var out []demarche.Entity
	for i := range m.Actors {
		out = append(out, w.actorEntity(m, &m.Actors[i]))
	}
	return out
}

// named is, for a pronoun, the nearest mention before it in its sentence of
// whom it stands for: "Bangladesh says it will" speaks of Bangladesh.
func (w *writer) named(m *demarche.Mention) *demarche.Mention {
	if !m.Pronoun || m.Cluster < 0 {
		return m
	}
	sent := w.doc.SentenceOf(m.Head)
	for i := len(w.doc.Mentions) - 1; i >= 0; i-- {
		o := &w.doc.Mentions[i]
		if o.Cluster == m.Cluster && !o.Pronoun && o.Head < m.Head && w.doc.SentenceOf(o.Head) == sent && len(o.Actors) > 0 {
			return o
		}
	}
	return m
}

// bareEntity is somebody of whom only the words are known.
func (w *writer) bareEntity(r demarche.Range) demarche.Entity {
	s := w.doc.SpanOf(r)
	return demarche.Entity{
		EntityText: w.doc.TextOf(r),
		Start:      w.chars.At(s.Start),
		End:        w.chars.At(s.End),
	}
}

func (w *writer) actorEntity(m *demarche.Mention, a *demarche.Actor) demarche.Entity {
	e := w.bareEntity(m.Range)
	if a.Code != "" {
		code := a.Code
		e.Code = &code
	}
	if len(a.Sectors) > 0 {
		sector := a.Sectors[0]
		e.Sector = &sector
		e.Sectors = a.Sectors[1:]
	}
	e.IdentifierID = a.Wikidata
	e.IdentifierText = a.Name
	e.Office = a.Office
	e.Members = a.Members
	return e
}
