package codebook

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// scope is where the needs of a clause are looked for: the frame of the
// clause, and around it the frame that the clause is in.
type scope struct {
	frame  int // -1 when the argument has no frame
	coding int // index into found when the clause is an embedded event, -1
	outer  *scope
	// host is the last argument that matched words; its own phrases may hold
	// what follows ("lifts sanctions | on RECIPIENT"). -1 when none.
	host       int // token
	hostFrame  int
	hostCoding int
}

// enter opens a scope; leave closes the last one. They are kept in the
// matcher, so that trying a line allocates nothing.
func (m *matcher) enter(frame, coding int, outer *scope) *scope {
	sc := &m.scopes[m.open]
	m.open++
	*sc = scope{frame: frame, coding: coding, outer: outer, host: -1, hostFrame: -1, hostCoding: -1}
	return sc
}

func (m *matcher) leave() { m.open-- }

// matches tries variant v on frame i.
func (m *matcher) matches(i int, v *variant) bool {
	f := &m.doc.Frames[i]
	if len(v.nouns) > 0 && !v.isNoun(f.Noun) {
		return m.fail(nil, nil, "the predicate is not this noun")
	}
	if len(v.verbs) > 0 && !m.supportVerb(v, f) {
		return m.fail(nil, nil, "the support verb is not the line's own")
	}
	m.words = append(m.words, f.Pred)
	if f.Light >= 0 && f.Light < len(m.toks) {
		m.words = append(m.words, f.Light)
	}
	if v.subject != nil && !m.subject(i, v.subject) {
		return false
	}
	defer m.leave()
	return m.needs(m.enter(i, -1, nil), v.needs) && m.somebody(v, f)
}

// supportVerb scores the line's own support verb; without it only a line with
// a neutral verb can match.
func (m *matcher) supportVerb(v *variant, f *demarche.Frame) bool {
	if f.Light >= 0 && f.Light < len(m.toks) {
		for _, verb := range v.verbs {
			head, part, _ := strings.Cut(verb, " ")
			if isWord(&m.toks[f.Light], head) && (part == "" || m.hasParticle(f.Light, part)) {
				m.score(weightVerb)
				return true
			}
		}
	}
	return !v.strict
}

func (m *matcher) hasParticle(verb int, part string) bool {
	m.tree()
	for c := m.first[verb]; c >= 0; c = m.next[c] {
		if isWord(&m.toks[c], part) {
			return true
		}
	}
	return false
}

// isNoun says whether the noun is one of the variant's, or a kind of one:
// "peace talk" where "talk" is meant.
func (v *variant) isNoun(noun string) bool {
	for _, n := range v.nouns {
		if head, ok := strings.CutSuffix(noun, n); ok && (head == "" || head[len(head)-1] == ' ') {
			return true
		}
	}
	return false
}

// somebody checks that the line has filled a slot where it has slots.
func (m *matcher) somebody(v *variant, f *demarche.Frame) bool {
	if len(m.actors)+len(m.recipients) > 0 || m.lenient(f) || !v.hasSlot() {
		return true
	}
	return m.fail(v.subject, nil, "no slot is filled")
}

// lenient says whether slots of the frame may stay empty: nouns leave out what
// the reader knows, and so may what is only part of another event.
func (m *matcher) lenient(f *demarche.Frame) bool { return m.loose || f.Nominal() }

// subject matches the place before the verb.
func (m *matcher) subject(i int, t *test) bool {
	f := &m.doc.Frames[i]
	if t.slot == NoSlot {
		return m.subjectWords(f, t)
	}
	any, filled := false, false
	for k := range f.Args {
		a := &f.Args[k]
		if a.Role == demarche.Agent || f.Nominal() && (a.Prep == "between" || a.Prep == "among") {
			any = true
			filled = m.take(t, m.of(k), a.Head) || filled
		}
	}
	switch {
	case filled:
		m.score(t.weight)
		return true
	case t.slot == SomethingSlot && any:
		m.score(t.weight)
		return true
	case t.required:
		return m.fail(t, nil, "there is none, and ! requires one")
	case any && (!m.lenient(f) || t.only != nil && t.only.words != nil && len(t.only.sectors)+len(t.only.kinds) == 0):
		return m.fail(t, nil, "the subject names no such actor")
	}
	return true // an agentless passive; somebody checks the rest
}

func (m *matcher) subjectWords(f *demarche.Frame, t *test) bool {
	for k := range f.Args {
		a := &f.Args[k]
		if a.Role == demarche.Agent && m.word(t.words, a) {
			m.hit(a)
			m.score(t.weight)
			return true
		}
	}
	return m.fail(t, nil, "the subject is not one of these words")
}

func (m *matcher) score(weight int) {
	m.specific += weight
	m.depth++
}

// hit notes the words of an argument that matched, and that its event is
// spoken for.
func (m *matcher) hit(a *demarche.Arg) {
	if a.Head >= 0 && a.Head < len(m.toks) {
		m.words = append(m.words, a.Head)
	}
	if f := m.frameOf(a); f >= 0 {
		m.consumed = append(m.consumed, f)
	}
}

// frameOf is the frame that an argument is, -1 when none.
func (m *matcher) frameOf(a *demarche.Arg) int {
	if a.Frame >= 0 && a.Frame < len(m.doc.Frames) {
		return a.Frame
	}
	if a.Head >= 0 && a.Head < len(m.frameAt) {
		return int(m.frameAt[a.Head])
	}
	return -1
}

// word says whether an argument is one of the set's words, by its head or by
// the predicate of its frame.
func (m *matcher) word(s *wordSet, a *demarche.Arg) bool {
	if a.Head >= 0 && a.Head < len(m.toks) && s.hasToken(m.toks, a.Head) {
		return true
	}
	f := m.frameOf(a)
	return f >= 0 && (s.hasLemma(m.doc.Frames[f].Lemma) || m.doc.Frames[f].Noun != "" && s.hasLemma(m.doc.Frames[f].Noun))
}

// take fills slot t with those fillers that meet its conditions; they come
// from the argument with that head.
func (m *matcher) take(t *test, fillers []demarche.Filler, head int) bool {
	ok := false
	for _, f := range fillers {
		ok = m.takeOne(t, f, head) || ok
	}
	return ok
}

func (m *matcher) takeOne(t *test, f demarche.Filler, head int) bool {
	if !m.fits(t.only, f, head) || t.slot == RecipientSlot && (m.isActorToo(f) || m.isVague(f)) {
		return false
	}
	switch t.slot {
	case ActorSlot:
		m.actors = appendFiller(m.actors, f)
	case RecipientSlot:
		m.recipients = appendFiller(m.recipients, f)
	}
	return true
}

// isVague says that the filler is a possessive of nobody known: "in their conflict".
func (m *matcher) isVague(f demarche.Filler) bool {
	return f.Mention >= 0 && m.toks[f.Head].XPOS == "PRP$" && len(m.mentions[f.Mention].Actors) == 0 && len(m.actors) > 0
}

func appendFiller(list []demarche.Filler, f demarche.Filler) []demarche.Filler {
	for _, o := range list {
		if o.Head == f.Head {
			return list
		}
	}
	return append(list, f)
}

// isActorToo says whether the filler is one of the actors already: the same
// word, or somebody's own ("withdrew its troops").
func (m *matcher) isActorToo(f demarche.Filler) bool { return m.among(m.actors, f) }

// among says whether the filler is one of the side already.
func (m *matcher) among(side []demarche.Filler, f demarche.Filler) bool {
	for _, a := range side {
		if a.Head == f.Head {
			return true
		}
		if a.Mention >= 0 && f.Mention >= 0 {
			x, y := &m.mentions[a.Mention], &m.mentions[f.Mention]
			if x.Cluster >= 0 && x.Cluster == y.Cluster {
				return true
			}
		}
	}
	return false
}

// needs matches all of the list that is not optional.
func (m *matcher) needs(sc *scope, list []need) bool {
	for i := range list {
		n := &list[i]
		if m.need(sc, n) {
			continue
		}
		if n.optional || m.forgiven(sc, n) {
			m.failed = failure{}
			continue
		}
		return m.fail(&n.test, n, missing(n))
	}
	return true
}

func missing(n *need) string {
	switch {
	case n.place == particle:
		return "this word does not stand at the verb"
	case n.test.slot == ActorSlot || n.test.slot == RecipientSlot || n.test.slot == AnyoneSlot:
		return "nothing here names such an actor"
	case n.test.words != nil && len(n.test.words.events) > 0:
		return "no such event is coded here"
	case n.test.slot != NoSlot:
		return "there is no such thing here"
	}
	return "nothing here is one of these words"
}

// forgiven says whether a need may go unmet: a slot of a noun or of an
// embedded event, and "with RECIPIENT" when the actors are many ("X and Y
// held talks").
func (m *matcher) forgiven(sc *scope, n *need) bool {
	if n.test.required || n.test.slot == NoSlot || n.test.slot == SomethingSlot && !m.loose || sc.coding >= 0 && !m.loose {
		return false
	}
	if m.loose || sc.frame >= 0 && m.doc.Frames[sc.frame].Nominal() {
		return true
	}
	return n.test.slot == RecipientSlot && n.place == oblique && n.mutual() && m.many(m.actors)
}

// mutual says that the need is for the other side of something done together.
func (n *need) mutual() bool {
	return !slices.ContainsFunc(n.preps, func(p string) bool {
		switch p {
		case "with", "between", "among", "to", "against", "of":
			return false
		}
		return true
	}) && slices.Contains(n.preps, "with")
}

// many says whether the fillers are more than one party.
func (m *matcher) many(fillers []demarche.Filler) bool {
	if len(fillers) != 1 {
		return len(fillers) > 1
	}
	f := fillers[0]
	if f.Mention >= 0 {
		mention := &m.mentions[f.Mention]
		if len(mention.Actors) > 1 || len(mention.Actors) == 1 && len(mention.Actors[0].Members) > 1 {
			return true
		}
	}
	tag := m.toks[f.Head].XPOS
	return tag == "NNS" || tag == "NNPS"
}
