package codebook

import (
	"slices"

	"github.com/demarche/demarche"
)

// clause matches "to withdraw …", "that RECIPIENT RETREAT", "of violating …":
// an argument with its own frame in which the rest is looked for.
func (m *matcher) clause(sc *scope, n *need) bool {
	if sc.frame < 0 {
		return false
	}
	return m.clauseOf(sc, sc.frame, n) || sc.hostFrame >= 0 && m.clauseOf(sc, sc.hostFrame, n) || sc.outer != nil && m.clause(sc.outer, n)
}

// clauseOf looks for the clause at the predicate, or at the noun before it:
// "looks for ways to trade".
func (m *matcher) clauseOf(sc *scope, frame int, n *need) bool {
	args := m.doc.Frames[frame].Args
	for k := range args {
		a := &args[k]
		if !m.clausalArg(n, a) {
			continue
		}
		mark := m.mark()
		if m.predicate(sc, n, a) {
			m.score(n.weight() + n.test.weight)
			in := m.enter(sc.hostFrame, sc.hostCoding, sc)
			ok := m.clauseSubject(in, n) && m.needs(in, n.needs)
			m.leave()
			if ok {
				m.alike(sc, n, args[k+1:])
				return true
			}
		}
		m.rewind(mark)
	}
	return false
}

// predicate tests the clause's predicate; SOMETHING is any.
func (m *matcher) predicate(sc *scope, n *need, a *demarche.Arg) bool {
	if n.test.slot != SomethingSlot {
		return m.argWords(sc, n, a)
	}
	m.hit(a)
	m.host(sc, a.Head, m.frameOf(a), -1)
	return true
}

// clausalArg says whether the argument stands where the clause would: whoever
// promises not to attack has promised no attack.
func (m *matcher) clausalArg(n *need, a *demarche.Arg) bool {
	if n.place == that {
		return a.Role == demarche.Content && (a.Prep == "that" || a.Prep == "" || a.Prep == "for")
	}
	prep := a.Prep
	if prep == "to" && m.hasNot(a.Head) {
		prep = "not to"
	}
	return a.Role != demarche.Agent && prep != "" && slices.Contains(n.preps, prep)
}

// hasNot says that the infinitive of a verb is denied, by what stands beside its
// "to": "not to attack", "to never attack". "Will not attack" is no infinitive.
func (m *matcher) hasNot(verb int) bool {
	toks := m.doc.Tokens
	for t := max(0, verb-3); t < verb && verb < len(toks); t++ {
		if toks[t].Lemma != "to" || toks[t].Head != verb {
			continue
		}
		return t > 0 && denies(&toks[t-1]) || denies(&toks[t+1])
	}
	return false
}

func denies(t *demarche.Token) bool { return t.Lemma == "not" || t.Lemma == "never" }

// alike marks the coordinated clauses after the one that matched as spoken
// for: "threatened to bomb and to invade".
func (m *matcher) alike(sc *scope, n *need, rest []demarche.Arg) {
	host := *sc
	for k := range rest {
		if m.clausalArg(n, &rest[k]) {
			m.predicate(&host, n, &rest[k])
		}
	}
}

func (m *matcher) clauseSubject(in *scope, n *need) bool {
	t := n.subject
	if t == nil {
		return true
	}
	ok := false
	switch {
	case in.coding >= 0 && t.slot != NoSlot:
		ok = m.takeOuter(t, m.found[in.coding].actors) || t.slot == SomethingSlot
	case in.frame >= 0:
		f := &m.doc.Frames[in.frame]
		for k := range f.Args {
			if f.Args[k].Role == demarche.Agent {
				ok = m.subjectArg(t, &f.Args[k]) || ok
			}
		}
	}
	if !ok && !m.loose {
		return m.fail(t, n, "the clause has no such subject")
	}
	if ok {
		m.score(t.weight)
	}
	return true
}

func (m *matcher) subjectArg(t *test, a *demarche.Arg) bool {
	switch t.slot {
	case NoSlot:
		return m.word(t.words, a)
	case SomethingSlot:
		return true
	}
	var buf [8]demarche.Filler
	return m.take(t, m.fill(buf[:0], -1, a), a.Head)
}

// party fills a slot from an embedded event: after "by", "from" and "of" with
// its actors, else with its recipients.
func (m *matcher) party(coding int, n *need, oblique bool) bool {
	c := &m.found[coding]
	ok := false
	switch {
	case n.test.slot == NoSlot || n.test.slot == PlaceSlot || n.test.slot == NumberSlot:
	case oblique && (slices.Contains(n.preps, "by") || slices.Contains(n.preps, "from") || slices.Contains(n.preps, "of")):
		ok = m.takeOuter(&n.test, c.actors)
	default:
		ok = m.takeOuter(&n.test, c.recipients)
	}
	return m.scored(ok, n)
}

// takeOuter is take for fillers whose argument belongs to another frame.
func (m *matcher) takeOuter(t *test, fillers []demarche.Filler) bool {
	ok := false
	for _, f := range fillers {
		f.Arg = -1
		ok = m.takeOne(t, f, f.Head) || ok
	}
	return ok
}

// mark and rewind undo a clause that began to match.
type mark struct {
	specific, depth, actors, recipients, words, consumed int
	used                                                 uint64
}

func (a *attempt) mark() mark {
	return mark{a.specific, a.depth, len(a.actors), len(a.recipients), len(a.words), len(a.consumed), a.used}
}

func (a *attempt) rewind(k mark) {
	a.specific, a.depth, a.used = k.specific, k.depth, k.used
	a.actors, a.recipients = a.actors[:k.actors], a.recipients[:k.recipients]
	a.words, a.consumed = a.words[:k.words], a.consumed[:k.consumed]
}
