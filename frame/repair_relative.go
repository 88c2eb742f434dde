package frame

import "github.com/demarche/demarche"

// relativeOnEvent moves a relative clause of somebody's deeds from the event
// to who or what is named just before the comma: "the invasion of Ukraine, which
// has received aid", "the campaign of Orr, who was arrested".
func (w *work) relativeOnEvent(i int) bool {
	h, s := int(w.head[i]), int(w.left[i])
	for s < i && w.toks[s].UPOS == demarche.PUNCT {
		s++
	}
	if h < 0 || s < 2 || s >= i || w.toks[s-1].Norm != "," {
		return false
	}
	n := s - 2
	for int(w.head[n]) > h && nounLike(w.toks[w.head[n]].UPOS) && w.rel[n] != demarche.Nmod && w.rel[n] != demarche.Conj {
		n = int(w.head[n])
	}
	if n <= h || !w.under(n, h) || w.toks[n].UPOS != demarche.PROPN {
		return false
	}
	switch w.lower(s) {
	case "who", "whom":
		if w.person(h) || !w.person(n) {
			return false
		}
	case "which":
		if w.toks[i].UPOS != demarche.VERB || befalls[w.lemma(i)] || w.eventNoun(h) == nil && w.status[w.lemma(h)].nominal&historical == 0 {
			return false
		}
	default:
		return false
	}
	w.head[i] = int32(n)
	return true
}

// amongThose gives what befell many to the one that is named: "among those arrested
// was a blogger", where the participle hangs on "those".
func (w *work) amongThose(i int) bool {
	h := int(w.head[i])
	if h < 0 || w.lower(h) != "those" || !w.hasCase(h, "among") {
		return false
	}
	top := h
	if w.child(top, demarche.Cop) < 0 && w.head[h] >= 0 {
		top = int(w.head[h])
	}
	if w.child(top, demarche.Cop) < 0 {
		return false
	}
	if s := w.child(top, demarche.Nsubj); s > h {
		top = s
	}
	if top == h || !nounLike(w.toks[top].UPOS) {
		return false
	}
	w.head[i] = int32(top)
	return true
}

// person says whether the mention with head i is of a person.
func (w *work) person(i int) bool {
	for k := range w.doc.Mentions {
		if m := &w.doc.Mentions[k]; m.Head == i {
			return m.Type == demarche.Person
		}
	}
	return false
}

// befalls are verbs whose subject is an event: "the invasion, which began".
var befalls = map[string]bool{
	"begin": true, "start": true, "end": true, "last": true, "continue": true, "follow": true, "come": true, "go": true, "occur": true,
	"happen": true, "take": true, "kill": true, "wound": true, "injure": true, "claim": true, "cost": true, "cause": true, "lead": true,
	"leave": true, "displace": true, "drive": true, "trigger": true, "spark": true, "prompt": true, "provoke": true, "result": true,
	"draw": true, "see": true, "send": true, "push": true, "raise": true, "bring": true, "create": true, "destroy": true, "mark": true,
	"enter": true, "force": true, "shake": true, "include": true, "involve": true, "violate": true, "affect": true, "aim": true,
	"break": true, "erupt": true, "escalate": true, "focus": true, "make": true, "condemn": true, "call": true, "describe": true,
	"have": true, "be": true, "require": true, "threaten": true, "entail": true, "seek": true, "allow": true, "turn": true, "give": true,
	"expect": true, "schedule": true, "plan": true, "hold": true, "carry": true, "launch": true, "say": true, "criticize": true, "support": true,
}
