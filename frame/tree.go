package frame

import (
	"strings"

	"github.com/demarche/demarche"
)

// tree is the dependency trees of a document in arrays that are reused from
// document to document.
type tree struct {
	toks  []demarche.Token
	rel   []demarche.Rel // relation to the governor, as repaired
	head  []int32        // governor, -1 for a root; loops of a broken tree are cut
	first []int32        // first child, -1 when none
	next  []int32        // next child of the same governor, -1 when none
	left  []int32        // first token of the subtree
	right []int32        // last token of the subtree
	order []int32        // tokens, governors before what they govern
}

// reset takes over the heads and relations of toks. Link must follow.
func (t *tree) reset(toks []demarche.Token) {
	n := len(toks)
	t.toks = toks
	t.rel = cleared(t.rel, n)
	t.head = sized(t.head, n)
	t.first = sized(t.first, n)
	t.next = sized(t.next, n)
	t.left = sized(t.left, n)
	t.right = sized(t.right, n)
	for i := range n {
		t.head[i], t.rel[i] = int32(toks[i].Head), toks[i].Rel
		if toks[i].Head >= n || toks[i].Head == i || toks[i].Head < 0 {
			t.head[i] = -1
		}
	}
}

// link builds the lists of children, the order and the extents from the heads.
// Linear in the number of tokens.
func (t *tree) link() {
	for i := range t.toks {
		t.first[i], t.left[i], t.right[i] = -1, int32(i), int32(i)
	}
	for i := len(t.toks) - 1; i >= 0; i-- { // backwards, so that children come in text order
		if h := t.head[i]; h >= 0 {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
		}
	}
	t.sort()
	for k := len(t.order) - 1; k >= 0; k-- {
		i := t.order[k]
		if h := t.head[i]; h >= 0 {
			t.left[h] = min(t.left[h], t.left[i])
			t.right[h] = max(t.right[h], t.right[i])
		}
	}
}

// sort lists the tokens from the roots down. Tokens on a loop are never
// reached; they become roots without children.
func (t *tree) sort() {
	t.order = t.order[:0]
	for i := range t.toks {
		if t.head[i] < 0 {
			t.order = append(t.order, int32(i))
		}
	}
	for k := 0; k < len(t.order); k++ {
		for c := t.first[t.order[k]]; c >= 0; c = t.next[c] {
			t.order = append(t.order, c)
		}
	}
	if len(t.order) == len(t.toks) {
		return
	}
	seen := make([]bool, len(t.toks))
	for _, i := range t.order {
		seen[i] = true
	}
	for i, ok := range seen {
		if !ok {
			t.head[i], t.first[i] = -1, -1
			t.order = append(t.order, int32(i))
		}
	}
}

func sized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/4)
	}
	return s[:n]
}

// child is the first child of i with relation rel (exactly), or -1.
func (t *tree) child(i int, rel demarche.Rel) int {
	for c := t.first[i]; c >= 0; c = t.next[c] {
		if t.rel[c] == rel {
			return int(c)
		}
	}
	return -1
}

// base is the universal part of the relation of token i.
func (t *tree) base(i int) demarche.Rel { return t.rel[i].Base() }

// lemma is the lemma in lower case, or the form when there is none.
func (t *tree) lemma(i int) string {
	if t.toks[i].Lemma != "" {
		return strings.ToLower(t.toks[i].Lemma)
	}
	return t.lower(i)
}

// lower is the plain form in lower case.
func (t *tree) lower(i int) string {
	if t.toks[i].Norm != "" {
		return strings.ToLower(t.toks[i].Norm)
	}
	return strings.ToLower(t.toks[i].Form)
}

// firstConjunct climbs from a conjunct to the first of its coordination.
func (t *tree) firstConjunct(i int) int {
	for t.rel[i] == demarche.Conj && t.head[i] >= 0 {
		i = int(t.head[i])
	}
	return i
}

// phrase is the range of the noun phrase headed by i, without its
// preposition, its conjuncts and the punctuation around it.
func (t *tree) phrase(i int) demarche.Range {
	first, last := int(t.left[i]), int(t.right[i])
	for c := t.first[i]; c >= 0; c = t.next[c] {
		switch t.base(int(c)) {
		case demarche.Case, demarche.Mark, demarche.Cc:
			if int(c) < i && int(t.right[c]) >= first {
				first = int(t.right[c]) + 1
			}
		case demarche.Conj, demarche.Parataxis, demarche.Cop, demarche.Nsubj:
			if int(c) > i {
				last = min(last, int(t.left[c])-1)
			}
		}
	}
	for last > i && (t.toks[last].UPOS == demarche.PUNCT || t.toks[last].UPOS == demarche.CCONJ) {
		last--
	}
	for first < i && t.toks[first].UPOS == demarche.PUNCT {
		first++
	}
	return demarche.Range{First: min(first, i), End: max(last, i) + 1}
}
