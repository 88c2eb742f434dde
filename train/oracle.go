package train

import (
	"github.com/demarche/demarche/lang/en/parse"
)

// gold is a projective tree: what the oracle steers towards.
type gold struct {
	head  []int32 // n for the root
	label []uint8
	kids  [][]int32
}

// projective lifts crossing arcs to the head's head until none crosses
// (Nivre and Nilsson 2005, without encoding), and numbers the labels.
func projective(s sentence, labels map[string]uint8) *gold {
	n := len(s)
	g := &gold{head: make([]int32, n), label: make([]uint8, n), kids: make([][]int32, n+1)}
	for i := range s {
		g.head[i], g.label[i] = int32(s[i].Head), labels[string(s[i].Rel)]
		if s[i].Head < 0 {
			g.head[i] = int32(n)
		}
	}
	for g.liftOne() {
	}
	for i, h := range g.head {
		g.kids[h] = append(g.kids[h], int32(i))
	}
	return g
}

// liftOne lifts the shortest arc that spans a token it does not dominate.
func (g *gold) liftOne() bool {
	n, best, size := int32(len(g.head)), int32(-1), int32(0)
	for d, h := range g.head {
		d := int32(d)
		if h == n {
			continue
		}
		lo, hi := min(d, h), max(d, h)
		if best >= 0 && hi-lo >= size {
			continue
		}
		for k := lo + 1; k < hi; k++ {
			if !g.under(k, h) {
				best, size = d, hi-lo
				break
			}
		}
	}
	if best < 0 {
		return false
	}
	g.head[best] = g.head[g.head[best]]
	return true
}

func (g *gold) under(k, h int32) bool {
	for steps := 0; int(k) < len(g.head) && steps <= len(g.head); steps++ {
		if k == h {
			return true
		}
		k = g.head[k]
	}
	return false
}

// costs counts, for each kind of move, the gold arcs that it puts out of
// reach (dynamic oracle of Goldberg and Nivre 2012).
func (g *gold) costs(in *parse.State) (cost [parse.Kinds]int) {
	s, b := in.Top(0), in.Front()
	for _, k := range g.kids[s] {
		if in.InBuffer(k) { // s leaves before its child came
			cost[parse.Reduce]++
			cost[parse.Left]++
		}
	}
	if h := g.head[s]; h != b && in.InBuffer(h) {
		cost[parse.Left]++ // another head is still to come; n counts as such
	}
	stack := in.Stack()
	for _, k := range stack {
		if g.head[k] == b && in.Label(k) == parse.NoLabel { // b covers its left child
			cost[parse.Shift]++
			cost[parse.Right]++
		}
		if k == g.head[b] { // b's head is left behind
			cost[parse.Shift]++
			if k != s {
				cost[parse.Right]++
			}
		}
	}
	if h := g.head[b]; h != b && in.InBuffer(h) {
		cost[parse.Right]++
	}
	return cost
}

// cost of one action: that of its kind, and one more for a wrong label on a
// right arc.
func (g *gold) cost(in *parse.State, a parse.Action, kinds *[parse.Kinds]int) int {
	c := kinds[a.Kind]
	s, b := in.Top(0), in.Front()
	switch {
	case a.Kind == parse.Left && g.head[s] == b && a.Label != g.label[s],
		a.Kind == parse.Right && g.head[b] == s && a.Label != g.label[b]:
		c++
	}
	return c
}
