package frame

import "github.com/demarche/demarche"

// giverOf is who gave what noun n names, where a participle tells it: Peru in
// "received tents | sent by Peru"; -1 for nobody.
func (w *work) giverOf(n int) int {
	for c := w.first[n]; c >= 0; c = w.next[c] {
		if w.base(int(c)) != demarche.Acl || w.toks[c].XPOS != "VBN" || !gives[w.lemma(int(c))] {
			continue
		}
		for k := w.first[c]; k >= 0; k = w.next[k] {
			if w.isAgentPhrase(int(k)) {
				return int(k)
			}
		}
	}
	return -1
}

var gives = map[string]bool{
	"send": true, "give": true, "donate": true, "provide": true, "supply": true, "deliver": true, "ship": true, "finance": true,
	"fund": true, "contribute": true, "pay": true, "extend": true, "grant": true, "dispatch": true, "fly": true,
}

// passedOn fills who gives and who gets the aid n of "received 20 tonnes of aid |
// sent by Peru".
func (w *work) passedOn(n, start int) {
	top := n
	for k := 0; k < 2 && w.rel[top] == demarche.Nmod && w.head[top] >= 0; k++ {
		if !w.hasCase(top, "of") {
			break
		}
		top = int(w.head[top])
	}
	if !w.filled(start, demarche.Agent) {
		for _, t := range [...]int{n, top} {
			if g := w.giverOf(t); g >= 0 {
				w.add(demarche.Agent, "by", w.antecedent(g), "giver")
				break
			}
		}
	}
	v := int(w.head[top])
	if w.filled(start, demarche.Theme) || v < 0 || w.rel[top] != demarche.Obj || !receives[w.lemma(v)] {
		return
	}
	if s, _ := w.subject(v); s >= 0 && w.step(s) != n && !w.passive(v) {
		w.add(demarche.Theme, "to", s, "receiver")
	}
}

var receives = map[string]bool{"receive": true, "get": true, "obtain": true, "accept": true}

// receivedFrom adds who gave what verb v says is received as if it stood there:
// "received tents from Peru".
func (w *work) receivedFrom(v, object int) {
	if !receives[w.lemma(v)] {
		return
	}
	for n, top := w.step(object), object; ; n = int(w.head[n]) { // "tonnes of food sent by"
		if g := w.giverOf(n); g >= 0 {
			w.add(demarche.Oblique, "from", w.antecedent(g), "giver")
			return
		}
		if n == top || w.head[n] < 0 {
			return
		}
	}
}
