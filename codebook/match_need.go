package codebook

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// need matches one element in the scope of its clause, then around it.
func (m *matcher) need(sc *scope, n *need) bool {
	switch n.place {
	case particle:
		return m.particle(sc, n)
	case object, receiver:
		return m.object(sc, n)
	case oblique:
		return m.oblique(sc, n)
	}
	return m.clause(sc, n)
}

// particle looks for a word among the dependents of the predicate.
func (m *matcher) particle(sc *scope, n *need) bool {
	if sc.frame < 0 {
		return false
	}
	pred := m.doc.Frames[sc.frame].Pred
	if pred < 0 || pred >= len(m.toks) {
		return false
	}
	m.tree()
	for c := m.first[pred]; c >= 0; c = m.next[c] {
		if slices.ContainsFunc(n.preps, func(p string) bool { return isWord(&m.toks[c], p) }) {
			m.words = append(m.words, int(c))
			m.score(weightParticle)
			return true
		}
	}
	return false
}

// object matches what stands without a preposition.
func (m *matcher) object(sc *scope, n *need) bool {
	if sc.coding >= 0 && n.test.slot != NoSlot {
		return m.party(sc.coding, n, false)
	}
	if sc.frame < 0 {
		return false
	}
	if m.carriedNoun(sc, n) {
		return true
	}
	roles := [...]demarche.ArgRole{demarche.Theme, demarche.Dative, demarche.Predicate, demarche.Content}
	if n.place == receiver {
		roles[0], roles[1] = demarche.Dative, demarche.Theme
	}
	pred := m.doc.Frames[sc.frame].Pred
	for _, role := range roles {
		if m.args(sc, n, func(a *demarche.Arg) bool {
			return a.Role == role && a.Head != pred && !(role == demarche.Content && a.Prep == "to" && n.test.slot == NoSlot)
		}) {
			return true
		}
		if n.place == receiver && role == demarche.Dative && m.args(sc, n, toOrFor) {
			return true
		}
	}
	return false
}

// carriedNoun matches the object of a support verb, which is the frame itself:
// the elections of "to hold elections".
func (m *matcher) carriedNoun(sc *scope, n *need) bool {
	f := &m.doc.Frames[sc.frame]
	if f.Light < 0 || n.test.words == nil || f.Pred < 0 || f.Pred >= len(m.toks) || !n.test.words.hasToken(m.toks, f.Pred) {
		return false
	}
	m.words = append(m.words, f.Pred)
	m.host(sc, f.Pred, sc.frame, -1)
	return m.scored(true, n)
}

func toOrFor(a *demarche.Arg) bool {
	return a.Role == demarche.Oblique && (a.Prep == "to" || a.Prep == "for")
}

// oblique matches what stands after a preposition: at the predicate, at the
// argument before it, in the embedded event, or at the predicate around.
func (m *matcher) oblique(sc *scope, n *need) bool {
	if n.test.slot == ActorSlot && len(m.actors) > 0 && m.variant.subject != nil && m.variant.subject.slot == ActorSlot {
		return false // "killed in a clash with ACTOR": the subject has said who
	}
	if n.sharp != nil && m.oblique(sc, n.sharp) {
		return true
	}
	for s := sc; s != nil; s = s.outer {
		if s.host >= 0 && n.owner() && n.test.slot == RecipientSlot && m.ownerOfHost(s, n) {
			return true
		}
		if s.frame >= 0 && m.args(s, n, n.obliqueArg) ||
			s.hostFrame >= 0 && m.inner(s, s.hostFrame, n) ||
			s.host >= 0 && m.below(s, n) ||
			s.hostCoding >= 0 && m.party(s.hostCoding, n, true) ||
			s.coding >= 0 && m.party(s.coding, n, true) {
			return true
		}
		if s.frame >= 0 && s.outer == nil && (m.themeOfNoun(s, n) || m.misattached(s, n)) {
			return true
		}
	}
	return false
}

// misattached looks for words below the other arguments, where parsers hang a
// phrase that belongs to the verb: "accused Myanmar | of torture".
func (m *matcher) misattached(sc *scope, n *need) bool {
	if n.test.words == nil {
		return false
	}
	m.tree()
	args := m.doc.Frames[sc.frame].Args
	for k := range args {
		if args[k].Role != demarche.Theme && args[k].Role != demarche.Dative || args[k].Head < 0 || args[k].Head >= len(m.toks) {
			continue
		}
		for c := m.first[args[k].Head]; c >= 0; c = m.next[c] {
			if m.toks[c].Rel.Base() != demarche.Nmod || !slices.Contains(n.preps, strings.ToLower(m.caseOf(int(c)))) {
				continue
			}
			if m.argWords(sc, n, &demarche.Arg{Role: demarche.Oblique, Head: int(c), Frame: -1}) {
				return m.scored(true, n)
			}
		}
	}
	return false
}

// obliqueArg says whether the argument stands after one of the prepositions;
// a dative counts as "to" and "for".
func (n *need) obliqueArg(a *demarche.Arg) bool {
	if a.Role == demarche.Dative {
		return slices.Contains(n.preps, "to") || slices.Contains(n.preps, "for")
	}
	return a.Role != demarche.Adjunct && a.Prep != "" && slices.Contains(n.preps, a.Prep)
}

// themeOfNoun lets "imposes sanctions on RECIPIENT" match "sanctions against
// Russia" and "the Russia sanctions": for a noun whose theme is known, the
// preposition does not matter.
func (m *matcher) themeOfNoun(sc *scope, n *need) bool {
	return len(m.variant.nouns) > 0 && n.test.slot != NoSlot &&
		m.args(sc, n, func(a *demarche.Arg) bool { return a.Role == demarche.Theme })
}

// inner looks at the arguments of the frame of the argument before. Who does an
// event may stand there without the preposition: "rejected Kosovo's proposal".
func (m *matcher) inner(sc *scope, frame int, n *need) bool {
	s := m.enter(frame, -1, nil)
	defer m.leave()
	if !m.args(s, n, n.obliqueArg) && !(n.owner() && m.args(s, n, isAgent)) {
		return false
	}
	if s.host >= 0 {
		sc.host, sc.hostFrame, sc.hostCoding = s.host, s.hostFrame, s.hostCoding
	}
	return true
}

func isAgent(a *demarche.Arg) bool { return a.Role == demarche.Agent }

// owner says whether the need is for somebody whose thing the word before is:
// "of RECIPIENT", "by RECIPIENT".
func (n *need) owner() bool {
	return n.test.slot != NoSlot && (slices.Contains(n.preps, "of") || slices.Contains(n.preps, "by"))
}

// below looks at the phrases that hang on the argument before in the tree, or on
// what it is of ("exchange of fire | with Sudan"); for "of RECIPIENT" also at its
// possessor and adjectives ("a Greek tanker").
func (m *matcher) below(sc *scope, n *need) bool {
	m.tree()
	ok := m.hangsOn(sc.host, sc, n)
	for c := m.first[sc.host]; c >= 0 && !ok && !n.owner(); c = m.next[c] {
		if m.toks[c].Rel.Base() == demarche.Nmod && m.mention(int(c)) < 0 && m.caseOf(int(c)) == "of" {
			ok = m.hangsOn(int(c), sc, n)
		}
	}
	return m.scored(ok, n)
}

func (m *matcher) hangsOn(host int, sc *scope, n *need) bool {
	ok := false
	for c := m.first[host]; c >= 0; c = m.next[c] {
		kind := m.kindOf(int(c))
		owner := n.owner() && (kind == possessor || kind == modifier && m.mention(int(c)) >= 0)
		if !owner && (m.toks[c].Rel.Base() != demarche.Nmod || kind == possessor || !slices.Contains(n.preps, strings.ToLower(m.caseOf(int(c))))) {
			continue
		}
		a := demarche.Arg{Role: demarche.Oblique, Head: int(c), Frame: -1}
		if m.arg(sc, n, &a, -1) {
			ok = true
		}
	}
	return ok
}

// ownerOfHost takes whose the argument before is, by its adjective, possessor or
// its own name, before any place: of "attacked an Afghan base in Kandahar" the Afghans.
func (m *matcher) ownerOfHost(sc *scope, n *need) bool {
	m.tree()
	host := sc.host
	if m.caseOf(host) == "with" { // "pounded the rebels' hideouts with artillery"
		if host = m.themeOf(sc.frame); host < 0 {
			return false
		}
	}
	ok := false
	for c := m.first[host]; c >= 0; c = m.next[c] {
		if kind := m.kindOf(int(c)); (kind == possessor || kind == modifier) && m.mention(int(c)) >= 0 {
			a := demarche.Arg{Role: demarche.Oblique, Head: int(c), Frame: -1}
			ok = m.arg(sc, n, &a, -1) || ok
		}
	}
	if k := m.mention(host); !ok && sc.hostFrame < 0 && k >= 0 && m.statesOf([]demarche.Filler{{Mention: k}}) != nil &&
		!m.ownsAll(m.actors, []demarche.Filler{{Head: host, Mention: k}}) {
		a := demarche.Arg{Role: demarche.Oblique, Head: host, Frame: -1}
		ok = m.arg(sc, n, &a, -1)
	}
	return m.scored(ok, n)
}

// themeOf is the token of the frame's object, -1 when it has none.
func (m *matcher) themeOf(frame int) int {
	if frame < 0 {
		return -1
	}
	for _, a := range m.doc.Frames[frame].Args {
		if a.Role == demarche.Theme && a.Head >= 0 && a.Head < len(m.toks) {
			return a.Head
		}
	}
	return -1
}

// args tries all arguments of the scope's frame that ok lets through. A slot
// takes all that fit; words need one, and all that match are spoken for.
func (m *matcher) args(sc *scope, n *need, ok func(*demarche.Arg) bool) bool {
	args := m.doc.Frames[sc.frame].Args
	found := false
	for k := range args {
		own := sc.outer == nil && sc.frame == m.current && k < 64
		if !ok(&args[k]) || own && m.used&(1<<k) != 0 {
			continue
		}
		if m.arg(sc, n, &args[k], k) {
			found = true
			if own {
				m.used |= 1 << k
			}
		}
	}
	return m.scored(found, n)
}

func (m *matcher) scored(ok bool, n *need) bool {
	if ok {
		m.score(n.weight() + n.test.weight)
	}
	return ok
}

// arg tests one argument; k is its index in the scope's frame, -1 when it
// comes from the tree.
func (m *matcher) arg(sc *scope, n *need, a *demarche.Arg, k int) bool {
	switch n.test.slot {
	case NoSlot:
		return m.argWords(sc, n, a)
	case SomethingSlot:
		return true
	case PlaceSlot:
		return m.isPlace(a)
	case NumberSlot:
		return m.isNumber(a)
	}
	if m.reciprocal(n, a) {
		return true
	}
	if k >= 0 && sc.frame == m.current {
		return m.take(&n.test, m.of(k), a.Head)
	}
	var buf [8]demarche.Filler
	return m.take(&n.test, m.fill(buf[:0], -1, a), a.Head)
}

// reciprocal is "each other": those who act are those it is done to.
func (m *matcher) reciprocal(n *need, a *demarche.Arg) bool {
	return n.test.slot == RecipientSlot && a.Head > 0 && a.Head < len(m.toks) && len(m.actors) > 0 &&
		(isWord(&m.toks[a.Head], "other") && isWord(&m.toks[a.Head-1], "each") ||
			isWord(&m.toks[a.Head], "another") && isWord(&m.toks[a.Head-1], "one"))
}

// argWords tests an argument against words and embedded events.
func (m *matcher) argWords(sc *scope, n *need, a *demarche.Arg) bool {
	set := n.test.words
	if m.word(set, a) {
		m.hit(a)
		m.host(sc, a.Head, m.frameOf(a), -1)
		return true
	}
	if len(set.events) == 0 {
		return false
	}
	frame, coding := m.event(set, m.frameOf(a))
	if coding < 0 {
		return false
	}
	m.hit(a)
	m.words = append(m.words, m.doc.Frames[frame].Pred)
	m.consumed = append(m.consumed, frame)
	m.host(sc, a.Head, frame, coding)
	return true
}

// host makes an argument that matched the one whose phrases come next.
func (m *matcher) host(sc *scope, head, frame, coding int) {
	if head >= len(m.toks) {
		head = -1
	}
	sc.host, sc.hostFrame, sc.hostCoding = head, frame, coding
}

// event finds the coded event at a frame, or behind verbs that only lead to
// it ("planned to start bombing"): the frame, and its index in found or -1.
func (m *matcher) event(s *wordSet, frame int) (int, int) {
	for range 4 {
		if frame < 0 {
			break
		}
		if c := m.coded[frame]; c >= 0 {
			if s.accepts(m.found[c].variant.rule) {
				return frame, int(c)
			}
			return frame, -1
		}
		f := &m.doc.Frames[frame]
		if !contains(leading, f.Lemma) {
			break
		}
		frame = -1
		for k := range f.Args {
			if r := f.Args[k].Role; r == demarche.Content || r == demarche.Theme {
				frame = m.frameOf(&f.Args[k])
			}
		}
	}
	return -1, -1
}

// leading are the verbs through which an embedded event is found.
var leading = strings.Fields(`begin start continue resume plan prepare try attempt seek intend want launch carry help proceed go
	move decide conduct engage be`)

func (s *wordSet) accepts(r *rule) bool {
	for _, e := range s.events {
		if (e.category == AnyEvent || e.category == r.category) && (e.mode == "" || slices.Contains(r.modes, e.mode)) {
			return true
		}
	}
	return false
}
