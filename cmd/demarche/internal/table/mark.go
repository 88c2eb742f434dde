package table

import (
	"unicode"

	"github.com/demarche/demarche"
)

// marked is the sentence of the events with the words that carried them marked.
func marked(events []demarche.Event) cells {
	sentence := []rune(events[0].Text)
	looks := make([]look, len(sentence))
	for i := range events {
		markWords(looks, sentence, &events[i])
	}
	var c cells
	for i, r := range sentence {
		c = c.add(looks[i], string(r))
	}
	return c
}

// markWords marks the words of one event. Its pieces of text are looked for one
// after the other within the part of the sentence that the event says they
// stand in.
func markWords(looks []look, sentence []rune, e *demarche.Event) {
	from := max(e.TextInfo.EventStart-e.TextInfo.Start, 0)
	end := min(e.TextInfo.EventEnd-e.TextInfo.Start, len(sentence))
	for _, words := range e.EventText {
		piece := []rune(words)
		at := index(sentence[min(from, end):end], piece)
		if at < 0 {
			continue
		}
		at += from
		for i := range piece {
			looks[at+i] = evidence
		}
		from = at + len(piece)
	}
}

// index is where piece first stands in text as a whole word, or -1.
func index(text, piece []rune) int {
	if len(piece) == 0 {
		return -1
	}
next:
	for at := 0; at+len(piece) <= len(text); at++ {
		for i, r := range piece {
			if text[at+i] != r {
				continue next
			}
		}
		if startsWord(text, at) && startsWord(text, at+len(piece)) {
			return at
		}
	}
	return -1
}

// startsWord says whether a word may begin or has just ended at position i.
func startsWord(text []rune, i int) bool {
	return i == 0 || i == len(text) || !unicode.IsLetter(text[i-1]) || !unicode.IsLetter(text[i])
}
