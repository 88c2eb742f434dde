package codebook

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// Match fills doc.Codings: one coding for each frame that a rule names, in
// the order of frames. A frame that another coding speaks of ("demanded a
// withdrawal") is listed in that coding's Consumed and gives none of its own.
// Coding.Category is the category before PLOVER's reductions (see Reduce).
// Modes and Contexts belong to the codebook and must not be changed.
//
// It needs Tokens with trees, Frames and Mentions, and PLACE and NUMBER slots
// Places and Quantities. Frames that no rule names cost a map look-up each.
func (cb *Codebook) Match(doc *demarche.Doc) {
	m := cb.matcher(doc)
	m.run()
	doc.Codings = m.result()
	m.release()
}

func (cb *Codebook) matcher(doc *demarche.Doc) *matcher {
	m, _ := cb.matchers.Get().(*matcher)
	if m == nil {
		m = &matcher{}
	}
	m.cb, m.doc = cb, doc
	return m
}

func (m *matcher) release() {
	cb := m.cb
	m.cb, m.doc = nil, nil
	clear(m.found[:cap(m.found)])
	m.found = m.found[:0]
	cb.matchers.Put(m)
}

// matcher is the state of one Match, reused by the next.
type matcher struct {
	cb  *Codebook
	doc *demarche.Doc

	layers
	coded []int32 // frame to its coding in found, -1 none, -2 not yet looked at
	found []candidate

	attempt
	best   attempt
	scopes [maxDepth + 3]scope
	open   int // scopes in use
}

// candidate is the coding of one frame before consumption.
type candidate struct {
	frame      int
	variant    *variant
	specific   int
	bare       bool // incomplete: counts only as part of another coding
	actors     []demarche.Filler
	recipients []demarche.Filler
	words      []int
	consumed   []int
	filledBy   string // where the recipients come from when not from the line itself
}

// attempt is what one variant has gathered from one frame.
type attempt struct {
	variant    *variant
	loose      bool // slots may stay open: the frame only matters to another
	lacking    bool // it would not stand alone
	specific   int
	used       uint64 // arguments of the frame that are taken, by index below 64
	actors     []demarche.Filler
	recipients []demarche.Filler
	words      []int
	consumed   []int
	filledBy   string
	depth      int // constraints that held before the first that failed
	failed     failure
}

// failure is the first constraint that did not hold.
type failure struct {
	test *test // the place, or nil
	need *need
	why  string
}

func (a *attempt) reset(v *variant, loose bool) {
	a.variant, a.loose, a.lacking = v, loose, false
	a.specific, a.used, a.depth = v.base, 0, 0
	a.actors, a.recipients = a.actors[:0], a.recipients[:0]
	a.words, a.consumed, a.filledBy = a.words[:0], a.consumed[:0], ""
	a.failed = failure{}
}

func (a *attempt) fail(t *test, n *need, why string) bool {
	if a.failed.why == "" {
		a.failed = failure{t, n, why}
	}
	return false
}

// run codes all frames, those inside others first.
func (m *matcher) run() {
	m.layers.reset(m.doc)
	m.coded = filled(m.coded, len(m.doc.Frames), notYet)
	for i := range m.doc.Frames { // nouns first: a verb may find one that the parser hung elsewhere
		if m.doc.Frames[i].Nominal() {
			m.code(i, 0)
		}
	}
	for i := range m.doc.Frames {
		m.code(i, 0)
	}
}

const (
	noCoding = -1
	notYet   = -2
	maxNest  = 40 // frames inside frames; deeper ones are coded without what they contain
)

// code finds the best line for frame i after the frames that it contains.
// A frame that contains itself is taken as uncoded where it does.
func (m *matcher) code(i, depth int) {
	if i < 0 || i >= len(m.coded) || m.coded[i] != notYet {
		return
	}
	m.coded[i] = noCoding
	f := &m.doc.Frames[i]
	list := m.cb.index[f.Lemma]
	if depth < maxNest {
		for k := range f.Args {
			m.code(f.Args[k].Frame, depth+1)
		}
	}
	if list == nil || f.Pred < 0 || f.Pred >= len(m.doc.Tokens) {
		return
	}
	m.fillersOf(i)
	if !m.choose(i, list, false) && f.Parent >= 0 {
		m.choose(i, list, true)
	}
}

// choose keeps the most specific variant that matches frame i; one that has all
// that its category needs goes before one that has not.
func (m *matcher) choose(i int, list []*variant, loose bool) bool {
	m.best.variant = nil
	for _, v := range list {
		if m.best.variant != nil && !m.best.lacking && v.most <= m.best.specific {
			break
		}
		m.attempt.reset(v, loose)
		if !m.matches(i, v) {
			continue
		}
		m.lacking = !loose && m.lacks(i)
		if m.best.variant == nil || m.lacking == m.best.lacking && m.specific > m.best.specific || m.best.lacking && !m.lacking {
			m.best, m.attempt = m.attempt, m.best
		}
	}
	if m.best.variant == nil {
		return false
	}
	m.complete(i, list)
	m.coded[i] = int32(len(m.found))
	m.found = append(m.found, m.candidate(i))
	return true
}

// candidate copies what the best attempt gathered.
func (m *matcher) candidate(frame int) candidate {
	a := &m.best
	slices.Sort(a.words)
	slices.Sort(a.consumed)
	return candidate{
		frame: frame, variant: a.variant, specific: a.specific, bare: a.loose || m.incomplete(frame),
		actors:     slices.Clone(a.actors),
		recipients: slices.Clone(a.recipients),
		words:      slices.Clone(slices.Compact(a.words)),
		consumed:   slices.Clone(slices.Compact(a.consumed)),
		filledBy:   a.filledBy,
	}
}

// incomplete says that nobody is in the event, that a noun of speaking leaves
// open what is said to whom, or that there is no recipient in an event of a
// category that PLOVER wants one for.
func (m *matcher) incomplete(frame int) bool {
	a := &m.best
	if len(a.actors)+len(a.recipients) == 0 {
		return a.variant.hasSlot()
	}
	f := &m.doc.Frames[frame]
	if f.Nominal() && f.Light < 0 && len(a.recipients) == 0 && len(a.words) < 2 && Quad(a.variant.rule.category) == verbalConflict {
		return true // "under pressure from Spain": to do what?
	}
	category, _, _ := Reduce(a.variant.rule.category, f.Status)
	c, _ := Lookup(category)
	return c.NeedsRecipient && len(a.recipients) == 0 && (category == "AID" || !m.many(a.actors))
}

// lacks says that an event is better read otherwise: "held exercises" as nothing
// done together.
func (m *matcher) lacks(frame int) bool {
	return m.attempt.variant.rule.category == "COOPERATE" && len(m.recipients) == 0 && !m.many(m.actors) &&
		!strings.HasPrefix(m.doc.Frames[frame].Noun, "joint ")
}

// hasSlot says whether the line wants an ACTOR or RECIPIENT anywhere.
func (v *variant) hasSlot() bool {
	return v.subject != nil && v.subject.coded() || anyNeed(v.needs, func(n *need) bool {
		return n.test.coded() || n.subject != nil && n.subject.coded()
	})
}

func (t *test) coded() bool { return t.slot == ActorSlot || t.slot == RecipientSlot }

func anyNeed(needs []need, ok func(*need) bool) bool {
	for i := range needs {
		if ok(&needs[i]) || anyNeed(needs[i].needs, ok) {
			return true
		}
	}
	return false
}

// result is the codings that stand for themselves, in the order of frames.
func (m *matcher) result() []demarche.Coding {
	if len(m.found) == 0 {
		return nil
	}
	consumed := map[int]bool{}
	for i := range m.found {
		m.topics(&m.found[i])
		for _, f := range m.found[i].consumed {
			if f != m.found[i].frame {
				consumed[f] = true
			}
		}
	}
	var list []demarche.Coding
	for frame, c := range m.coded {
		if c >= 0 && !consumed[frame] && !m.found[c].bare {
			list = append(list, m.coding(&m.found[c]))
		}
	}
	return list
}

// topics makes what is said part of the saying, however deep it is embedded:
// the topic of a protest, what is demanded, refused, threatened or alleged.
func (m *matcher) topics(c *candidate) {
	category := c.variant.rule.category
	if category == "PROTEST" {
		for _, a := range m.doc.Frames[c.frame].Args {
			if (a.Role == demarche.Adjunct || a.Role == demarche.Content) && m.isCoded(a.Frame) &&
				Quad(m.found[m.coded[a.Frame]].variant.rule.category) == verbalConflict {
				c.consumed = append(c.consumed, a.Frame)
			}
		}
	}
	if Quad(category) == verbalConflict {
		m.contents(c, c.frame, 0)
		m.alsoSaid(c)
	}
}

// alsoSaid consumes what is coordinated with content that is part of the saying,
// and gerunds beside it: "accused them of breaking the truce and hiding arms".
func (m *matcher) alsoSaid(c *candidate) {
	m.tree()
	for _, i := range slices.Clone(c.consumed) {
		p := m.doc.Frames[i].Pred
		if m.doc.Frames[i].Nominal() || p < 0 || p >= len(m.toks) || m.toks[p].XPOS != "VBG" {
			continue
		}
		for k := m.first[p]; k >= 0; k = m.next[k] {
			if r := m.toks[k].Rel.Base(); (r == demarche.Conj || r == demarche.Advcl) && m.toks[k].XPOS == "VBG" && m.frameAt[k] >= 0 {
				c.consumed = append(c.consumed, int(m.frameAt[k]))
			}
		}
	}
}

func (m *matcher) isCoded(frame int) bool {
	return frame >= 0 && frame < len(m.coded) && m.coded[frame] >= 0
}

// contents consumes the clauses below frame i that tell of nothing done.
func (m *matcher) contents(c *candidate, i, depth int) {
	for _, a := range m.doc.Frames[i].Args {
		if a.Role != demarche.Content || a.Frame < 0 || a.Frame >= len(m.coded) || a.Frame == c.frame || depth == maxDepth || m.doc.Frames[a.Frame].Status.Done() {
			continue
		}
		if !slices.Contains(c.consumed, a.Frame) {
			c.consumed = append(c.consumed, a.Frame)
		}
		m.contents(c, a.Frame, depth+1)
	}
}

func (m *matcher) coding(c *candidate) demarche.Coding {
	r := c.variant.rule
	return demarche.Coding{
		Frame: c.frame, Category: r.category, Modes: r.modes, Contexts: r.contexts, CAMEO: r.cameo,
		Rule: c.variant.source, RuleName: r.decl.Name,
		Actors: c.actors, Recipients: c.recipients, Words: c.words, Consumed: m.within(c),
		Specific: c.specific, Status: m.status(c),
		Evidence: m.evidence(c),
	}
}

// within is the frames that the coding consumes, and those they consume.
func (m *matcher) within(c *candidate) []int {
	if len(c.consumed) == 0 {
		return nil
	}
	all := slices.Clone(c.consumed)
	for i := 0; i < len(all); i++ {
		k := m.coded[all[i]]
		if k < 0 {
			continue
		}
		for _, f := range m.found[k].consumed {
			if !slices.Contains(all, f) && f != c.frame {
				all = append(all, f)
			}
		}
	}
	slices.Sort(all)
	return all
}

// status is the frame's, without what the support verb did to it where the
// line names that verb itself: who pledges aid has pledged, though the aid is
// yet to come.
func (m *matcher) status(c *candidate) demarche.Status {
	f := &m.doc.Frames[c.frame]
	s := f.Status
	if !c.variant.strict || f.Light < 0 {
		return s
	}
	byVerb := func(q demarche.Cue) bool { return q.Token == f.Light && q.Sets != "said" }
	if !slices.ContainsFunc(s.Cues, byVerb) {
		return s
	}
	s.Cues = slices.DeleteFunc(slices.Clone(s.Cues), byVerb)
	left := func(what string) bool {
		return slices.ContainsFunc(s.Cues, func(q demarche.Cue) bool { return q.Sets == what })
	}
	s.Negated, s.Future, s.Hypothetical, s.Historical = left("negation"), left("future"), left("hypothetical"), left("historical")
	return s
}
