package eval

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

type articleQuote struct {
	Text    string `json:"text"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Speaker string `json:"speaker"`
	Kind    string `json:"kind"`
}

type articleTime struct {
	Text  string `json:"text"`
	Value string `json:"value"`
}

type articleCount struct {
	Text  string   `json:"text"`
	Value *float64 `json:"value"` // nil for "billions of dollars"
	Unit  string   `json:"unit"`
}

// addLayers scores quotes, times and quantities. The gold need not hold every
// one of the article, so what is found besides is not held against the coder.
func (s *articleScore) addLayers(gold *articleGold, doc *demarche.Doc) {
	chars := demarche.NewChars(doc.Text)
	for _, q := range gold.Quotes {
		i := quoteAt(doc, chars, span{q.Start, q.End})
		found := i >= 0 && doc.Quotes[i].Kind == q.Kind
		said := i >= 0 && speakerIs(doc, &doc.Quotes[i], q.Speaker)
		s.quotes.Add(true, i >= 0, found)
		s.speakers.Add(true, i >= 0, said)
		if !found || !said {
			s.errors = append(s.errors, fmt.Sprintf("quote %s by %s: %s", q.Kind, q.Speaker, q.Text))
		}
	}
	for _, t := range gold.Times {
		found, right := timeIs(doc, t)
		s.times.Add(true, found, right)
		if !right {
			s.errors = append(s.errors, fmt.Sprintf("time %q is %s", t.Text, t.Value))
		}
	}
	for _, n := range gold.Quantities {
		found, right := countIs(doc, n)
		s.counts.Add(true, found, right)
		if !right {
			s.errors = append(s.errors, fmt.Sprintf("quantity %q", n.Text))
		}
	}
}

// quoteAt is the quote that shares most of its text with the gold, or -1.
func quoteAt(doc *demarche.Doc, chars *demarche.Chars, gold span) int {
	best, most := -1, 0
	for i := range doc.Quotes {
		b := doc.SpanOf(doc.Quotes[i].Range)
		start, end := chars.At(b.Start), chars.At(b.End)
		shared := min(end, gold.end) - max(start, gold.start)
		if 2*shared > max(end-start, gold.end-gold.start) && shared > most {
			best, most = i, shared
		}
	}
	return best
}

func speakerIs(doc *demarche.Doc, q *demarche.Quote, name string) bool {
	if q.Speaker < 0 {
		return false
	}
	if m := doc.MentionAt(q.Speaker); m >= 0 {
		for _, a := range doc.Mentions[m].Actors {
			if a.Name == name {
				return true
			}
		}
	}
	return strings.Contains(doc.TextOf(doc.PhraseOf(q.Speaker)), name)
}

// timeIs says whether the expression was found, and with the gold's value.
func timeIs(doc *demarche.Doc, gold articleTime) (found, right bool) {
	for i := range doc.Times {
		if doc.TextOf(doc.Times[i].Range) == gold.Text {
			found = true
			right = right || doc.Times[i].Value == gold.Value
		}
	}
	return found, right
}

// countIs says whether a quantity was found in the gold's words, and with its
// value and unit.
func countIs(doc *demarche.Doc, gold articleCount) (found, right bool) {
	for i := range doc.Quantities {
		q := &doc.Quantities[i]
		if words := doc.TextOf(q.Range); !strings.Contains(gold.Text, words) && !strings.Contains(words, gold.Text) {
			continue
		}
		found = true
		value := gold.Value == nil && !q.Known || gold.Value != nil && q.Known && q.Value == *gold.Value
		right = right || value && (gold.Unit == "" || gold.Unit == q.Unit)
	}
	return found, right
}
