package quote

import (
	"slices"
	"strings"

	"github.com/demarche/demarche"
)

// Kinds of quotes (Quote.Kind).
const (
	Direct   = "direct"
	Indirect = "indirect"
	Partial  = "partial"
)

// Finder finds quotes. It is read-only after New and may be shared.
type Finder struct {
	cues   map[string]cue
	speech map[string]bool
	nouns  map[string]bool
	views  map[string]bool
}

// New makes a Finder with the English tables.
func New() *Finder {
	return &Finder{cues: cues(), speech: words(speechVerbs), nouns: words(reportNouns), views: words(`word view opinion eye account telling estimation judgment judgement assessment`)}
}

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// Find fills doc.Quotes in order of the text. It needs lemmas, tags and
// trees; without trees only direct speech is found, its speaker by nearness.
//
// The range of a direct or partial quote lies between its marks, without
// them; of an indirect one it is the clause or phrase said, "that" included.
// Quotes may lie within one another: partial ones within indirect ones. Cue
// is the verb of saying, "according", a noun such as "claim", or the colon
// after a name; -1 when a quote goes on without one. Speaker is the token
// that heads the speaker's phrase, carried on for quotes that follow without
// a cue of their own; -1 when the text names none.
func (f *Finder) Find(doc *demarche.Doc) {
	doc.Quotes = doc.Quotes[:0]
	d := &finder{Finder: f, doc: doc, treeOf: -1}
	d.marks()
	d.join()
	d.indirect()
	d.quoted()
	d.nested()
	d.blocks()
	slices.SortStableFunc(d.out, func(a, b demarche.Quote) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Range.End - a.Range.End
	})
	doc.Quotes = append(doc.Quotes, d.out...)
}

// finder is the work on one document.
type finder struct {
	*Finder
	doc    *demarche.Doc
	spans  []quoted
	goesOn []int // spans that the next paragraph continues
	tree   tree
	treeOf int // sentence that tree holds
	out    []demarche.Quote
}

// join makes one stretch of a quote that runs over paragraphs.
func (f *finder) join() {
	for k := len(f.goesOn) - 1; k >= 0; k-- {
		n := f.goesOn[k]
		if n+1 >= len(f.spans) || f.spans[n+1].open < 0 {
			continue
		}
		next := f.spans[n+1]
		f.spans[n].Range.End, f.spans[n].shut, f.spans[n].cut = next.Range.End, next.shut, next.cut
		f.spans = slices.Delete(f.spans, n+1, n+2)
	}
}

// spanAt is the stretch between marks that holds token i, or -1.
func (f *finder) spanAt(i int) int {
	n, ok := slices.BinarySearchFunc(f.spans, i, func(q quoted, i int) int {
		switch {
		case q.Range.End <= i:
			return -1
		case q.First > i:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return n
}

// load makes the tree of sentence n the current one.
func (f *finder) load(n int) bool {
	if f.treeOf != n {
		f.tree.load(f.doc, f.doc.Sentences[n].Range)
		f.treeOf = n
	}
	return f.tree.parsed()
}

// cueAt is the row of the cue verb at token i.
func (f *finder) cueAt(i int) (cue, bool) {
	t := &f.doc.Tokens[i]
	if t.UPOS != demarche.VERB && t.UPOS != demarche.AUX {
		return cue{}, false
	}
	c, ok := f.cues[t.Lemma]
	return c, ok
}

// trim takes punctuation and marks off both ends of r.
func (f *finder) trim(r demarche.Range) demarche.Range {
	for r.Len() > 0 && f.isPunct(r.First) {
		r.First++
	}
	for r.Len() > 0 && f.isPunct(r.End-1) {
		r.End--
	}
	return r
}

func (f *finder) isPunct(i int) bool {
	t := &f.doc.Tokens[i]
	if t.UPOS == demarche.PUNCT {
		return t.Norm != ")" && t.Norm != "("
	}
	return len(t.Norm) == 1 && strings.ContainsAny(t.Norm, ",.;:\"'`-")
}
