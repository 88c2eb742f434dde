package neural

import (
	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/tag"
)

// embeddings are the tables whose rows a word adds up.
type embeddings struct {
	dim                 int
	index               []uint32 // open addressing by key: row of the vocabulary, 0 is free
	keys                []uint64 // of the vocabulary, row 0 is the unknown word
	words, affix, shape table
}

// table is rows of dim 8-bit values with one scale.
type table struct {
	rows  []int8
	scale float32
}

func (e *embeddings) read(r *reader, dim int) {
	e.dim = dim
	n := r.size()
	e.keys = r.keys(n)
	e.words = table{r.bytes(n * dim), r.float()}
	e.affix = table{r.bytes(affixRows * dim), r.float()}
	e.shape = table{r.bytes(shapeRows * dim), r.float()}
	size := 1
	for size < 2*n+2 {
		size *= 2
	}
	e.index = make([]uint32, size)
	for row := 1; row < len(e.keys); row++ {
		e.index[e.slot(e.keys[row])] = uint32(row)
	}
}

// slot is where the key stands in the index, or the free place for it.
func (e *embeddings) slot(key uint64) int {
	mask := len(e.index) - 1
	i := int(key>>32) & mask
	for e.index[i] != 0 && e.keys[e.index[i]] != key {
		i = (i + 1) & mask
	}
	return i
}

// fill writes one row of dim values for each token.
func (n *Net) embed(s *Scratch, toks []demarche.Token, out []int16) {
	e := &n.emb
	casing := tag.CasingOf(toks)
	s.sum = grow(s.sum, e.dim)
	for i := range toks {
		f := look(tag.NormOf(&toks[i]), i == 0, casing)
		sum := s.sum
		clear(sum)
		for _, a := range f.affix {
			for j, v := range e.affix.rows[int(a)*e.dim : int(a)*e.dim+e.dim] {
				sum[j] += int32(v)
			}
		}
		at := int(e.index[e.slot(f.key)]) * e.dim
		word, shape := e.words.rows[at:at+e.dim], e.shape.rows[int(f.shape)*e.dim:int(f.shape)*e.dim+e.dim]
		row := out[i*e.dim : i*e.dim+e.dim]
		for j := range row {
			v := float32(float32(sum[j])*e.affix.scale) + float32(float32(word[j])*e.words.scale)
			v += float32(float32(shape[j]) * e.shape.scale)
			row[j] = fixed(n.tanh(v), one, one)
		}
	}
}
