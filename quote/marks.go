package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// quoted is a stretch between quote marks.
type quoted struct {
	demarche.Range      // without the marks
	open, shut     int  // tokens of the marks, -1 where there is none
	single         bool // between single marks
	cut            bool // the closing mark is missing
}

// side says which way a quote mark looks.
type side uint8

const (
	noMark side = iota
	opens
	closes
	either
)

// marks pairs the quote marks of the document, paragraph by paragraph. A
// paragraph that leaves a quote open, followed by one that begins with an
// opening mark, goes on there. A mark without partner reaches to the end, or
// from the start, of its sentence.
func (f *finder) marks() {
	f.spans = f.spans[:0]
	doc := f.doc
	for n := 0; n < len(doc.Sentences); {
		m := n + 1
		for m < len(doc.Sentences) && doc.Sentences[m].Paragraph == doc.Sentences[n].Paragraph {
			m++
		}
		f.paragraph(demarche.Range{First: doc.Sentences[n].First, End: doc.Sentences[m-1].Range.End}, m)
		n = m
	}
}

// paragraph pairs the marks of the tokens in r; next is the first sentence
// after it.
func (f *finder) paragraph(r demarche.Range, next int) {
	open := -1 // token of the open mark
	single := false
	for i := r.First; i < r.End; i++ {
		s, one := f.mark(i, r)
		if s == noMark || one && open >= 0 && !single {
			continue // single marks within double ones are nested
		}
		if s == either {
			s = opens
			if open >= 0 && one == single {
				s = closes
			}
		}
		switch {
		case s == opens && open < 0:
			open, single = i, one
		case s == opens && one == single && f.curly(i): // the last one was never closed
			f.unclosed(open, i, single)
			open = i
		case s == opens && !one && single: // a double mark overrides an apostrophe taken for a mark
			open, single = i, false
		case s == closes && open >= 0 && one == single:
			f.span(open, i, single)
			open = -1
		case s == closes && open < 0 && !one:
			f.unopened(i)
		}
	}
	if open < 0 {
		return
	}
	if !single && f.opensParagraph(next) {
		f.spans = append(f.spans, quoted{Range: demarche.Range{First: open + 1, End: r.End}, open: open, shut: -1, cut: true})
		f.goesOn = append(f.goesOn, len(f.spans)-1)
		return
	}
	f.unclosed(open, r.End, single)
}

func (f *finder) span(open, shut int, single bool) {
	if shut > open+1 {
		f.spans = append(f.spans, quoted{Range: demarche.Range{First: open + 1, End: shut}, open: open, shut: shut, single: single})
	}
}

// unclosed ends with the sentence of its opening mark. Single ones were
// apostrophes.
func (f *finder) unclosed(open, limit int, single bool) {
	s := f.doc.SentenceOf(open)
	if single || s < 0 {
		return
	}
	if end := f.beforeCue(open+1, min(limit, f.doc.Sentences[s].Range.End)); end > open+2 {
		f.spans = append(f.spans, quoted{Range: demarche.Range{First: open + 1, End: end}, open: open, shut: -1, cut: true})
	}
}

// beforeCue cuts what a missing mark lets run on at ", he told": the speaker
// and a verb of saying close it.
func (f *finder) beforeCue(first, end int) int {
	for i := first + 2; i+2 < end; i++ {
		if f.norm(i) != "," || !isNominal(f.doc.Tokens[i+1].UPOS) {
			continue
		}
		if t := &f.doc.Tokens[i+2]; t.XPOS == "VBD" && f.speech[t.Lemma] {
			return i + 1
		}
	}
	return end
}

// unopened begins with its sentence.
func (f *finder) unopened(shut int) {
	s := f.doc.SentenceOf(shut)
	if s < 0 {
		return
	}
	first := f.doc.Sentences[s].First
	if n := len(f.spans); n > 0 && f.spans[n-1].Range.End > first {
		first = f.spans[n-1].Range.End + 1
	}
	if shut > first+2 {
		f.spans = append(f.spans, quoted{Range: demarche.Range{First: first, End: shut}, open: -1, shut: shut, cut: true})
	}
}

// opensParagraph says whether the paragraph that begins with sentence n
// begins with an opening mark.
func (f *finder) opensParagraph(n int) bool {
	if n >= len(f.doc.Sentences) {
		return false
	}
	first := f.doc.Sentences[n].First
	t := &f.doc.Tokens[first]
	return t.Norm == `"` && t.Form != "”" || t.Norm == "``"
}

func (f *finder) curly(i int) bool {
	form := f.doc.Tokens[i].Form
	return form == "“" || form == "``" || form == "«" || form == "„"
}

// mark says whether token i is a quote mark, which way it looks, and whether
// it is a single one.
func (f *finder) mark(i int, r demarche.Range) (s side, single bool) {
	t := &f.doc.Tokens[i]
	if len(t.Norm) > 2 || t.Norm == "" {
		return noMark, false
	}
	switch t.Form {
	case "“", "``", "«", "„":
		return opens, false
	case "”", "»":
		return closes, false
	case "''": // typewriter fashion: both ways
		if s = f.spacing(i, r); s == either {
			s = closes
		}
		return s, false
	case "‘":
		return opens, true
	case `"`:
		return f.spacing(i, r), false
	case "'", "’", "`":
		s = f.spacing(i, r)
		if s == either || s == closes && t.Glued {
			return noMark, true
		}
		if s == opens && t.Form == "’" {
			return noMark, true // ’90s
		}
		return s, true
	}
	if t.Norm == `"` {
		return f.spacing(i, r), false
	}
	return noMark, false
}

// spacing tells opening from closing by the blanks around a straight mark.
func (f *finder) spacing(i int, r demarche.Range) side {
	toks := f.doc.Tokens
	left := i == r.First || toks[i-1].End < toks[i].Start || strings.ContainsAny(toks[i-1].Norm, "([-—")
	right := i+1 >= r.End || toks[i+1].Start > toks[i].End || strings.ContainsAny(toks[i+1].Norm[:min(1, len(toks[i+1].Norm))], ".,;:)]?!-—")
	switch {
	case left && !right:
		return opens
	case right && !left:
		return closes
	}
	return either
}
