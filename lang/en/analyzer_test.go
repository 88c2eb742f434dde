package en

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

const devDir = "../../../shared/data/ud/"

// devDocs reads the development part of a treebank, or skips the test.
func devDocs(t testing.TB, treebank string) []*demarche.Doc {
	path := devDir + treebank + "-dev.conllu.gz"
	if _, err := os.Stat(path); err != nil {
		t.Skipf("treebank not at hand: %v", err)
	}
	docs, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// A model trained on other data, or features that changed without a new
// training, would fall below these floors.
func TestAccuracyOnDev(t *testing.T) {
	for _, c := range []struct {
		treebank  string
		upos, las float64
	}{{"en_ewt", 95.5, 86}, {"en_gum", 97, 87}} {
		a, err := New()
		if err != nil {
			t.Fatal(err)
		}
		words, upos, las := 0, 0, 0
		for _, d := range devDocs(t, c.treebank) {
			gold := append([]demarche.Token(nil), d.Tokens...)
			a.Syntax(d)
			for i, got := range d.Tokens {
				words++
				if got.UPOS == gold[i].UPOS {
					upos++
				}
				if got.Head == gold[i].Head && got.Rel.Base() == gold[i].Rel.Base() {
					las++
				}
			}
		}
		u, l := 100*float64(upos)/float64(words), 100*float64(las)/float64(words)
		t.Logf("%s: UPOS %.2f LAS %.2f", c.treebank, u, l)
		if u < c.upos || l < c.las {
			t.Errorf("%s: UPOS %.2f LAS %.2f, want at least %.1f and %.1f", c.treebank, u, l, c.upos, c.las)
		}
	}
}

func TestConcurrentUseGivesTheSame(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	want := make([]*demarche.Doc, len(newsSentences))
	for i, s := range newsSentences {
		want[i] = bare(s.text)
		a.Syntax(want[i])
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range newsSentences {
				i = (i + g) % len(newsSentences)
				d := bare(newsSentences[i].text)
				a.Syntax(d)
				for j := range d.Tokens {
					if d.Tokens[j] != want[i].Tokens[j] {
						t.Errorf("%q: token %d differs", newsSentences[i].text, j)
					}
				}
			}
		})
	}
	wg.Wait()
}

// A table pasted into an article must cost no more a word than a sentence.
func TestLongSentenceIsATree(t *testing.T) {
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	d := bare(strings.Repeat("Ruritania , 12,500 troops ; ", 2000))
	a.Syntax(d)
	roots := 0
	for _, tok := range d.Tokens {
		if tok.Head < 0 {
			roots++
		}
	}
	if roots != 1 {
		t.Errorf("%d roots in one sentence", roots)
	}
}

func benchmark(b *testing.B, run func(*Analyzer, *demarche.Doc)) {
	a, err := New()
	if err != nil {
		b.Fatal(err)
	}
	docs := devDocs(b, "en_gum")
	words := 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d := docs[i%len(docs)]
		run(a, d)
		words += len(d.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkSyntax(b *testing.B) { benchmark(b, (*Analyzer).Syntax) }

// BenchmarkAnalyze starts from the text.
func BenchmarkAnalyze(b *testing.B) { benchmark(b, (*Analyzer).Analyze) }

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
