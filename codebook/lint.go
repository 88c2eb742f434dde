package codebook

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Finding is something in the rules that a writer should look at.
type Finding struct {
	Pos
	Serious bool // the codebook cannot do what the rule says; else advice
	Msg     string
}

// String is "file:line:col: what is wrong, and what to do".
func (f Finding) String() string { return f.Pos.String() + ": " + f.Msg }

// Lint looks for what Load cannot know to be wrong: rules without examples,
// lines that tie or repeat each other or can never match, unused sets.
// Findings come in the order of files and lines.
func (cb *Codebook) Lint() []Finding {
	l := &linter{cb: cb, checked: map[string]bool{}}
	for _, r := range cb.rules {
		l.rule(r)
		for _, line := range r.lines {
			l.line(line)
		}
	}
	l.sets()
	l.events()
	l.pairs()
	sort.SliceStable(l.found, func(i, j int) bool { return l.found[i].Pos.before(l.found[j].Pos) })
	return l.found
}

func (p Pos) before(o Pos) bool {
	if p.File != o.File {
		return p.File < o.File
	}
	if p.Line != o.Line {
		return p.Line < o.Line
	}
	return p.Col < o.Col
}

type linter struct {
	cb      *Codebook
	found   []Finding
	checked map[string]bool // sets whose words were looked at as predicates
}

func (l *linter) error(at Pos, format string, args ...any) {
	l.found = append(l.found, Finding{at, true, fmt.Sprintf(format, args...)})
}

func (l *linter) advise(at Pos, format string, args ...any) {
	l.found = append(l.found, Finding{at, false, fmt.Sprintf(format, args...)})
}

// rule checks what a rule must have: examples both ways, a CAMEO code that
// fits its category.
func (l *linter) rule(r *rule) {
	positive, negative := 0, 0
	cameo := false
	for i := range r.decl.Lines {
		line := &r.decl.Lines[i]
		switch {
		case line.Keyword == "cameo":
			cameo = true
			if !CAMEOFits(r.category, r.cameo) {
				c, _ := Lookup(r.category)
				l.advise(line.Pos, "CAMEO %s is no %s; codes of %s begin with %s", r.cameo, r.category, r.category, strings.Join(c.cameo, ", "))
			}
		case line.Eg == nil:
		case line.Eg.Result.None:
			negative++
		default:
			positive++
			l.egModes(r, line.Eg)
		}
	}
	at, name := r.decl.Pos, r.decl.Name
	if positive == 0 {
		l.error(at, "rule %s has no example that it codes; add eg SENTENCE => ACTOR > RECIPIENT", name)
	}
	if negative == 0 {
		l.error(at, "rule %s has no example that it leaves alone; add eg SENTENCE => none", name)
	}
	if !cameo {
		l.advise(at, "rule %s has no CAMEO code; add cameo CODE", name)
	}
}

func (l *linter) egModes(r *rule, e *Eg) {
	for _, m := range e.Result.Modes {
		if !slices.Contains(r.modes, m) {
			l.error(e.Result.Pos, "the rule's code line has no mode %s, so the example cannot come out; add the mode there or take it out here", m)
		}
	}
}

// line checks a pattern line by itself.
func (l *linter) line(c *line) {
	l.predicates(c.pattern.Verb.Words, 0)
	if len(c.variants) == 0 {
		l.error(c.pattern.Pos, "this line has no predicate, so it never matches; put a verb after the subject")
		return
	}
	if !c.variants[0].hasSlot() {
		l.error(c.pattern.Pos, "this line has neither ACTOR nor RECIPIENT, so its events would have nobody in them; add one")
	}
	if cat, _ := Lookup(c.rule.category); cat.NeedsRecipient && !mentions(c.pattern, RecipientSlot) && !mentions(c.pattern, ActorSlot) {
		l.advise(c.pattern.Pos, "%s needs a recipient; add RECIPIENT", c.rule.category)
	}
	l.elements(c.pattern.Elements)
}

// notPresent are verbs in -ed and -ing that are base forms all the same.
var notPresent = strings.Fields(`need feed exceed proceed succeed speed breed bleed embed shed wed heed weed bring sing ring
	swing fling cling spring sting string wing`)

// predicates looks at the verbs of a line, those in sets too.
func (l *linter) predicates(words []Word, depth int) {
	for _, w := range words {
		switch {
		case w.Kind == Plain || w.Kind == Phrase:
			l.predicate(w)
		case w.Kind == SetRef && depth < 8 && l.cb.sets[w.Text] != nil && !l.checked[w.Text]:
			l.checked[w.Text] = true
			l.predicates(l.cb.sets[w.Text].Words, depth+1)
		}
	}
}

// predicate complains of forms that no frame has.
func (l *linter) predicate(w Word) {
	head, rest, _ := strings.Cut(w.Text, " ")
	if rest != "" && isPrep(rest) && !isParticle(rest) {
		l.error(w.Pos, "no frame has the predicate %q; put %q into the pattern, after the verb", w.Text, rest)
		return
	}
	if !hasAnySuffix(head, "ed", "ing") || contains(notPresent, verbLemma(head)) || len(head) < 5 {
		return
	}
	l.error(w.Pos, "no frame has the predicate %q; write the third person singular of the present, as in ACTOR asks RECIPIENT", w.Text)
}

func (l *linter) elements(list []Element) {
	for i := range list {
		e := &list[i]
		if e.Term.empty() && len(e.Preps) > 0 && !slices.ContainsFunc(e.Preps, func(p string) bool {
			first, _, _ := strings.Cut(p, " ")
			return isParticle(first)
		}) {
			l.error(e.Pos, "nothing follows %q; add a slot, a word or a @set", strings.Join(e.Preps, "|"))
		}
		l.elements(e.Elements)
	}
}

// mentions says whether the pattern has the slot anywhere.
func mentions(p *Pattern, slot Slot) bool {
	return p.Subject.Slot == slot || elementsHave(p.Elements, slot)
}

func elementsHave(list []Element, slot Slot) bool {
	return slices.ContainsFunc(list, func(e Element) bool {
		return e.Term.Slot == slot || e.Subject != nil && e.Subject.Slot == slot || elementsHave(e.Elements, slot)
	})
}
