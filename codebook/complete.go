package codebook

import (
	"slices"

	"github.com/demarche/demarche"
)

// A line may code an event without saying to whom it is done: "agreed to lift
// the embargo on Iran" is coded by "agrees to CONCEDE", "attacked an Afghan base"
// by a line about bases. complete fills the empty side of the best attempt
// from what the text says beside: another line of the category that fits and
// has a recipient, then whoever the content of the event names.
func (m *matcher) complete(i int, list []*variant) {
	m.sentThemselves(i)
	if len(m.best.recipients) > 0 {
		return
	}
	if m.byOtherLine(i, list) {
		return
	}
	if len(m.best.actors) > 0 {
		m.byContent(i)
	}
}

// sentThemselves makes those who are sent, or whose things are, the actors where
// nobody else is: "Norwegian soldiers were deployed to the island".
func (m *matcher) sentThemselves(i int) {
	f := &m.doc.Frames[i]
	category := m.best.variant.rule.category
	if category != "MOBILIZE" && category != "AID" || len(m.best.actors) > 0 || f.Nominal() {
		return
	}
	for k := range f.Args {
		if f.Args[k].Role != demarche.Theme {
			continue
		}
		for _, filler := range m.of(k) {
			if filler.Mention >= 0 && !m.among(m.best.recipients, filler) {
				m.best.actors = appendFiller(m.best.actors, filler)
			}
		}
	}
}

// byOtherLine takes the recipients of the most specific other line of the same
// category that fits strictly and fills them.
func (m *matcher) byOtherLine(i int, list []*variant) bool {
	for _, v := range list {
		if v == m.best.variant || v.rule.category != m.best.variant.rule.category || !v.hasRecipient() {
			continue
		}
		m.attempt.reset(v, false)
		if !m.matches(i, v) || len(m.recipients) == 0 || !sharesActor(m.actors, m.best.actors) || m.ownsAll(m.actors, m.recipients) {
			continue
		}
		m.best.recipients = append(m.best.recipients[:0], m.recipients...)
		m.best.filledBy = "by the line at " + v.source
		return true
	}
	return false
}

func (v *variant) hasRecipient() bool {
	return v.subject != nil && v.subject.slot == RecipientSlot || anyNeed(v.needs, func(n *need) bool {
		return n.test.slot == RecipientSlot || n.subject != nil && n.subject.slot == RecipientSlot
	})
}

func sharesActor(a, b []demarche.Filler) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	return slices.ContainsFunc(a, func(x demarche.Filler) bool {
		return slices.ContainsFunc(b, func(y demarche.Filler) bool { return x.Head == y.Head })
	})
}

// ownsAll says whether all of those are the actors' own: "put its army on alert".
func (m *matcher) ownsAll(actors, those []demarche.Filler) bool {
	m.tree()
	for _, f := range those {
		owned := false
		for c := m.first[f.Head]; c >= 0; c = m.next[c] {
			n := m.mention(int(c))
			owned = owned || m.kindOf(int(c)) == possessor && n >= 0 && m.among(actors, demarche.Filler{Head: int(c), Mention: n})
		}
		if !owned {
			return false
		}
	}
	return true
}

// byContent takes the first actor of another state that the content of the event
// speaks of, else the first authority of the actors' own, else a place in it.
func (m *matcher) byContent(i int) {
	r, ok := reaches[m.best.variant.rule.category]
	if !ok {
		return
	}
	f := &m.doc.Frames[i]
	own := m.statesOf(m.best.actors)
	if r.mutual && slices.ContainsFunc(own, func(code string) bool { return code != own[0] }) {
		return // "Iran and Iraq agreed to share data on Syria"
	}
	foreign := func(n int) bool {
		code := m.mentions[n].Actors[0].Code
		return code != "" && !slices.Contains(own, code)
	}
	ways := [...]struct {
		open bool
		ok   func(n int) bool
	}{
		{true, func(n int) bool { return foreign(n) && !m.isWhere(n) }},
		{r.domestic, func(n int) bool { return isAuthority(&m.mentions[n]) && !m.isWhere(n) }},
		{r.places, func(n int) bool { return m.isWhere(n) && m.mentions[n].Actors[0].Code != "" }},
	}
	for _, way := range ways {
		if !way.open {
			continue
		}
		if n := m.contentFiller(f, &r, way.ok); n >= 0 {
			m.best.recipients = append(m.best.recipients[:0], demarche.Filler{Arg: -1, Head: m.mentions[n].Head, Mention: n})
			m.best.filledBy = "named in what is said or done"
			return
		}
	}
}

func (m *matcher) contentFiller(f *demarche.Frame, r *reach, ok func(n int) bool) int {
	for k := range f.Args {
		a := &f.Args[k]
		if !m.tellsContent(r, a) || a.Head < 0 || a.Head >= len(m.toks) {
			continue
		}
		best := -1
		look := func(t int) {
			n := m.mention(t)
			if n < 0 || len(m.mentions[n].Actors) == 0 || !ok(n) || m.withinSide(m.best.actors, n) || m.guessed(n) {
				return
			}
			if best < 0 || m.mentions[n].First < m.mentions[best].First {
				best = n
			}
		}
		m.under(a.Head, 0, look)
		if a.Role == demarche.Content && a.Frame >= 0 && a.Frame < len(m.doc.Frames) { // what the frame layer put together anew
			for _, inner := range m.doc.Frames[a.Frame].Args {
				if (inner.Role == demarche.Agent || inner.Role == demarche.Theme) && inner.Head >= 0 && inner.Head < len(m.toks) {
					look(inner.Head)
				}
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// guessed says that only the story tells whose a common noun is: "the experts" of
// a story set in Chad are no word for Chad.
func (m *matcher) guessed(n int) bool {
	e := &m.mentions[n].Actors[0].Evidence
	return e.Kind == "document" || e.Source == "place nearby"
}

// withinSide says whether a mention is of those on a side, or a word of their names.
func (m *matcher) withinSide(side []demarche.Filler, n int) bool {
	return m.among(side, demarche.Filler{Head: m.mentions[n].Head, Mention: n}) || slices.ContainsFunc(side, func(f demarche.Filler) bool {
		return f.Mention >= 0 && m.mentions[f.Mention].Contains(m.mentions[n].Head)
	})
}

// under visits token top and what hangs below it, without what only tells when,
// or who says so.
func (m *matcher) under(top, depth int, visit func(t int)) {
	visit(top)
	if depth == maxNest {
		return
	}
	m.tree()
	for c := m.first[top]; c >= 0; c = m.next[c] {
		if !m.isAside(int(c)) {
			m.under(int(c), depth+1, visit)
		}
	}
}

// isAside says whether a phrase or clause stands beside what it hangs on:
// "after the cabinet lost a vote", "according to officials".
func (m *matcher) isAside(t int) bool {
	switch m.toks[t].Rel.Base() {
	case demarche.Parataxis:
		return true
	case demarche.Advcl, demarche.Obl, demarche.Nmod:
		for c := m.first[t]; c >= 0; c = m.next[c] {
			if r := m.toks[c].Rel.Base(); (r == demarche.Mark || r == demarche.Case || r == demarche.Advmod) && slices.Contains(asides[:], m.toks[c].Norm) {
				return true
			}
		}
	}
	return false
}

var asides = [...]string{"after", "before", "since", "until", "when", "while", "as", "unless", "if", "once", "following", "according", "during"}

// isWhere says that a mention only names the place: "in Ankara".
func (m *matcher) isWhere(n int) bool {
	mention := &m.mentions[n]
	if mention.Type != demarche.GPE && mention.Type != demarche.Loc {
		return false
	}
	switch m.caseOf(mention.Head) {
	case "in", "at", "near", "inside", "outside", "across", "around", "throughout", "within":
		return true
	}
	return false
}

// isAuthority says that a mention is a state or one of its powers.
func isAuthority(mention *demarche.Mention) bool {
	if mention.Pronoun {
		return false
	}
	return slices.ContainsFunc(mention.Actors, func(a demarche.Actor) bool {
		if a.Code == "" {
			return false
		}
		if len(a.Sectors) == 0 {
			return mention.Type == demarche.GPE
		}
		return slices.Contains(authorities[:], a.Sectors[0])
	})
}

var authorities = [...]string{"GOV", "LEG", "JUD", "COP", "SPY", "PTY"}

// statesOf is the codes of those on a side.
func (m *matcher) statesOf(side []demarche.Filler) []string {
	var codes []string
	for _, f := range side {
		if f.Mention < 0 {
			continue
		}
		for _, a := range m.mentions[f.Mention].Actors {
			if a.Code != "" {
				codes = append(codes, a.Code)
			}
		}
	}
	return codes
}
