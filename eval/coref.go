package eval

import (
	"fmt"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/intake"
)

// Coref scores coreference between persons, organisations and places against
// CoNLL-U files whose column MISC has the Entity brackets of GUM and CorefUD.
//
// A mention is the same in both when its head is (CorefUD's head match); an
// entity counts when it has two mentions or more, as in the shared task of
// CoNLL 2012, whose three measures and their mean F1 are given: MUC (Vilain et
// al. 1995), B³ (Bagga and Baldwin 1998) and CEAF over entities (Luo 2005).
//
// Analyse gets documents with the gold's sentences and tokens and fills
// Mentions.
func Coref(paths []string, analyse Coder) (*Report, error) {
	s := newCorefScores()
	for _, path := range paths {
		docs, err := readCoref(path)
		if err != nil {
			return nil, err
		}
		for _, gold := range docs {
			system := untagged(gold.doc)
			if err := analyse(system); err != nil {
				return nil, fmt.Errorf("%s: %w", gold.doc.ID, err)
			}
			s.add(gold.chains, systemChains(system))
		}
	}
	if s.mentions.Gold == 0 {
		return nil, noItems(paths, "coreferent mentions")
	}
	return s.report(), nil
}

// chain is one entity: the tokens that head its mentions, ascending.
type chain []int

// corefDoc is a document of the gold with its entities.
type corefDoc struct {
	doc    *demarche.Doc
	chains []chain
}

func readCoref(path string) ([]corefDoc, error) {
	f, err := intake.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sentences, err := conllu.ReadSentences(path, f)
	if err != nil {
		return nil, err
	}
	var docs []corefDoc
	for part := range conllu.ByDocument(sentences) {
		doc := conllu.Join(part)
		chains, err := goldChains(path, part, doc)
		if err != nil {
			return nil, err
		}
		docs = append(docs, corefDoc{doc, chains})
	}
	return docs, nil
}

// systemChains are the clusters of a document that have several mentions, of
// the kinds that the guidelines of GUM and of OntoNotes know: a relative pronoun
// is a part of its noun phrase, and an adjective ("Russian") refers to nobody.
func systemChains(doc *demarche.Doc) []chain {
	heads := map[int]chain{}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		if m.Cluster >= 0 && m.Type != demarche.EventT && doc.MentionAt(m.Head) == i && refers(&doc.Tokens[m.Head]) {
			heads[m.Cluster] = append(heads[m.Cluster], m.Head)
		}
	}
	return several(heads)
}

// refers says that a noun phrase may be headed by the token.
func refers(t *demarche.Token) bool {
	switch t.XPOS {
	case "WDT", "WP", "WP$":
		return false
	}
	return t.UPOS != demarche.ADJ || t.Rel.Base() != demarche.Amod
}

// several are the entities of two mentions or more, in the order of the text.
func several[K comparable](heads map[K]chain) []chain {
	var out []chain
	for _, c := range heads {
		slices.Sort(c)
		if c = slices.Compact(c); len(c) > 1 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b chain) int { return slices.Compare(a, b) })
	return out
}
