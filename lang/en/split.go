package en

import "github.com/demarche/demarche"

// Split fills doc.Tokens and doc.Sentences from doc.Text, in one pass whose
// time is linear in the text. Tokens follow the UD English treebanks (EWT and
// GUM 2.16): don't is do + n't, US-led is US + - + led, $5m is $ + 5 + m.
// Between tokens lies nothing but white space and invisible characters.
// DESIGN-split.md beside this file tells how sentences are found.
func Split(doc *demarche.Doc) {
	s := splitter{
		text:      doc.Text,
		tokens:    doc.Tokens[:0],
		sentences: doc.Sentences[:0],
	}
	if cap(s.tokens) == 0 {
		s.tokens = make([]demarche.Token, 0, len(doc.Text)/5+8)
	}
	b := blocks{text: doc.Text}
	for b.next() {
		width := b.width()
		for i := 0; i < len(b.lines); {
			n := b.paragraph(i, width)
			s.headline = doc.HasHeadline && s.par == 0
			s.paragraph(b.lines[i].Start, b.lines[i+n-1].End)
			s.par++
			i += n
		}
	}
	doc.Tokens, doc.Sentences = s.tokens, s.sentences
}

// splitter gathers the tokens and sentences of one text.
type splitter struct {
	text      string
	tokens    []demarche.Token
	sentences []demarche.Sentence

	par      int  // number of the paragraph
	headline bool // it is the headline
	end      int  // byte at which it ends
	first    int  // first token of the open sentence
	single   bool // a single quotation mark is open
}

// maxSentence bounds the tokens of a sentence: what has more is a table or
// other matter without sentences, which later stages need not see whole.
const maxSentence = 400

// paragraph splits the paragraph from byte i to end.
func (s *splitter) paragraph(i, end int) {
	s.end, s.single = end, false
	firstSentence := len(s.sentences)
	for i < end {
		c, size := classAt(s.text, i)
		if c.isSpace() {
			i += size
			continue
		}
		start := i
		for i < end && !c.isSpace() {
			i += size
			if i < end {
				c, size = classAt(s.text, i)
			}
		}
		s.chunk(start, i)
		if s.endsSentence(i) {
			s.close(len(s.tokens))
		}
		s.bound()
	}
	if len(s.tokens) > s.first {
		s.partStop(len(s.tokens) - 1)
		s.close(len(s.tokens))
	}
	s.markDateline(firstSentence)
}

// close ends the open sentence before token end.
func (s *splitter) close(end int) {
	if end <= s.first {
		return
	}
	s.sentences = append(s.sentences, demarche.Sentence{
		Range:     demarche.Range{First: s.first, End: end},
		Text:      demarche.Span{Start: s.tokens[s.first].Start, End: s.tokens[end-1].End},
		Paragraph: s.par,
		Headline:  s.headline,
	})
	s.first = end
}

// bound ends the open sentence as often as it is too long.
func (s *splitter) bound() {
	for len(s.tokens)-s.first >= maxSentence {
		s.close(s.cut())
	}
}

// cut is the token before which a sentence that grew too long is ended: after
// the last semicolon in its second half, else after the last comma there.
func (s *splitter) cut() int {
	limit := s.first + maxSentence
	comma := 0
	for i := limit - 1; i > limit-maxSentence/2; i-- {
		switch s.tokens[i].Form {
		case ";", "|":
			return i + 1
		case ",":
			comma = max(comma, i+1)
		}
	}
	if comma > 0 {
		return comma
	}
	for limit > s.first+1 && limit < len(s.tokens) && s.tokens[limit].Glued {
		limit--
	}
	return limit
}

// emit adds the token of text[i:end].
func (s *splitter) emit(i, end int, glued bool) {
	form := s.text[i:end]
	s.tokens = append(s.tokens, demarche.Token{
		Span:  demarche.Span{Start: i, End: end},
		Form:  form,
		Norm:  demarche.Plain(form),
		Head:  -1,
		Glued: glued,
	})
}
