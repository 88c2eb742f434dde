package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// Quotes scores quotes and reported speech against brat files of the PolNeAR
// kind: NAME.txt, and beside it NAME.ann or NAME_ANNOTATOR.ann with text
// bounds Source, Cue and Content tied by Attribution events.
//
// An attribution is found when the quotes of the text cover at least half of
// the characters of its content; a quote is right when at least half of its
// characters lie within contents. An attribution is direct speech when marks
// enclose at least 80% of its content. A speaker is right when the
// Speaker token of the best covering quote lies within the source, or both
// are missing.
//
// Analyse gets a document with text and fills Quotes.
func Quotes(paths []string, analyse func(*demarche.Doc) error) (*Report, error) {
	files, err := goldFiles(paths, ".ann")
	if err != nil {
		return nil, err
	}
	q := &quoteScores{all: Score{Name: "all attributions"}, direct: Score{Name: "direct speech"}}
	docs := map[string]*demarche.Doc{}
	for _, file := range files {
		txt, err := textBeside(file)
		if err != nil {
			return nil, err
		}
		doc := docs[txt]
		if doc == nil {
			if doc, err = readText(txt); err != nil {
				return nil, err
			}
			if err := analyse(doc); err != nil {
				return nil, fmt.Errorf("%s: %w", txt, err)
			}
			docs = map[string]*demarche.Doc{txt: doc} // files of one text follow each other
		}
		gold, err := readBrat(file, doc.Text)
		if err != nil {
			return nil, err
		}
		q.add(doc, gold)
	}
	return &Report{Kind: "quotes", Items: q.all.Gold, Unit: "attributions", Sections: []Section{
		{Title: "quotes", Figures: []Figure{
			{"all attributions found", q.all.Recall()}, {"all attributions F1", q.f1()}, {"direct quotes found", q.direct.Recall()},
			{"right speaker of direct quotes found", ratio(q.directSpeaker, q.direct.Correct)},
			{"right speaker of all found", ratio(q.speaker, q.all.Correct)},
		}},
	}, Errors: q.lines}, nil
}

// attribution is one of the gold; spans are bytes of the text.
type attribution struct {
	source, cue, content []demarche.Span
}

type quoteScores struct {
	all, direct            Score
	right                  int // predicted quotes that lie in contents
	speaker, directSpeaker int
	lines                  []string
}

// f1 pairs the recall of attributions with the precision of quotes.
func (q *quoteScores) f1() float64 {
	p, r := ratio(q.right, q.all.Predicted), q.all.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (q *quoteScores) add(doc *demarche.Doc, gold []attribution) {
	spans := make([]demarche.Span, len(doc.Quotes))
	var contents []demarche.Span
	for i := range doc.Quotes {
		spans[i] = doc.SpanOf(doc.Quotes[i].Range)
	}
	inMarks := markedBytes(doc.Text)
	for _, a := range gold {
		contents = append(contents, a.content...)
		size := total(a.content)
		if size == 0 {
			continue
		}
		direct := inMarks.in(a.content)*5 >= size*4
		covered := overlapAll(a.content, spans)
		found := covered*2 >= size
		right := found && speakerRight(doc, a, spans)
		q.all.Gold++
		q.all.Correct += count(found)
		q.speaker += count(right)
		if direct {
			q.direct.Gold++
			q.direct.Correct += count(found)
			q.directSpeaker += count(right)
		}
		if !found || !right {
			q.lines = append(q.lines, missLine(doc, a, direct, found))
		}
	}
	q.all.Predicted += len(spans)
	for _, s := range spans {
		q.right += count(overlapAll([]demarche.Span{s}, contents)*2 >= s.End-s.Start)
	}
}

func missLine(doc *demarche.Doc, a attribution, direct, found bool) string {
	kind, what := "indirect", "missed"
	if direct {
		kind = "direct"
	}
	if found {
		what = "speaker"
	}
	line := what + " " + kind + ":"
	for _, s := range a.source {
		line += " [" + doc.Text[s.Start:s.End] + "]"
	}
	for _, s := range a.cue {
		line += " <" + doc.Text[s.Start:s.End] + ">"
	}
	for _, s := range a.content {
		line += " " + doc.Text[s.Start:s.End]
	}
	return strings.ReplaceAll(line, "\n", " ")
}

// speakerRight looks at the quote that covers most of the content.
func speakerRight(doc *demarche.Doc, a attribution, spans []demarche.Span) bool {
	best, size := -1, 0
	for i, s := range spans {
		if n := overlapAll(a.content, []demarche.Span{s}); n > size || n == size && n > 0 && doc.Quotes[best].Speaker < 0 {
			best, size = i, n
		}
	}
	if best < 0 {
		return false
	}
	speaker := doc.Quotes[best].Speaker
	if speaker < 0 {
		return len(a.source) == 0
	}
	t := doc.Tokens[speaker].Span
	for _, s := range a.source {
		if s.Start <= t.Start && t.End <= s.End {
			return true
		}
	}
	return false
}

func total(spans []demarche.Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Start
	}
	return n
}

// overlapAll counts the bytes of as that lie in any of bs.
func overlapAll(as, bs []demarche.Span) int {
	n := 0
	for _, a := range as {
		var parts []demarche.Span
		for _, b := range bs {
			p := demarche.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)}
			if p.Start < p.End {
				parts = append(parts, p)
			}
		}
		sort.Slice(parts, func(i, j int) bool { return parts[i].Start < parts[j].Start })
		at := a.Start
		for _, p := range parts {
			if p.End > at {
				n += p.End - max(p.Start, at)
				at = p.End
			}
		}
	}
	return n
}

// marked says of every byte whether it lies between quote marks.
type marked []bool

// markedBytes reads double marks only, paragraph by paragraph.
func markedBytes(text string) marked {
	m := make(marked, len(text))
	open := false
	for i, r := range text {
		switch r {
		case '“':
			open = true
		case '”':
			m[i], open = true, false
			continue
		case '"':
			m[i] = true
			open = !open
			continue
		case '\n':
			open = false
		}
		for k := i; open && k < min(len(text), i+4); k++ {
			m[k] = true
		}
	}
	return m
}

func (m marked) in(spans []demarche.Span) int {
	n := 0
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			n += count(m[i])
		}
	}
	return n
}

// textBeside is the text that an .ann file annotates.
func textBeside(ann string) (string, error) {
	stem := strings.TrimSuffix(ann, ".ann")
	for _, s := range []string{stem, stem[:max(strings.LastIndexByte(stem, '_'), 0)]} {
		if _, err := os.Stat(s + ".txt"); s != "" && err == nil {
			return s + ".txt", nil
		}
	}
	return "", fmt.Errorf("%s: no text beside it; %s.txt is expected", ann, filepath.Base(stem))
}

func readText(file string) (*demarche.Doc, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	return &demarche.Doc{ID: strings.TrimSuffix(filepath.Base(file), ".txt"), Text: string(b), HasHeadline: true}, nil
}

// readBrat reads the attributions of an .ann file. Offsets there are code
// points; a line's parts are tab separated (brat standoff format).
func readBrat(file, text string) ([]attribution, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("gold: %w", err)
	}
	defer f.Close()
	var at []int // byte of each code point
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	bounds := map[string][]demarche.Span{}
	var events [][]string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for line := 1; in.Scan(); line++ {
		col := strings.Split(in.Text(), "\t")
		if len(col) < 2 {
			continue
		}
		switch col[0][0] {
		case 'T':
			spans, err := bratSpans(col[1], at)
			if err != nil {
				return nil, fmt.Errorf("%s:%d:1: %w", file, line, err)
			}
			bounds[col[0]] = spans
		case 'E':
			events = append(events, strings.Fields(col[1]))
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var gold []attribution
	for _, e := range events {
		var a attribution
		for _, arg := range e[1:] {
			role, id, _ := strings.Cut(arg, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Source":
				a.source = append(a.source, bounds[id]...)
			case "Cue":
				a.cue = append(a.cue, bounds[id]...)
			case "Content":
				a.content = append(a.content, bounds[id]...)
			}
		}
		gold = append(gold, a)
	}
	return gold, nil
}

// bratSpans reads "Content 15 65" and "Content 15 65;70 80".
func bratSpans(s string, at []int) ([]demarche.Span, error) {
	_, rest, _ := strings.Cut(s, " ")
	var spans []demarche.Span
	for _, part := range strings.Split(rest, ";") {
		a, b, _ := strings.Cut(part, " ")
		x, err1 := strconv.Atoi(a)
		y, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || x < 0 || y < x || y >= len(at) {
			return nil, fmt.Errorf("%q is no pair of offsets within the text", part)
		}
		spans = append(spans, demarche.Span{Start: at[x], End: at[y]})
	}
	return spans, nil
}
