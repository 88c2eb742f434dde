package frame

import (
	"strings"

	"github.com/demarche/demarche"
)

// add appends the phrase headed by token i as arguments, one for each
// conjunct, stepped through nouns like "number" to the noun that counts.
func (w *work) add(role demarche.ArgRole, prep string, i int, path string) {
	if i < 0 {
		return
	}
	head, r := w.step(i), w.phrase(i)
	w.args = append(w.args, demarche.Arg{
		Role: role, Prep: prep, Head: head, Range: r, Frame: int(w.frameAt[head]), Path: path,
	})
	w.addConjuncts(role, prep, i, path)
	if head != i {
		w.addConjuncts(role, prep, head, path)
	}
	w.addMembers(role, prep, head)
}

func (w *work) addConjuncts(role demarche.ArgRole, prep string, i int, path string) {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		switch {
		case w.rel[c] == demarche.Conj && int(c) > i:
			if clause := role == demarche.Content || role == demarche.Adjunct; !clause || w.frameAt[c] >= 0 {
				w.add(role, prep, int(c), path)
			}
		case w.base(int(c)) == demarche.Nmod && w.rel[c] == demarche.Nmod:
			if p, head := w.prep(int(c)); isTogether(p) {
				w.add(role, prep, head, p)
			}
		}
	}
}

// addMembers adds the parts that an apposition lists: "two countries,
// Peru and Chile".
func (w *work) addMembers(role demarche.ArgRole, prep string, i int) {
	if w.toks[i].XPOS != "NNS" && w.toks[i].XPOS != "NNPS" && w.toks[i].UPOS != demarche.NUM {
		return
	}
	if a := w.child(i, demarche.Appos); a > i && w.toks[a].UPOS == demarche.PROPN && w.child(a, demarche.Conj) >= 0 {
		w.add(role, prep, a, "appos")
	}
}

func isTogether(prep string) bool {
	switch prep {
	case "together with", "along with", "as well as", "alongside":
		return true
	}
	return false
}

// step goes through transparent nouns: "number" of "a number of troops",
// "billions" of "billions of dollars in aid".
func (w *work) step(i int) int {
	for range 4 {
		next := w.through(i)
		if next < 0 {
			return i
		}
		i = next
	}
	return i
}

func (w *work) through(i int) int {
	preps, ok := w.transparent[w.lemma(i)]
	if !ok {
		return -1
	}
	for _, p := range preps {
		for c := w.first[i]; c >= 0; c = w.next[c] {
			if w.base(int(c)) != demarche.Nmod || int(c) < i {
				continue
			}
			if w.hasCase(int(c), p) {
				return int(c)
			}
		}
	}
	return -1
}

// top climbs from the noun that counts back through transparent nouns: the
// inverse of step.
func (w *work) top(i int) int {
	for range 4 {
		h := int(w.head[i])
		if h < 0 || w.base(i) != demarche.Nmod || w.through(h) != i {
			return i
		}
		i = h
	}
	return i
}

// prep is the preposition of the phrase headed by token i, and the head of
// what it governs: for "in response to the attack" they are the three words
// and "attack". A stranded preposition is its own phrase: "whom he spoke to".
func (w *work) prep(i int) (string, int) {
	if w.toks[i].UPOS == demarche.ADP && w.first[i] < 0 {
		return w.lower(i), i
	}
	p, words := "", 0
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if r := w.base(int(c)); r != demarche.Case && !(r == demarche.Advmod && int(c) < i && w.lower(int(c)) == "together") {
			continue
		}
		one := w.withFixed(int(c))
		switch {
		case words == 0:
			p = one
		case words == 1:
			if q := w.preps[p+" "+one]; q != "" {
				p = q
			}
		}
		words++
	}
	if q, head, ok := w.longPrep(i, p); ok {
		return q, head
	}
	return p, i
}

// withFixed is a function word with the fixed words that follow: "because of".
func (w *work) withFixed(i int) string {
	s := w.lower(i)
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.rel[c] == demarche.Fixed {
			s += " " + w.lower(int(c))
		}
	}
	return s
}

// longPrep reads noun i as the middle of a preposition: "in response to". The
// words are known from preps.tsv.
func (w *work) longPrep(i int, p string) (string, int, bool) {
	if p == "" || w.toks[i].UPOS != demarche.NOUN {
		return "", 0, false
	}
	w.buf = append(append(append(w.buf[:0], p...), ' '), w.lower(i)...)
	if !w.prepNouns[string(w.buf)] {
		return "", 0, false
	}
	begin := string(w.buf)
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.base(int(c)) != demarche.Nmod {
			continue
		}
		if k := w.child(int(c), demarche.Case); k >= 0 {
			if q := w.preps[begin+" "+w.lower(k)]; q != "" {
				return q, int(c), true
			}
		}
	}
	return "", 0, false
}

// marker is the word that introduces clause i: "that", "to", "in order to",
// "when"; "" when none.
func (w *work) marker(i int) string {
	m := ""
	for c := w.first[i]; c >= 0 && int(c) < i; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Mark:
			if m == "" || w.lower(int(c)) == "to" {
				if m = w.withFixed(int(c)); m == "in order" || m == "so as" {
					m = "to"
				}
			}
		case demarche.Advmod:
			if l := w.lower(int(c)); m == "" && (l == "when" || l == "while" || l == "where" || l == "whenever") {
				m = l
			}
		}
	}
	return m
}

// hasCase says whether token i stands after the preposition.
func (w *work) hasCase(i int, preposition string) bool {
	c := w.child(i, demarche.Case)
	return c >= 0 && w.lower(c) == preposition
}

// isTime says whether token i heads a time expression: "on Monday", "by May".
func (w *work) isTime(i int) bool {
	if w.toks[i].UPOS == demarche.NUM {
		return true
	}
	return timeWords[strings.TrimSuffix(w.lemma(i), ".")]
}

var timeWords = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true, "jan": true, "feb": true, "aug": true,
	"sept": true, "sep": true, "oct": true, "nov": true, "dec": true,
	"second": true, "minute": true, "hour": true, "day": true, "week": true, "weekend": true, "month": true, "quarter": true,
	"year": true, "decade": true, "century": true, "morning": true, "afternoon": true, "evening": true, "night": true,
	"midnight": true, "noon": true, "dawn": true, "today": true, "yesterday": true, "tomorrow": true, "tonight": true,
	"time": true, "moment": true, "deadline": true, "end": true, "date": true, "period": true, "eve": true,
}
