package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// said is who spoke last, for quotes that name nobody.
type said struct {
	speaker, cue int
	paragraph    int
	end          int // token at which that ended
}

// quoted judges every stretch between marks.
func (f *finder) quoted() {
	last := said{speaker: -1, cue: -1, paragraph: -10}
	for n := range f.spans {
		q := &f.spans[n]
		kind, cue, speaker := f.judge(n, last)
		if kind == "" {
			continue
		}
		f.out = append(f.out, demarche.Quote{Range: q.Range, Kind: kind, Cue: cue, Speaker: speaker})
		if speaker >= 0 && kind == Direct {
			last = said{speaker, cue, f.paragraphOf(q.Range.End - 1), q.Range.End}
		}
	}
}

func (f *finder) paragraphOf(i int) int {
	if s := f.doc.SentenceOf(i); s >= 0 {
		return f.doc.Sentences[s].Paragraph
	}
	return -1
}

// judge gives the kind of stretch n with cue and speaker; "" when nobody is
// made to say it.
func (f *finder) judge(n int, last said) (kind string, cue, speaker int) {
	q := &f.spans[n]
	full := f.isSpeech(q)
	if cue, speaker = f.beside(n); cue >= 0 && (full || f.setOff(q)) {
		return Direct, cue, speaker
	}
	if cue, speaker = f.script(q); cue >= 0 {
		return Direct, cue, speaker
	}
	if full {
		if cue, speaker = f.introduced(q); cue >= 0 || speaker >= 0 {
			return Direct, cue, speaker
		}
		if f.startsSentence(q) {
			speaker = f.carried(q, last)
			if speaker >= 0 || f.ends(q, ".?!") {
				return Direct, -1, speaker
			}
		}
	}
	if cue, speaker = f.governing(q); cue >= 0 {
		if full && q.Len() > 5 {
			return Direct, cue, speaker
		}
		return Partial, cue, speaker
	}
	return "", -1, -1
}

// isSpeech says whether a stretch reads as speech of its own: it begins like
// a sentence and holds a finite verb, or is long.
func (f *finder) isSpeech(q *quoted) bool {
	first := &f.doc.Tokens[q.First]
	capital := first.Norm != "" && (first.Norm[0] >= 'A' && first.Norm[0] <= 'Z' || first.Norm[0] == '.' || first.Norm[0] == '[')
	if !capital && !f.startsSentence(q) {
		return false
	}
	finite := false
	for i := q.First; i < q.Range.End && !finite; i++ {
		switch f.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			finite = true
		case "VB":
			finite = i == q.First
		}
	}
	return finite && (q.Len() > 3 || f.ends(q, ",.?!")) || q.Len() >= 2 && f.ends(q, ".?!")
}

// setOff says that punctuation parts the stretch from the cue: a comma inside
// its end, or a comma or colon before it.
func (f *finder) setOff(q *quoted) bool {
	if f.ends(q, ",.?!") || q.shut >= 0 && f.norm(q.shut+1) == "," {
		return true
	}
	before := f.norm(q.open - 1)
	return q.open > 0 && (before == "," || before == ":") && q.Len() > 2
}

func (f *finder) ends(q *quoted, marks string) bool {
	t := f.doc.Tokens[q.Range.End-1].Norm
	return t != "" && strings.Contains(marks, t[len(t)-1:])
}

func (f *finder) norm(i int) string {
	if i < 0 || i >= len(f.doc.Tokens) {
		return ""
	}
	return f.doc.Tokens[i].Norm
}

func (f *finder) startsSentence(q *quoted) bool {
	s := f.doc.SentenceOf(q.First)
	return s >= 0 && q.First-f.doc.Sentences[s].First <= 1
}

// beside finds the speech verb that direct speech hangs on: in the sentences
// that the stretch touches, outside of all marks. A verb that the tree ties
// to the stretch wins; among the others the nearest that punctuation and
// distance allow.
func (f *finder) beside(n int) (cue, speaker int) {
	q := &f.spans[n]
	s0, s1 := f.doc.SentenceOf(q.First), f.doc.SentenceOf(q.Range.End-1)
	if s0 < 0 || s1 < 0 {
		return -1, -1
	}
	best, score, sent := -1, 0, -1
	for _, s := range [...]int{s1, s0} {
		f.load(s)
		r := f.doc.Sentences[s].Range
		for i := r.First; i < r.End; i++ {
			if q.Contains(i) || f.spanAt(i) >= 0 {
				continue
			}
			if v := f.fit(q, i); v > score {
				best, score, sent = i, v, s
			}
		}
		if s0 == s1 {
			break
		}
	}
	if best < 0 {
		return -1, -1
	}
	f.load(sent)
	return best, f.speakerOf(best, q)
}

// fit says how well token i suits as the cue of q, 0 for not at all.
func (f *finder) fit(q *quoted, i int) int {
	t := &f.doc.Tokens[i]
	according := strings.EqualFold(t.Norm, "according")
	if !according && (t.UPOS != demarche.VERB || !f.speech[t.Lemma] && !f.manner(q, i)) {
		return 0
	}
	if i == q.shut+1 && q.shut >= 0 && i+1 < len(f.doc.Tokens) && (isNominal(f.doc.Tokens[i+1].UPOS) || f.doc.Tokens[i+1].UPOS == demarche.DET) {
		return 300 // “…,” said Orr
	}
	tied := 0
	if f.tree.parsed() && f.ties(q, i) {
		tied = 100
	}
	switch {
	case i >= q.Range.End:
		if d := i - q.Range.End; d <= 12 && !f.breaks(q.Range.End, i) {
			return tied + 60 - d
		}
	case i < q.First:
		d := q.First - i
		if before := f.norm(q.open - 1); before == "," || before == ":" {
			tied += 40
		} else if q.open >= 0 && i == q.open-1 {
			tied += 40
		}
		if tied > 0 && d < 40 {
			return tied + 40 - d
		}
	}
	return 0
}

// manner says that any verb right behind the closing mark, between it and its
// subject, is how the words were said: “Fantastic!” beamed Orr.
func (f *finder) manner(q *quoted, i int) bool {
	if q.shut < 0 || !f.ends(q, ",?!") || f.doc.Tokens[i].XPOS != "VBD" && f.doc.Tokens[i].XPOS != "VBZ" || i+1 >= len(f.doc.Tokens) {
		return false
	}
	if i == q.shut+1 {
		return f.doc.Tokens[i+1].UPOS == demarche.PROPN || f.doc.Tokens[i+1].UPOS == demarche.PRON
	}
	u := f.doc.Tokens[i-1].UPOS
	return i == q.shut+2 && (u == demarche.PROPN || u == demarche.PRON) && strings.Contains(".,", f.norm(i+1))
}

// breaks says whether another quote or the end of a sentence lies between.
func (f *finder) breaks(from, to int) bool {
	for i := from; i < to; i++ {
		if f.spanAt(i) >= 0 {
			return true
		}
		switch f.doc.Tokens[i].Norm {
		case ".", "?", "!", ";":
			return i > from+1
		}
	}
	return false
}

// ties says whether the tree joins verb i to the stretch: a clause or object
// of the verb heads it, or the verb is a parenthesis of it.
func (f *finder) ties(q *quoted, i int) bool {
	if h := f.tree.head(i); q.Contains(h) {
		return true
	}
	lo, hi := max(q.First, f.tree.r.First), min(q.Range.End, f.tree.r.End)
	for j := lo; j < hi; j++ {
		if f.doc.Tokens[j].Head == i && f.doc.Tokens[j].Rel != demarche.Punct {
			return true
		}
	}
	return false
}

// script reads a name and a colon before the stretch, and nothing else before
// them in the sentence: Orr: “…”.
func (f *finder) script(q *quoted) (cue, speaker int) {
	s := f.doc.SentenceOf(q.First)
	if s < 0 || q.open < 1 || f.norm(q.open-1) != ":" {
		return -1, -1
	}
	first := max(f.doc.Sentences[s].First, f.doc.Sentences[s].Dateline.End)
	speaker = -1
	for j := q.open - 2; j >= first; j-- {
		switch t := &f.doc.Tokens[j]; t.UPOS {
		case demarche.PROPN:
			if speaker < 0 {
				speaker = j
			}
		case demarche.NOUN, demarche.ADJ, demarche.DET, demarche.ADP, demarche.PUNCT:
		default:
			return -1, -1
		}
	}
	if speaker < 0 || q.open-first > 14 {
		return -1, -1
	}
	return q.open - 1, speaker
}

// introduced looks for a sentence before the stretch that ends in a colon.
func (f *finder) introduced(q *quoted) (cue, speaker int) {
	s := f.doc.SentenceOf(q.First)
	if s < 1 || !f.startsSentence(q) {
		return -1, -1
	}
	r := f.doc.Sentences[s-1].Range
	if f.norm(r.End-1) != ":" {
		return -1, -1
	}
	f.load(s - 1)
	cue = -1
	for i := r.First; i < r.End; i++ {
		if f.doc.Tokens[i].UPOS == demarche.VERB && f.speech[f.doc.Tokens[i].Lemma] && f.spanAt(i) < 0 {
			cue = i
		}
	}
	if cue >= 0 {
		return cue, f.speakerOf(cue, q)
	}
	for i := r.First; i < r.End; i++ {
		if f.doc.Tokens[i].Rel == demarche.Root {
			return -1, f.subject(i)
		}
	}
	return -1, -1
}

// names says that the stretch is a title or a name: nothing but capitals, or
// after words such as "called", "known as", "so-called", "titled".
func (f *finder) names(q *quoted) bool {
	if q.open > 0 {
		switch strings.ToLower(f.norm(q.open - 1)) {
		case "called", "titled", "entitled", "dubbed", "nicknamed", "named", "so-called", "known", "termed", "alias", "headlined":
			t := &f.doc.Tokens[q.open-1]
			return t.XPOS == "VBN" || t.UPOS == demarche.ADJ
		case "as":
			if strings.EqualFold(f.norm(q.open-2), "known") {
				return true
			}
		}
	}
	capitals, small := 0, 0
	for i := q.First; i < q.Range.End; i++ {
		t := &f.doc.Tokens[i]
		switch {
		case t.Norm == "":
		case t.Norm[0] >= 'A' && t.Norm[0] <= 'Z':
			capitals++
		case len(t.Norm) > 4 && t.UPOS != demarche.PUNCT:
			small++
		}
	}
	return capitals > 0 && small == 0 && !f.ends(q, ",.?!")
}
