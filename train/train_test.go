package train

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/demarche/demarche/conllu"
)

// tiny is a treebank of made-up sentences, enough to fit.
const tiny = `
1 Police police NOUN NNS _ 2 nsubj
2 arrested arrest VERB VBD _ 0 root
3 two two NUM CD _ 4 nummod
4 men man NOUN NNS _ 2 obj
5 . . PUNCT . _ 2 punct

1 Iran Iran PROPN NNP _ 2 nsubj
2 rejected reject VERB VBD _ 0 root
3 the the DET DT _ 4 det
4 offer offer NOUN NN _ 2 obj
5 on on ADP IN _ 6 case
6 Monday Monday PROPN NNP _ 2 obl
7 . . PUNCT . _ 2 punct

1 What what PRON WP _ 4 obj
2 did do AUX VBD _ 4 aux
3 they they PRON PRP _ 4 nsubj
4 say say VERB VB _ 0 root
5 and and CCONJ CC _ 6 cc
6 do do VERB VB _ 4 conj
7 ? ? PUNCT . _ 4 punct
`

func tinySentences(t *testing.T) []sentence {
	docs, err := conllu.Read("tiny", strings.NewReader(tiny))
	if err != nil {
		t.Fatal(err)
	}
	var many []sentence
	for range 5 { // so that no class is rare
		many = append(many, sentencesOf(docs)...)
	}
	return many
}

func TestTrainingIsReproducibleAndFits(t *testing.T) {
	var tagged, parsed [2][]byte
	for i := range 2 {
		sents := tinySentences(t)
		tagger, parser := Tagger(sents, DefaultTagger), Parser(sents, DefaultParser, io.Discard)
		tagged[i], parsed[i] = tagger.AppendBinary(nil), parser.AppendBinary(nil)
		var s Scores
		for _, gold := range sents {
			got := append(sentence(nil), gold...)
			tagger.Tag(got)
			parser.Parse(got, 0)
			s.Add(gold, got)
		}
		if s.LAS != s.Words || s.XPOS != s.Words {
			t.Errorf("its own training sentences come out wrong: %v", s.String())
		}
	}
	if !bytes.Equal(tagged[0], tagged[1]) {
		t.Error("two trainings of the tagger differ")
	}
	if !bytes.Equal(parsed[0], parsed[1]) {
		t.Error("two trainings of the parser differ")
	}
}

func TestJackknifeLeavesGoldAlone(t *testing.T) {
	sents := tinySentences(t)
	sents[0][0].XPOS = "GOLD"
	out := jackknife(sents, 3, DefaultTagger)
	if sents[0][0].XPOS != "GOLD" || out[0][0].XPOS == "GOLD" {
		t.Errorf("gold %q, jackknifed %q", sents[0][0].XPOS, out[0][0].XPOS)
	}
}

func TestRecasedKeepsTheOriginals(t *testing.T) {
	sents := tinySentences(t)
	more := recased(sents, rand.New(rand.NewPCG(1, 1)))
	for i := range sents {
		if more[i][0].Form != sents[i][0].Form {
			t.Fatalf("sentence %d changed to %q", i, more[i][0].Form)
		}
	}
}

// The oracle must lead to the gold tree wherever that is projective.
func TestOracleReachesGold(t *testing.T) {
	for _, s := range tinySentences(t)[:3] {
		actions, labels := actionsFor([]sentence{s})
		g := projective(s, labels)
		tr := trainer{actions: actions, learner: newLearner(), rng: rand.New(rand.NewPCG(1, 3))}
		for range 20 {
			tr.parse(s, g)
		}
		tr.errors = 0
		tr.parse(s, g)
		if tr.errors != 0 {
			t.Errorf("%v: %d errors left", s[0].Form, tr.errors)
		}
	}
}
