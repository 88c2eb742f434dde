package parse

import (
	"fmt"
	"sync"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// Parser is a trained model, read-only; many goroutines may share it.
type Parser struct {
	actions *Actions
	weights *linear.Table
	scratch sync.Pool // *Input
}

// New puts a model together.
func New(actions *Actions, weights *linear.Table) *Parser {
	return &Parser{actions: actions, weights: weights}
}

// Parse fills Head and Rel of the tokens of one sentence, which begins at
// token base of its document: heads are indices into the document's tokens.
// The work is linear in the number of tokens.
func (p *Parser) Parse(toks []demarche.Token, base int) {
	in, _ := p.scratch.Get().(*Input)
	if in == nil {
		in = &Input{}
	}
	defer p.scratch.Put(in)
	in.Load(toks)
	var scores linear.Scores
	for !in.Forced() {
		clear(scores[:len(p.actions.List)])
		p.weights.AddAll(&scores, in.Keys())
		a := p.actions.List[p.actions.Best((*[256]int32)(&scores), in.Legal())]
		in.Do(a.Kind, a.Label)
	}
	for i := range toks {
		h, l := in.Head(int32(i)), in.Label(int32(i))
		if l == NoLabel {
			toks[i].Head, toks[i].Rel = -1, demarche.Root
			continue
		}
		toks[i].Head, toks[i].Rel = base+int(h), p.actions.Rels[l]
	}
}

// AppendBinary writes the model.
func (p *Parser) AppendBinary(b []byte) []byte {
	return p.weights.AppendBinary(p.actions.AppendBinary(b))
}

// Read reads a model that AppendBinary wrote.
func Read(b []byte) (*Parser, error) {
	actions, b, err := ReadActions(b)
	if err != nil {
		return nil, fmt.Errorf("parser model: %w", err)
	}
	weights, _, err := linear.Read(b)
	if err != nil {
		return nil, fmt.Errorf("parser model: weights: %w", err)
	}
	return New(actions, weights), nil
}
