package frame

import "github.com/demarche/demarche"

// disposed is the adjective that a participle is in "is prepared to" and "is
// committed to", where nobody prepared or committed the subject; "" for any
// other verb.
func (w *work) disposed(i int) string {
	word := w.lower(i)
	if !dispositions[word] || w.toks[i].XPOS != "VBN" || w.child(i, demarche.AuxPass) < 0 {
		return ""
	}
	for c := w.first[i]; c >= 0; c = w.next[c] {
		if w.isAgentPhrase(int(c)) {
			return ""
		}
	}
	for c := w.first[i]; c >= 0; c = w.next[c] {
		switch w.base(int(c)) {
		case demarche.Xcomp, demarche.Ccomp, demarche.Advcl:
			return word
		}
	}
	return ""
}

// dispositions are said of somebody who may act. "It is easy to" is about
// nobody, but "it is willing to" is, whatever the parser made of "it".
var dispositions = map[string]bool{
	"willing": true, "ready": true, "prepared": true, "committed": true, "determined": true, "eager": true, "keen": true,
	"unwilling": true, "reluctant": true, "able": true, "unable": true, "open": true,
}
