package train

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
	"github.com/demarche/demarche/lang/en/parse"
)

// ParserOptions of Parser.
type ParserOptions struct {
	Epochs  int
	Seed    uint64
	Explore float64 // how often the parser follows its own error, after the first epoch
	Prune   prune
}

// DefaultParser is how the shipped parser was trained.
var DefaultParser = ParserOptions{Epochs: 10, Seed: 1, Explore: 0.9, Prune: prune{bits: 20, scale: 100, least: 6, keep: 600_000}}

// Parser trains a parser on sentences with gold trees and, better than gold,
// tags as the tagger gives them to text that it has not seen.
func Parser(sents []sentence, o ParserOptions, log io.Writer) *parse.Parser {
	actions, labels := actionsFor(sents)
	trees := make([]*gold, len(sents))
	order := make([]int, len(sents))
	for i, s := range sents {
		trees[i], order[i] = projective(s, labels), i
	}
	t := trainer{actions: actions, learner: newLearner(), rng: rand.New(rand.NewPCG(o.Seed, 3))}
	for e := range o.Epochs {
		if e > 0 {
			t.explore = o.Explore
		}
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		t.errors, t.moves = 0, 0
		for _, i := range order {
			t.parse(sents[i], trees[i])
		}
		fmt.Fprintf(log, "parser epoch %d: %.2f%% of %d moves wrong, %d features\n",
			e+1, 100*float64(t.errors)/float64(t.moves), t.moves, t.learner.used)
	}
	return parse.New(actions, t.learner.freeze(o.Prune))
}

type trainer struct {
	actions       *parse.Actions
	learner       *learner
	rng           *rand.Rand
	explore       float64
	in            parse.Input
	errors, moves int
}

// parse runs over one sentence, learning from each costly move.
func (t *trainer) parse(s sentence, g *gold) {
	t.in.Load(s)
	n := len(t.actions.List)
	for !t.in.Forced() {
		var scores linear.Scores
		keys := t.in.Keys()
		t.learner.score(&scores, keys)
		legal := t.in.Legal()
		got := t.actions.Best((*[256]int32)(&scores), legal)
		kinds := g.costs(&t.in.State)
		want, least := t.bestGold(g, &kinds, legal, &scores, n)
		t.learner.step++
		t.moves++
		next := got
		if g.cost(&t.in.State, t.actions.List[got], &kinds) > least {
			t.learner.update(keys, want, got)
			t.errors++
			if t.rng.Float64() >= t.explore {
				next = want
			}
		}
		a := t.actions.List[next]
		t.in.Do(a.Kind, a.Label)
	}
}

// bestGold is the best scored of the cheapest legal actions, with its cost.
func (t *trainer) bestGold(g *gold, kinds *[parse.Kinds]int, legal [parse.Kinds]bool, scores *linear.Scores, n int) (best, least int) {
	best, least = -1, 1<<30
	for i, a := range t.actions.List[:n] {
		if !legal[a.Kind] {
			continue
		}
		c := g.cost(&t.in.State, a, kinds)
		if c < least || c == least && scores[i] > scores[best] {
			best, least = i, c
		}
	}
	return best, least
}

// actionsFor lists the moves that the trees need: a relation in a direction
// in which it was never seen is no action.
func actionsFor(sents []sentence) (*parse.Actions, map[string]uint8) {
	count := map[string]int{}
	left, right := map[string]int{}, map[string]int{}
	for _, s := range sents {
		for i := range s {
			r := string(s[i].Rel)
			switch {
			case s[i].Head < 0:
				continue
			case i < s[i].Head:
				left[r]++
			default:
				right[r]++
			}
			count[r]++
		}
	}
	names := make([]string, 0, len(count))
	for r := range count {
		names = append(names, r)
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := count[b] - count[a]; d != 0 {
			return d
		}
		return cmp.Compare(a, b)
	})
	labels := map[string]uint8{}
	rels := make([]demarche.Rel, len(names))
	for i, r := range names {
		labels[r], rels[i] = uint8(i), demarche.Rel(r)
	}
	list := []parse.Action{{Kind: parse.Shift}, {Kind: parse.Reduce}}
	for _, dir := range []struct {
		kind parse.Kind
		seen map[string]int
	}{{parse.Left, left}, {parse.Right, right}} {
		for i, r := range names {
			if dir.seen[r] > 0 {
				list = append(list, parse.Action{Kind: dir.kind, Label: uint8(i)})
			}
		}
	}
	return parse.NewActions(list, rels), labels
}
