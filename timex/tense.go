package timex

import (
	"strings"

	"github.com/demarche/demarche"
)

// tense is where the governing verb puts an expression of time.
type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
)

// tense is that of the verb that governs lexeme i.
func (s *scanner) tense(i int) tense {
	tok := s.at(i).tok
	if tok < 0 {
		return noTense
	}
	if s.tenseOf == tok {
		return s.tenseMem
	}
	t := s.tenseByTree(tok)
	if t == noTense {
		t = s.tenseByTags(tok)
	}
	s.tenseOf, s.tenseMem = tok, t
	return t
}

// tenseByTree climbs from the expression to the nearest verb that carries a
// tense. A verb without one (an infinitive after "set", a participle) hands
// on what it learnt so far.
func (s *scanner) tenseByTree(tok int) tense {
	r := s.doc.Sentences[s.sent].Range
	if s.doc.Tokens[tok].Rel == "" {
		return noTense
	}
	for steps, i := 0, tok; steps < 12 && r.Contains(i); steps, i = steps+1, s.doc.Tokens[i].Head {
		if s.infinitiveAfter(r, i, tok) {
			continue // "gathered on Wednesday to discuss": a slip of the parser
		}
		if t := s.verbTense(r, i); t != noTense {
			return t
		}
	}
	return noTense
}

// infinitiveAfter says that i is an infinitive whose "to" comes only after
// token tok, so that tok cannot belong to it.
func (s *scanner) infinitiveAfter(r demarche.Range, i, tok int) bool {
	for j := tok + 1; j < i && r.Contains(j); j++ {
		if t := &s.doc.Tokens[j]; t.Head == i && t.Rel.Base() == demarche.Mark && strings.EqualFold(t.Norm, "to") {
			return true
		}
	}
	return false
}

// verbTense is the tense of token i with its auxiliaries.
func (s *scanner) verbTense(r demarche.Range, i int) tense {
	t := &s.doc.Tokens[i]
	copula := t.UPOS != demarche.VERB && t.UPOS != demarche.AUX
	lo, hi := max(r.First, i-12), min(r.End, i+4)
	aux, to := "", false
	for j := lo; j < hi; j++ {
		c := &s.doc.Tokens[j]
		if c.Head != i {
			continue
		}
		switch c.Rel {
		case demarche.Aux, demarche.AuxPass, demarche.Cop:
			aux = stronger(aux, c.XPOS, c.Norm)
		case demarche.Mark:
			to = to || strings.EqualFold(c.Norm, "to")
		}
	}
	if awaits(t.Lemma) && (aux == "VBZ" || aux == "VBP") {
		return futureTense // "is expected in Suva on Friday", "is due on Friday"
	}
	if copula {
		return auxTense(aux, "")
	}
	if aux == "" && to {
		return futureTense
	}
	return auxTense(aux, t.XPOS)
}

// awaits says that what stands under a verb or adjective is yet to come.
func awaits(lemma string) bool {
	switch lemma {
	case "expect", "due", "schedule", "slate", "await":
		return true
	}
	return false
}

// stronger keeps the auxiliary that settles the tense: a modal, then the
// finite one.
func stronger(old, xpos, norm string) string {
	if old == "MD" || old == "VBD" && xpos != "MD" {
		return old
	}
	if xpos == "MD" && strings.EqualFold(norm, "would") && old == "" {
		return "MD"
	}
	if xpos == "VB" || xpos == "VBN" || xpos == "VBG" {
		if old != "" {
			return old
		}
	}
	return xpos
}

func auxTense(aux, verb string) tense {
	switch {
	case aux == "MD":
		return futureTense
	case aux == "VBD":
		return pastTense
	case (aux == "VBZ" || aux == "VBP") && verb == "VBN":
		return pastTense // "has met", "is closed": the perfect is the commoner
	case (aux == "VBZ" || aux == "VBP") && verb == "VBG":
		return futureTense // "is meeting on Friday"
	case aux == "VBZ" || aux == "VBP":
		return presentTense
	case aux != "":
		return noTense
	case verb == "VBD":
		return pastTense
	case verb == "VBZ" || verb == "VBP":
		return presentTense
	}
	return noTense
}

// tenseByTags looks for the nearest finite verb, first to the left, then to
// the right, within the sentence.
func (s *scanner) tenseByTags(tok int) tense {
	r := s.doc.Sentences[s.sent].Range
	for i := tok - 1; i >= r.First; i-- {
		if t := s.tagTense(r, i); t != noTense {
			return t
		}
	}
	for i := tok + 1; i < r.End; i++ {
		if t := s.tagTense(r, i); t != noTense {
			return t
		}
	}
	return noTense
}

func (s *scanner) tagTense(r demarche.Range, i int) tense {
	t := &s.doc.Tokens[i]
	switch t.XPOS {
	case "MD":
		return futureTense
	case "VBD":
		return pastTense
	case "VB":
		if i > r.First && s.doc.Tokens[i-1].XPOS == "TO" {
			return futureTense
		}
	case "VBZ", "VBP":
		if i+1 < r.End && s.doc.Tokens[i+1].XPOS == "VBN" {
			return pastTense
		}
		return presentTense
	}
	return noTense
}

// nearest picks, of the days that candidate gives for the stretch before, at
// and after the day of publication (k = -1, 0, 1), the one that the tense
// asks for; but a day close by rather than one most of a year away, since "was
// to end on December 15" is past and yet has no past tense.
func (s *scanner) nearest(i int, g unit, candidate func(k int) demarche.Date) demarche.Date {
	now := startOf(s.dct, g)
	asked := demarche.Date{}
	switch s.tense(i) {
	case futureTense:
		for k := 1; k >= -1; k-- {
			if d := candidate(k); !startOf(d, g).Before(now) {
				asked = d
			}
		}
	case pastTense:
		for k := -1; k <= 1; k++ {
			if d := candidate(k); !now.Before(startOf(d, g)) {
				asked = d
			}
		}
	}
	const far, close = 270, 90 // days
	best := candidate(0)
	for k := -1; k <= 1; k += 2 {
		if d := candidate(k); abs(distance(s.dct, d)) < abs(distance(s.dct, best)) {
			best = d
		}
	}
	if !asked.IsZero() && !(g == day && abs(distance(s.dct, asked)) > far && abs(distance(s.dct, best)) < close) {
		return asked
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
