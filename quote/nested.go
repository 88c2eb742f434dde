package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// nested finds what somebody quoted quotes in turn: single marks within
// double ones, or the reverse, beside a verb of saying that is quoted too.
func (f *finder) nested() {
	for n := range f.spans {
		q := &f.spans[n]
		if q.single || q.Len() < 5 {
			continue
		}
		open := -1
		for i := q.First; i < q.Range.End; i++ {
			side, single := f.mark(i, q.Range)
			switch {
			case !single || side == noMark:
			case side == opens && open < 0:
				open = i
			case side == closes && open >= 0:
				f.keepNested(q, demarche.Range{First: open + 1, End: i})
				open = -1
			}
		}
	}
}

// keepNested keeps the nested stretch r of q when a verb of saying stands beside
// it.
func (f *finder) keepNested(q *quoted, r demarche.Range) {
	s := f.doc.SentenceOf(r.First)
	if r.Len() < 2 || s < 0 || !f.load(s) {
		return
	}
	for _, i := range f.neighbours(q, r) {
		t := &f.doc.Tokens[i]
		if t.UPOS != demarche.VERB || !f.speech[t.Lemma] || !f.tree.r.Contains(i) {
			continue
		}
		speaker := f.tree.subject(i)
		if speaker < 0 {
			continue
		}
		kind := Direct
		if r.Len() < 3 && !f.ends(&quoted{Range: r}, ",.?!") {
			kind = Partial
		}
		f.out = append(f.out, demarche.Quote{Range: r, Kind: kind, Cue: i, Speaker: speaker})
		return
	}
}

// neighbours are tokens of q near the stretch r, the nearest first.
func (f *finder) neighbours(q *quoted, r demarche.Range) []int {
	var near []int
	for d := 2; d < 8; d++ {
		if i := r.First - d; i >= q.First {
			near = append(near, i)
		}
		if i := r.End - 1 + d; i < q.Range.End && d < 5 {
			near = append(near, i)
		}
	}
	return near
}

// blocks finds quotes that are set off by indentation or ">" instead of
// marks, after a sentence that ends in a colon.
func (f *finder) blocks() {
	for n := 1; n < len(f.doc.Sentences); n++ {
		s := &f.doc.Sentences[n]
		before := f.doc.Sentences[n-1].Range
		if f.norm(before.End-1) != ":" || !f.indented(s) || f.spanAt(s.First) >= 0 || f.isMark(s.First) {
			continue
		}
		end := n
		for end+1 < len(f.doc.Sentences) && (f.indented(&f.doc.Sentences[end+1]) || f.sameLine(end+1)) {
			end++
		}
		q := &quoted{Range: demarche.Range{First: s.First, End: f.doc.Sentences[end].Range.End}, open: -1, shut: -1}
		if cue, speaker := f.introduced(q); cue >= 0 || speaker >= 0 {
			f.out = append(f.out, demarche.Quote{Range: q.Range, Kind: Direct, Cue: cue, Speaker: speaker})
		}
		n = end
	}
}

// indented says that the line of the sentence begins with blanks or ">".
func (f *finder) indented(s *demarche.Sentence) bool {
	line := f.doc.Text[:s.Text.Start]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if strings.Trim(line, " \t>") != "" {
		return false
	}
	return strings.Contains(line, "\t") || strings.Contains(line, ">") || len(line) >= 2
}

// sameLine says that sentence n goes on in the line of the one before.
func (f *finder) sameLine(n int) bool {
	return !strings.Contains(f.doc.Text[f.doc.Sentences[n-1].Text.End:f.doc.Sentences[n].Text.Start], "\n")
}
