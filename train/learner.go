package train

import (
	"cmp"
	"slices"

	"github.com/demarche/demarche/lang/en/linear"
)

// learner is an averaged perceptron over hashed features (Collins 2002).
// Rows are sparse: a feature holds only the classes that an error touched.
type learner struct {
	keys []uint64 // open addressing; 0 is free
	rows [][]cell
	used int
	step int64
}

type cell struct {
	total int64 // sum of w over the steps before stamp
	w     int32
	stamp int32
	class uint8
}

func newLearner() *learner {
	return &learner{keys: make([]uint64, 1<<16), rows: make([][]cell, 1<<16)}
}

func (l *learner) slot(key uint64) int {
	mask := len(l.keys) - 1
	i := int(key>>20) & mask
	for l.keys[i] != 0 && l.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// score adds up the current weights of the features.
func (l *learner) score(s *linear.Scores, keys []uint64) {
	for _, k := range keys {
		for _, c := range l.rows[l.slot(k)] {
			s[c.class] += c.w
		}
	}
}

// update moves the weights of the features from class wrong towards right.
func (l *learner) update(keys []uint64, right, wrong int) {
	for _, k := range keys {
		if l.used*3 > len(l.keys)*2 {
			l.grow()
		}
		i := l.slot(k)
		if l.keys[i] == 0 {
			l.keys[i] = k
			l.used++
		}
		l.bump(i, uint8(right), 1)
		l.bump(i, uint8(wrong), -1)
	}
}

func (l *learner) bump(i int, class uint8, by int32) {
	row := l.rows[i]
	for j := range row {
		if c := &row[j]; c.class == class {
			c.total += int64(c.w) * (l.step - int64(c.stamp))
			c.stamp = int32(l.step)
			c.w += by
			return
		}
	}
	l.rows[i] = append(row, cell{w: by, stamp: int32(l.step), class: class})
}

func (l *learner) grow() {
	old, rows := l.keys, l.rows
	l.keys, l.rows = make([]uint64, 2*len(old)), make([][]cell, 2*len(old))
	for i, k := range old {
		if k != 0 {
			j := l.slot(k)
			l.keys[j], l.rows[j] = k, rows[i]
		}
	}
}

// prune says how a learner becomes a table.
type prune struct {
	bits  uint    // 2^bits buckets
	scale float64 // what an averaged weight of 1 becomes before its root is taken
	least int     // the smallest byte worth keeping
	keep  int     // at most so many rows, the heaviest; 0 for all
}

// freeze averages the weights over all steps and makes a read-only table.
func (l *learner) freeze(p prune) *linear.Table {
	var rows []linear.Row
	for i, k := range l.keys {
		if k == 0 {
			continue
		}
		r := linear.Row{Key: k}
		for _, c := range l.rows[i] {
			sum := float64(c.total) + float64(c.w)*float64(l.step-int64(c.stamp))
			q := linear.Quantise(p.scale * sum / float64(max(l.step, 1)))
			if int(q) >= p.least || int(q) <= -p.least {
				r.Classes, r.Weights = append(r.Classes, c.class), append(r.Weights, q)
			}
		}
		if len(r.Classes) > 0 {
			rows = append(rows, r)
		}
	}
	if p.keep > 0 && len(rows) > p.keep {
		slices.SortStableFunc(rows, func(a, b linear.Row) int {
			if d := weight(b) - weight(a); d != 0 {
				return d
			}
			return cmp.Compare(a.Key, b.Key)
		})
		rows = rows[:p.keep]
	}
	slices.SortFunc(rows, func(a, b linear.Row) int { return cmp.Compare(a.Key, b.Key) })
	return linear.Build(p.bits, rows)
}

// weight is how much a row can say: the spread of its weights.
func weight(r linear.Row) int {
	lo, hi := 0, 0
	for _, w := range r.Weights {
		lo, hi = min(lo, int(w)), max(hi, int(w))
	}
	return hi - lo
}
