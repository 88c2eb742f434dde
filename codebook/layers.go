package codebook

import "github.com/demarche/demarche"

// layers is what the matcher looks up in a document, in arrays that are
// reused from document to document.
type layers struct {
	toks      []demarche.Token
	mentions  []demarche.Mention
	mentionAt []int32 // token to the longest mention that it heads, -1
	frameAt   []int32 // predicate's token to its frame, -1
	first     []int32 // first child of a token, -1
	next      []int32 // next child of the same governor, -1
	hasTree   bool
	frames    []demarche.Frame

	args    []span            // fillers of the arguments of the frame at hand
	fillers []demarche.Filler // what args point into
	current int               // frame that args belong to
}

type span struct{ start, end int32 }

func (l *layers) reset(doc *demarche.Doc) {
	n := len(doc.Tokens)
	l.toks, l.mentions, l.frames, l.current = doc.Tokens, doc.Mentions, doc.Frames, -1
	l.hasTree = false
	l.mentionAt = filled(l.mentionAt, n, -1)
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Head < 0 || m.Head >= n || !isActor(m) {
			continue
		}
		if old := l.mentionAt[m.Head]; old < 0 || doc.Mentions[old].Len() < m.Len() {
			l.mentionAt[m.Head] = int32(i)
		}
	}
	l.frameAt = filled(l.frameAt, n, -1)
	for i := range doc.Frames {
		if p := doc.Frames[i].Pred; p >= 0 && p < n {
			l.frameAt[p] = int32(i)
		}
	}
}

// isActor says whether a mention can fill a slot: somebody known, or a kind
// of thing that acts.
func isActor(m *demarche.Mention) bool {
	if len(m.Actors) > 0 {
		return true
	}
	switch m.Type {
	case demarche.Person, demarche.Org, demarche.GPE, demarche.NORP, demarche.Role:
		return true
	}
	return false
}

func filled(s []int32, n int, with int32) []int32 {
	if cap(s) < n {
		s = make([]int32, n, n+n/4)
	}
	s = s[:n]
	for i := range s {
		s[i] = with
	}
	return s
}

// tree builds the lists of children when first needed.
func (l *layers) tree() {
	if l.hasTree {
		return
	}
	l.hasTree = true
	n := len(l.toks)
	l.first = filled(l.first, n, -1)
	l.next = filled(l.next, n, -1)
	for i := n - 1; i >= 0; i-- {
		if h := l.toks[i].Head; h >= 0 && h < n && h != i {
			l.next[i], l.first[h] = l.first[h], int32(i)
		}
	}
}

// mention is the mention that token t heads, -1 when none.
func (l *layers) mention(t int) int {
	if t < 0 || t >= len(l.mentionAt) {
		return -1
	}
	return int(l.mentionAt[t])
}

// fillersOf works out the fillers of every argument of frame i.
func (l *layers) fillersOf(i int) {
	if l.current == i {
		return
	}
	l.current = i
	l.fillers = l.fillers[:0]
	l.args = l.args[:0]
	for k := range l.frames[i].Args {
		start := int32(len(l.fillers))
		l.fillers = l.fill(l.fillers, k, &l.frames[i].Args[k])
		l.args = append(l.args, span{start, int32(len(l.fillers))})
	}
}

// of is the fillers of argument k of the frame at hand.
func (l *layers) of(k int) []demarche.Filler {
	s := l.args[k]
	return l.fillers[s.start:s.end]
}

// fill appends who fills a slot at argument a: the mention that it heads; or
// who does the event that it names; or whom its possessor, adjectives, of- and
// by-phrases name ("condemned Russia's decision").
func (l *layers) fill(to []demarche.Filler, k int, a *demarche.Arg) []demarche.Filler {
	if a.Head < 0 || a.Head >= len(l.toks) {
		return to
	}
	if m := l.mention(a.Head); m >= 0 {
		return append(to, demarche.Filler{Arg: k, Head: a.Head, Mention: m})
	}
	if h := l.nameHead(a.Head); h != a.Head && l.mention(h) >= 0 {
		return append(to, demarche.Filler{Arg: k, Head: h, Mention: l.mention(h)})
	}
	l.tree()
	if a.Frame >= 0 && a.Frame < len(l.frames) && l.frames[a.Frame].Nominal() {
		return l.doers(to, k, a.Frame)
	}
	return l.dependents(to, k, a.Head, 2)
}

// nameHead is the head of the name that token t is a later word of.
func (l *layers) nameHead(t int) int {
	for steps := 0; steps < 8 && l.toks[t].Rel.Base() == demarche.Flat && l.toks[t].Head >= 0 && l.toks[t].Head < t; steps++ {
		t = l.toks[t].Head
	}
	return t
}

// doers appends the agents of an event: of "condemned the invasion of Ukraine
// by Russia", Russia and not Ukraine.
func (l *layers) doers(to []demarche.Filler, k, frame int) []demarche.Filler {
	args := l.frames[frame].Args
	for i := range args {
		h := args[i].Head
		if args[i].Role != demarche.Agent || h < 0 || h >= len(l.toks) {
			continue
		}
		if m := l.mention(h); m >= 0 {
			to = append(to, demarche.Filler{Arg: k, Head: h, Mention: m})
		} else {
			to = l.dependents(to, k, h, 1)
		}
	}
	return to
}

// dependents looks through the kinds of dependents in order and takes all of
// the first kind that names somebody.
func (l *layers) dependents(to []demarche.Filler, arg, head, depth int) []demarche.Filler {
	before := len(to)
	for kind := possessor; kind <= ofPhrase && len(to) == before; kind++ {
		for c := l.first[head]; c >= 0; c = l.next[c] {
			if l.kindOf(int(c)) != kind {
				continue
			}
			if m := l.mention(int(c)); m >= 0 {
				to = append(to, demarche.Filler{Arg: arg, Head: int(c), Mention: m})
				to = l.conjuncts(to, arg, int(c))
			} else if depth > 1 && kind == ofPhrase {
				to = l.dependents(to, arg, int(c), depth-1)
			}
		}
	}
	return to
}

func (l *layers) conjuncts(to []demarche.Filler, arg, head int) []demarche.Filler {
	for c := l.first[head]; c >= 0; c = l.next[c] {
		if l.toks[c].Rel.Base() == demarche.Conj {
			if m := l.mention(int(c)); m >= 0 {
				to = append(to, demarche.Filler{Arg: arg, Head: int(c), Mention: m})
			}
		}
	}
	return to
}

type dependent int

const (
	otherDependent dependent = iota
	possessor
	modifier
	byPhrase
	ofPhrase
)

func (l *layers) kindOf(c int) dependent {
	switch rel := l.toks[c].Rel; rel {
	case demarche.NmodPoss:
		return possessor
	case demarche.Amod, demarche.Compound, demarche.NmodDesc:
		return modifier
	case demarche.Nmod, demarche.Obl, demarche.OblAgent:
		switch l.caseOf(c) {
		case "of":
			return ofPhrase
		case "by":
			return byPhrase
		}
	}
	return otherDependent
}

// caseOf is the preposition that hangs on token t, "" when none.
func (l *layers) caseOf(t int) string {
	l.tree()
	for c := l.first[t]; c >= 0; c = l.next[c] {
		if l.toks[c].Rel == demarche.Case {
			return lemmaOf(&l.toks[c])
		}
	}
	return ""
}
