package eval

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/intake"
)

// Conllu scores splitting, tagging and parsing on treebanks, in two ways:
//
//   - from raw text: parse gets documents that have only a text;
//   - with gold tokens: retag gets documents split as the gold is, without
//     tags, lemmas and trees.
//
// Either function may be nil; its sections are then left out. The measures
// are those of the CoNLL 2018 shared task (Zeman et al. 2018): see TreeScores.
func Conllu(paths []string, parse, retag Coder) (*Report, error) {
	raw, tokens := newTreeScores(), newTreeScores()
	sentences := 0
	for _, path := range paths {
		docs, err := readTrees(path)
		if err != nil {
			return nil, err
		}
		for _, gold := range docs {
			sentences += len(gold.Sentences)
			if err := scoreTrees(raw, gold, &demarche.Doc{ID: gold.ID, Text: gold.Text}, parse); err != nil {
				return nil, err
			}
			if err := scoreTrees(tokens, gold, untagged(gold), retag); err != nil {
				return nil, err
			}
		}
	}
	if sentences == 0 {
		return nil, noItems(paths, "sentences")
	}
	r := &Report{Kind: "conllu", Items: sentences, Unit: "sentences"}
	if parse != nil {
		r.Sections = append(r.Sections, raw.sections("from raw text")...)
	}
	if retag != nil {
		r.Sections = append(r.Sections, tokens.sections("with gold tokens")...)
	}
	return r, nil
}

func readTrees(path string) ([]*demarche.Doc, error) {
	f, err := intake.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return conllu.Read(path, f)
}

// untagged is a copy of a document with its tokens and sentences only.
func untagged(gold *demarche.Doc) *demarche.Doc {
	d := &demarche.Doc{ID: gold.ID, Text: gold.Text, Sentences: slices.Clone(gold.Sentences)}
	d.Tokens = make([]demarche.Token, len(gold.Tokens))
	for i := range gold.Tokens {
		t := &gold.Tokens[i]
		d.Tokens[i] = demarche.Token{Span: t.Span, Form: t.Form, Norm: t.Norm, Glued: t.Glued, Head: -1}
	}
	return d
}

func scoreTrees(scores *TreeScores, gold, system *demarche.Doc, analyze Coder) error {
	if analyze == nil {
		return nil
	}
	if err := analyze(system); err != nil {
		return fmt.Errorf("parsing %s: %w", gold.ID, err)
	}
	return scores.Add(gold, system)
}

// TreeScores compares documents with gold trees. Words are the same when they
// span the same characters; a head is right when it is the same word, or the
// root in both; a relation is right when its universal part is ("nsubj" of
// "nsubj:pass") unless the name says otherwise.
type TreeScores struct {
	Tokens, Sentences, Words Score
	UPOS, XPOS, Lemmas       Score
	UAS, LAS                 Score
	Subtypes                 Score // LAS on whole relations
	NoPunct                  Score // LAS without words whose relation is punct
	relations                map[demarche.Rel]*Score
}

func newTreeScores() *TreeScores {
	return &TreeScores{
		Tokens: Score{Name: "Tokens"}, Sentences: Score{Name: "Sentences"}, Words: Score{Name: "Words"},
		UPOS: Score{Name: "UPOS"}, XPOS: Score{Name: "XPOS"}, Lemmas: Score{Name: "Lemmas"},
		UAS: Score{Name: "UAS"}, LAS: Score{Name: "LAS"},
		Subtypes: Score{Name: "LAS, subtypes too"}, NoPunct: Score{Name: "LAS, no punctuation"},
		relations: make(map[demarche.Rel]*Score),
	}
}

// Add counts one document, whose text must be that of the gold.
func (s *TreeScores) Add(gold, system *demarche.Doc) error {
	if gold.Text != system.Text {
		return fmt.Errorf("%s: the text is not that of the gold", gold.ID)
	}
	addSpans(&s.Tokens, tokenSpans(gold), tokenSpans(system))
	addSpans(&s.Sentences, sentenceSpans(gold), sentenceSpans(system))
	toSystem := align(gold.Tokens, system.Tokens)
	for i := range gold.Tokens {
		s.goldWord(&gold.Tokens[i])
	}
	for i := range system.Tokens {
		s.foundWord(&system.Tokens[i])
	}
	for i, j := range toSystem {
		if j >= 0 {
			t := &system.Tokens[j]
			s.pair(&gold.Tokens[i], t, sameHead(gold.Tokens[i].Head, t.Head, toSystem))
		}
	}
	return nil
}

// sameHead says whether two heads are the same word.
func sameHead(gold, system int, toSystem []int) bool {
	if gold < 0 || system < 0 {
		return gold < 0 && system < 0
	}
	return toSystem[gold] == system
}

// everyWord are the measures over all words.
func (s *TreeScores) everyWord() []*Score {
	return []*Score{&s.Words, &s.UPOS, &s.XPOS, &s.Lemmas, &s.UAS, &s.LAS, &s.Subtypes}
}

func (s *TreeScores) goldWord(t *demarche.Token) {
	for _, m := range s.everyWord() {
		m.Gold++
	}
	s.relation(t.Rel).Gold++
	if t.Rel.Base() != demarche.Punct {
		s.NoPunct.Gold++
	}
}

func (s *TreeScores) foundWord(t *demarche.Token) {
	for _, m := range s.everyWord() {
		m.Predicted++
	}
	s.relation(t.Rel).Predicted++
	if t.Rel.Base() != demarche.Punct {
		s.NoPunct.Predicted++
	}
}

// pair counts what two aligned words have in common.
func (s *TreeScores) pair(gold, system *demarche.Token, head bool) {
	s.Words.Correct++
	s.UPOS.Correct += count(gold.UPOS == system.UPOS)
	s.XPOS.Correct += count(gold.XPOS == system.XPOS)
	s.Lemmas.Correct += count(gold.Lemma == system.Lemma)
	if !head {
		return
	}
	s.UAS.Correct++
	if gold.Rel.Base() == system.Rel.Base() {
		s.LAS.Correct++
		s.NoPunct.Correct += count(gold.Rel.Base() != demarche.Punct)
	}
	if gold.Rel == system.Rel {
		s.Subtypes.Correct++
		s.relation(gold.Rel).Correct++
	}
}

func (s *TreeScores) relation(r demarche.Rel) *Score {
	m := s.relations[r]
	if m == nil {
		m = &Score{Name: string(r)}
		s.relations[r] = m
	}
	return m
}

// Relations scores each relation, head and whole name right, the most
// frequent in the gold first.
func (s *TreeScores) Relations() []Score {
	all := make([]Score, 0, len(s.relations))
	for _, m := range s.relations {
		all = append(all, *m)
	}
	slices.SortFunc(all, func(a, b Score) int {
		return cmp.Or(cmp.Compare(b.Gold, a.Gold), cmp.Compare(a.Name, b.Name))
	})
	return all
}

func (s *TreeScores) sections(title string) []Section {
	return []Section{
		{Title: title, Scores: []Score{s.Tokens, s.Sentences, s.Words, s.UPOS, s.XPOS, s.Lemmas, s.UAS, s.LAS, s.Subtypes, s.NoPunct}},
		{Title: "relations " + title, Scores: s.Relations()},
	}
}

// align gives for each gold word the system word of the same span, or -1.
func align(gold, system []demarche.Token) []int {
	to := make([]int, len(gold))
	j := 0
	for i := range gold {
		to[i] = -1
		for j < len(system) && before(system[j].Span, gold[i].Span) {
			j++
		}
		if j < len(system) && system[j].Span == gold[i].Span {
			to[i] = j
			j++
		}
	}
	return to
}

func before(a, b demarche.Span) bool {
	return a.Start < b.Start || a.Start == b.Start && a.End < b.End
}

// tokenSpans are the spans of orthographic tokens: glued words count as one.
func tokenSpans(d *demarche.Doc) []demarche.Span {
	var spans []demarche.Span
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Glued && len(spans) > 0 {
			spans[len(spans)-1].End = t.End
		} else {
			spans = append(spans, t.Span)
		}
	}
	return spans
}

func sentenceSpans(d *demarche.Doc) []demarche.Span {
	spans := make([]demarche.Span, len(d.Sentences))
	for i, s := range d.Sentences {
		spans[i] = s.Text
	}
	return spans
}

// addSpans counts the spans of two lists in the order of the text.
func addSpans(s *Score, gold, system []demarche.Span) {
	s.Gold += len(gold)
	s.Predicted += len(system)
	j := 0
	for _, g := range gold {
		for j < len(system) && before(system[j], g) {
			j++
		}
		if j < len(system) && system[j] == g {
			s.Correct++
			j++
		}
	}
}
