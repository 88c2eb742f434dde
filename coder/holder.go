package coder

import (
	"slices"

	"github.com/demarche/demarche"
)

// askHolder gives a demand to free people to who holds them, where the words name
// only the people: whoever the text says arrested, jailed or abducted them; else
// nobody, for they cannot free themselves.
func (w *writer) askHolder(c *demarche.Coding) {
	if c.Category != "REQUEST" || !slices.Contains(c.Modes, "yield") {
		return
	}
	people := w.freed(c)
	others := slices.DeleteFunc(slices.Clone(c.Recipients), func(r demarche.Filler) bool { return w.samePeople(r.Head, people) })
	if len(others) == 0 && len(people) > 0 {
		others = w.holder(people)
	}
	c.Recipients = others
}

// freeing are verbs, and what nouns come from, of letting people go.
var freeing = map[string]bool{"release": true, "free": true, "liberate": true, "set free": true, "freedom": true}

// freed are the heads of those whom coding c asks to let go.
func (w *writer) freed(c *demarche.Coding) []int {
	var heads []int
	for _, i := range c.Consumed {
		f := &w.doc.Frames[i]
		if !freeing[f.Lemma] {
			continue
		}
		for _, a := range f.Args {
			if a.Role == demarche.Theme && a.Head >= 0 {
				heads = append(heads, a.Head)
			}
		}
	}
	return heads
}

// holder is who the text says took the people, nobody where it does not say.
func (w *writer) holder(people []int) []demarche.Filler {
	for i := range w.doc.Codings {
		d := &w.doc.Codings[i]
		if len(d.Actors) == 0 || !d.Status.Done() || !takes(d) {
			continue
		}
		if slices.ContainsFunc(d.Recipients, func(r demarche.Filler) bool { return w.samePeople(r.Head, people) }) {
			return d.Actors
		}
	}
	return nil
}

// takes says that a coding is of an arrest, a sentence, an abduction.
func takes(d *demarche.Coding) bool {
	return slices.ContainsFunc(d.Modes, func(m string) bool { return m == "arrest" || m == "convict" || m == "abduct" })
}

// samePeople says that the noun at head is one of those at the heads of people,
// or the same word for them.
func (w *writer) samePeople(head int, people []int) bool {
	return slices.ContainsFunc(people, func(p int) bool {
		return head == p || w.doc.Tokens[head].Lemma == w.doc.Tokens[p].Lemma
	})
}
