package frame

import "github.com/demarche/demarche"

// Some auxiliaries say more than when: who will not lift a ban refuses to lift
// it, and who says that another must withdraw demands that he withdraw. Such an
// auxiliary is a predicate of its own, "refuse" or "demand", with the verb that
// it stands beside as its content. What it says of the verb itself (negated,
// future) stays with the verb.
const (
	refuseLemma = "refuse"
	demandLemma = "demand"
)

// stanceOf is the predicate that auxiliary i makes, "" for none.
func (w *work) stanceOf(i int) string {
	if w.base(i) != demarche.Aux || w.head[i] < 0 {
		return ""
	}
	v := int(w.head[i])
	if w.noPredicate(v) {
		return ""
	}
	word := w.lower(i)
	if !w.negated(v) {
		if obliges[word] && !w.perfect(v) && !w.amongUs(v) { // not "must have withdrawn"
			return demandLemma
		}
		return ""
	}
	if refuses[word] && w.isVerb(v) && !w.perfect(v) || withholds[w.lemma(i)] && w.assents(v) && !w.onlyDelayed(v) {
		return refuseLemma
	}
	return ""
}

// amongUs says whether the subject of v is who speaks or listens: "we must" and
// "you should" demand nothing of others.
func (w *work) amongUs(v int) bool {
	s := w.ownSubject(v)
	return s >= 0 && speakers[w.lower(s)]
}

var speakers = map[string]bool{"i": true, "we": true, "you": true, "one": true}

var obliges = map[string]bool{"must": true, "should": true, "ought": true}

var refuses = map[string]bool{"will": true, "wo": true, "'ll": true, "ll": true, "shall": true, "sha": true, "would": true}

// withholds are auxiliaries whose negation is a refusal where the verb is one
// of assent: "did not allow", "cannot accept".
var withholds = map[string]bool{"do": true, "have": true, "can": true, "could": true, "ca": true}

// onlyDelayed says that an adverb leaves it open that v will happen: "did not
// immediately endorse her".
func (w *work) onlyDelayed(v int) bool {
	for c := w.first[v]; c >= 0; c = w.next[c] {
		if w.base(int(c)) == demarche.Advmod {
			switch w.lower(int(c)) {
			case "immediately", "yet", "initially", "explicitly", "formally", "directly":
				return true
			}
		}
	}
	return false
}

// assents says whether v is a verb of assent, or one of giving it.
func (w *work) assents(v int) bool {
	if o := w.child(v, demarche.Obj); o >= 0 && (w.lemma(v) == "give" || w.lemma(v) == "grant") {
		return permissions[w.lemma(o)]
	}
	return assents[w.verbLemma(v)]
}

var permissions = map[string]bool{"permission": true, "consent": true, "approval": true, "access": true, "visa": true, "clearance": true, "assent": true}

var assents = map[string]bool{
	"accept": true, "allow": true, "permit": true, "let": true, "agree": true, "authorize": true, "authorise": true, "consent": true,
	"grant": true, "recognize": true, "recognise": true, "tolerate": true, "comply": true, "approve": true, "ratify": true, "budge": true,
	"cooperate": true, "concede": true, "compromise": true, "endorse": true, "condone": true,
}

// stanceVerbOf is the verb that stance i is about: the one that auxiliary i
// stands beside, the complement of "has to", "needs to", "is not going to".
func (w *work) stanceVerbOf(i int) int {
	if w.base(i) == demarche.Aux {
		return int(w.head[i])
	}
	return w.child(i, demarche.Xcomp)
}

// semiAuxiliary is the predicate that verb i with a to-clause makes when it is
// no more than an auxiliary, "" when it is more.
func (w *work) semiAuxiliary(i int) string {
	v := w.child(i, demarche.Xcomp)
	if v < 0 || w.marker(v) != "to" || w.noPredicate(v) {
		return ""
	}
	if w.rel[i] == demarche.AclRelcl && w.child(v, demarche.Obj) >= 0 {
		return "" // "the aid it needs to feed refugees": it needs the aid
	}
	switch w.lemma(i) {
	case "have", "need":
		if !w.negated(i) && !w.yet(i) && !w.passive(i) && !w.amongUs(i) {
			return demandLemma
		}
	case "go":
		if w.toks[i].XPOS == "VBG" && w.negated(i) {
			return refuseLemma
		}
	}
	return ""
}

// noPredicate says whether token v makes no frame.
func (w *work) noPredicate(v int) bool { return !w.isVerb(v) && !w.isCopular(v) }

// stanceArgs are who takes the stance, and the verb that it is about. Who
// refuses is the verb's own subject, or for a passive without one who says so;
// who demands is always who says so.
func (w *work) stanceArgs(f *demarche.Frame) {
	v := w.stanceVerbOf(f.Pred)
	agent, path := -1, "stance of speaker"
	if f.Lemma == refuseLemma && !w.passive(v) {
		agent, path = w.subject(v)
	} else if said := w.total(v).said; said > 0 {
		agent, _ = w.subject(w.sayer(int(said) - 1))
	}
	if agent >= 0 {
		w.add(demarche.Agent, "", agent, path)
	}
	marker := "to"
	if f.Lemma == demandLemma {
		marker = "that"
	}
	w.args = append(w.args, demarche.Arg{
		Role: demarche.Content, Prep: marker, Head: v, Range: w.phrase(v), Frame: int(w.frameAt[v]), Path: "auxiliary",
	})
}

// sayer is the token whose subject speaks in frame i.
func (w *work) sayer(i int) int {
	f := &w.doc.Frames[i]
	if f.Light >= 0 {
		return f.Light
	}
	return f.Pred
}
