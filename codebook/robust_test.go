package codebook

import (
	"fmt"
	"math/rand"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"github.com/demarche/demarche"
)

// randomDoc makes a document whose layers point anywhere, into nothing and
// at themselves too.
func randomDoc(r *rand.Rand, lemmas []string) *demarche.Doc {
	d := &demarche.Doc{}
	n := 1 + r.Intn(20)
	any := func() int { return r.Intn(n+6) - 3 }
	rels := []demarche.Rel{demarche.Nmod, demarche.NmodPoss, demarche.Conj, demarche.Case, demarche.Amod}
	for range n {
		d.Tokens = append(d.Tokens, demarche.Token{Form: "w", Lemma: lemmas[r.Intn(len(lemmas))], Head: any(), Rel: rels[r.Intn(len(rels))]})
	}
	for range r.Intn(5) {
		d.Mentions = append(d.Mentions, demarche.Mention{Head: any(), Type: demarche.GPE, Cluster: r.Intn(3) - 1})
	}
	roles := []demarche.ArgRole{demarche.Agent, demarche.Theme, demarche.Dative, demarche.Oblique, demarche.Content, demarche.Adjunct}
	preps := []string{"", "to", "that", "of", "on", "with", "for"}
	frames := r.Intn(8)
	for range frames {
		f := demarche.Frame{Pred: any(), Light: any(), Lemma: lemmas[r.Intn(len(lemmas))], Parent: r.Intn(frames+2) - 1}
		if r.Intn(3) == 0 {
			f.Noun = f.Lemma
		}
		for range r.Intn(6) {
			f.Args = append(f.Args, demarche.Arg{Role: roles[r.Intn(len(roles))], Prep: preps[r.Intn(len(preps))], Head: any(), Frame: r.Intn(frames+4) - 2})
		}
		d.Frames = append(d.Frames, f)
	}
	return d
}

func TestBrokenLayersDoNoHarm(t *testing.T) {
	cb := load(t, testRules)
	lemmas := append(sortedKeys(cb.index), "aid", "money", "peace", "deal", "other", "each", "treaty")
	for seed := range int64(20000) {
		r := rand.New(rand.NewSource(seed))
		d := randomDoc(r, lemmas)
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Fatalf("seed %d: %v\n%s", seed, p, debug.Stack())
				}
			}()
			cb.Match(d)
			first := fmt.Sprint(d.Codings)
			cb.Why(d)
			if again := fmt.Sprint(d.Codings); again != first {
				t.Fatalf("seed %d: not the same twice\n%s\n%s", seed, first, again)
			}
		}()
	}
}

// manyRules makes n pattern lines, perVerb to a predicate.
func manyRules(n, perVerb int) string {
	var b strings.Builder
	for i := range n / 10 {
		verb := "asks"
		if v := i * 10 / perVerb; v > 0 {
			verb = fmt.Sprintf("verb%dx", v)
		}
		fmt.Fprintf(&b, "rule r%d\n  code ACCUSE\n  ACTOR %s RECIPIENT\n", i, verb)
		for k := range 9 {
			fmt.Fprintf(&b, "  ACTOR %s RECIPIENT for thing%d-%d [on RECIPIENT]\n", verb, i, k)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func benchDoc(b *testing.B) *demarche.Doc {
	return sketch{words: "Nepal=NPL asked~ask India=IND for aid in talks while Iran=IRN threatened~threaten to attack Iraq=IRQ and nobody liked it",
		frames: []string{"asked agent:Nepal theme:India oblique.for:aid", "threatened agent:Iran content.to:attack#2", "attack agent:Iran theme:Iraq",
			"liked theme:it"}}.doc(b)
}

// BenchmarkMatch codes one sentence of 20 words with the test rules, and with
// thousands of lines that name its predicate.
func BenchmarkMatch(b *testing.B) {
	for _, c := range []struct {
		name  string
		rules string
	}{{"few lines", testRules}, {"5000 more, 50 to a verb", testRules + manyRules(5000, 50)}, {"5000 more for one verb", testRules + manyRules(5000, 5000)}} {
		b.Run(c.name, func(b *testing.B) {
			cb := load(b, c.rules)
			d := benchDoc(b)
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				cb.Match(d)
			}
			b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkMatchNothing shows that frames that no rule names cost nothing.
func BenchmarkMatchNothing(b *testing.B) {
	cb := load(b, testRules)
	d := sketch{words: "Nepal=NPL liked~like India=IND", frames: []string{"liked agent:Nepal theme:India"}}.doc(b)
	b.ReportAllocs()
	for range b.N {
		cb.Match(d)
	}
}

func TestFramesThatNoRuleNamesCostNothing(t *testing.T) {
	cb := load(t, testRules)
	d := sketch{words: "Nepal=NPL liked~like India=IND", frames: []string{"liked agent:Nepal theme:India"}}.doc(t)
	cb.Match(d)
	if n := testing.AllocsPerRun(100, func() { cb.Match(d) }); n > 0 {
		t.Errorf("%g allocations", n)
	}
}

func TestOneCodebookForManyGoroutines(t *testing.T) {
	cb := load(t, testRules)
	lemmas := sortedKeys(cb.index)
	want := make([]string, 50)
	for seed := range want {
		d := randomDoc(rand.New(rand.NewSource(int64(seed))), lemmas)
		cb.Match(d)
		want[seed] = fmt.Sprint(d.Codings)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for seed := range want {
				d := randomDoc(rand.New(rand.NewSource(int64(seed))), lemmas)
				cb.Match(d)
				if got := fmt.Sprint(d.Codings); got != want[seed] {
					t.Errorf("document %d came out differently:\n%s\n%s", seed, got, want[seed])
				}
			}
		})
	}
	wg.Wait()
}
