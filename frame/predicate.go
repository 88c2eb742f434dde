package frame

import (
	"strings"

	"github.com/demarche/demarche"
)

// kind is how a predicate is put into words, and so where its arguments stand.
type kind uint8

const (
	verbal  kind = iota // visited
	copular             // is ready, is a threat
	nominal             // visit, and the visit of "paid a visit"
	hearsay             // according to
	stance              // the "will not" of refusing, the "must" of demanding
)

// findPredicates makes the empty frames, in the order of their predicates.
func (w *work) findPredicates() {
	w.doc.Frames = make([]demarche.Frame, 0, len(w.toks)/6+1)
	for s := range w.doc.Sentences {
		for i := w.doc.Sentences[s].First; i < w.doc.Sentences[s].Range.End && i < len(w.toks); i++ {
			w.predicate(i, s)
		}
	}
	for i, v := range w.lightOf {
		if v >= 0 && w.frameAt[v] < 0 {
			w.frameAt[v] = w.frameAt[i]
		}
	}
}

func (w *work) predicate(i, sent int) {
	f := demarche.Frame{Pred: i, Light: -1, Sent: sent, Parent: -1}
	f.Status.SaidBy = -1
	var k kind
	switch n := w.eventNoun(i); {
	case n != nil && w.lightOf[i] < 0 && (w.namesEvent(i) || w.inName(i)): // "the Munich Security Conference", "Rally for the Republic"
		return
	case n != nil:
		k, f.Lemma, f.Noun, f.Light = nominal, n.verb, n.lemma, int(w.lightOf[i])
	case w.carries[i]: // the frame is its noun's
		return
	case w.isVerb(i):
		k, f.Lemma = verbal, w.verbLemma(i)
		if l := w.semiAuxiliary(i); l != "" {
			k, f.Lemma = stance, l
		} else if l := w.disposed(i); l != "" {
			k, f.Lemma = copular, l
		}
	case w.isCopular(i):
		k, f.Lemma = copular, w.lemma(i)
	case w.rel[i] == demarche.Case && w.lower(i) == "according":
		k, f.Lemma = hearsay, "say"
	default:
		if f.Lemma = w.stanceOf(i); f.Lemma == "" {
			return
		}
		k = stance
	}
	w.frameAt[i] = int32(len(w.doc.Frames))
	w.doc.Frames = append(w.doc.Frames, f)
	w.kinds = append(w.kinds, k)
}

// isVerb says whether token i is a verb with arguments of its own. Participles
// before a noun count only when they have some: "US-led", not "wounded".
func (w *work) isVerb(i int) bool {
	if w.asVerb[i] {
		return true
	}
	if w.toks[i].UPOS != demarche.VERB {
		return false
	}
	switch w.base(i) {
	case demarche.Compound, demarche.Case, demarche.Mark, demarche.Fixed, demarche.Flat, demarche.Cc,
		demarche.Aux, demarche.Cop, demarche.Det, "discourse", "goeswith", "reparandum":
		return false
	case demarche.Amod:
		switch w.lemma(i) {
		case "base", "bear", "back", "support", "sponsor", "fund", "finance", "align":
			return false // "Yemen-based", "Russian-backed" say what sort it is, not what happened
		}
		return w.actorModifier(i) >= 0
	}
	return true
}

// isCopular says whether token i is what a copula says of its subject, or an
// adjective that takes a clause ("remains ready to").
func (w *work) isCopular(i int) bool {
	if w.child(i, demarche.Cop) >= 0 {
		return true
	}
	if w.toks[i].UPOS != demarche.ADJ || w.base(i) == demarche.Amod {
		return false
	}
	for c := w.first[i]; c >= 0; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Xcomp, demarche.Ccomp:
			return true
		case demarche.Advcl:
			if _, known := w.status[w.lemma(i)]; known {
				return true
			}
		}
	}
	return false
}

// verbLemma is the lemma of verb i with its particle: "pull out".
func (w *work) verbLemma(i int) string {
	if p := w.child(i, demarche.CompoundPrt); p >= 0 {
		return w.lemma(i) + " " + w.lower(p)
	}
	return w.lemma(i)
}

// eventNoun is the row of the noun at token i when it names an event, nil
// otherwise. Two words go before one: "air strike" before "strike".
func (w *work) eventNoun(i int) *noun {
	t := &w.toks[i]
	if t.UPOS != demarche.NOUN && t.UPOS != demarche.PROPN || w.asVerb[i] {
		return nil
	}
	switch w.base(i) {
	case demarche.Compound, demarche.Flat, demarche.Fixed, "goeswith":
		return nil
	case demarche.Nmod:
		if h := w.head[i]; w.rel[i] == demarche.NmodDesc || t.UPOS == demarche.PROPN && h >= 0 && w.toks[h].UPOS == demarche.PROPN && w.rel[i] == demarche.Nmod {
			return nil // "Daughters of the American Revolution"
		}
	}
	if w.prepNoun(i) {
		return nil
	}
	l := w.lemma(i)
	if t.UPOS == demarche.PROPN && timeWords[l] {
		return nil // "March"
	}
	if i > 0 && int(w.head[i-1]) == i && w.toks[i-1].UPOS != demarche.PUNCT {
		if n := w.twoWords(w.lemma(i-1), l); n != nil && (n.class != "cooperate" || !w.isJoint(i)) {
			return n
		}
	}
	if w.nouns[l] != nil && w.isJoint(i) {
		if n := w.twoWords("joint", l); n != nil {
			return n // "a joint | naval exercise"
		}
	}
	return w.nouns[l]
}

func (w *work) twoWords(first, second string) *noun {
	w.buf = append(append(append(w.buf[:0], first...), ' '), second...)
	return w.nouns[string(w.buf)]
}

// isJoint says that the adjective "joint" stands before the noun i.
func (w *work) isJoint(i int) bool {
	for c := w.first[i]; c >= 0 && int(c) < i; c = w.next[c] {
		if w.lower(int(c)) == "joint" {
			return true
		}
	}
	return false
}

// namesEvent says whether the event noun i is the last word of a proper name of
// several, which tells of no event by itself: "members of the G7 Summit".
func (w *work) namesEvent(i int) bool {
	if w.toks[i].UPOS != demarche.PROPN || w.lower(i) == w.toks[i].Norm {
		return false
	}
	for c := w.first[i]; c >= 0 && int(c) < i; c = w.next[c] {
		if t := &w.toks[c]; t.UPOS == demarche.PROPN && w.base(int(c)) == demarche.Compound && t.Form != "" && t.Form[0] >= 'A' && t.Form[0] <= 'Z' {
			return true
		}
	}
	return false
}

// inName says whether the event noun i is a proper noun with a capital inside a
// sentence that begins with a word of another kind.
func (w *work) inName(i int) bool {
	t := &w.toks[i]
	return t.UPOS == demarche.PROPN && t.Form != "" && t.Form[0] >= 'A' && t.Form[0] <= 'Z' && i > 0 && w.doc.SentenceOf(i) == w.doc.SentenceOf(i-1) && !w.doc.Sentences[w.doc.SentenceOf(i)].Headline
}

// prepNoun says whether noun i is part of a preposition: "in response to".
func (w *work) prepNoun(i int) bool {
	c := w.child(i, demarche.Case)
	if c < 0 || c > i {
		return false
	}
	w.buf = append(append(append(w.buf[:0], w.lower(c)...), ' '), w.lower(i)...)
	if !w.prepNouns[string(w.buf)] {
		return false
	}
	_, _, ok := w.longPrep(i, w.lower(c))
	return ok
}

// actorModifier is the child of i before it that names who acts: the "US" of
// "US-led"; -1 when none.
func (w *work) actorModifier(i int) int {
	for c := w.first[i]; c >= 0 && int(c) < i; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Compound, demarche.Obl, demarche.Nsubj, demarche.Amod, demarche.Advmod, demarche.Obj:
			if w.isActorWord(int(c)) {
				return int(c)
			}
		}
	}
	return -1
}

// isActorWord says whether a word before a noun names somebody: a proper noun,
// a nationality adjective, or the head of a mention.
func (w *work) isActorWord(i int) bool {
	t := &w.toks[i]
	if w.actor[i] || t.UPOS == demarche.PROPN {
		return true
	}
	if t.UPOS != demarche.ADJ || t.Form == "" || t.Form[0] < 'A' || t.Form[0] > 'Z' {
		return false
	}
	return i == 0 || w.toks[i-1].UPOS != demarche.PUNCT && w.doc.SentenceOf(i) == w.doc.SentenceOf(i-1) || nationality(t.Form)
}

// nationality tells "Russian" from "Recent" where both have a capital.
func nationality(form string) bool {
	for _, end := range [...]string{"ian", "ean", "ese", "ish", "ani", "eli", "qi", "can", "ern", "ch", "hai", "akh", "bek"} {
		if strings.HasSuffix(form, end) {
			return true
		}
	}
	return false
}
