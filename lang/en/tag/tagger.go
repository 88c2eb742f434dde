package tag

import (
	"fmt"
	"strings"
	"sync"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// Class is a universal part of speech with a Penn tag.
type Class struct {
	UPOS demarche.UPOS
	XPOS string
}

// Tagger is a trained model, read-only; many goroutines may share it.
type Tagger struct {
	classes []Class
	dict    *linear.Table
	weights *linear.Table
	past    [2]int    // classes of past tense and participle
	scratch sync.Pool // *Sentence
}

// NewTagger puts a model together; dict gives the classes of frequent words.
func NewTagger(classes []Class, dict, weights *linear.Table) *Tagger {
	return &Tagger{classes: classes, dict: dict, weights: weights, past: pastClasses(classes)}
}

// Tag fills UPOS and XPOS of the tokens of one sentence.
func (t *Tagger) Tag(toks []demarche.Token) {
	s, _ := t.scratch.Get().(*Sentence)
	if s == nil {
		s = &Sentence{}
	}
	defer t.scratch.Put(s)
	s.Load(toks, t.dict)
	var scores linear.Scores
	for i := range toks {
		c := s.Only(i)
		if c < 0 {
			clear(scores[:len(t.classes)])
			t.weights.AddAll(&scores, s.Keys(i))
			c = t.asPast(&scores, &toks[i], Best(&scores, len(t.classes)))
		}
		s.Set(i, c)
		toks[i].UPOS, toks[i].XPOS = t.classes[c].UPOS, t.classes[c].XPOS
	}
}

// Best is the class with the highest score, the first of equals.
func Best(s *linear.Scores, n int) int {
	best := 0
	for c, v := range s[:n] {
		if v > s[best&0xff] {
			best = c
		}
	}
	return best
}

// AppendBinary writes the model.
func (t *Tagger) AppendBinary(b []byte) []byte {
	names := make([]string, len(t.classes))
	for i, c := range t.classes {
		names[i] = string(c.UPOS) + " " + c.XPOS
	}
	b = linear.AppendStrings(b, names)
	b = t.dict.AppendBinary(b)
	return t.weights.AppendBinary(b)
}

// Read reads a model that AppendBinary wrote.
func Read(b []byte) (*Tagger, error) {
	names, b, err := linear.ReadStrings(b)
	if err != nil {
		return nil, fmt.Errorf("tagger model: %w", err)
	}
	classes := make([]Class, len(names))
	for i, n := range names {
		u, x, ok := strings.Cut(n, " ")
		if !ok {
			return nil, fmt.Errorf("tagger model: class %q has no Penn tag", n)
		}
		classes[i] = Class{demarche.UPOS(u), x}
	}
	dict, b, err := linear.Read(b)
	if err != nil {
		return nil, fmt.Errorf("tagger model: dictionary: %w", err)
	}
	weights, _, err := linear.Read(b)
	if err != nil {
		return nil, fmt.Errorf("tagger model: weights: %w", err)
	}
	return NewTagger(classes, dict, weights), nil
}
