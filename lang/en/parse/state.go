// Package parse builds dependency trees with an arc-eager transition system
// (Nivre 2003), greedily, from the scores of a linear model.
package parse

// State is a configuration of the arc-eager system over n tokens. Tokens are
// numbered from 0; n stands for "none" wherever a token is asked for.
//
// The stack's bottom never has a head, and the last token left is the root,
// so that every run ends in a tree with exactly one root.
type State struct {
	n     int
	stack []int32
	next  int32 // first token of the buffer that was never shifted
	back  int32 // token put back in front of an empty buffer, or -1
	node  []node
}

// node is what is known of a token's place in the tree so far.
type node struct {
	head       int32
	l1, l2     int32 // leftmost and second leftmost child
	r1, r2     int32 // rightmost and second rightmost child
	label      uint8
	nl, nr     uint8  // numbers of children, capped
	lset, rset uint64 // labels of the children, as bits
}

// NoLabel is the label of a token without a head.
const NoLabel = 0xff

// Reset prepares the state for a sentence of n tokens.
func (s *State) Reset(n int) {
	s.n, s.next, s.back, s.stack = n, 0, -1, s.stack[:0]
	if cap(s.node) < n+1 {
		s.node = make([]node, n+n/2+16)
	}
	s.node = s.node[:n+1]
	none := int32(n)
	for i := range s.node {
		s.node[i] = node{head: none, l1: none, l2: none, r1: none, r2: none, label: NoLabel}
	}
}

// Stack is the stack, its top last. Do not alter it.
func (s *State) Stack() []int32 { return s.stack }

// Top is the i-th token from the top of the stack, or n.
func (s *State) Top(i int) int32 {
	if i < len(s.stack) {
		return s.stack[len(s.stack)-1-i]
	}
	return int32(s.n)
}

// Front is the first token of the buffer, or n when it is empty.
func (s *State) Front() int32 {
	if s.back >= 0 {
		return s.back
	}
	return s.next
}

// InBuffer says whether token i waits in the buffer.
func (s *State) InBuffer(i int32) bool { return i >= s.next || i == s.back }

// Head is the head given to token i, or n.
func (s *State) Head(i int32) int32 { return s.node[i].head }

// Label is the label given to token i, or NoLabel.
func (s *State) Label(i int32) uint8 { return s.node[i].label }

// Legal says which kinds of moves may follow. Not to be asked when Forced
// has a move to make.
func (s *State) Legal() (legal [Kinds]bool) {
	headed := s.node[s.Top(0)].label != NoLabel
	legal[Shift] = s.back < 0
	legal[Reduce] = headed
	legal[Left] = !headed
	legal[Right] = true
	return legal
}

// Forced makes the moves that leave no choice, and says whether the tree is
// complete. Afterwards, both stack and buffer hold a token.
func (s *State) Forced() (done bool) {
	for {
		switch empty := s.Front() == int32(s.n); {
		case !empty && len(s.stack) > 0:
			return false
		case !empty:
			s.shift()
		case len(s.stack) <= 1:
			return true
		case s.node[s.Top(0)].label != NoLabel:
			s.pop()
		default: // a second root: let it find a head, or give one
			s.back = s.Top(0)
			s.pop()
		}
	}
}

// Do makes a legal move.
func (s *State) Do(k Kind, label uint8) {
	switch k {
	case Shift:
		s.shift()
	case Reduce:
		s.pop()
	case Left:
		s.attach(s.Top(0), s.Front(), label)
		s.pop()
	case Right:
		s.attach(s.Front(), s.Top(0), label)
		s.shift()
	}
}

func (s *State) pop() { s.stack = s.stack[:len(s.stack)-1] }

func (s *State) shift() {
	if s.back >= 0 {
		s.stack, s.back = append(s.stack, s.back), -1
		return
	}
	s.stack = append(s.stack, s.next)
	s.next++
}

func (s *State) attach(dep, head int32, label uint8) {
	d, h := &s.node[dep], &s.node[head]
	d.head, d.label = head, label
	bit := uint64(1) << (label & 63)
	if dep < head {
		h.l1, h.l2 = dep, h.l1
		h.nl = min(h.nl+1, maxValency)
		h.lset |= bit
		return
	}
	h.r1, h.r2 = dep, h.r1
	h.nr = min(h.nr+1, maxValency)
	h.rset |= bit
}

const maxValency = 6
