package train

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/demarche/demarche/lang/en/linear"
	"github.com/demarche/demarche/lang/en/tag"
)

// TaggerOptions of Tagger; the zero value is of no use, see DefaultTagger.
type TaggerOptions struct {
	Epochs int
	Seed   uint64
	Prune  prune
}

// DefaultTagger is how the shipped tagger was trained.
var DefaultTagger = TaggerOptions{Epochs: 8, Seed: 1, Prune: prune{bits: 18, scale: 100, least: 6, keep: 350_000}}

// Tagger trains a tagger on sentences with gold tags.
func Tagger(sents []sentence, o TaggerOptions) *tag.Tagger {
	classes, index := classesOf(sents)
	dict := dictionary(sents, index)
	l, rng := newLearner(), rand.New(rand.NewPCG(o.Seed, 2))
	var in tag.Sentence
	order := make([]int, len(sents))
	for i := range order {
		order[i] = i
	}
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			tagOne(l, &in, dict, sents[i], index, len(classes))
		}
	}
	return tag.NewTagger(classes, dict, l.freeze(o.Prune))
}

// tagOne tags a training sentence, learning from each error, and going on
// with what was predicted, as in use.
func tagOne(l *learner, in *tag.Sentence, dict *linear.Table, s sentence, index map[tag.Class]int, n int) {
	in.Load(s, dict)
	for i := range s {
		c := in.Only(i)
		if c < 0 {
			var scores linear.Scores
			keys := in.Keys(i)
			l.score(&scores, keys)
			c = tag.Best(&scores, n)
			l.step++
			if gold, ok := index[classOf(s, i)]; ok && gold != c {
				l.update(keys, gold, c)
			}
		}
		in.Set(i, c)
	}
}

func classOf(s sentence, i int) tag.Class { return tag.Class{UPOS: s[i].UPOS, XPOS: s[i].XPOS} }

// rare is how often a class must occur to be learned.
const rare = 4

// classesOf lists the classes that are not rare, the most frequent first.
func classesOf(sents []sentence) ([]tag.Class, map[tag.Class]int) {
	count := map[tag.Class]int{}
	for _, s := range sents {
		for i := range s {
			count[classOf(s, i)]++
		}
	}
	var list []tag.Class
	for c, n := range count {
		if n >= rare {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b tag.Class) int {
		if d := count[b] - count[a]; d != 0 {
			return d
		}
		return cmp.Or(cmp.Compare(a.UPOS, b.UPOS), cmp.Compare(a.XPOS, b.XPOS))
	})
	list = list[:min(len(list), linear.MaxClasses)]
	index := map[tag.Class]int{}
	for i, c := range list {
		index[c] = i
	}
	return list, index
}

// Frequencies for the dictionary: below seldom a word is left out, from sure
// on a word with one class is not scored at all.
const (
	seldom = 3
	sure   = 40
)

// dictionary lists the classes of words that occur several times. The weight
// of a class is 1, or 2 where it is the only one and the word is frequent.
func dictionary(sents []sentence, index map[tag.Class]int) *linear.Table {
	type entry map[int]int
	words := map[uint64]entry{}
	for _, s := range sents {
		for i := range s {
			c, ok := index[classOf(s, i)]
			if !ok {
				continue
			}
			k := linear.Hash(tag.WordHash(tag.NormOf(&s[i])))
			if words[k] == nil {
				words[k] = entry{}
			}
			words[k][c]++
		}
	}
	var rows []linear.Row
	for k, e := range words {
		if r, ok := dictRow(k, e); ok {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b linear.Row) int { return cmp.Compare(a.Key, b.Key) })
	return linear.Build(14, rows)
}

func dictRow(key uint64, e map[int]int) (linear.Row, bool) {
	total := 0
	for _, n := range e {
		total += n
	}
	r := linear.Row{Key: key}
	for c, n := range e {
		if n*100 >= total {
			r.Classes = append(r.Classes, uint8(c))
		}
	}
	slices.Sort(r.Classes)
	w := int8(1)
	if len(e) == 1 && total >= sure {
		w = 2
	}
	for range r.Classes {
		r.Weights = append(r.Weights, w)
	}
	return r, total >= seldom
}

// jackknife tags copies of sents with taggers that have not seen them.
func jackknife(sents []sentence, folds int, o TaggerOptions) []sentence {
	out := make([]sentence, len(sents))
	var wg sync.WaitGroup
	gate := make(chan struct{}, 2)
	for f := range folds {
		wg.Go(func() {
			gate <- struct{}{}
			defer func() { <-gate }()
			var rest []sentence
			for i, s := range sents {
				if i*folds/len(sents) != f {
					rest = append(rest, s)
				}
			}
			t := Tagger(rest, o)
			for i, s := range sents {
				if i*folds/len(sents) == f {
					out[i] = slices.Clone(s)
					t.Tag(out[i])
				}
			}
		})
	}
	wg.Wait()
	return out
}
