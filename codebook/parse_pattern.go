package codebook

import (
	"slices"
	"strings"
)

// pattern reads a pattern line.
func (s *scanner) pattern() *Pattern {
	p := &Pattern{Pos: s.pos(s.tok)}
	p.Subject = s.term()
	if s.failed {
		return nil
	}
	if s.tok.kind == tokEnd || s.tok.kind == tokPunct {
		s.fail(s.tok, "the predicate is missing; a pattern reads SUBJECT verbs OBJECT, as in ACTOR visits RECIPIENT")
		return nil
	}
	p.Verb = s.term()
	if p.Verb.Slot != NoSlot {
		s.fail(token{col: p.Verb.Col}, "a verb should follow the subject, not %s", p.Verb.Slot)
	}
	p.Elements = s.elements("")
	return p
}

// elements reads to the end of the line, or to closing.
func (s *scanner) elements(closing string) []Element {
	var list []Element
	for s.tok.kind != tokEnd && !(closing != "" && s.punct(closing)) {
		if s.punct("[") {
			list = append(list, s.optional())
			continue
		}
		list = append(list, s.element(closing))
	}
	return list
}

// optional reads "[ element ]".
func (s *scanner) optional() Element {
	open := s.tok
	s.advance()
	e := s.element("]")
	e.Optional, e.Pos = true, s.pos(open)
	switch {
	case s.failed:
	case s.tok.kind == tokEnd:
		s.fail(open, "[ is not closed; put ] after the optional part")
	case !s.punct("]"):
		s.fail(s.tok, "one optional part to a pair of brackets; write [with RECIPIENT] [in PLACE]")
	}
	s.advance()
	return e
}

// element reads one element. What follows a clause belongs to the clause.
func (s *scanner) element(closing string) Element {
	e := Element{Pos: s.pos(s.tok)}
	e.Preps = s.preps()
	if slices.Contains(e.Preps, "that") {
		s.thatClause(&e, closing)
		return e
	}
	if len(e.Preps) > 0 && (s.tok.kind == tokEnd || s.punct("]") || s.punct("[") || s.atPrep()) {
		return e // a particle
	}
	e.Term = s.term()
	if verbal(&e) {
		e.Elements = s.clause(closing)
	}
	return e
}

// clause reads what belongs to a clause.
func (s *scanner) clause(closing string) []Element {
	if s.depth++; s.depth > maxDepth {
		s.fail(s.tok, "clauses inside clauses inside clauses cannot be matched well; write a shorter line")
	}
	defer func() { s.depth-- }()
	return s.elements(closing)
}

const maxDepth = 4

// verbal says whether the element is a clause: "to withdraw", "of violating".
func verbal(e *Element) bool {
	if len(e.Preps) == 0 || len(e.Term.Words) == 0 {
		return false
	}
	if slices.Contains(e.Preps, "to") || slices.Contains(e.Preps, "not to") {
		return true
	}
	return slices.ContainsFunc(e.Term.Words, func(w Word) bool { return w.Kind == Plain && strings.HasSuffix(w.Text, "ing") })
}

// thatClause reads "[SUBJECT] PREDICATE elements" after "that". The predicate
// SOMETHING is any.
func (s *scanner) thatClause(e *Element, closing string) {
	first := s.term()
	if s.failed {
		return
	}
	alone := s.tok.kind == tokEnd || s.punct(closing)
	if first.Slot == NoSlot && (alone || embeddedOnly(first)) || first.Slot == SomethingSlot && alone {
		e.Term = first
	} else {
		e.Subject = &first
		e.Term = s.term()
	}
	if e.Term.Slot != NoSlot && e.Term.Slot != SomethingSlot || e.Term.empty() && !s.failed {
		s.fail(token{col: e.Col}, "that needs a clause with a predicate: that RECIPIENT RETREAT, that RECIPIENT violates @treaty, that RECIPIENT SOMETHING")
	}
	e.Elements = s.clause(closing)
}

func embeddedOnly(t Term) bool {
	return !slices.ContainsFunc(t.Words, func(w Word) bool { return w.Kind != Embedded })
}

// preps reads "on|against", "out of", "that"; nil before anything else.
func (s *scanner) preps() []string {
	if !s.atPrep() {
		return nil
	}
	list := []string{s.prep()}
	for s.punct("|") {
		s.advance()
		if !s.atPrep() {
			s.fail(s.tok, "after %s| another preposition should stand, not %q", list[len(list)-1], s.tok.text)
			return nil
		}
		list = append(list, s.prep())
	}
	return list
}

func (s *scanner) atPrep() bool {
	if s.tok.kind != tokWord {
		return false
	}
	if isPrep(s.tok.text) {
		return true
	}
	second := s.peek(1)
	if second.kind != tokWord {
		return false
	}
	two := s.tok.text + " " + second.text // "because of"
	return isMultiPrep(two)
}

// prep reads the longest preposition of one to three words.
func (s *scanner) prep() string {
	text := s.tok.text
	if second := s.peek(1); second.kind == tokWord && s.tok.kind == tokWord {
		two := text + " " + second.text
		if third := s.peek(2); third.kind == tokWord && isMultiPrep(two+" "+third.text) {
			s.advance()
			s.advance()
			text = two + " " + third.text
		} else if isMultiPrep(two) {
			s.advance()
			text = two
		}
	}
	s.advance()
	return text
}

// term reads a slot with its conditions, or alternatives.
func (s *scanner) term() Term {
	t := Term{Pos: s.pos(s.tok)}
	switch {
	case s.tok.kind == tokEnd:
		s.fail(s.tok, "something is missing at the end of the line: a slot such as RECIPIENT, a word, or a @set")
	case s.tok.kind == tokPunct:
		s.fail(s.tok, "%q does not belong here; a slot such as ACTOR, a word, or a @set should", s.tok.text)
	case s.tok.kind == tokWord && isSlot(s.tok.text):
		t.Slot = Slot(s.tok.text)
		s.advance()
		s.conditions(&t)
	default:
		t.Words = s.alternatives()
	}
	return t
}

// conditions reads "!" and ":MIL|COP" right after a slot.
func (s *scanner) conditions(t *Term) {
	s.required(t)
	if s.punct(":") && s.tok.glued {
		s.advance()
		if s.tok.kind != tokWord && s.tok.kind != tokSet && s.tok.kind != tokPhrase {
			s.fail(s.tok, "after : a sector, state, org, person or a @set should stand: RECIPIENT:MIL|COP")
			return
		}
		t.Only = s.alternatives()
		s.required(t)
	}
}

func (s *scanner) required(t *Term) {
	if s.punct("!") && s.tok.glued {
		t.Required = true
		s.advance()
	}
}

func (s *scanner) alternatives() []Word {
	var list []Word
	for {
		if s.tok.kind == tokWord && isSlot(s.tok.text) {
			s.fail(s.tok, "the slot %s cannot be one of several alternatives; write two lines", s.tok.text)
			return list
		}
		if s.tok.kind == tokEnd || s.tok.kind == tokPunct {
			s.fail(s.tok, "an alternative is missing after |")
			return list
		}
		list = append(list, s.word())
		if !s.punct("|") {
			return list
		}
		s.advance()
	}
}

func isSlot(text string) bool {
	switch Slot(text) {
	case ActorSlot, RecipientSlot, AnyoneSlot, SomethingSlot, PlaceSlot, NumberSlot:
		return true
	}
	return false
}
