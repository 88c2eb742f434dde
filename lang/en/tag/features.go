package tag

import (
	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
)

// Sentence is the scratch of tagging one sentence; reuse it.
type Sentence struct {
	words []word // two before and two after the sentence are paddings
	tags  []uint64
	keys  [64]uint64
	runes []rune
}

const pad = 3

// Load reads the forms of a sentence. dict may be nil.
func (s *Sentence) Load(toks []demarche.Token, dict *linear.Table) {
	n := len(toks) + 2*pad
	if cap(s.words) < n {
		s.words = make([]word, n+n/2)
		s.tags = make([]uint64, n+n/2)
	}
	s.words, s.tags = s.words[:n], s.tags[:n]
	for i := range pad {
		s.words[i] = word{norm: uint64(i + 7), only: -1}
		s.words[n-1-i] = word{norm: uint64(i + 17), only: -1}
		s.tags[i] = uint64(i + 27)
		s.tags[n-1-i] = 0
	}
	casing := CasingOf(toks)
	for i := range toks {
		w := &s.words[i+pad]
		w.look(NormOf(&toks[i]), casing, i == 0, s.runes)
		w.dict, w.only = lookup(dict, w.norm)
	}
}

// lookup finds what the dictionary allows for a word.
func lookup(dict *linear.Table, norm uint64) (hash uint64, only int) {
	if dict == nil {
		return 0, -1
	}
	row := dict.Row(linear.Hash(norm))
	if len(row) == 0 {
		return 0, -1
	}
	for _, e := range row {
		hash = mix(hash, uint64(e>>8)+1)
	}
	if len(row) == 1 && int8(row[0]) > 1 {
		return hash, int(row[0] >> 8)
	}
	return hash, -1
}

// Only is the one class that the dictionary allows token i, or -1.
func (s *Sentence) Only(i int) int { return s.words[i+pad].only }

// Set records the class given to token i, for the features of later tokens.
func (s *Sentence) Set(i, class int) { s.tags[i+pad] = uint64(class) + 40 }

// Keys returns the features of token i. They are valid until the next call.
func (s *Sentence) Keys(i int) []uint64 {
	i += pad
	w := s.words[i-3 : i+4 : i+4]
	w0, p1, p2, n1, n2 := &w[3], &w[2], &w[1], &w[4], &w[5]
	t1, t2 := s.tags[i-1], s.tags[i-2]
	t12 := mix(t1, t2)
	k := s.keys[:0]
	k = append(k,
		one(1, w0.norm), one(2, p1.norm), one(3, n1.norm), one(4, p2.norm), one(5, n2.norm),
		one(6, w0.pre[0]), one(7, w0.pre[1]), one(8, w0.pre[2]),
		one(9, w0.suf[0]), one(10, w0.suf[1]), one(11, w0.suf[2]), one(12, w0.suf[3]), one(13, w0.suf[4]),
		one(14, w0.shape), one(15, w0.stem),
		one(16, t1), one(17, t12),
		two(18, t1, w0.norm), two(19, t12, w0.norm),
		two(20, t1, n1.norm), two(21, p1.norm, w0.norm), two(22, w0.norm, n1.norm),
		two(23, p1.suf[2], w0.suf[2]), two(24, w0.suf[2], n1.suf[2]),
		one(25, n1.suf[2]), one(26, p1.suf[2]),
		two(27, w0.shape, w0.suf[2]), two(28, w0.shape, t1),
		two(29, p1.shape, w0.shape), two(30, w0.shape, n1.shape),
		one(31, w0.dict), two(32, w0.dict, n1.dict), two(33, t1, w0.dict),
		two(34, mix(t1, w0.dict), n1.dict), two(35, mix(n1.dict, n2.dict), w0.dict),
		two(36, p1.dict, mix(w0.dict, n1.dict)),
		two(37, t1, w0.suf[2]), two(38, t12, w0.suf[1]),
		two(39, p1.norm, n1.norm), two(40, t1, n1.dict), two(41, t12, n1.dict),
		two(42, n1.norm, n2.norm), two(43, p2.norm, p1.norm), one(44, w[6].norm), one(45, w[0].norm),
		two(46, mix(w0.dict, n1.dict), n2.norm), two(47, w0.dict, n1.norm), two(48, w0.dict, p1.norm),
		two(49, mix(t1, w0.dict), n1.norm),
	)
	return k
}

func one(t, a uint64) uint64 { return linear.Hash((a + t) * mulA * (2*t + 1)) }

func two(t, a, b uint64) uint64 {
	return linear.Hash(((a+t)*mulA ^ (b + 3)) * mulB * (2*t + 1))
}
