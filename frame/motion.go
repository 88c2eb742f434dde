package frame

import "github.com/demarche/demarche"

// speaks says whether clause i on the noun h is what a motion, a draft says, so
// that it holds only once that is adopted.
func (w *work) speaks(h, i int) bool {
	return motions[w.lemma(h)] && !w.passive(i) && (w.rel[i] != demarche.AclRelcl || w.ownSubject(i) < 0 || w.hasRelative(i))
}

// blocks are verbs of keeping a text from being adopted; what is rejected may
// well have been said.
var blocks = map[string]bool{"block": true, "veto": true, "quash": true, "obstruct": true, "hold up": true, "defeat": true}

// motions are texts that somebody has to adopt.
var motions = map[string]bool{
	"resolution": true, "draft": true, "motion": true, "bill": true, "amendment": true, "statement": true, "declaration": true,
	"text": true, "proposal": true, "communique": true, "petition": true, "measure": true, "legislation": true, "law": true,
}
