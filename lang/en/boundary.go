package en

import "strings"

// skipSpace is the first byte at or behind i that is no white space.
func (s *splitter) skipSpace(i int) int {
	for i < s.end {
		c, size := classAt(s.text, i)
		if !c.isSpace() {
			break
		}
		i += size
	}
	return i
}

// endsSentence says whether the open sentence ends with the tokens so far; i
// is the byte behind them. Where a full stop is both part of a short form and
// the end of the sentence, it may become a token of its own.
func (s *splitter) endsSentence(i int) bool {
	last, quoted := s.beforeClosers()
	closed := last < len(s.tokens)-1
	if last < s.first {
		return false
	}
	if i = s.skipSpace(i); i >= s.end || s.text[i] == '.' || s.noteAt(i) {
		return false
	}
	t := s.tokens[last].Form
	next := s.lookAhead(i)
	switch {
	case isMarks(t):
		return s.afterMark(next, quoted)
	case t == "." || t == "。":
		return s.afterStop(last, next, quoted, closed)
	case isDots(t):
		return next.upper && s.hasWord(last)
	case len(t) > 1 && t[len(t)-1] == '.':
		if !s.afterAbbreviation(last, t[:len(t)-1], next, i) {
			return false
		}
		s.partStop(last)
		return true
	}
	return false
}

// beforeClosers is the last token that is no closing quotation mark, bracket
// or number of a note; quoted says whether there was a quotation mark.
func (s *splitter) beforeClosers() (last int, quoted bool) {
	last = len(s.tokens) - 1
	for last > s.first {
		form := s.tokens[last].Norm
		if form == "]" && last-3 >= s.first && s.noteAt(s.tokens[last-2].Start) {
			last -= 3
			continue
		}
		if s.tokens[last].Start != s.tokens[last-1].End || !isCloser(form) {
			break
		}
		quoted = quoted || form != ")" && form != "]" && form != "}"
		last--
	}
	return last, quoted
}

func isCloser(form string) bool {
	switch form {
	case `"`, "'", "''", ")", "]", "}":
		return true
	}
	return false
}

// noteAt says whether the number of a note, "[12]", stands at byte i: it
// belongs to the sentence before.
func (s *splitter) noteAt(i int) bool {
	if s.text[i] != '[' {
		return false
	}
	j := i + 1
	for digitAt(s.text, j, s.end) {
		j++
	}
	return j > i+1 && j < s.end && s.text[j] == ']'
}

// ahead is what stands behind a possible end of a sentence.
type ahead struct {
	word   string // next word, quotation marks and brackets before it left out
	upper  bool   // it begins with a capital, a digit or a letter without case
	lower  bool   // it begins with a small letter
	opened bool   // a quotation mark, bracket or dash stands before it
	end    int    // byte behind the word
}

// maxOpeners bounds the signs that lookAhead leaves out.
const maxOpeners = 6

func (s *splitter) lookAhead(i int) ahead {
	var a ahead
	i = s.skipSpace(i)
	for n := 0; i < s.end && n < maxOpeners; n++ {
		c, size := classAt(s.text, i)
		if c == comma || c.inWord() || c == money || c == hash || c == at {
			break
		}
		a.opened = a.opened || c == quote || c == mono || c == other || c == dash || c == hyphen || c == star
		i += size
		i = s.skipSpace(i)
	}
	start := i
	for inWordAt(s.text, i, s.end) && i-start < 32 {
		_, size := classAt(s.text, i)
		i += size
	}
	a.word, a.end = s.text[start:i], i
	a.lower = lowerAt(s.text, start, s.end)
	a.upper = !a.lower && start < s.end && s.text[start] != ','
	return a
}

// afterMark decides after ! and ?.
func (s *splitter) afterMark(next ahead, quoted bool) bool {
	if !next.upper {
		return false
	}
	return !quoted || next.opened || s.speaks(next) == 0
}

// speaks is the end of a clause such as "Blinken asked" that follows and gives
// the words before it to their speaker, 0 when there is none.
func (s *splitter) speaks(next ahead) int {
	word, i := next.word, next.end
	for n := 0; n < 5; n++ {
		if n > 0 && speech.has(word) {
			return i
		}
		start := s.skipSpace(i)
		if start == i || start >= s.end {
			return 0
		}
		for i = start; inWordAt(s.text, i, s.end); {
			_, size := classAt(s.text, i)
			i += size
		}
		word = s.text[start:i]
	}
	return 0
}

// hasWord says whether the open sentence has a word before token end.
func (s *splitter) hasWord(end int) bool {
	for i := s.first; i < end; i++ {
		if inWordAt(s.tokens[i].Form, 0, len(s.tokens[i].Form)) {
			return true
		}
	}
	return false
}

// afterStop decides after a full stop that is a token, number last; closed
// says that a closing mark follows it, quoted that it is a quotation mark.
func (s *splitter) afterStop(last int, next ahead, quoted, closed bool) bool {
	if s.numbersItem(last) {
		return false
	}
	if next.upper {
		if !quoted || next.opened {
			return true
		}
		said := s.speaks(next) // "It is over." Blinken said.
		return said == 0 || said < s.end && s.text[said] != '.' && s.text[said] != ','
	}
	if !next.lower || closed {
		return false
	}
	before := s.tokens[max(last-1, s.first)].Form
	return len(before) >= 4 || next.opened
}

// numbersItem says whether the full stop at token last follows the number of
// a list's item: "1. Define".
func (s *splitter) numbersItem(last int) bool {
	if last <= s.first || s.tokens[last].Start != s.tokens[last-1].End {
		return false
	}
	number := s.tokens[last-1].Form
	if len(number) > 2 || !allDigits(number) {
		return false
	}
	return last-1 == s.first || s.tokens[last-2].Form == ":"
}

// afterAbbreviation decides after short form w at token last; i is the byte
// behind the closers.
func (s *splitter) afterAbbreviation(last int, w string, next ahead, i int) bool {
	if !next.upper {
		return false
	}
	starts := starters.has(next.word) && !strings.HasPrefix(s.text[next.end:s.end], ".")
	switch abbreviationOf(w) {
	case beforeName, beforeNumber, never:
		return false
	case hour:
		return !afterHour.has(next.word) && !strings.HasPrefix(next.word, "20")
	case calendar:
		return starts && !digitAt(next.word, 0, len(next.word))
	case general:
		return !digitAt(next.word, 0, len(next.word))
	case initial:
		return starts
	}
	return starts
}

// partStop makes the full stop of the short form at token last a token of its
// own, as the treebanks have it at the end of a sentence; acronyms keep
// theirs.
func (s *splitter) partStop(last int) {
	t := &s.tokens[last]
	if len(t.Form) < 2 || t.Form[len(t.Form)-1] != '.' || t.Form[len(t.Form)-2] == '.' {
		return
	}
	w := t.Form[:len(t.Form)-1]
	if kind := abbreviationOf(w); kind == noAbbreviation && !looksShort(w) || kind == acronym {
		return
	}
	at := t.End - 1
	start, glued := t.Start, t.Glued
	tail := len(s.tokens) - last - 1
	s.emit(at, at+1, false)
	stop := s.tokens[len(s.tokens)-1]
	copy(s.tokens[last+2:], s.tokens[last+1:last+1+tail])
	s.tokens[last+1] = stop
	s.emit(start, at, glued)
	s.tokens[last] = s.tokens[len(s.tokens)-1]
	s.tokens = s.tokens[:len(s.tokens)-1]
}

func isMarks(t string) bool {
	return t[0] == '!' || t[0] == '?' || strings.HasPrefix(t, "！") || strings.HasPrefix(t, "？")
}

func isDots(t string) bool {
	return strings.HasPrefix(t, "..") || strings.HasPrefix(t, "…")
}
