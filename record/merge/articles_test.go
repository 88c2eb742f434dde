package merge_test

import (
	"fmt"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/record/merge"
	"github.com/demarche/demarche/record/vocab"
)

// article is what a test lets be printed.
type article struct{ date, text string }

// press codes articles and merges what they tell, filing events as a store
// does.
type press struct {
	t      *testing.T
	coder  *coder.Coder
	events []*merge.State
	filed  map[int64][]*merge.State
	why    map[string][]vocab.Reason
	number int

	mentions   int
	mentionIDs []string
	eventOf    map[string]string
	kindOf     map[string]string
	textOf     map[string]string
}

func newCoder(t *testing.T) *coder.Coder {
	t.Helper()
	c, err := coder.New(coder.Options{Unlikely: true})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func newPress(t *testing.T, c *coder.Coder) *press {
	return &press{
		t: t, coder: c, filed: map[int64][]*merge.State{}, why: map[string][]vocab.Reason{},
		eventOf: map[string]string{}, kindOf: map[string]string{}, textOf: map[string]string{},
	}
}

func (p *press) print(articles ...article) {
	p.t.Helper()
	for _, a := range articles {
		p.number++
		date, err := demarche.ParseDate(a.date)
		if err != nil {
			p.t.Fatal(err)
		}
		doc := &demarche.Doc{ID: fmt.Sprintf("article-%d", p.number), Date: date, Text: a.text, Publication: fmt.Sprintf("Paper %d", p.number)}
		if err := p.coder.Code(doc); err != nil {
			p.t.Fatal(err)
		}
		for i := range doc.Events {
			p.add(&vocab.Mention{Event: doc.Events[i], Story: doc.ID, Published: a.date})
		}
	}
}

func (p *press) add(m *vocab.Mention) {
	var candidates []*merge.State
	seen := map[*merge.State]bool{}
	for _, key := range merge.Lookup(m) {
		for _, s := range p.filed[key] {
			if !seen[s] {
				candidates = append(candidates, s)
				seen[s] = true
			}
		}
	}
	i, reasons := merge.Choose(m, candidates)
	var s *merge.State
	if i >= 0 {
		s = candidates[i]
		s.Add(m)
	} else {
		s = merge.New(m)
		p.events = append(p.events, s)
	}
	p.why[m.ID] = reasons
	p.mentions++
	p.mentionIDs = append(p.mentionIDs, m.ID)
	p.eventOf[m.ID], p.kindOf[m.ID], p.textOf[m.ID] = s.ID(), merge.Kind(&m.Event), m.Published+" "+m.Text
	for _, key := range merge.Keys(m) {
		p.filed[key] = append(p.filed[key], s)
	}
}

// of are the events of one kind.
func (p *press) of(kind string) (found []*merge.State) {
	for _, s := range p.events {
		if merge.Kind(&s.Event.Event) == kind {
			found = append(found, s)
		}
	}
	return found
}
