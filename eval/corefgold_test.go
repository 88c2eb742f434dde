package eval

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

const corefGold = `# newdoc id = d1
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# sent_id = d1-1
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-n-cf1-3-coref
2	foreign	foreign	ADJ	JJ	_	3	amod	_	_
3	minister	minister	NOUN	NN	_	4	nsubj	_	Entity=1)
4	praised	praise	VERB	VBD	_	0	root	_	_
5	her	her	PRON	PRP$	_	6	nmod:poss	_	Entity=(2-object-new-n-cf2-2-coref(1-person-giv-n-cf1-1-ana)
6	speech	speech	NOUN	NN	_	4	obj	_	Entity=2)
7	and	and	CCONJ	CC	_	8	cc	_	_
8	said	say	VERB	VBD	_	4	conj	_	_
9	it	it	PRON	PRP	_	10	nsubj	_	Entity=(2-object-giv-n-cf2-1-ana)
10	helped	help	VERB	VBD	_	8	ccomp	_	_
11	her	her	PRON	PRP	_	10	obj	_	Entity=(1-person-giv-n-cf1-1-ana)|SpaceAfter=No
12	.	.	PUNCT	.	_	4	punct	_	_

`

func TestCorefReadsGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.conllu")
	if err := os.WriteFile(path, []byte(corefGold), 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := Coref([]string{path}, func(doc *demarche.Doc) error {
		for _, head := range []int{2, 4} { // finds the minister and the first "her", not the second
			doc.Mentions = append(doc.Mentions, demarche.Mention{Range: demarche.Range{First: head, End: head + 1}, Head: head, Type: demarche.Person, Cluster: 7})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	mentions := report.Sections[0].Scores[0]
	if mentions.Gold != 3 || mentions.Predicted != 2 || mentions.Correct != 2 {
		t.Errorf("mentions: %+v, want 2 of 3 found and both right; the speech is no person", mentions)
	}
}

// The smallest span of a name is all its words; the tree tells which heads it.
func TestCorefHeadOfName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.conllu")
	gold := `# newdoc id = d1
# sent_id = d1-1
1	United	unite	VERB	NNP	_	2	amod	_	Entity=(1-place-new-n-1,2-coref
2	Provinces	Province	PROPN	NNPS	_	5	nsubj	_	Entity=1)
3	and	and	CCONJ	CC	_	4	cc	_	_
4	theirs	theirs	PRON	PRP	_	2	conj	_	Entity=(1-place-giv-n-1-ana)
5	agree	agree	VERB	VBP	_	0	root	_	_

`
	if err := os.WriteFile(path, []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	docs, err := readCoref(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := docs[0].chains; len(got) != 1 || !slices.Equal(got[0], chain{1, 3}) {
		t.Errorf("the chains are %v, want one of tokens 1 and 3", got)
	}
}

func TestCorefBrokenGold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.conllu")
	broken := strings.Replace(corefGold, "Entity=1)", "Entity=9)", 1)
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Coref([]string{path}, func(*demarche.Doc) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "entity 9 is closed but not open") {
		t.Errorf("the error is %v; it must name the bracket that does not fit", err)
	}
}
