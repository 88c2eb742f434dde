package train

import (
	"fmt"

	"github.com/demarche/demarche"
)

// Scores counts what a model gets right on gold tokens.
type Scores struct {
	Words, UPOS, XPOS, UAS, LAS int
	Rels                        map[demarche.Rel]*RelScore // by universal relation
}

// RelScore counts one relation: Hits have head and relation right.
type RelScore struct{ Gold, Found, Hits int }

// F1 is the harmonic mean of precision and recall, in per cent.
func (r *RelScore) F1() float64 {
	if r.Gold+r.Found == 0 {
		return 0
	}
	return 200 * float64(r.Hits) / float64(r.Gold+r.Found)
}

// Add compares one sentence with its gold form; heads of both count from the
// same token. LAS compares the universal part of relations, as CoNLL 2018.
func (s *Scores) Add(gold, got []demarche.Token) {
	if s.Rels == nil {
		s.Rels = map[demarche.Rel]*RelScore{}
	}
	for i := range gold {
		g, p := &gold[i], &got[i]
		s.Words++
		s.UPOS += count(g.UPOS == p.UPOS)
		s.XPOS += count(g.XPOS == p.XPOS)
		s.UAS += count(g.Head == p.Head)
		hit := count(g.Head == p.Head && g.Rel.Base() == p.Rel.Base())
		s.LAS += hit
		s.rel(g.Rel).Gold++
		s.rel(p.Rel).Found++
		s.rel(g.Rel).Hits += hit
	}
}

func (s *Scores) rel(r demarche.Rel) *RelScore {
	if s.Rels[r.Base()] == nil {
		s.Rels[r.Base()] = &RelScore{}
	}
	return s.Rels[r.Base()]
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Scores) percent(n int) float64 { return 100 * float64(n) / float64(max(s.Words, 1)) }

// String is one line with the main figures.
func (s *Scores) String() string {
	return fmt.Sprintf("words %d UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f",
		s.Words, s.percent(s.UPOS), s.percent(s.XPOS), s.percent(s.UAS), s.percent(s.LAS))
}
