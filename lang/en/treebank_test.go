package en

import (
	"os"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

// treebank reads a tuning treebank, or skips the test where it is absent.
func treebank(t testing.TB, name string) []*demarche.Doc {
	t.Helper()
	path := "../../../shared/data/ud/" + name + ".conllu.gz"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the treebanks are not here:", err)
	}
	docs, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// spans counts the spans that gold, system and both have.
type spans struct{ gold, system, both int }

func (s *spans) add(gold, system map[demarche.Span]bool) {
	s.gold += len(gold)
	s.system += len(system)
	for g := range gold {
		if system[g] {
			s.both++
		}
	}
}

func (s spans) f1() float64 { return 200 * float64(s.both) / float64(s.gold+s.system) }

func tokenSpans(d *demarche.Doc) map[demarche.Span]bool {
	m := make(map[demarche.Span]bool, len(d.Tokens))
	for _, t := range d.Tokens {
		m[t.Span] = true
	}
	return m
}

func sentenceSpans(d *demarche.Doc) map[demarche.Span]bool {
	m := make(map[demarche.Span]bool, len(d.Sentences))
	for _, s := range d.Sentences {
		m[s.Text] = true
	}
	return m
}

// TestSplitTreebank holds the splitter to what it reaches on the tuning
// treebanks, by kind of text. Reviews, e-mails and transcripts have many
// sentences that end in nothing; news has few.
func TestSplitTreebank(t *testing.T) {
	for _, c := range []struct {
		bank, kind        string
		tokens, sentences float64 // least F1
	}{
		{"en_ewt-dev", "", 99.1, 83},
		{"en_ewt-dev", "newsgroup", 98.8, 72},
		{"en_ewt-dev", "weblog", 99.8, 93},
		{"en_gum-dev", "", 99.7, 95.5},
		{"en_gum-dev", "GUM_news", 99.9, 99.5},
	} {
		var tokens, sentences spans
		for _, gold := range treebank(t, c.bank) {
			if !strings.HasPrefix(gold.ID, c.kind) {
				continue
			}
			system := &demarche.Doc{Text: gold.Text}
			Split(system)
			tokens.add(tokenSpans(gold), tokenSpans(system))
			sentences.add(sentenceSpans(gold), sentenceSpans(system))
		}
		t.Logf("%s %s: token F1 %.2f, sentence F1 %.2f", c.bank, c.kind, tokens.f1(), sentences.f1())
		if tokens.f1() < c.tokens || sentences.f1() < c.sentences {
			t.Errorf("%s %s: token F1 %.2f and sentence F1 %.2f, want %.2f and %.2f",
				c.bank, c.kind, tokens.f1(), sentences.f1(), c.tokens, c.sentences)
		}
	}
}
