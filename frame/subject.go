package frame

import "github.com/demarche/demarche"

// subject is the memo of who the surface subject of a predicate is.
type subject struct {
	state uint8 // 0 unknown, 1 being looked for, 2 known
	tok   int32 // -1 when none
	path  string
}

// subject is the surface subject of predicate v, its own or one shared by
// coordination, control, raising or participle, and how it was found; -1 when
// there is none.
func (w *work) subject(v int) (int, string) {
	switch s := &w.subjs[v]; s.state {
	case 2:
		return int(s.tok), s.path
	case 1:
		return -1, ""
	}
	w.subjs[v].state = 1
	tok, path := w.findSubject(v)
	if tok == v {
		tok = -1
	}
	w.subjs[v] = subject{2, int32(tok), path}
	return tok, path
}

func (w *work) findSubject(v int) (int, string) {
	if s := w.ownSubject(v); s >= 0 || w.isToBe(v) {
		if s < 0 {
			s = w.child(v, demarche.NsubjOuter)
		}
		if a := w.antecedent(s); a != s {
			return a, "acl:relcl antecedent"
		}
		return s, string(w.rel[s])
	}
	h := int(w.head[v])
	if h < 0 {
		return -1, ""
	}
	switch w.base(v) {
	case demarche.Conj:
		s, _ := w.subject(w.firstConjunct(v))
		return s, "conj subject"
	case demarche.Xcomp:
		if w.isTough(v) {
			return -1, ""
		}
		return w.controller(h, v)
	case demarche.Ccomp:
		if m := w.marker(v); m == "to" && !w.isTough(v) || m == "" && w.toks[v].XPOS == "VBG" {
			return w.controller(h, v)
		}
	case demarche.Advcl:
		return w.adjunctSubject(v, h)
	case demarche.Acl:
		return w.aclSubject(v, h)
	case demarche.Amod:
		if w.toks[v].XPOS == "VBG" {
			return h, "amod noun"
		}
		return h, "amod noun"
	}
	return -1, ""
}

// controller is the subject of clause v that governor g leaves to be
// understood: g's object for most verbs, its subject for "promise", the noun
// after a preposition for "call on".
func (w *work) controller(g, v int) (int, string) {
	if w.toks[g].UPOS == demarche.NOUN && w.child(g, demarche.Cop) < 0 {
		return w.nounSubject(g)
	}
	lemma := w.verbLemma(g)
	k := w.control[lemma]
	if o := w.forTo(g, v); o >= 0 {
		return o, "subject with for"
	}
	if k.clause == "subject" && w.passive(g) && w.deepAgent(g) >= 0 {
		return w.deepAgent(g), "control subject of " + lemma
	}
	if k.clause != "subject" && !w.passive(g) {
		if k.clause != "object" && k.clause != "" {
			if o := w.objectOf(g, k.clause); o >= 0 {
				return o, "control " + k.clause + " of " + lemma
			}
		}
		for _, r := range [...]demarche.Rel{demarche.Obj, demarche.Iobj} {
			if o := w.child(g, r); o >= 0 && w.controls(o, v) {
				return w.antecedent(o), "control object of " + lemma
			}
		}
		if k.clause == "object" {
			if o := w.gap(g); o >= 0 {
				return o, "control object of " + lemma
			}
		}
	}
	s, _ := w.subject(g)
	return s, "control subject of " + lemma
}

// forTo is the X of "for X to withdraw" where the tree hangs "for X" on the
// governor g of the clause v; -1 when there is none.
func (w *work) forTo(g, v int) int {
	if w.marker(v) != "to" {
		return -1
	}
	for c := w.first[g]; c >= 0 && int(c) < v; c = w.next[c] {
		if b := w.base(int(c)); b != demarche.Obl && b != demarche.Nmod || w.right[c]+1 != w.left[v] {
			continue
		}
		if w.hasCase(int(c), "for") && !w.isTime(int(c)) {
			return int(c)
		}
	}
	return -1
}

// controls keeps events from acting: in "took action to stop it", "has plans to
// visit" neither action nor plans do.
func (w *work) controls(o, v int) bool {
	n := w.step(w.antecedent(o))
	if w.lightOf[n] >= 0 || n == v {
		return false
	}
	_, known := w.status[w.lemma(n)]
	return !known && w.eventNoun(n) == nil || w.actor[n]
}

// objectOf is the noun after preposition prep under v, -1 when none.
func (w *work) objectOf(v int, prep string) int {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.base(int(c)) == demarche.Obl {
			if p, head := w.prep(int(c)); p == prep && !w.isTime(head) {
				return w.antecedent(head)
			}
		}
	}
	return -1
}

// deepAgent is who does v: the by-phrase of a passive, else the subject of an
// active; -1 when unknown.
func (w *work) deepAgent(v int) int {
	if !w.passive(v) {
		s, _ := w.subject(v)
		return s
	}
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.isAgentPhrase(int(c)) {
			return w.antecedent(int(c))
		}
	}
	return -1
}

// isAgentPhrase says whether child c of a passive is its by-phrase.
func (w *work) isAgentPhrase(c int) bool {
	if w.rel[c] == demarche.OblAgent {
		return true
	}
	if w.base(c) != demarche.Obl || w.isTime(c) {
		return false
	}
	p, _ := w.prep(c)
	return p == "by" && !byMeans[w.lemma(c)]
}

// byMeans are nouns that say how, not who, after "by".
var byMeans = map[string]bool{
	"telephone": true, "phone": true, "video": true, "videolink": true, "email": true, "mail": true, "letter": true, "fax": true,
	"radio": true, "air": true, "land": true, "sea": true, "boat": true, "ship": true, "plane": true, "car": true, "train": true,
	"road": true, "force": true, "consensus": true, "acclamation": true, "mistake": true, "accident": true, "law": true,
	"decree": true, "percent": true, "vote": true, "way": true, "means": true, "phone call": true,
}

// adjunctSubject is the subject of an adverbial clause without its own:
// "after visiting Astana", "killing three". Complements with a preposition
// ("accused him of lying") follow the object.
func (w *work) adjunctSubject(v, h int) (int, string) {
	m := w.marker(v)
	if w.isContentMarker(h, m) {
		return w.controller(h, v)
	}
	if w.eventNoun(h) != nil && w.frameAt[h] >= 0 && w.lightOf[h] < 0 {
		return w.nounSubject(h)
	}
	if m == "by" && w.passive(h) {
		return w.deepAgent(h), "adjunct subject"
	}
	if o := w.forTo(h, v); o >= 0 {
		return o, "subject with for"
	}
	if m == "to" && w.passive(v) && !w.passive(h) {
		if o := w.child(h, demarche.Obj); o >= 0 {
			return w.antecedent(o), "adjunct object" // "sent the prisoners to be tried"
		}
	}
	if m == "to" {
		if w.isObligatory(h) {
			return w.controller(h, v)
		}
	}
	if s, _ := w.subject(h); s >= 0 {
		return s, "adjunct subject"
	}
	if w.toks[h].UPOS == demarche.NOUN || w.toks[h].UPOS == demarche.PROPN {
		return h, "adjunct noun"
	}
	return -1, ""
}

// isContentMarker says whether marker m introduces a complement of verb h
// rather than an adjunct: "of" of "accuse", "from" of "prevent".
func (w *work) isContentMarker(h int, m string) bool {
	return m != "" && has(w.control[w.verbLemma(h)].markers, m)
}

// aclSubject is the subject of a clause on noun h: the noun itself for
// participles, who plans for "a plan to visit".
func (w *work) aclSubject(v, h int) (int, string) {
	if w.rel[v] == demarche.AclRelcl {
		if w.deepObject(v) == h {
			return -1, ""
		}
		return h, "acl:relcl antecedent"
	}
	m := w.marker(v)
	if w.passive(v) {
		return h, "acl noun"
	}
	if n := w.eventNoun(h); m == "" && n != nil && speaks[n.class] {
		if s, path := w.nounSubject(h); s >= 0 {
			return s, path // "issued a statement condemning the attack"
		}
	}
	if o := w.forTo(h, v); o >= 0 {
		return o, "subject with for"
	}
	if m == "" && (w.toks[v].XPOS == "VBG" || w.toks[v].XPOS == "VBN" || w.toks[v].XPOS == "VBD") {
		return h, "acl noun"
	}
	if m == "to" && w.acts(h) {
		return h, "acl noun"
	}
	return w.nounSubject(h)
}

// speaks are the classes of nouns in which those say something who make them:
// "passed a resolution condemning", "filed a lawsuit accusing".
var speaks = map[string]bool{"statement": true, "accusation": true, "request": true, "threat": true, "vote": true, "decision": true}

// acts says whether noun h can be who does the infinitive on it: "the first
// minister to visit", "troops to fight"; not "a plan to visit".
func (w *work) acts(h int) bool {
	if w.actor[h] || w.toks[h].UPOS == demarche.PROPN || w.toks[h].UPOS == demarche.PRON {
		return true
	}
	if _, known := w.status[w.lemma(h)]; known || w.eventNoun(h) != nil {
		return false
	}
	return w.ranked(h)
}

// ranked says whether noun h is "the first", "the only", "the latest".
func (w *work) ranked(h int) bool {
	for c := w.first[h]; c >= 0; c = w.next[c] {
		switch w.lower(int(c)) {
		case "first", "last", "latest", "only", "second", "third":
			return true
		}
	}
	return false
}

// nounSubject is who does what noun n names, for clauses that hang on it:
// possessor, actor modifier, by-phrase, or the subject of the verb that n is
// object of.
func (w *work) nounSubject(n int) (int, string) {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Nmod:
			p, head := "", int(c)
			if w.rel[c] != demarche.NmodPoss {
				p, head = w.prep(int(c))
			}
			if w.rel[c] == demarche.NmodPoss || p == "by" || p == "between" {
				return w.antecedent(head), "subject of noun"
			}
		case demarche.Amod, demarche.Compound:
			if w.isActorWord(int(c)) {
				return int(c), "subject of noun"
			}
		}
	}
	g := int(w.head[w.top(n)])
	if g < 0 || w.toks[g].UPOS != demarche.VERB {
		return -1, ""
	}
	switch w.base(w.top(n)) {
	case demarche.Obj, demarche.Obl:
		if w.definite(w.top(n)) && !w.carries[g] && !w.control[w.verbLemma(g)].nominal {
			return -1, "" // "condemned the attempt to …" was somebody else's
		}
		s, _ := w.subject(g)
		return s, "subject of noun"
	case demarche.Nsubj:
		if w.passive(g) {
			return w.deepAgent(g), "subject of noun"
		}
	}
	return -1, ""
}
