package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// relation is a sentence with a marked pair and the class of what the source
// does to the target.
type relation struct {
	id             string
	root           string // PLOVER category, CONCEDE and RETREAT merged to YIELD
	penta          string // 1 to 4 the quad classes, 0 neutral
	source, target span
	sentence       string
}

// span is code points of a text, end exclusive; an empty one touches nothing.
type span struct{ start, end int }

func (s span) overlaps(o span) bool { return s.start < o.end && o.start < s.end }

// Relations scores the coder on the event class of a given pair: a table with
// the columns sentence_id, gold_root, gold_penta, source, target and sentence.
//
// The strict answer is the first event whose actor overlaps the marked source
// and whose recipient overlaps the marked target (both among the actors, when
// there is no recipient). The lenient answer is that, or the first event that
// has the pair the other way round, or the first that has one of the two.
func Relations(paths []string, code Coder) (*Report, error) {
	strict, lenient := newRelationScore("strict"), newRelationScore("lenient")
	var errors []string
	var judged []Judged
	n := 0
	for _, path := range paths {
		err := eachRelation(path, func(r *relation) error {
			n++
			doc, err := codeText(code, r.id, r.sentence, demarche.Date{})
			if err != nil {
				return err
			}
			strict.add(r, r.answer(doc.Events, true))
			answer := r.answer(doc.Events, false)
			lenient.add(r, answer)
			if answer != nil {
				judged = append(judged, Judged{*answer, yield(first(answer)) == r.root})
			}
			if answer == nil || yield(first(answer)) != r.root {
				errors = append(errors, fmt.Sprintf("%s %s, found %s: %s", r.id, r.root, describe(doc.Events), r.sentence))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if n == 0 {
		return nil, noItems(paths, "relations")
	}
	return &Report{Kind: "plover-relations", Items: n, Unit: "pairs", Errors: errors, Judged: judged,
		Sections: append(append(lenient.sections(), strict.sections()...), reliability(judged))}, nil
}

type relationScore struct {
	name        string
	root, penta *Confusion
}

func newRelationScore(name string) *relationScore {
	var roots []string
	for _, c := range categories {
		if c = yield(c); !slices.Contains(roots, c) {
			roots = append(roots, c)
		}
	}
	return &relationScore{name, NewConfusion(append(roots, none)...), NewConfusion("0", "1", "2", "3", "4")}
}

// add scores the event that answers a pair; nil is no event.
func (s *relationScore) add(r *relation, answer *demarche.Event) {
	if answer == nil {
		s.root.Add(r.root, none)
		s.penta.Add(r.penta, "0")
		return
	}
	root := yield(first(answer))
	s.root.Add(r.root, root)
	s.penta.Add(r.penta, penta(root, answer.QuadCode))
}

// penta is the class of five as this gold has it: yielding is material
// cooperation, whether in words or deeds.
func penta(root string, quad int) string {
	if root == "YIELD" {
		return "2"
	}
	return fmt.Sprint(quad)
}

func (s *relationScore) sections() []Section {
	roots, pentas := s.root.Scores(none), s.penta.Scores()
	return []Section{
		{Title: s.name + ", categories", Scores: roots, Confusion: s.root, Figures: []Figure{
			{"accuracy", s.root.Accuracy()}, {"macro F1", MacroF1(roots)}}},
		{Title: s.name + ", penta classes", Scores: pentas, Confusion: s.penta, Figures: []Figure{
			{"accuracy", s.penta.Accuracy()}, {"macro F1", MacroF1(pentas)}}},
	}
}

// yield merges the two categories that this gold does not tell apart.
func yield(category string) string {
	if category == "CONCEDE" || category == "RETREAT" {
		return "YIELD"
	}
	return category
}

// answer is the event that says what the source did to the target, or nil.
func (r *relation) answer(events []demarche.Event, strict bool) *demarche.Event {
	best, bestRank := -1, 0
	for i := range events {
		rank := r.rank(&events[i])
		if strict && rank < bothAsMarked {
			continue
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return nil
	}
	return &events[best]
}

// How well an event fits a marked pair.
const (
	oneOfThem = 1 + iota
	bothSwapped
	bothAsMarked
)

func (r *relation) rank(e *demarche.Event) int {
	sourceActs, targetActs := touches(e.Actor, r.source), touches(e.Actor, r.target)
	sourceGets, targetGets := touches(e.Recipient, r.source), touches(e.Recipient, r.target)
	switch {
	case sourceActs && targetGets, sourceActs && targetActs && len(e.Recipient) == 0:
		return bothAsMarked
	case (sourceActs || sourceGets) && (targetActs || targetGets):
		return bothSwapped
	case sourceActs || sourceGets || targetActs || targetGets:
		return oneOfThem
	}
	return 0
}

func touches(entities []demarche.Entity, s span) bool {
	return slices.ContainsFunc(entities, func(e demarche.Entity) bool { return s.overlaps(span{e.Start, e.End}) })
}

// relationColumns are the columns of the table, by the names in its head.
var relationColumns = []string{"sentence_id", "gold_root", "gold_penta", "source", "target", "sentence"}

func eachRelation(path string, do func(*relation) error) error {
	var column []int
	return eachLine(path, func(number int, line string) error {
		cells := strings.Split(line, "\t")
		if number == 1 {
			var err error
			column, err = columns(cells, relationColumns)
			return err
		}
		if strings.TrimSpace(line) == "" {
			return nil
		}
		if len(cells) <= slices.Max(column) {
			return fmt.Errorf("%d columns, but the head has more; separate them by tabs", len(cells))
		}
		get := func(i int) string { return cells[column[i]] }
		sentence := get(5)
		source := find(sentence, get(3), span{})
		return do(&relation{id: get(0), root: yield(category(get(1))), penta: get(2),
			source: source, target: find(sentence, get(4), source), sentence: sentence})
	})
}

// columns finds the wanted columns in the head of a table.
func columns(head, wanted []string) ([]int, error) {
	at := make([]int, len(wanted))
	for i, name := range wanted {
		at[i] = slices.Index(head, name)
		if at[i] < 0 {
			return nil, fmt.Errorf("no column %q in the head %q", name, head)
		}
	}
	return at, nil
}

// find is where the marked words stand in the sentence: the first place that is
// no part of a longer word and does not overlap taken; empty when nowhere.
func find(sentence, words string, taken span) span {
	if words == "" {
		return span{}
	}
	for from := 0; ; {
		i := strings.Index(sentence[from:], words)
		if i < 0 {
			return span{}
		}
		i += from
		start := utf8.RuneCountInString(sentence[:i])
		s := span{start, start + utf8.RuneCountInString(words)}
		if !s.overlaps(taken) && wordEdge(sentence, i) && wordEdge(sentence, i+len(words)) {
			return s
		}
		_, size := utf8.DecodeRuneInString(sentence[i:])
		from = i + size
	}
}
