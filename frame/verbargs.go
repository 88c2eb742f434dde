package frame

import "github.com/demarche/demarche"

// verbArgs collects the arguments of verb v in logical roles.
func (w *work) verbArgs(v int) {
	passive := w.passive(v)
	w.subjectArg(v, passive)
	stranded := false
	for c := w.first[v]; c >= 0; c = w.next[c] {
		i := int(c)
		switch w.base(i) {
		case demarche.Obj:
			w.objectArg(v, i)
		case demarche.Iobj:
			w.add(w.indirect(v), "", w.antecedent(i), string(w.rel[i]))
			w.lend(w.step(i), w.frameAt[v], w.isContentMarker(v, "of")) // "assured Chad | of support"
		case demarche.Obl, demarche.Nmod:
			stranded = w.oblique(v, i, passive) || stranded
		case demarche.Ccomp, demarche.Xcomp:
			w.complement(v, i)
		case demarche.Advcl:
			w.adverbial(v, i)
		case demarche.Parataxis:
			if w.quotes(v, i) {
				w.complement(v, i)
			}
		}
	}
	if passive {
		w.statementAgent(v)
		w.partiesBetween(v)
	}
	if w.base(v) == demarche.Amod {
		if a := w.actorModifier(v); a >= 0 && passive {
			w.add(demarche.Agent, "", a, "amod participle")
		}
	}
	if g := w.gap(v); g >= 0 && !passive && !stranded {
		w.add(demarche.Theme, "", g, "acl:relcl antecedent")
	}
	if o := w.sharedObject(v); o >= 0 {
		w.add(demarche.Theme, "", w.antecedent(o), "shared obj")
	}
	w.reportedBefore(v)
	w.tough(v)
}

// subjectArg adds the deep role of the surface subject.
func (w *work) subjectArg(v int, passive bool) {
	s, path := w.subject(v)
	if s < 0 {
		return
	}
	switch {
	case !passive && w.child(v, demarche.Expl) >= 0 && w.lemma(v) == "be":
		w.add(demarche.Theme, "", s, "existential")
	case !passive:
		w.add(demarche.Agent, "", s, path)
	case w.raises(v):
	case w.child(v, demarche.Obj) >= 0:
		w.add(demarche.Dative, "", s, path)
	default:
		w.add(demarche.Theme, "", s, path)
	}
}

// statementAgent is who speaks in "was condemned in a statement by Egypt".
func (w *work) statementAgent(v int) {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.isAgentPhrase(int(c)) {
			return
		}
	}
	for c := w.first[v]; c >= 0; c = w.next[c] {
		n := w.eventNoun(int(c))
		if w.rel[c] != demarche.Obl || n == nil || n.class != "statement" {
			continue
		}
		for k := w.first[c]; k >= 0; k = w.next[k] {
			if w.rel[k] != demarche.Nmod {
				continue
			}
			if p, head := w.prep(int(k)); p == "by" || p == "from" {
				w.add(demarche.Agent, p, head, "statement")
			}
		}
	}
}

// partiesBetween are those who signed in "was signed between Chad and Niger".
func (w *work) partiesBetween(v int) {
	switch w.lemma(v) {
	case "sign", "ink", "initial", "conclude", "exchange", "ratify", "formalize", "formalise":
	default:
		return
	}
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.isAgentPhrase(int(c)) {
			return
		}
	}
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if p, head := w.prep(int(c)); w.rel[c] == demarche.Obl && p == "between" {
			w.add(demarche.Agent, p, head, "parties")
		}
	}
}

// raises says whether the subject of passive v belongs to its complement
// alone: "is expected to", "is said to".
func (w *work) raises(v int) bool {
	return w.child(v, demarche.Xcomp) >= 0 && w.control[w.lemma(v)].raising
}

// objectArg adds an object, and what hangs on it with a preposition: which of
// noun and verb it belongs to is the parser's guess, so that both have it.
func (w *work) objectArg(v, o int) {
	a := w.antecedent(o)
	if w.lower(o) == "each" || w.lower(o) == "themselves" && w.lemma(v) != "be" {
		if w.reciprocal(v, o, demarche.Theme, "") {
			return
		}
	}
	path := "obj"
	if a != o {
		if w.strands(v) {
			return // "whom he spoke to": the pronoun is the preposition's
		}
		path = "acl:relcl antecedent"
	}
	w.add(demarche.Theme, "", a, path)
	w.receivedFrom(v, o)
	if a == o {
		w.lend(w.step(o), w.frameAt[v], w.isContentMarker(v, "of"))
	}
}

func (w *work) strands(v int) bool {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.base(int(c)) == demarche.Obl && w.isStranded(int(c)) {
			return true
		}
	}
	return false
}

// lend adds the prepositional phrases of noun n as obliques of the verb; those
// with "of" only for verbs like "accuse", which take one.
func (w *work) lend(n int, frame int32, of bool) {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Nmod || int(c) < n {
			continue
		}
		if p, head := w.prep(int(c)); (p != "of" || of) && p != "" && !isTogether(p) {
			w.add(demarche.Oblique, p, head, "nmod of obj")
		}
	}
}

// reciprocal makes each agent the other's counterpart: "accused each other".
func (w *work) reciprocal(v, o int, role demarche.ArgRole, prep string) bool {
	if w.lower(o) != "each" || w.child(o, demarche.Fixed) < 0 && w.child(o, demarche.Amod) < 0 {
		return false
	}
	if s, _ := w.subject(v); s >= 0 {
		w.add(role, prep, s, "each other")
	}
	return true
}

// indirect is the role of an indirect object: without a direct one beside it,
// it is whom the verb is done to ("told him that").
func (w *work) indirect(v int) demarche.ArgRole {
	if w.child(v, demarche.Obj) < 0 {
		return demarche.Theme
	}
	return demarche.Dative
}

// oblique adds a prepositional phrase; it says whether it was a stranded
// preposition, which takes the antecedent of its relative clause.
func (w *work) oblique(v, i int, passive bool) bool {
	if w.rel[i] == demarche.NmodPoss {
		return false
	}
	if passive && w.isAgentPhrase(i) {
		w.add(demarche.Agent, "by", w.antecedent(i), string(w.rel[i]))
		return false
	}
	p, head := w.prep(i)
	if p == "" && w.rel[i] == demarche.Obl && w.isWordOf(i, "each") {
		return false
	}
	if head == i && w.isStranded(i) {
		if a := w.strandedFrom(v); a >= 0 {
			w.add(demarche.Oblique, p, a, "acl:relcl antecedent")
			return true
		}
		return false
	}
	if w.lower(head) == "each" && w.reciprocal(v, head, demarche.Oblique, p) {
		return false
	}
	if isTogether(p) {
		if s, _ := w.subject(v); s >= 0 && !passive {
			w.add(demarche.Agent, p, head, p)
			return false
		}
	}
	w.add(demarche.Oblique, p, w.antecedent(head), string(w.rel[i]))
	if w.isBare(head) {
		w.lend(head, w.frameAt[v], false)
	}
	return false
}

// isBare says that a noun stands without article, possessor or adjective: in
// "spoke by telephone with Zelensky" the second phrase is the verb's, wherever
// the parser hangs it.
func (w *work) isBare(n int) bool {
	if w.toks[n].UPOS != demarche.NOUN {
		return false
	}
	for c := w.first[n]; c >= 0; c = w.next[c] {
		switch w.rel[c].Base() {
		case demarche.Det, demarche.Amod, demarche.Nummod, demarche.Compound:
			return false
		case demarche.Nmod:
			if w.rel[c] == demarche.NmodPoss {
				return false
			}
		}
	}
	return true
}

func (w *work) isWordOf(i int, s string) bool { return w.lower(i) == s }

// strandedFrom is what a stranded preposition under v governs: the pronoun's
// or the bare antecedent of the relative clause, or the subject of a passive
// or of "hard to deal with"; -1 when unknown.
func (w *work) strandedFrom(v int) int {
	for c, steps := v, 0; c >= 0 && steps < 4; c, steps = int(w.head[c]), steps+1 {
		if w.rel[c] == demarche.AclRelcl || w.rel[c] == demarche.Acl {
			return int(w.head[c])
		}
	}
	return -1
}

// complement adds a clause, or a word said of subject or object.
func (w *work) complement(v, i int) {
	if w.frameAt[i] < 0 && w.toks[i].UPOS != demarche.VERB {
		w.add(demarche.Predicate, "", i, string(w.rel[i]))
		return
	}
	m := w.marker(i)
	w.add(demarche.Content, m, i, string(w.rel[i]))
	if m == "" && w.base(i) == demarche.Ccomp && w.toks[i].XPOS == "VBG" && w.child(v, demarche.Obj) < 0 && w.status[w.verbLemma(v)].clause&report == 0 {
		w.add(demarche.Theme, "", w.ownSubject(i), "subject of content") // "welcomed families fleeing the war"
	}
}

// adverbial adds an adverbial clause: content for "accuse of", else adjunct.
func (w *work) adverbial(v, i int) {
	m := w.marker(i)
	role := demarche.Adjunct
	if w.isComplement(v, i, m) {
		role = demarche.Content
	}
	w.add(role, m, i, "advcl")
}

// isComplement says whether adverbial clause i with marker m is a complement
// of v: "accused of", "sent to fight", "called for the rebels to leave".
func (w *work) isComplement(v, i int, m string) bool {
	if w.isContentMarker(v, m) {
		return true
	}
	return m == "to" && (w.isObligatory(v) || w.status[w.verbLemma(v)].clause != 0 && w.forTo(v, i) >= 0)
}

// isObligatory says whether a to-clause that the parser took for an adjunct
// of v is its complement: v is known for one, and has none.
func (w *work) isObligatory(v int) bool {
	if w.child(v, demarche.Xcomp) >= 0 || w.child(v, demarche.Ccomp) >= 0 {
		return false
	}
	switch k := w.control[w.verbLemma(v)]; k.clause {
	case "":
		return false
	case "subject", "object":
		return true
	default:
		return w.objectOf(v, k.clause) >= 0
	}
}

// reportedBefore links a verb of saying that the tree hangs under what is
// said: "Talks will resume, he said, on Monday."
func (w *work) reportedBefore(v int) {
	h := int(w.head[v])
	if h < 0 || w.base(v) != demarche.Parataxis || !w.reports(v) || w.frameAt[h] < 0 {
		return
	}
	w.args = append(w.args, demarche.Arg{
		Role: demarche.Content, Head: h, Range: w.phrase(h), Frame: int(w.frameAt[h]), Path: "parataxis",
	})
}

// quotes says whether clause i, set beside verb of saying v, is what it says:
// `He said: "We will …"`.
func (w *work) quotes(v, i int) bool {
	return i > v && w.frameAt[i] >= 0 && w.toks[v].UPOS == demarche.VERB && !w.reports(i) &&
		w.child(v, demarche.Ccomp) < 0 && w.status[w.verbLemma(v)].clause&report != 0
}

// reports says whether v is a verb of saying without content of its own.
func (w *work) reports(v int) bool {
	return w.child(v, demarche.Ccomp) < 0 && w.child(v, demarche.Obj) < 0 && w.child(v, demarche.Xcomp) < 0 &&
		w.status[w.verbLemma(v)].clause&report != 0
}

// tough adds the subject of "hard to persuade" as what is persuaded.
func (w *work) tough(v int) {
	if !w.isTough(v) {
		return
	}
	h := int(w.head[v])
	if s, _ := w.subject(h); s >= 0 && w.child(h, demarche.Expl) < 0 {
		w.add(demarche.Theme, "", s, "tough movement")
	}
}

// isTough says whether v is the complement of an adjective whose subject is
// its object.
func (w *work) isTough(v int) bool {
	h := int(w.head[v])
	return h >= 0 && w.toks[h].UPOS == demarche.ADJ && w.child(v, demarche.Obj) < 0 && w.marker(v) == "to" && toughWords[w.lemma(h)]
}

var toughWords = map[string]bool{
	"easy": true, "hard": true, "difficult": true, "tough": true, "impossible": true, "dangerous": true, "safe": true,
	"simple": true, "costly": true, "expensive": true,
}

// copularArgs collects subject, predicate and complements of "is ready to".
func (w *work) copularArgs(f *demarche.Frame) {
	if s, path := w.subject(f.Pred); s >= 0 {
		w.add(demarche.Agent, "", s, path)
	} else if e := w.child(f.Pred, demarche.Expl); e >= 0 && dispositions[f.Lemma] {
		w.add(demarche.Agent, "", e, "it of a disposition")
	}
	w.args = append(w.args, demarche.Arg{
		Role: demarche.Predicate, Head: f.Pred, Range: w.phrase(f.Pred), Frame: -1, Path: "cop",
	})
	for c := w.first[f.Pred]; c >= 0; c = w.next[c] {
		i := int(c)
		switch w.base(i) {
		case demarche.Obl, demarche.Nmod:
			w.oblique(f.Pred, i, false)
		case demarche.Ccomp, demarche.Xcomp:
			w.complement(f.Pred, i)
		case demarche.Advcl, demarche.Acl:
			if w.rel[i] != demarche.AclRelcl {
				w.adverbial(f.Pred, i)
			}
		}
	}
}

// hearsayArgs makes "according to X" a saying of X.
func (w *work) hearsayArgs(pred int) {
	x := int(w.head[pred])
	if x < 0 {
		return
	}
	w.add(demarche.Agent, "according to", x, "according to")
	if g := int(w.head[w.firstConjunct(x)]); g >= 0 && w.frameAt[g] >= 0 {
		w.args = append(w.args, demarche.Arg{
			Role: demarche.Content, Head: g, Range: w.phrase(g), Frame: int(w.frameAt[g]), Path: "according to",
		})
	}
}
