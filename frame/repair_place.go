package frame

import (
	"slices"

	"github.com/demarche/demarche"
)

// repairPlaces mends where words were put on the wrong side of a verb: a date
// inside the participle after it, a receiver inside what is given, a bare verb
// taken for a noun.
func (w *work) repairPlaces() bool {
	changed := false
	for i := range w.toks {
		switch w.rel[i] {
		case demarche.Advcl:
			changed = w.dateInParticiple(i) || changed
		case demarche.Obj:
			changed = w.receiverInObject(i) || changed
		case demarche.Ccomp:
			changed = w.verbAsNoun(i) || changed
		case demarche.Conj:
			changed = w.pastOnParticiple(i) || changed
		case demarche.Obl:
			changed = w.phraseAfterQuote(i) || changed
		case demarche.Nmod:
			changed = w.agentOnMeans(i) || w.nameOfObject(i) || changed
		}
	}
	return changed
}

// agentOnMeans gives a passive its agent, which the tree has under the means:
// "was hit with rockets | by Israel".
func (w *work) agentOnMeans(i int) bool {
	h := int(w.head[i])
	if h < 0 || h > i || w.rel[h] != demarche.Obl || w.head[h] < 0 {
		return false
	}
	v, c := int(w.head[h]), w.child(i, demarche.Case)
	if c < 0 || w.lower(c) != "by" || w.toks[v].UPOS != demarche.VERB || w.child(v, demarche.AuxPass) < 0 || w.child(v, demarche.OblAgent) >= 0 {
		return false
	}
	w.head[i], w.rel[i] = int32(v), demarche.OblAgent
	return true
}

// nameOfObject makes a complement of what somebody is declared to be, which
// the tree has under the object: "declared the paper | a foreign agent".
func (w *work) nameOfObject(i int) bool {
	o := int(w.head[i])
	if o < 0 || o > i || w.rel[o] != demarche.Obj || w.head[o] < 0 || w.child(i, demarche.Case) >= 0 || w.child(i, demarche.Det) < 0 {
		return false
	}
	switch w.lemma(int(w.head[o])) {
	case "declare", "name", "label", "brand", "call", "designate", "dub", "deem", "proclaim", "term", "consider":
		w.head[i], w.rel[i] = w.head[o], demarche.Xcomp
		return true
	}
	return false
}

// dateInParticiple gives the verb above its date, which the tree has with the
// participle behind it: "marched | on Sunday | calling for elections".
func (w *work) dateInParticiple(v int) bool {
	if w.toks[v].XPOS != "VBG" || w.head[v] < 0 || int(w.head[v]) > v {
		return false
	}
	p := w.child(v, demarche.Mark)
	if p < 0 || p != int(w.left[v]) || p+1 >= v || w.toks[p].UPOS != demarche.ADP {
		return false
	}
	d := p + 1
	if int(w.head[d]) != v || !w.isTime(d) {
		return false
	}
	w.head[d], w.rel[d] = w.head[v], demarche.Obl
	w.head[p], w.rel[p] = int32(d), demarche.Case
	return true
}

// givers are verbs that take two objects.
var givers = []string{"give", "grant", "lend", "send", "offer", "pay", "hand", "sell", "award", "promise", "owe", "allocate", "loan", "donate", "provide", "supply", "deny"}

// receiverInObject parts two objects of a verb of giving that the tree has as
// one: "gave | the Ivory Coast | 5 million dollars".
func (w *work) receiverInObject(o int) bool {
	h := int(w.head[o])
	if h < 0 || h > o || !slices.Contains(givers, w.lemma(h)) || w.child(h, demarche.Iobj) >= 0 || w.child(o, demarche.Case) >= 0 {
		return false
	}
	first := int(w.left[o])
	n := first
	for n < o && w.toks[n].UPOS != demarche.NUM {
		n++
	}
	r := n - 1
	if n >= o || r < first || w.toks[r].UPOS != demarche.PROPN || !w.under(r, o) {
		return false
	}
	for i := first; i < r; i++ {
		if !w.under(int(w.head[i]), r) {
			w.head[i] = int32(r)
		}
	}
	w.head[r], w.rel[r] = int32(h), demarche.Iobj
	return true
}

// bareVerbs are verbs that parsers take for nouns where they stand without an
// ending: "demanded that the government end curbs".
var bareVerbs = []string{"end", "halt", "stop", "release", "lift", "free", "honor", "honour", "respect", "drop", "return", "cut", "ease", "open",
	"grant", "cease", "permit", "curb", "limit", "handle", "answer", "account", "face", "quit", "leave", "hand", "aid", "help", "support", "protest", "address", "abandon",
	"resign", "withdraw", "pay", "stay", "vote", "free", "pardon", "suspend", "disarm"}

// subjunctive are verbs whose clause with "that" has its verb without an ending.
var subjunctive = []string{"demand", "insist", "request", "recommend", "urge", "ask", "propose", "require", "order", "suggest"}

// verbAsNoun makes a clause of "demanded that | the government | end | curbs",
// where the tree has nouns only.
func (w *work) verbAsNoun(o int) bool {
	h, that := int(w.head[o]), w.child(o, demarche.Mark)
	if h < 0 || !nounLike(w.toks[o].UPOS) || that < 0 || w.lower(that) != "that" || !slices.Contains(subjunctive, w.lemma(h)) ||
		w.child(o, demarche.Cop) >= 0 || w.ownSubject(o) >= 0 {
		return false
	}
	for v := that + 2; v <= o; v++ {
		s := v - 1
		if !slices.Contains(bareVerbs, w.lower(v)) || !nounLike(w.toks[s].UPOS) && w.toks[s].UPOS != demarche.PRON {
			continue
		}
		for i := that + 1; i < s; i++ {
			if g := int(w.head[i]); g >= s || g <= that {
				w.head[i] = int32(s)
			}
		}
		for i := v + 1; i < len(w.toks) && v != o; i++ {
			if int(w.head[i]) == v {
				w.head[i] = int32(o)
			}
		}
		w.head[s], w.rel[s] = int32(v), demarche.Nsubj
		w.head[that] = int32(v)
		if v != o {
			w.head[o], w.rel[o] = int32(v), demarche.Obj
		}
		w.head[v], w.rel[v] = int32(h), demarche.Ccomp
		w.asVerb[v] = true
		return true
	}
	return false
}

// pastOnParticiple gives the main verb a second one that the tree has beside a
// participle below its object: "welcomed people fleeing war and | called for".
func (w *work) pastOnParticiple(v int) bool {
	p := int(w.head[v])
	if p < 0 || p > v || w.toks[p].XPOS != "VBG" || w.rel[p] != demarche.Acl || w.ownSubject(v) >= 0 {
		return false
	}
	x := w.toks[v].XPOS
	n := int(w.head[p])
	if x != "VBD" && x != "VBN" || n < 0 || n > p || w.child(v, demarche.AuxPass) >= 0 {
		return false
	}
	g := int(w.head[n])
	if g < 0 || g > n || w.toks[g].UPOS != demarche.VERB || w.toks[g].XPOS != "VBD" && w.toks[g].XPOS != "VBN" {
		return false
	}
	w.head[v] = int32(g)
	return true
}

// phraseAfterQuote gives what is quoted the phrase behind it, which the tree
// has with the verb of saying: "we built ties” | with Peru, | she said".
func (w *work) phraseAfterQuote(o int) bool {
	say := int(w.head[o])
	if say < o {
		return false
	}
	c, s := w.child(say, demarche.Ccomp), w.ownSubject(say)
	if c < 0 || c > o || s < o || s > say || w.toks[c].UPOS != demarche.VERB {
		return false
	}
	p := w.child(o, demarche.Case)
	if p < 0 || w.lower(p) != "with" && w.lower(p) != "from" && w.lower(p) != "to" {
		return false
	}
	w.head[o] = int32(c)
	return true
}
