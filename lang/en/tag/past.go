package tag

import (
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// pastForms are irregular past tenses and participles that are no other word.
// Treebanks have few of them and their endings tell nothing, but news is full
// of what somebody withdrew, overthrew or withheld.
var pastForms = wordSet(`withdrew withdrawn withheld overthrew overthrown overran overtook overtaken oversaw overseen
	overrode overridden overcame froze unfroze forgave forgiven forbade foresaw undertook undertaken underwent
	undergone undid rebuilt rewrote rewritten retook retaken redrew remade resold repaid withstood befell besought
	mistook misled misunderstood forsook strove strode swam tore stole slew shrank sprang swore sworn undercut
	upheld partook underwrote interwove`)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// pastClasses are the classes of past tense and past participle, -1 where the
// model has none.
func pastClasses(classes []Class) [2]int {
	p := [2]int{-1, -1}
	for c, x := range classes {
		switch {
		case x.UPOS != demarche.VERB:
		case x.XPOS == "VBD":
			p[0] = c
		case x.XPOS == "VBN":
			p[1] = c
		}
	}
	return p
}

// asPast is the better of past tense and participle for words that are nothing
// else, the class c for others.
func (t *Tagger) asPast(s *linear.Scores, tok *demarche.Token, c int) int {
	tense, participle := t.past[0], t.past[1]
	if tense < 0 || participle < 0 || !pastForms[tok.Form] {
		return c
	}
	if s[participle] > s[tense] {
		return participle
	}
	return tense
}
