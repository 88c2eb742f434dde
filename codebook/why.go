package codebook

import (
	"sort"

	"github.com/demarche/demarche"
)

// NearMiss is what became of one pattern line at one frame.
type NearMiss struct {
	Frame    int    // index into Doc.Frames
	Lemma    string // the frame's predicate
	Rule     string // name; "" when no line has this predicate
	Line     string // the pattern as written
	Source   string // FILE:LINE
	Code     string // category and modes
	Matched  bool
	Won      bool   // the line that codes the frame
	Spoken   bool   // won, but the event is part of another one
	Specific int    // when matched
	Failed   string // the first constraint that did not hold, when not matched
	held     int
}

// Why tells for each frame which lines have its predicate, and for each line
// whether it matched or what failed first. For a frame, the winner comes
// first, then other matches by specificity, then misses by how many
// constraints held. It fills doc.Codings as Match does.
func (cb *Codebook) Why(doc *demarche.Doc) []NearMiss {
	m := cb.matcher(doc)
	defer m.release()
	m.run()
	doc.Codings = m.result()
	var all []NearMiss
	for i := range doc.Frames {
		all = append(all, m.whyFrame(i)...)
	}
	return all
}

func (m *matcher) whyFrame(i int) []NearMiss {
	f := &m.doc.Frames[i]
	list := m.cb.index[f.Lemma]
	if list == nil {
		return []NearMiss{{Frame: i, Lemma: f.Lemma, Failed: "no line has this predicate"}}
	}
	if f.Pred < 0 || f.Pred >= len(m.doc.Tokens) {
		return nil
	}
	m.fillersOf(i)
	misses := make([]NearMiss, 0, len(list))
	for _, v := range list {
		misses = append(misses, m.whyLine(i, v))
	}
	sort.SliceStable(misses, func(a, b int) bool { return misses[a].before(&misses[b]) })
	return misses
}

func (m *matcher) whyLine(i int, v *variant) NearMiss {
	miss := NearMiss{
		Frame: i, Lemma: m.doc.Frames[i].Lemma, Rule: v.rule.decl.Name, Line: v.text, Source: v.source, Code: v.rule.codeText(),
	}
	if c := m.coded[i]; c >= 0 && m.found[c].variant == v {
		miss.Won, miss.Matched, miss.Specific = true, true, m.found[c].specific
		miss.Spoken = m.found[c].bare || !m.stands(i)
		return miss
	}
	m.attempt.reset(v, false)
	if miss.Matched = m.matches(i, v); miss.Matched {
		miss.Specific = m.specific
		return miss
	}
	miss.Failed, miss.held = m.failed.String(), m.depth
	return miss
}

// stands says whether frame i is an event of its own in the result.
func (m *matcher) stands(i int) bool {
	for k := range m.doc.Codings {
		if m.doc.Codings[k].Frame == i {
			return true
		}
	}
	return false
}

func (r *rule) codeText() string {
	s := r.category
	for _, m := range r.modes {
		s += " " + m
	}
	return s
}

// String names the constraint and what was wrong there.
func (f failure) String() string {
	switch {
	case f.need != nil:
		return f.need.src.String() + ": " + f.why
	case f.test != nil && f.test.src != nil:
		return f.test.src.String() + ": " + f.why
	}
	return f.why
}

func (n *NearMiss) before(o *NearMiss) bool {
	if n.Won != o.Won {
		return n.Won
	}
	if n.Matched != o.Matched {
		return n.Matched
	}
	if n.Matched {
		return n.Specific > o.Specific
	}
	return n.held > o.held
}
