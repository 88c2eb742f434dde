package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// roleNames are the roles of the tags and how the report calls them.
var roleNames = []struct{ tag, name string }{{"S", "source"}, {"T", "target"}, {"R", "related"}}

// roleSpan is the words of one actor of a sentence.
type roleSpan struct {
	span
	tag string
}

// roleSentence is a sentence with its marked actors; text is its tokens with
// the blanks that English has between them.
type roleSentence struct {
	text  string
	spans []roleSpan
}

// Roles scores the coder on who acts and who is acted on: a token, a blank and
// a BIO tag a line, an empty line after each sentence; S source, T target,
// R related. The actors of the sentence's main event answer S, its recipients T.
//
// Overlap: a printed span answers one gold span of its role that it shares a
// character with. Exact: that, with the same first and last character, the
// article left aside.
func Roles(paths []string, code Coder) (*Report, error) {
	s := newRoleScore()
	for _, path := range paths {
		err := eachRoleSentence(path, func(number int, r roleSentence) error {
			doc, err := codeText(code, fmt.Sprintf("%s:%d", path, number), r.text, demarche.Date{})
			if err != nil {
				return err
			}
			s.add(number, r, mainEventSpans(doc))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if s.sentences == 0 {
		return nil, noItems(paths, "tagged sentences")
	}
	return s.report(), nil
}

func mainEventSpans(doc *demarche.Doc) []roleSpan {
	if len(doc.Events) == 0 {
		return nil
	}
	e := &doc.Events[0]
	var spans []roleSpan
	for _, side := range []struct {
		tag      string
		entities []demarche.Entity
	}{{"S", e.Actor}, {"T", e.Recipient}} {
		for _, x := range side.entities {
			s := roleSpan{span{x.Start, x.End}, side.tag}
			if !slices.Contains(spans, s) { // "Hungarian and Romanian officials" is one span
				spans = append(spans, s)
			}
		}
	}
	return spans
}

type roleScore struct {
	sentences      int
	overlap, exact []Score // by role
	errors         []string
}

func newRoleScore() *roleScore {
	s := &roleScore{}
	for _, r := range roleNames {
		s.overlap = append(s.overlap, Score{Name: r.name})
		s.exact = append(s.exact, Score{Name: r.name})
	}
	return s
}

func (s *roleScore) add(number int, gold roleSentence, found []roleSpan) {
	s.sentences++
	missed := false
	for i, role := range roleNames {
		want, got := withTag(gold.spans, role.tag), withTag(found, role.tag)
		o := Score{Correct: matches(want, got, span.overlaps), Predicted: len(got), Gold: len(want)}
		e := Score{Correct: matches(trimmed(gold.text, want), trimmed(gold.text, got), span.equals), Predicted: len(got), Gold: len(want)}
		s.overlap[i].plus(o)
		s.exact[i].plus(e)
		missed = missed || o.Correct < o.Gold || o.Correct < o.Predicted
	}
	if missed {
		s.errors = append(s.errors, fmt.Sprintf("%d %s, found %s: %s", number,
			describeSpans(gold.text, gold.spans), describeSpans(gold.text, found), gold.text))
	}
}

func (s *roleScore) report() *Report {
	return &Report{Kind: "cameo-roles", Items: s.sentences, Unit: "sentences", Errors: s.errors, Sections: []Section{
		{Title: "overlap", Scores: withTotals(s.overlap)},
		{Title: "exact", Scores: withTotals(s.exact)},
	}}
}

// withTotals adds the sums over source and target, and over all roles.
func withTotals(scores []Score) []Score {
	both, all := Score{Name: "source and target"}, Score{Name: "all"}
	for i, s := range scores {
		all.plus(s)
		if roleNames[i].tag != "R" {
			both.plus(s)
		}
	}
	return append(slices.Clone(scores), both, all)
}

func (s *Score) plus(o Score) {
	s.Correct += o.Correct
	s.Predicted += o.Predicted
	s.Gold += o.Gold
}

func (s span) equals(o span) bool { return s == o }

// matches counts pairs of a gold and a found span that fit, each used once.
func matches(gold, found []span, fit func(span, span) bool) int {
	used := make([]bool, len(found))
	n := 0
	for _, g := range gold {
		for i, f := range found {
			if !used[i] && fit(g, f) {
				used[i] = true
				n++
				break
			}
		}
	}
	return n
}

func withTag(spans []roleSpan, tag string) []span {
	var out []span
	for _, s := range spans {
		if s.tag == tag {
			out = append(out, s.span)
		}
	}
	return out
}

// trimmed leaves out an article at the head of a span.
func trimmed(text string, spans []span) []span {
	runes := []rune(text)
	out := slices.Clone(spans)
	for i, s := range out {
		words := string(runes[min(s.start, len(runes)):min(s.end, len(runes))])
		article, _, more := strings.Cut(words, " ")
		if more && slices.Contains([]string{"the", "a", "an"}, strings.ToLower(article)) {
			out[i].start += utf8.RuneCountInString(article) + 1
		}
	}
	return out
}

func describeSpans(text string, spans []roleSpan) string {
	runes := []rune(text)
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.tag+"="+string(runes[min(s.start, len(runes)):min(s.end, len(runes))]))
	}
	if parts == nil {
		return none
	}
	return strings.Join(parts, " | ")
}
