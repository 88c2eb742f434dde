package coder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// why is the evidence of an event: the words, the frame, the rule and how its
// slots were filled, as the codebook gives them; then the words that set the
// status, and for each actor whom its pronoun stands for, and the lexicon row or
// the words that say who it is.
func (w *writer) why(c *demarche.Coding) []demarche.Evidence {
	list := slices.Clone(c.Evidence)
	for _, cue := range c.Status.Cues {
		list = append(list, demarche.Evidence{
			Kind: "words", Text: fmt.Sprintf("%s: %s", w.doc.Tokens[cue.Token].Form, cue.Sets), Source: "status",
		})
	}
	for _, f := range slices.Concat(c.Actors, c.Recipients) {
		if f.Mention < 0 {
			continue
		}
		m := &w.doc.Mentions[f.Mention]
		if len(m.Actors) > 0 && m.Antecedent.Kind != "" && !slices.Contains(list, m.Antecedent) {
			list = append(list, m.Antecedent)
		}
		for i := range m.Actors {
			if e := whoIs(&m.Actors[i]); e.Source != "" && !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	return list
}

// whoIs says what the evidence of an actor was taken to mean.
func whoIs(a *demarche.Actor) demarche.Evidence {
	says := append([]string{a.Code}, a.Sectors...)
	if a.Office != "" {
		says = append(says, a.Office)
	}
	e := a.Evidence
	e.Text = strings.TrimSpace(a.Name + ": " + strings.TrimSpace(strings.Join(says, " ")))
	return e
}
