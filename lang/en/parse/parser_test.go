package parse

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// random is a parser that knows nothing: whatever it is made to do, what
// comes out must be a tree.
func random(seed uint64) *Parser {
	rels := []demarche.Rel{"nsubj", "obj", "punct"}
	list := []Action{{Kind: Shift}, {Kind: Reduce}}
	for _, k := range []Kind{Left, Right} {
		for l := range rels {
			if k == Left && l == 0 { // labels must not be numbered by their first action
				continue
			}
			list = append(list, Action{k, uint8(l)})
		}
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	var rows []linear.Row
	for key := range uint64(1 << 12) {
		r := linear.Row{Key: key << 52}
		for c := range list {
			r.Classes, r.Weights = append(r.Classes, uint8(c)), append(r.Weights, int8(rng.IntN(255)-127))
		}
		rows = append(rows, r)
	}
	return New(NewActions(list, rels), linear.Build(12, rows))
}

// isTree says what is wrong with the heads, "" if nothing.
func isTree(toks []demarche.Token, base int) string {
	roots := 0
	for i := range toks {
		if toks[i].Head < 0 {
			roots++
			if toks[i].Rel != demarche.Root {
				return "root without its relation"
			}
			continue
		}
		at, steps := i, 0
		for toks[at].Head >= 0 {
			if at = toks[at].Head - base; at < 0 || at >= len(toks) {
				return "head outside of the sentence"
			}
			if steps++; steps > len(toks) {
				return "cycle"
			}
		}
	}
	if roots != 1 {
		return "not one root"
	}
	return ""
}

func FuzzEveryRunEndsInATree(f *testing.F) {
	f.Add(uint64(1), "a b c d e")
	f.Add(uint64(7), "x")
	f.Add(uint64(9), "")
	f.Fuzz(func(t *testing.T, seed uint64, words string) {
		toks := make([]demarche.Token, min(len(words), 200))
		for i := range toks {
			toks[i] = demarche.Token{Form: words[i : i+1], UPOS: demarche.NOUN, XPOS: words[i : i+1]}
		}
		p := random(seed)
		p.Parse(toks, 30)
		if wrong := isTree(toks, 30); wrong != "" && len(toks) > 0 {
			t.Errorf("seed %d, %q: %s: %v", seed, words, wrong, toks)
		}
	})
}

func TestManySeedsGiveTrees(t *testing.T) {
	for seed := range uint64(300) {
		toks := make([]demarche.Token, 1+seed%40)
		for i := range toks {
			toks[i].Form = string(rune('a' + (i*7+int(seed))%26))
		}
		random(seed).Parse(toks, 5)
		if wrong := isTree(toks, 5); wrong != "" {
			t.Fatalf("seed %d: %s: %v", seed, wrong, toks)
		}
	}
}

func TestModelSurvivesWriting(t *testing.T) {
	p := random(3)
	q, err := Read(p.AppendBinary(nil))
	if err != nil {
		t.Fatal(err)
	}
	a := make([]demarche.Token, 30)
	for i := range a {
		a[i].Form = string(rune('a' + i%20))
	}
	b := append([]demarche.Token(nil), a...)
	if !slices.Equal(p.actions.Rels, q.actions.Rels) || !slices.Equal(p.actions.List, q.actions.List) {
		t.Fatalf("actions changed from %v to %v", p.actions, q.actions)
	}
	p.Parse(a, 0)
	q.Parse(b, 0)
	for i := range a {
		if a[i].Head != b[i].Head || a[i].Rel != b[i].Rel {
			t.Fatalf("token %d: %v before, %v after", i, a[i], b[i])
		}
	}
}

func TestReadRefusesBrokenModels(t *testing.T) {
	whole := random(3).AppendBinary(nil)
	for _, n := range []int{0, 1, 9, 40, len(whole) / 2, len(whole) - 1} {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d bytes of a model were read without an error", n)
		}
	}
}
