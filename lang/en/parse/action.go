package parse

import (
	"fmt"
	"io"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// Kind is a kind of transition.
type Kind uint8

// The transitions of the arc-eager system.
const (
	Shift  Kind = iota // move the buffer's first token to the stack
	Reduce             // drop the stack's top, which has its head
	Left               // the buffer's first token becomes the head of the stack's top
	Right              // the stack's top becomes the head of the buffer's first token
	Kinds
)

// Action is a transition with its label.
type Action struct {
	Kind  Kind
	Label uint8 // index into the model's relations
}

// Actions is the classes of a parser's model: moves and relations.
type Actions struct {
	List []Action
	Rels []demarche.Rel
	span [Kinds][2]int // the actions of a kind, List being sorted by kind
}

// NewActions numbers the labels of the relations; list must be sorted by kind.
func NewActions(list []Action, rels []demarche.Rel) *Actions {
	a := &Actions{List: list, Rels: rels}
	for k := range Kinds {
		lo := 0
		for lo < len(list) && list[lo].Kind < k {
			lo++
		}
		hi := lo
		for hi < len(list) && list[hi].Kind == k {
			hi++
		}
		a.span[k] = [2]int{lo, hi}
	}
	return a
}

// Best is the legal action with the highest score, the first of equals.
func (a *Actions) Best(scores *[256]int32, legal [Kinds]bool) int {
	best, top := -1, int32(-1<<31)
	for k, ok := range legal {
		if !ok {
			continue
		}
		for i := a.span[k][0]; i < a.span[k][1]; i++ {
			if v := scores[i&0xff]; v > top {
				best, top = i, v
			}
		}
	}
	return best
}

// AppendBinary writes the relations in their order, which features rely on,
// and the actions.
func (a *Actions) AppendBinary(b []byte) []byte {
	rels := make([]string, len(a.Rels))
	for i, r := range a.Rels {
		rels[i] = string(r)
	}
	b = linear.AppendStrings(b, rels)
	b = append(b, byte(len(a.List)))
	for _, x := range a.List {
		b = append(b, byte(x.Kind), x.Label)
	}
	return b
}

// ReadActions reads what AppendBinary wrote and returns the bytes after it.
func ReadActions(b []byte) (*Actions, []byte, error) {
	names, b, err := linear.ReadStrings(b)
	if err != nil {
		return nil, nil, err
	}
	rels := make([]demarche.Rel, len(names))
	for i, n := range names {
		rels[i] = demarche.Rel(n)
	}
	if len(b) == 0 || len(b) < 1+2*int(b[0]) {
		return nil, nil, fmt.Errorf("list of actions: %w", io.ErrUnexpectedEOF)
	}
	list := make([]Action, b[0])
	for i := range list {
		x := Action{Kind(b[1+2*i]), b[2+2*i]}
		if x.Kind >= Kinds || i > 0 && x.Kind < list[i-1].Kind || int(x.Label) >= len(rels) {
			return nil, nil, fmt.Errorf("action %d, %v, is unknown or out of order", i, x)
		}
		list[i] = x
	}
	return NewActions(list, rels), b[1+2*len(list):], nil
}
