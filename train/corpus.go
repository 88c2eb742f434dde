// Package train fits the models of package lang/en to treebanks. The same
// data and options give the same weights, byte for byte.
package train

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

// Treebanks are the names of the treebanks that All reads.
var treebanks = []string{"en_ewt", "en_gum"}

// sentence is one sentence of a treebank; heads count from its first token.
type sentence = []demarche.Token

// load reads one part ("train", "dev", "test") of a treebank.
func load(dir, treebank, part string) ([]*demarche.Doc, error) {
	return conllu.ReadFile(filepath.Join(dir, treebank+"-"+part+".conllu.gz"))
}

// loadTrain reads the training parts of all treebanks.
func loadTrain(dir string) ([]sentence, error) {
	var all []sentence
	for _, tb := range treebanks {
		docs, err := load(dir, tb, "train")
		if err != nil {
			return nil, fmt.Errorf("training data: %w", err)
		}
		all = append(all, sentencesOf(docs)...)
	}
	return all, nil
}

// sentencesOf copies the sentences of documents, heads made relative.
func sentencesOf(docs []*demarche.Doc) []sentence {
	var all []sentence
	for _, d := range docs {
		for _, s := range d.Sentences {
			toks := append(sentence(nil), d.Tokens[s.First:s.Range.End]...)
			for i := range toks {
				if toks[i].Head >= 0 {
					toks[i].Head -= s.First
				}
			}
			all = append(all, toks)
		}
	}
	return all
}

// recased adds copies of some sentences written as headlines are: capitals
// throughout, capitals at the head of words, or none.
func recased(all []sentence, r *rand.Rand) []sentence {
	out := append([]sentence(nil), all...)
	for _, s := range all {
		var f func(string) string
		switch x := r.Float64(); {
		case len(s) < 4 || x > 0.11:
			continue
		case x < 0.03:
			f = strings.ToUpper
		case x < 0.08:
			f = titled
		default:
			f = strings.ToLower
		}
		c := append(sentence(nil), s...)
		for i := range c {
			c[i].Form, c[i].Norm = f(c[i].Form), f(c[i].Norm)
		}
		out = append(out, c)
	}
	return out
}

// small are the words that headlines leave without capitals.
var small = map[string]bool{"a": true, "an": true, "the": true, "of": true, "in": true, "on": true, "at": true,
	"to": true, "for": true, "by": true, "with": true, "and": true, "or": true, "as": true, "'s": true, "n't": true}

func titled(s string) string {
	if s == "" || small[strings.ToLower(s)] {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
