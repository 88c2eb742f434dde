package frame

import "github.com/demarche/demarche"

// incoming is what comes down to token i from the word that governs it.
func (w *work) incoming(i int) stat {
	h := int(w.head[i])
	if h < 0 {
		return stat{}
	}
	switch w.base(i) {
	case demarche.Conj:
		return w.fromConjunct(i)
	case demarche.Ccomp, demarche.Xcomp:
		return w.fromClauseGovernor(h, i)
	case demarche.Csubj:
		return w.fromSubjectOf(h)
	case demarche.Advcl:
		return w.fromMain(h, i)
	case demarche.Acl:
		return w.fromNoun(h, i)
	case demarche.Obj, demarche.Iobj:
		return w.fromVerb(h, i)
	case demarche.Nsubj:
		if w.passive(h) {
			return w.fromVerb(h, i)
		}
		return w.fromSubjectOf(h)
	case demarche.Obl, demarche.Nmod:
		return w.fromPreposition(h, i)
	case demarche.Appos:
		return w.total(h)
	case demarche.Aux: // as real as what its verb stands under
		return w.incoming(h)
	case demarche.Parataxis:
		if w.reports(i) {
			return stat{}
		}
		if w.quotes(h, i) {
			return w.fromClauseGovernor(h, i)
		}
		return stat{said: w.total(h).said}
	}
	return stat{said: w.total(h).said}
}

// fromConjunct: a second conjunct stands under what the first stands under;
// without a tense of its own it shares the first one's auxiliaries too.
func (w *work) fromConjunct(i int) stat {
	first := w.firstConjunct(i)
	if first == i {
		return stat{}
	}
	if w.sharesTense(i, first) {
		s := w.total(first)
		if w.neutral(i) {
			s.neg = w.incoming(first).neg
		}
		return s
	}
	s := w.incoming(first)
	if w.toks[i].UPOS != demarche.VERB && w.eventNoun(i) != nil {
		return s
	}
	return s
}

// sharesTense says whether verb i borrows the auxiliaries of first.
func (w *work) sharesTense(i, first int) bool {
	if w.toks[i].UPOS != demarche.VERB || w.toks[first].UPOS != demarche.VERB || w.ownSubject(i) >= 0 {
		return false
	}
	switch w.toks[i].XPOS {
	case "VB", "VBN", "VBG":
		return w.child(i, demarche.Aux) < 0
	case "VBP":
		return w.toks[first].XPOS == "VB" && w.child(i, demarche.Aux) < 0
	}
	return false
}

// neutral says whether "but" keeps the first conjunct's negation off verb i.
func (w *work) neutral(i int) bool {
	c := w.child(i, demarche.Cc)
	return c >= 0 && w.lower(c) == "but"
}

// fromClauseGovernor: the complement of a verb, adjective or noun.
func (w *work) fromClauseGovernor(h, i int) stat {
	up := w.total(h)
	m := w.marker(i)
	if m == "whether" || m == "if" {
		s := w.apply(report, up, h)
		s.hyp = int32(w.child(i, demarche.Mark)) + 1
		return s
	}
	e := w.effectOn(h).clause
	switch {
	case w.toks[h].Lemma == "go" && w.toks[h].XPOS == "VBG" && m == "to":
		e = future
	case w.lemma(h) == "have" && m == "to" && w.yet(h):
		e = negation
	case w.lemma(h) == "able" && m == "to" && !w.past(h) && up.fut == 0: // who was able to has done it, who will be is to do it
		e = hypothetical
	case e&future != 0 && m != "to" && w.past(i): // "agreed that it had failed"
		e = report
	case e == report && (w.subjunctive(i, m) || w.weighed(h, i)): // "suggested that they leave", "considered leaving"
		e |= hypothetical
	case e == 0:
		e = w.unnamedEffect(h, i, m)
	}
	return w.apply(e, up, h)
}

// subjunctive says whether clause i has a subject and a bare verb, and so tells
// what ought to be.
func (w *work) subjunctive(i int, marker string) bool {
	return marker != "to" && w.ownSubject(i) >= 0 && w.toks[i].XPOS == "VB" && w.child(i, demarche.Aux) < 0
}

// weighed says whether clause i is a gerund that the verb h only speaks of:
// "considered leaving", but "admitted leaving".
func (w *work) weighed(h, i int) bool {
	if w.toks[i].XPOS != "VBG" || w.ownSubject(i) >= 0 {
		return false
	}
	switch w.lemma(h) {
	case "consider", "suggest", "imagine", "debate", "envisage":
		return true
	}
	return false
}

// unnamedEffect is the effect on complement i of a governor that status.tsv
// gives none: that of its object ("has plans to visit"), of a purpose that the
// tree takes for a complement ("marched to protest"), or of the clause's form.
func (w *work) unnamedEffect(h, i int, m string) effect {
	if m == "to" {
		if o := w.child(h, demarche.Obj); o >= 0 && w.toks[h].UPOS == demarche.VERB {
			if e := w.effectOn(w.step(o)).clause; e != 0 {
				return e
			}
		}
		if e := w.effectOn(h).purpose; e != 0 {
			return e
		}
		if enacted[w.verbLemma(i)] {
			return same
		}
	}
	switch {
	case w.carries[h] || m == "to":
		return hypothetical
	case w.base(i) == demarche.Xcomp:
		return same
	}
	return fact
}

// effectOn is the row of status.tsv for token h: by noun for a support verb's
// noun, by verb and particle, by lemma.
func (w *work) effectOn(h int) governor {
	if w.toks[h].UPOS == demarche.VERB {
		if f := w.frameAt[h]; f >= 0 && w.carries[h] {
			fr := &w.doc.Frames[f]
			if g, ok := w.status[fr.Noun]; ok {
				return g
			}
			return w.status[fr.Lemma]
		}
		if g, ok := w.status[w.verbLemma(h)]; ok {
			return g
		}
		return governor{}
	}
	if g, ok := w.status[w.lemma(h)]; ok {
		return g
	}
	if n := w.eventNoun(h); n != nil {
		return w.status[n.verb]
	}
	return governor{}
}

func (w *work) yet(h int) bool {
	for c := w.first[h]; c >= 0; c = w.next[c] {
		if w.rel[c] == demarche.Advmod && w.lower(int(c)) == "yet" {
			return true
		}
	}
	return false
}

// fromSubjectOf: events that are subjects of verbs ("the talks continued")
// are as real as the verb says where the table knows it.
func (w *work) fromSubjectOf(h int) stat {
	up := w.total(h)
	e := fact
	switch l := w.lemma(h); {
	case subjectSame[l] || w.child(h, demarche.Expl) >= 0:
		e = same
	case subjectMaybe[l]:
		e = w.status[l].nominal
	}
	return w.apply(e, up, h)
}

var subjectSame = map[string]bool{
	"be": true, "begin": true, "start": true, "continue": true, "resume": true, "occur": true, "happen": true, "take": true,
	"follow": true, "go": true, "end": true, "last": true, "escalate": true, "intensify": true, "erupt": true, "break": true,
	"come": true, "proceed": true, "focus": true, "cover": true, "kill": true, "open": true, "remain": true, "spread": true,
}

var subjectMaybe = map[string]bool{
	"possible": true, "likely": true, "probable": true, "unlikely": true, "impossible": true, "unthinkable": true, "unacceptable": true,
	"imminent": true, "inevitable": true, "necessary": true, "due": true, "set": true, "slate": true, "poise": true, "poised": true, "slated": true,
}

// fromMain: adverbial clauses.
func (w *work) fromMain(h, i int) stat {
	up := w.total(h)
	m := w.marker(i)
	s := stat{said: up.said, his: up.his}
	at := int32(0)
	if c := w.child(i, demarche.Mark); c >= 0 {
		at = int32(c) + 1
	} else {
		at = int32(i) + 1
	}
	if w.isComplement(h, i, m) {
		return w.fromClauseGovernor(h, i)
	}
	if e := w.prepClauseEffect(h, i, m); e != 0 {
		return w.apply(e, up, h)
	}
	if k := int(w.left[i]) - 1; m == "to" && k >= 0 && w.lower(k) == "threatened" && w.toks[k].UPOS == demarche.ADJ {
		s.fut = int32(k) + 1 // taken for an adjective: "accused Iran and threatened to leave"
		return s
	}
	switch m {
	case "if", "unless", "whether", "in case", "provided", "lest", "once", "until":
		if m != "until" && m != "once" || up.fut > 0 || up.hyp > 0 || up.neg > 0 {
			s.hyp = at
		}
	case "without", "instead of", "instead", "rather than":
		s.neg, s.fut, s.hyp = at, up.fut, up.hyp
	case "to":
		if e := w.effectOn(h).purpose; e != 0 {
			return w.apply(e, up, h)
		}
		if enacted[w.verbLemma(i)] {
			return w.apply(same, up, h)
		}
		s.hyp = at
	case "of":
		if w.lemma(h) == "short" || w.isWordOf(max(w.child(h, demarche.Advmod), 0), "short") {
			s.neg = at // "stopped short of"
		}
	case "so that", "so":
		s.hyp = at
	case "", "by", "in", "thereby", "while", "with", "thus":
		if m != "while" || w.ownSubject(i) < 0 {
			s.fut, s.hyp = up.fut, up.hyp
		}
		if m == "by" || m == "in" && i > h { // "refused to join them in calling for a truce"
			s.neg = up.neg
		}
	case "before", "after", "when", "as", "where", "whenever", "since":
		if !w.past(i) && (up.fut > 0 || up.hyp > 0) && m != "since" {
			s.fut, s.hyp = up.fut, up.hyp
		}
	}
	return s
}

// prepClauseEffect is the effect of verb h on the clause that its preposition m
// introduces: "plans on leaving", "thought about lifting", "warned against
// attacking"; 0 where the clause is a fact or another's.
func (w *work) prepClauseEffect(h, i int, m string) effect {
	if w.toks[i].XPOS != "VBG" || w.toks[h].UPOS != demarche.VERB {
		return 0
	}
	switch m {
	case "at", "on", "about", "of", "against", "toward", "towards":
	default:
		return 0
	}
	w.buf = append(append(append(w.buf[:0], w.verbLemma(h)...), ' '), m...)
	if g, ok := w.status[string(w.buf)]; ok && g.nominal != 0 {
		return g.nominal
	}
	if m == "at" {
		return 0
	}
	return w.status[w.verbLemma(h)].clause & (future | hypothetical | negation)
}

// enacted are purposes that are reached by the act itself: "marched to protest".
var enacted = map[string]bool{
	"protest": true, "support": true, "demand": true, "express": true, "show": true, "mark": true, "commemorate": true, "celebrate": true,
	"honor": true, "honour": true, "condemn": true, "denounce": true, "oppose": true, "call": true, "discuss": true, "mourn": true,
	"welcome": true, "thank": true, "congratulate": true, "help": true, "assist": true, "aid": true, "demonstrate": true, "reaffirm": true,
}

// past says whether verb i has a past tense of its own.
func (w *work) past(i int) bool {
	if w.toks[i].XPOS == "VBD" {
		return true
	}
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if b := w.base(int(c)); (b == demarche.Aux || b == demarche.Cop) && (w.toks[c].XPOS == "VBD" || w.lemma(int(c)) == "have") {
			return true
		}
	}
	return false
}

// fromNoun: clauses on a noun, by the noun ("a decision to", "fears that").
func (w *work) fromNoun(h, i int) stat {
	up := w.total(h)
	m := w.marker(i)
	e := w.effectOn(h).clause
	bare := w.rel[i] == demarche.AclRelcl && e&(report|hypothetical|negation) != 0 && w.ownSubject(i) >= 0 && !w.hasRelative(i)
	if !bare && (w.rel[i] == demarche.AclRelcl || m == "") { // but "charges he ran a hit squad" is what is charged
		if w.speaks(h, i) { // "vetoed a resolution condemning the raid": nobody condemned it
			if w.base(h) == demarche.Obl { // "abstained on a resolution condemning the raid": others did
				up = w.total(int(w.head[h]))
				up.neg = 0
			}
			if g := int(w.head[h]); w.rel[h] == demarche.Obj && blocks[w.verbLemma(g)] {
				up.neg = int32(g) + 1
			}
			return up
		}
		return stat{said: up.said, his: up.his}
	}
	if e == 0 && m == "to" && w.ranked(h) {
		e = same // "the first minister to visit"
	}
	if e == 0 {
		switch m {
		case "to", "whether", "if", "for":
			e = hypothetical
		case "that":
			e = fact
		default:
			e = same
		}
	}
	s := w.apply(e, up, h)
	if g := int(w.head[h]); g >= 0 && w.rel[h] == demarche.Obj && w.isSpeech(h) && w.effectOn(g).nominal&negation != 0 {
		s.neg = int32(g) + 1 // "denied charges that", "rejected the request to"
	}
	return s
}

// fromVerb: an event that is the object of a verb. A verb that the table does
// not know hands down its own future or negation to an indefinite object
// ("will trigger protests"), and leaves a definite one a fact.
func (w *work) fromVerb(h, i int) stat {
	up := w.total(h)
	if w.toks[h].UPOS != demarche.VERB {
		return stat{said: up.said}
	}
	if w.carries[h] {
		return up
	}
	e := w.effectOn(h).nominal
	if e == 0 {
		e = same | indefinite
	}
	if e&negation != 0 && w.isSpeech(w.step(i)) {
		e = fact // what is rejected has been asked, offered or charged
	}
	return w.apply(w.weaken(e, i), up, h)
}

func (w *work) isSpeech(i int) bool {
	n := w.eventNoun(i)
	if n == nil {
		return false
	}
	switch n.class {
	case "request", "promise", "threat", "accusation", "statement":
		return true
	}
	return false
}

// weaken makes a fact of a noun that effect e is not meant for: a definite one,
// one whose event is not arranged beforehand, or a courtesy, which is done by
// the offer.
func (w *work) weaken(e effect, i int) effect {
	if e&indefinite != 0 && w.definite(i) || e&arranged != 0 && !w.isArranged(w.step(i)) || e&future != 0 && w.isCourtesy(w.step(i)) {
		return fact
	}
	return e
}

func (w *work) isArranged(i int) bool {
	n := w.eventNoun(i)
	if n == nil {
		return false
	}
	switch n.class {
	case "retreat", "visit", "talks", "aid", "cooperate", "mobilize", "vote", "protest":
		return true
	}
	return n.verb == "ceasefire" || n.verb == "truce"
}

func (w *work) definite(i int) bool {
	for c := w.first[i]; c >= 0; c = w.next[c] {
		switch w.rel[c] {
		case demarche.NmodPoss:
			return true
		case demarche.Det:
			switch w.lower(int(c)) {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	return false
}

// fromPreposition: an event in a prepositional phrase of a verb or noun.
func (w *work) fromPreposition(h, i int) stat {
	up := w.total(h)
	p, head := "", i
	if w.rel[i] != demarche.NmodPoss {
		p, head = w.prep(i)
	}
	at := int32(i) + 1
	if c := w.child(i, demarche.Case); c >= 0 {
		at = int32(c) + 1
	}
	s := stat{said: up.said, his: up.his}
	if head != i {
		return s
	}
	switch p {
	case "without", "instead of", "rather than":
		s.neg = at
		return s
	case "in case of", "in the event of":
		s.hyp = at
		return s
	case "ahead of", "pending":
		s.fut = at
		return s
	case "since":
		s.his = at
		return s
	case "despite", "because of", "after", "over", "about", "following", "due to", "amid":
		if e := w.effectOn(h).nominal; e == 0 || w.toks[h].UPOS == demarche.VERB || p == "after" {
			return s
		}
	}
	if w.toks[h].UPOS == demarche.VERB && !w.carries[h] {
		return w.fromVerbPreposition(h, i, p, up)
	}
	if w.through(h) == i {
		return up
	}
	if w.carries[h] && w.status[w.verbLemma(h)].nominal != 0 {
		return s // "pledged aid during a visit": the visit is not what was pledged
	}
	e := w.effectOn(h).nominal
	if e == 0 {
		e = fact
		if w.eventNoun(h) != nil {
			e = same | indefinite
		}
	}
	return w.apply(w.weaken(e, i), up, h)
}

// fromVerbPreposition: "called for talks", "arrived for talks".
func (w *work) fromVerbPreposition(h, i int, p string, up stat) stat {
	w.buf = append(append(append(w.buf[:0], w.verbLemma(h)...), ' '), p...)
	if g, ok := w.status[string(w.buf)]; ok && g.nominal != 0 {
		return w.apply(w.weaken(g.nominal, i), up, h)
	}
	s := stat{said: up.said, his: up.his}
	switch p {
	case "in", "at", "on", "during", "for", "to", "into", "with":
		s.fut = up.fut
		if !w.definite(i) {
			s.hyp = up.hyp
		}
	case "before":
		s.fut = up.fut
	}
	return s
}
