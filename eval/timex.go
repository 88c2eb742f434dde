package eval

import (
	"fmt"
	"strings"

	"github.com/demarche/demarche"
)

// Timex scores expressions of time against TimeML files (.tml: TIMEX3 within
// TEXT, the day of publication in DCT) or CAT XML files (MEANTIME: token
// anchors, the day of publication as CREATION_TIME).
//
// An expression is found strictly when its first and last character are
// right, and relaxed when it shares a character with a gold one, each gold
// one used once. Values are compared as strings among the relaxed matches;
// their F1 counts a pair as right when the values agree: the "value F1" of
// TempEval-3 (UzZaman et al. 2013, section 6.2). Gold expressions that take
// no text are left out. The date of the document as it stands in the text is
// in the first section and left out of the second.
//
// Analyse gets a document with text and date and fills Times.
func Timex(paths []string, analyse func(*demarche.Doc) error) (*Report, error) {
	files, err := goldFiles(paths, ".xml", ".tml")
	if err != nil {
		return nil, err
	}
	all, body := newTimexScores(), newTimexScores()
	var lines []string
	for _, file := range files {
		g, err := readTimexGold(file)
		if err != nil {
			return nil, err
		}
		if err := analyse(&g.doc); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		lines = append(lines, all.add(g, false)...)
		body.add(g, true)
	}
	return &Report{Kind: "timex", Items: all.strict.Gold, Unit: "expressions", Sections: []Section{
		all.section("all expressions"), body.section("without document dates"),
	}, Errors: lines}, nil
}

// goldTime is an expression as the gold marks it; bytes of the text.
type goldTime struct {
	demarche.Span
	typ, value string
	creation   bool
}

type timexGold struct {
	doc    demarche.Doc
	times  []goldTime
	events []goldStatus
	end    int // byte of the text up to which it is annotated
}

type timexScores struct{ strict, relaxed, typ, value Score }

func newTimexScores() *timexScores {
	return &timexScores{Score{Name: "span, strict"}, Score{Name: "span, relaxed"}, Score{Name: "type"}, Score{Name: "value"}}
}

func (t *timexScores) section(title string) Section {
	return Section{Title: title, Scores: []Score{t.strict, t.relaxed, t.typ, t.value},
		Figures: []Figure{{"value F1", t.value.F1()}}}
}

// add scores one document and says where it differs.
func (t *timexScores) add(g *timexGold, bodyOnly bool) (lines []string) {
	used := make([]bool, len(g.times))
	found := 0
	for i := range g.doc.Times {
		x := &g.doc.Times[i]
		span := g.doc.SpanOf(x.Range)
		if span.Start >= g.end {
			break
		}
		m := matchTime(g.times, used, span)
		if m >= 0 && bodyOnly && g.times[m].creation {
			used[m] = true
			continue
		}
		found++
		if m < 0 {
			lines = append(lines, fmt.Sprintf("%s: spurious %q %s", g.doc.ID, g.doc.Text[span.Start:span.End], x.Value))
			continue
		}
		used[m] = true
		gold := &g.times[m]
		t.relaxed.Correct++
		if gold.Span == span {
			t.strict.Correct++
		}
		if gold.typ == x.Type {
			t.typ.Correct++
		}
		if gold.value == x.Value {
			t.value.Correct++
		} else {
			lines = append(lines, fmt.Sprintf("%s: %q is %s, not %s", g.doc.ID, g.doc.Text[span.Start:span.End], gold.value, x.Value))
		}
	}
	gold := 0
	for m := range g.times {
		if !bodyOnly || !g.times[m].creation {
			gold++
			if !used[m] {
				lines = append(lines, fmt.Sprintf("%s: missed %q %s", g.doc.ID, g.doc.Text[g.times[m].Start:g.times[m].End], g.times[m].value))
			}
		}
	}
	for _, s := range []*Score{&t.strict, &t.relaxed, &t.typ, &t.value} {
		s.Gold += gold
		s.Predicted += found
	}
	return lines
}

// matchTime prefers the same span over one that overlaps.
func matchTime(times []goldTime, used []bool, span demarche.Span) int {
	best := -1
	for m := range times {
		g := times[m].Span
		if used[m] || g.Start >= span.End || span.Start >= g.End {
			continue
		}
		if g == span {
			return m
		}
		if best < 0 {
			best = m
		}
	}
	return best
}

// detokenize puts tokens of the Penn kind together as a newspaper sets them.
type detokenizer struct {
	text strings.Builder
	open bool // a straight quote is open
	glue bool // no blank before the next token
}

// add appends a token and gives the span that it takes.
func (d *detokenizer) add(tok string) demarche.Span {
	form, before, after := tok, true, true
	switch tok {
	case "``":
		form, after = "“", false
	case "''":
		form, before = "”", false
	case "\"":
		before, after = !d.open, d.open
		d.open = !d.open
	case ",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...":
		before = false
	case "(", "[", "$", "#", "£", "€", "US$":
		after = false
	case "'":
		before = false
	}
	if d.text.Len() > 0 && before && !d.glue {
		d.text.WriteByte(' ')
	}
	start := d.text.Len()
	d.text.WriteString(form)
	d.glue = !after
	return demarche.Span{Start: start, End: d.text.Len()}
}

func (d *detokenizer) paragraph() {
	if d.text.Len() > 0 {
		d.text.WriteString("\n\n")
	}
	d.glue = true
}
