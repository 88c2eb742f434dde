package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

// ploverRecord is a gold standard record: a sentence and one event in it.
type ploverRecord struct {
	ID     string
	Date   demarche.Date
	Text   string
	Event  string
	Actor  []string // codes
	Target []string
}

// Plover scores the coder on PLOVER gold standard records: a JSON array, or one
// object a line, in the names of the draft (source, target) or of the manual
// (actor, recipient). Records of the same text are the events of one sentence.
//
// An event is found when one of the same category is printed for its text; its
// dyad is right when a code of the gold actor and one of the gold recipient are
// among the codes of the printed ones; exact when the codes are the same.
func Plover(paths []string, code Coder) (*Report, error) {
	var records []ploverRecord
	for _, path := range paths {
		more, err := readPlover(path)
		if err != nil {
			return nil, err
		}
		records = append(records, more...)
	}
	if len(records) == 0 {
		return nil, noItems(paths, "PLOVER records")
	}
	s := newPloverScore()
	for _, group := range byText(records) {
		doc, err := codeText(code, group[0].ID, group[0].Text, group[0].Date)
		if err != nil {
			return nil, err
		}
		s.add(group, doc.Events)
	}
	return s.report(len(records)), nil
}

// byText groups records of the same text, in the order of their first one.
func byText(records []ploverRecord) [][]ploverRecord {
	var groups [][]ploverRecord
	at := map[string]int{}
	for _, r := range records {
		i, ok := at[r.Text]
		if !ok {
			i = len(groups)
			at[r.Text] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], r)
	}
	return groups
}

type ploverScore struct {
	kind, dyad, exact Score
	confusion         *Confusion
	classes           map[string]*Score
	errors            []string
	judged            []Judged
}

func newPloverScore() *ploverScore {
	s := &ploverScore{
		kind:      Score{Name: "type"},
		dyad:      Score{Name: "dyad"},
		exact:     Score{Name: "dyad exact"},
		confusion: NewConfusion(append(categories, none)...),
		classes:   map[string]*Score{},
	}
	for _, name := range categories {
		s.classes[name] = &Score{Name: name}
	}
	return s
}

// add scores the events printed for one text against its gold records. Each
// printed event answers one record at most, and one with the right dyad first.
func (s *ploverScore) add(golds []ploverRecord, events []demarche.Event) {
	used := make([]bool, len(events))
	answer := make([]int, len(golds))
	for i := range answer {
		answer[i] = -1
	}
	for _, wantDyad := range []bool{true, false} {
		for g := range golds {
			for e := range events {
				if answer[g] >= 0 || used[e] || first(&events[e]) != golds[g].Event {
					continue
				}
				if !wantDyad || golds[g].dyad(&events[e]) {
					answer[g], used[e] = e, true
				}
			}
		}
	}
	for g := range golds {
		s.count(&golds[g], answer[g], events)
	}
	for e := range events {
		for _, score := range []*Score{&s.kind, &s.dyad, &s.exact, s.class(first(&events[e]))} {
			score.Predicted++
		}
		s.judged = append(s.judged, Judged{events[e], used[e]})
	}
}

// count scores one gold record; answer is the index of the event that has its
// category, or -1.
func (s *ploverScore) count(gold *ploverRecord, answer int, events []demarche.Event) {
	class := s.class(gold.Event)
	for _, score := range []*Score{&s.kind, &s.dyad, &s.exact, class} {
		score.Gold++
	}
	if answer < 0 {
		found := none
		if len(events) > 0 {
			found = first(&events[0])
		}
		s.confusion.Add(gold.Event, found)
		s.errors = append(s.errors, fmt.Sprintf("%s type: %s, found %s: %s", gold.ID, gold, describe(events), gold.Text))
		return
	}
	s.confusion.Add(gold.Event, gold.Event)
	s.kind.Correct++
	class.Correct++
	e := &events[answer]
	if gold.dyad(e) {
		s.dyad.Correct++
	} else {
		s.errors = append(s.errors, fmt.Sprintf("%s dyad: %s, found %s: %s", gold.ID, gold, describe(events[answer:answer+1]), gold.Text))
	}
	if equalCodes(gold.Actor, codesOf(e.Actor)) && equalCodes(gold.Target, codesOf(e.Recipient)) {
		s.exact.Correct++
	}
}

func (s *ploverScore) class(name string) *Score {
	if s.classes[name] == nil {
		s.classes[name] = &Score{Name: name}
	}
	return s.classes[name]
}

func (s *ploverScore) report(items int) *Report {
	var classes []Score
	for _, name := range s.confusion.Classes() {
		if c := s.classes[name]; c != nil && c.Gold+c.Predicted > 0 {
			classes = append(classes, *c)
		}
	}
	return &Report{Kind: "plover", Items: items, Unit: "records", Errors: s.errors, Judged: s.judged, Sections: []Section{
		{Title: "events", Scores: []Score{s.kind, s.dyad, s.exact}},
		{Title: "categories", Figures: []Figure{{"macro F1", MacroF1(classes)}}, Scores: classes},
		{Title: "gold category and the one found (or the text's main event)", Confusion: s.confusion},
		reliability(s.judged),
	}}
}

// dyad says whether the event has the gold's actors. Gold that lists several
// actors and no recipient is a mutual event: the printed one may part them.
func (r *ploverRecord) dyad(e *demarche.Event) bool {
	actors, recipients := codesOf(e.Actor), codesOf(e.Recipient)
	if len(r.Target) == 0 && len(r.Actor) > 1 {
		return within(r.Actor, append(actors, recipients...))
	}
	return (len(r.Actor) == 0 || overlap(r.Actor, actors)) && (len(r.Target) == 0 || overlap(r.Target, recipients))
}

func (r *ploverRecord) String() string {
	return fmt.Sprintf("%s %s > %s", r.Event, strings.Join(r.Actor, ","), strings.Join(r.Target, ","))
}

// describe is events in short: "AGREE IND > NPL; AID USA > IND".
func describe(events []demarche.Event) string {
	if len(events) == 0 {
		return none
	}
	var parts []string
	for i := range events {
		e := &events[i]
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s > %s %s", first(e),
			strings.Join(codesOf(e.Actor), ","), strings.Join(codesOf(e.Recipient), ","), strings.Join(e.Auxiliary, ","))))
	}
	return strings.Join(parts, "; ")
}

// readPlover reads a JSON array or one object a line.
func readPlover(path string) ([]ploverRecord, error) {
	text, err := readGold(path)
	if err != nil {
		return nil, err
	}
	var records []ploverRecord
	dec := json.NewDecoder(bytes.NewReader(text))
	array := bytes.HasPrefix(bytes.TrimSpace(text), []byte("["))
	if array {
		if _, err := dec.Token(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	for dec.More() {
		line := bytes.Count(text[:dec.InputOffset()], []byte("\n")) + 1
		var raw ploverJSON
		if err := dec.Decode(&raw); err != nil {
			return nil, fmt.Errorf("%s:%d: no PLOVER record: %w", path, line, err)
		}
		record, err := raw.record()
		if err != nil {
			return nil, fmt.Errorf("%s:%d: record %q: %w", path, line, raw.ID, err)
		}
		records = append(records, record)
	}
	return records, nil
}
