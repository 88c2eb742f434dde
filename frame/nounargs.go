package frame

import "github.com/demarche/demarche"

// nounArgs collects the arguments of the nominal predicate of frame fi: from
// the noun, from transparent nouns above it, and from its support verb. Its
// arguments start at w.args[start].
func (w *work) nounArgs(fi, start int) {
	f := &w.doc.Frames[fi]
	n := f.Pred
	row := w.eventNoun(n)
	if row == nil {
		return
	}
	w.nounChildren(n, row, -1)
	if !w.filled(start, demarche.Agent) {
		w.misplacedAgent(n, row)
	}
	if row.class == "visit" && !w.filled(start, demarche.Theme) {
		w.misplacedGoal(n)
	}
	for t := n; t != w.top(n); {
		below := t
		if t = int(w.head[t]); t < 0 {
			break
		}
		w.nounChildren(t, row, below)
	}
	if v := w.lightOf[n]; v >= 0 {
		w.supportArgs(int(v), n, row)
	} else {
		w.borrow(n, row, start)
	}
	w.modifiers(n, row, start)
	if w.child(n, demarche.Cop) >= 0 {
		w.copularSubject(n, start)
	}
	if !w.filled(start, demarche.Agent) || w.onlyTheirs(start) {
		w.sharedSubject(n, row)
	}
	if !w.filled(start, demarche.Agent) {
		w.stay(n, row)
	}
	if row.class == "aid" {
		w.passedOn(n, start)
	}
}

// misplacedAgent takes "by Hamas" of "the release of hostages by Hamas" from the
// hostages.
func (w *work) misplacedAgent(n int, row *noun) {
	if !has(row.agent, "by") {
		return
	}
	for c := w.first[n]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Nmod || int(c) < n {
			continue
		}
		for k := w.first[c]; k >= 0; k = w.next[k] {
			if w.rel[k] == demarche.Nmod && !w.isTime(int(k)) {
				if p, head := w.prep(int(k)); p == "by" {
					w.add(demarche.Agent, p, head, "nmod of nmod")
				}
			}
		}
	}
}

// misplacedGoal takes "to Peru" of "the visit of the Chilean president to Peru"
// from the president.
func (w *work) misplacedGoal(n int) {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Nmod || int(c) < n {
			continue
		}
		if p, _ := w.prep(int(c)); p != "of" && p != "by" {
			continue
		}
		for k := w.first[c]; k >= 0; k = w.next[k] {
			if p, head := w.prep(int(k)); w.rel[k] == demarche.Nmod && p == "to" {
				w.add(demarche.Theme, p, head, "nmod of nmod")
			}
		}
	}
}

func (w *work) filled(start int, role demarche.ArgRole) bool {
	for _, a := range w.args[start:] {
		if a.Role == role {
			return true
		}
	}
	return false
}

// nounChildren adds possessor, prepositional phrases and clauses of noun n.
func (w *work) nounChildren(n int, row *noun, except int) {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		i := int(c)
		if i == except || except >= 0 && w.transparent[w.lemma(i)] != nil {
			continue
		}
		switch w.rel[i] {
		case demarche.NmodPoss:
			if w.isTime(i) {
				w.add(demarche.Oblique, "", i, "nmod:poss")
				continue
			}
			role := roleOf(row, "poss", demarche.Agent)
			if role == demarche.Theme && has(row.theme, "of") && w.hasOf(n) {
				role = demarche.Agent // "Iran's killing of dissidents"
			}
			w.add(role, "", w.antecedent(i), "nmod:poss")
		case demarche.Nmod, demarche.Obl, demarche.OblAgent:
			if p, head := w.prep(i); p != "" && !isTogether(p) {
				w.marked(row, p, head, "nmod")
			}
		case demarche.Acl, demarche.Ccomp, demarche.Advcl:
			if m := w.marker(i); m != "" && w.frameAt[i] >= 0 && w.frameAt[i] != w.frameAt[n] {
				w.add(demarche.Content, m, i, string(w.rel[i]))
			}
		}
	}
}

func (w *work) hasOf(n int) bool {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Nmod {
			continue
		}
		if w.hasCase(int(c), "of") {
			return true
		}
	}
	return false
}

// marked adds the noun after preposition p in the role that the noun's row
// gives to p; the preposition stays with it.
func (w *work) marked(row *noun, p string, head int, path string) {
	role := demarche.Oblique
	if !w.isTime(head) {
		role = roleOf(row, p, demarche.Oblique)
	}
	if w.lower(head) == "each" {
		return
	}
	if role == demarche.Oblique && p == "of" && (w.actor[head] || w.toks[head].UPOS == demarche.PROPN) && !w.isTime(head) {
		role = demarche.Agent // "the offer of the ministry", but "the offer of talks"
	}
	w.add(role, p, w.antecedent(head), path)
}

func roleOf(row *noun, marker string, other demarche.ArgRole) demarche.ArgRole {
	switch {
	case has(row.theme, marker):
		return demarche.Theme
	case has(row.agent, marker):
		return demarche.Agent
	}
	return other
}

// modifiers adds nationalities and names before the noun: agents, unless the
// row says that they may be themes and nothing else is ("the Ukraine war",
// but "the US war on drugs").
func (w *work) modifiers(n int, row *noun, start int) {
	for c := w.first[n]; c >= 0 && int(c) < n; c = w.next[c] {
		i := int(c)
		marker := ""
		switch w.base(i) {
		case demarche.Amod:
			marker = "amod"
		case demarche.Compound:
			marker = "compound"
		}
		if marker == "" || !w.isActorWord(i) || w.isTime(i) {
			continue
		}
		theme, agent := has(row.theme, marker), has(row.agent, marker)
		switch {
		case theme && !(agent && (w.filled(start, demarche.Theme) || adjectival(w.toks[i].Form))):
			w.add(demarche.Theme, "", i, marker)
		case agent:
			w.add(demarche.Agent, "", i, marker)
		}
	}
}

// adjectival says whether an abbreviation stands for its adjective before a
// noun: "a US attack" is by the US, "the Ukraine war" is not by Ukraine.
func adjectival(form string) bool {
	switch form {
	case "US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N.", "NATO", "UAE":
		return true
	}
	return false
}

// supportArgs adds what hangs on the support verb v of noun n.
func (w *work) supportArgs(v, n int, row *noun) {
	s := w.row[w.rowOf[n]]
	passive := w.passive(v) && s.prep == "obj"
	w.supportSubject(v, n, s, row, passive)
	for c := w.first[v]; c >= 0; c = w.next[c] {
		i := int(c)
		switch w.base(i) {
		case demarche.Obj, demarche.Iobj:
			if w.step(w.antecedent(i)) != n && s.object != "" && w.lightOf[w.step(i)] != int32(v) {
				w.add(s.object, "", w.antecedent(i), string(w.rel[i]))
			}
		case demarche.Obl:
			w.supportOblique(v, n, i, s, row, passive)
		case demarche.Ccomp, demarche.Xcomp:
			w.complement(v, i)
		case demarche.Advcl:
			w.adverbial(v, i)
		}
	}
}

func (w *work) supportSubject(v, n int, s support, row *noun, passive bool) {
	if passive {
		for c := w.first[v]; c >= 0; c = w.next[c] {
			if w.isAgentPhrase(int(c)) && s.subject != "" {
				w.add(s.subject, "by", w.antecedent(int(c)), string(w.rel[c]))
				w.misplaced(int(c), row)
			}
		}
		if sub, path := w.subject(v); sub >= 0 && w.step(sub) != n && s.object != "" {
			w.add(s.object, "", sub, path)
		}
		return
	}
	sub, path := w.subject(v)
	if sub < 0 || s.subject == "" || w.step(sub) == n {
		return
	}
	if w.passive(v) && s.object != "" { // "was taken to court"
		w.add(s.object, "", sub, path)
		return
	}
	w.add(s.subject, "", sub, path)
}

// misplaced takes "on Belarus" of "imposed by the EU on Belarus" from the EU.
func (w *work) misplaced(agent int, row *noun) {
	for c := w.first[agent]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Nmod || int(c) < agent {
			continue
		}
		if p, head := w.prep(int(c)); p != "of" && has(row.theme, p) {
			w.marked(row, p, head, "nmod of agent")
		}
	}
}

func (w *work) supportOblique(v, n, i int, s support, row *noun, passive bool) {
	if passive && w.isAgentPhrase(i) {
		return
	}
	p, head := w.prep(i)
	if w.step(head) == n {
		return
	}
	if isTogether(p) && s.subject != "" {
		w.add(s.subject, p, head, p)
		return
	}
	if r := s.others[p]; r != "" && !w.isTime(head) {
		w.add(demarche.ArgRole(r), p, w.antecedent(head), "support obl")
		return
	}
	if p == "" || p == "by" && w.isTime(head) {
		w.add(demarche.Oblique, p, head, string(w.rel[i]))
		return
	}
	if w.lower(head) == "each" && w.reciprocal(v, head, demarche.Oblique, p) {
		return
	}
	w.marked(row, p, head, "support obl")
}

// borrow takes a prepositional phrase that the parser hung on the verb over
// the noun: "cancelled talks | with Kiev".
func (w *work) borrow(n int, row *noun, start int) {
	top := w.top(n)
	g := int(w.head[top])
	if g < 0 || w.base(top) != demarche.Obj || w.toks[g].UPOS != demarche.VERB {
		return
	}
	for c := w.next[top]; c >= 0; c = w.next[c] {
		if w.rel[c] != demarche.Obl {
			continue
		}
		p, head := w.prep(int(c))
		if (p == "with" || has(row.theme, p)) && p != "to" && !w.isTime(head) && !w.marks(start, p) {
			w.marked(row, p, head, "obl of verb")
		}
	}
}

func (w *work) marks(start int, prep string) bool {
	for _, a := range w.args[start:] {
		if a.Prep == prep {
			return true
		}
	}
	return false
}

// copularSubject adds the subject of "is a threat to": who does it, unless
// that is itself an event or a bare "it".
func (w *work) copularSubject(n, start int) {
	s, path := w.subject(n)
	if s < 0 {
		return
	}
	role := demarche.Agent
	if w.toks[s].UPOS == demarche.PRON && (w.lower(s) == "it" || w.lower(s) == "this" || w.lower(s) == "that") ||
		w.eventNoun(w.step(s)) != nil || w.filled(start, demarche.Agent) || w.toks[s].UPOS == demarche.VERB {
		role = demarche.Predicate
	}
	if p, _ := w.prep(n); p == "under" { // "is under attack"
		role = demarche.Theme
	}
	w.add(role, "", s, path)
}

// onlyTheirs says that no more than a pronoun tells who does what the noun names:
// "during their talks, Diallo and Kone said".
func (w *work) onlyTheirs(start int) bool {
	for _, a := range w.args[start:] {
		if a.Role == demarche.Agent && w.toks[a.Head].UPOS != demarche.PRON {
			return false
		}
	}
	return true
}

// sharedSubject gives a noun without an agent the subject of the verb that
// plans, cancels or travels for it: "cancelled a visit", "said in talks".
func (w *work) sharedSubject(n int, row *noun) {
	top := w.top(n)
	g := int(w.head[w.firstConjunct(top)])
	if g < 0 || w.toks[g].UPOS != demarche.VERB {
		return
	}
	rel := w.base(w.firstConjunct(top))
	switch {
	case w.control[w.verbLemma(g)].nominal && (rel == demarche.Obj || rel == demarche.Nsubj && w.passive(g)):
		if a := w.deepAgent(g); a >= 0 && w.step(a) != n {
			w.add(demarche.Agent, "", a, "control subject of "+w.verbLemma(g))
		}
	case rel == demarche.Obl && (row.class == "talks" || row.class == "visit"):
		p, _ := w.prep(w.firstConjunct(top))
		switch p {
		case "in", "on", "during", "for", "after", "following", "before", "at", "ahead of", "without":
			if s, _ := w.subject(g); s >= 0 && w.step(s) != n {
				w.add(demarche.Agent, "", s, "shared subject")
			}
		}
	}
}
