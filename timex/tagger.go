package timex

import (
	"github.com/demarche/demarche"
)

// Tagger finds and resolves expressions of time. It is read-only after New
// and may be shared by goroutines.
type Tagger struct {
	lex map[string]entry
}

// New makes a Tagger with the English lexicon.
func New() *Tagger { return &Tagger{lex: lexicon()} }

// Tag fills doc.Times, in order of the text and without overlaps. It needs
// tokens and sentences; tags and trees make the tense of the governing verb,
// and so the choice between last and next Tuesday, surer. Reckoning starts
// from doc.Date; when that is unknown, from the first sentence that is
// nothing but a full date, as Wikinews and wire stories have it. Without
// either, values that need a date are left open: XXXX-WXX-2 for a Tuesday,
// PAST_REF for "last week".
func (t *Tagger) Tag(doc *demarche.Doc) {
	doc.Times = doc.Times[:0]
	s := &scanner{doc: doc, dct: doc.Date, none: lexeme{tok: -1}}
	if s.dct.IsZero() {
		s.dct = t.dateLine(doc)
	}
	s.day = s.dct
	var buf []lexeme
	for n := range doc.Sentences {
		var useful bool
		if buf, useful = t.lexemes(doc, doc.Sentences[n].Range, buf); !useful {
			continue
		}
		s.sentence(n, buf)
	}
}

// DateOf is the day from which Tag reckons: doc.Date or that of a date line.
func (t *Tagger) DateOf(doc *demarche.Doc) demarche.Date {
	if !doc.Date.IsZero() {
		return doc.Date
	}
	return t.dateLine(doc)
}

// dateLine looks for a sentence near the top that is only a full date, such
// as "Friday, January 4, 2019", or a dateline with one.
func (t *Tagger) dateLine(doc *demarche.Doc) demarche.Date {
	var buf []lexeme
	for n := range min(len(doc.Sentences), 4) {
		r := doc.Sentences[n].Range
		s := &scanner{doc: doc, sent: n, none: lexeme{tok: -1}}
		if line := doc.Sentences[n].Dateline; line.Len() > 0 {
			buf, _ = t.lexemes(doc, line, buf)
		} else if r.Len() > 8 {
			continue
		} else {
			buf, _ = t.lexemes(doc, r, buf)
		}
		s.lx = buf
		for i := range buf {
			w, end := s.calendarDay(i)
			if end > i && w.gran == day && w.from.Year > 0 && (i == 0 && end >= len(buf)-1 || doc.Sentences[n].Dateline.Len() > 0) {
				return w.from
			}
		}
	}
	return demarche.Date{}
}

// scanner walks over the sentences of one document.
type scanner struct {
	doc  *demarche.Doc
	sent int
	lx   []lexeme
	none lexeme        // stands for what lies beyond the sentence
	dct  demarche.Date // day of publication; zero when unknown
	day  demarche.Date // day that the story has reached
	last when          // last date of any coarseness, for "the same period last year"

	tenseOf  int // token for which tense was worked out, to do it once
	tenseMem tense
}

// when is a stretch of time read from the text.
type when struct {
	typ   string
	value string
	mod   string
	from  demarche.Date // first day; zero when unknown or not on the calendar
	to    demarche.Date // last day of an explicit range
	gran  unit
}

func (s *scanner) sentence(n int, lx []lexeme) {
	s.sent, s.lx, s.tenseOf = n, lx, -1
	for i := 0; i < len(lx); {
		if lx[i].kind == noKind {
			i++
			continue
		}
		w, end := s.expression(i)
		if end <= i {
			i++
			continue
		}
		s.emit(i, end, w)
		i = end
	}
}

func (s *scanner) emit(i, end int, w when) {
	t := demarche.Timex{
		Range: demarche.Range{First: s.lx[i].tok, End: s.lx[end-1].tok + 1},
		Type:  w.typ, Value: w.value, Mod: w.mod, End: w.to.String(),
	}
	if n := len(s.doc.Times); n > 0 && s.doc.Times[n-1].Range.End > t.First {
		return // two pieces of one hyphenated token
	}
	s.doc.Times = append(s.doc.Times, t)
	if w.typ != "DATE" && w.typ != "TIME" || w.from.IsZero() {
		return
	}
	s.last = w
	if w.gran <= day && w.gran != noUnit {
		s.day = w.from
	}
}

func (s *scanner) at(i int) *lexeme {
	if i < 0 || i >= len(s.lx) {
		return &s.none
	}
	return &s.lx[i]
}

func (s *scanner) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.lx) {
		return false
	}
	w := s.lx[i].word
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// xpos is the Penn tag of the lexeme's token, "" when unknown.
func (s *scanner) xpos(i int) string {
	if t := s.at(i).tok; t >= 0 {
		return s.doc.Tokens[t].XPOS
	}
	return ""
}

// before is the Norm of the token left of lexeme i within the sentence.
func (s *scanner) before(i int) *demarche.Token {
	if t := s.at(i).tok; t > s.doc.Sentences[s.sent].First {
		return &s.doc.Tokens[t-1]
	}
	return nil
}

func (s *scanner) after(i int) *demarche.Token {
	if t := s.at(i).tok; t >= 0 && t+1 < s.doc.Sentences[s.sent].Range.End {
		return &s.doc.Tokens[t+1]
	}
	return nil
}
