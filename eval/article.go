package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

// articleGold is what a careful human coder records of one article.
type articleGold struct {
	Article    string         `json:"article"` // file beside the gold file
	Published  string         `json:"published"`
	Events     []articleEvent `json:"events"`
	Quotes     []articleQuote `json:"quotes"`
	Times      []articleTime  `json:"times"`
	Quantities []articleCount `json:"quantities"`
}

type articleEvent struct {
	ID         string   `json:"id"`
	Anchor     string   `json:"anchor"` // the words of the event
	Start      int      `json:"start"`  // code points of the article
	End        int      `json:"end"`
	Event      []string `json:"event"` // acceptable categories
	Actor      []string `json:"actor"`
	Recipient  []string `json:"recipient"`
	Undirected bool     `json:"undirected"` // actor and recipient may be swapped or both be actors
	Auxiliary  []string `json:"auxiliary"`
	Date       *string  `json:"date"`
	Required   bool     `json:"required"`
	SaidBy     *string  `json:"said_by"`
}

// Article scores the coder on whole articles with the events, quotes, times and
// quantities that a human coder recorded: gold files as JSON, each beside its
// article.
//
// A printed event and a gold one fit when their words overlap and the category
// is an acceptable one; their actors are right when both sides share a code.
// Each printed event answers one gold event at most. Recall is given for all
// and for the required ones; precision is over all printed events.
func Article(paths []string, code Coder) (*Report, error) {
	s := newArticleScore()
	for _, path := range paths {
		gold, doc, err := readArticle(path)
		if err != nil {
			return nil, err
		}
		if err := code(doc); err != nil {
			return nil, fmt.Errorf("coding %s: %w", doc.ID, err)
		}
		s.items += len(gold.Events)
		s.addEvents(gold.Events, doc.Events)
		s.addLayers(gold, doc)
	}
	if s.items == 0 {
		return nil, noItems(paths, "gold events")
	}
	return s.report(), nil
}

// readArticle reads a gold file and the article that it names.
func readArticle(path string) (*articleGold, *demarche.Doc, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the gold: %w", err)
	}
	gold := &articleGold{}
	if err := json.Unmarshal(b, gold); err != nil {
		return nil, nil, fmt.Errorf("%s: no gold for an article: %w", path, err)
	}
	reader := intake.Reader{}
	if gold.Published != "" {
		if reader.Date, err = demarche.ParseDate(gold.Published); err != nil {
			return nil, nil, fmt.Errorf("%s: published: %w", path, err)
		}
	}
	doc, err := reader.One(filepath.Join(filepath.Dir(path), gold.Article))
	return gold, doc, err
}

type articleScore struct {
	items            int
	found, right     Score // all gold events: by category, with the right actors too
	required         Score // required ones by category; no precision of their own
	requiredRight    Score
	auxiliary        Score
	date, saidBy     Score
	quotes, speakers Score
	times, counts    Score
	errors           []string
}

func newArticleScore() *articleScore {
	return &articleScore{
		found:         Score{Name: "category"},
		right:         Score{Name: "category and actors"},
		required:      Score{Name: "category"},
		requiredRight: Score{Name: "category and actors"},
		auxiliary:     Score{Name: "auxiliaries"},
		date:          Score{Name: "date"},
		saidBy:        Score{Name: "said by"},
		quotes:        Score{Name: "quotes"},
		speakers:      Score{Name: "quotes with speaker"},
		times:         Score{Name: "times with value"},
		counts:        Score{Name: "quantities with value"},
	}
}

func (s *articleScore) addEvents(golds []articleEvent, events []demarche.Event) {
	answer := answers(golds, events)
	used := map[int]bool{}
	for g := range golds {
		gold, e := &golds[g], (*demarche.Event)(nil)
		if i := answer[g]; i >= 0 {
			e = &events[i]
			used[i] = true
		}
		s.addEvent(gold, e)
	}
	for i := range events {
		if !used[i] {
			s.errors = append(s.errors, fmt.Sprintf("not in the gold: %s: %s", describe(events[i:i+1]), strings.Join(events[i].EventText, " … ")))
		}
		s.found.Predicted++
		s.right.Predicted++
	}
}

// addEvent scores one gold event and the printed one that answers it, or nil.
func (s *articleScore) addEvent(gold *articleEvent, e *demarche.Event) {
	found, right := e != nil, e != nil && gold.actors(e)
	s.found.Add(true, false, found)
	s.right.Add(true, false, right)
	if gold.Required {
		s.required.Add(true, found, found)
		s.requiredRight.Add(true, found, right)
	}
	if !right {
		s.errors = append(s.errors, fmt.Sprintf("%s %s: found %s", gold.ID, gold, describeOne(e)))
	}
	if !found {
		return
	}
	same := sameSet(gold.Auxiliary, e.Auxiliary)
	s.auxiliary.Add(true, true, same)
	if !same {
		s.errors = append(s.errors, fmt.Sprintf("%s auxiliaries %v, found %v: %s", gold.ID, gold.Auxiliary, e.Auxiliary, gold.Anchor))
	}
	if gold.Date != nil {
		s.date.Add(true, e.Date != nil, e.Date != nil && *e.Date == *gold.Date)
	}
	if gold.SaidBy != nil {
		s.saidBy.Add(true, e.SaidBy != nil, e.SaidBy != nil && sameName(*gold.SaidBy, e.SaidBy))
	}
}

// answers gives for each gold event the index of the printed one that fits it,
// or -1; those with the right actors first.
func answers(golds []articleEvent, events []demarche.Event) []int {
	answer := slices.Repeat([]int{-1}, len(golds))
	used := make([]bool, len(events))
	for _, wantActors := range []bool{true, false} {
		for g := range golds {
			for i := range events {
				if answer[g] < 0 && !used[i] && golds[g].fits(&events[i]) && (!wantActors || golds[g].actors(&events[i])) {
					answer[g], used[i] = i, true
				}
			}
		}
	}
	return answer
}

// fits says whether the printed event has the place and a category of the gold.
func (g *articleEvent) fits(e *demarche.Event) bool {
	here := span{g.Start, g.End}.overlaps(span{e.TextInfo.EventStart, e.TextInfo.EventEnd})
	return here && (slices.Contains(g.Event, first(e)) || slices.Contains(g.Event, e.BaseEvent))
}

// actors says whether the printed event has the gold's actor and recipient.
func (g *articleEvent) actors(e *demarche.Event) bool {
	actors, recipients := codesOf(e.Actor), codesOf(e.Recipient)
	directed := func(actors, recipients []string) bool {
		return overlap(g.Actor, actors) && (len(g.Recipient) == 0 || overlap(g.Recipient, recipients))
	}
	if directed(actors, recipients) {
		return true
	}
	all := append(actors, recipients...)
	return g.Undirected && (directed(recipients, actors) || len(recipients) == 0 && directed(all, all))
}

func (g *articleEvent) String() string {
	return fmt.Sprintf("%s %s > %s %q", strings.Join(g.Event, "|"), strings.Join(g.Actor, ","), strings.Join(g.Recipient, ","), g.Anchor)
}

func describeOne(e *demarche.Event) string {
	if e == nil {
		return none
	}
	return describe([]demarche.Event{*e})
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// sameName says whether the entity is who the gold names.
func sameName(gold string, e *demarche.Entity) bool {
	return gold == e.IdentifierText || strings.Contains(e.EntityText, gold)
}

func (s *articleScore) report() *Report {
	return &Report{Kind: "article", Items: s.items, Unit: "gold events", Errors: s.errors, Sections: []Section{
		{Title: "events, precision over all that are printed", Scores: []Score{s.found, s.right}},
		{Title: "required events", Scores: []Score{s.required, s.requiredRight}},
		{Title: "of the events found", Scores: []Score{s.auxiliary, s.date, s.saidBy}},
		{Title: "layers", Scores: []Score{s.quotes, s.speakers, s.times, s.counts}},
	}}
}
