package train

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en"
)

// minGain is how many words of the training data a row of the lemma table
// must put right.
const minGain = 2

// lemmaKey is a word as the lemma table looks it up.
type lemmaKey struct{ form, xpos string }

// lemmaCount is what the treebanks and the rules make of one word.
type lemmaCount struct {
	gold  map[string]int // lemma → times
	ruled int            // times that the rules are right
}

// Lemmas writes the lemma table (see en.NewLemmatizer): of all words in the
// training parts of the treebanks in udDir, those that the lemmatiser's rules
// get wrong, in the order of the alphabet. The same data give the same table.
func Lemmas(udDir string, w io.Writer) error {
	rules, err := en.ReadLemmatizer("", strings.NewReader(""))
	if err != nil {
		return err
	}
	counts := make(map[lemmaKey]*lemmaCount)
	for _, name := range treebanks {
		docs, err := load(udDir, name, "train")
		if err != nil {
			return fmt.Errorf("training data: %w", err)
		}
		for _, d := range docs {
			countLemmas(counts, rules, d)
		}
	}
	return writeLemmas(w, counts)
}

func countLemmas(counts map[lemmaKey]*lemmaCount, rules *en.Lemmatizer, d *demarche.Doc) {
	gold := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		gold[i] = d.Tokens[i].Lemma
	}
	rules.Lemmatize(d)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.UPOS == demarche.X || gold[i] == "" || gold[i] == "_" {
			continue
		}
		key := lemmaKey{strings.ToLower(t.Norm), t.XPOS}
		c := counts[key]
		if c == nil {
			c = &lemmaCount{gold: make(map[string]int)}
			counts[key] = c
		}
		c.gold[gold[i]]++
		if t.Lemma == gold[i] {
			c.ruled++
		}
	}
}

func writeLemmas(w io.Writer, counts map[lemmaKey]*lemmaCount) error {
	keys := make([]lemmaKey, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b lemmaKey) int {
		return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.xpos, b.xpos))
	})
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "# Words whose lemma the rules get wrong: form, tag, lemma.")
	fmt.Fprintln(out, "# Written by demarche train from UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0).")
	for _, k := range keys {
		lemma, n := counts[k].best()
		if misannotated[k] {
			continue
		}
		if n-counts[k].ruled >= minGain {
			fmt.Fprintf(out, "%s\t%s\t%s\n", k.form, k.xpos, lemma)
		}
	}
	return out.Flush()
}

// misannotated are words to which the treebanks give a wrong lemma oftener than
// the right one: flead, fulfil for fulfill, rang for range.
var misannotated = map[lemmaKey]bool{
	{"fled", "VBD"}: true, {"fulfilling", "VBG"}: true, {"ranged", "VBD"}: true,
}

// best is the most frequent lemma and how often it occurs; of equals, the
// first in the alphabet.
func (c *lemmaCount) best() (lemma string, n int) {
	for l, k := range c.gold {
		if k > n || k == n && l < lemma {
			lemma, n = l, k
		}
	}
	return lemma, n
}
