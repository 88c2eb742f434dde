// Package frame puts one layer between syntax and codebook: each predicate
// with its arguments in logical roles, whatever the surface, and with its
// status. DESIGN.md tells how; demarche.Frame is what comes out.
package frame

import (
	"io/fs"
	"slices"
	"sync"

	"github.com/demarche/demarche"
)

// Builder makes frames from trees. It may be used by several goroutines.
type Builder struct {
	tables *tables
	works  sync.Pool // of *work
}

// New reads the tables of the layer: nouns.tsv, light.tsv, control.tsv,
// status.tsv, preps.tsv and transparent.tsv. Errors name file and line.
func New(tables fs.FS) (*Builder, error) {
	t, err := loadTables(tables)
	if err != nil {
		return nil, err
	}
	return &Builder{tables: t}, nil
}

// Build fills doc.Frames from doc.Tokens, whose tags, lemmas and heads must be
// set. Mentions are used where there are some, but not needed. Frames come in
// the order of their predicates. Linear in the number of tokens.
func (b *Builder) Build(doc *demarche.Doc) {
	w, _ := b.works.Get().(*work)
	if w == nil {
		w = &work{}
	}
	w.tables, w.doc = b.tables, doc
	w.tree.reset(doc.Tokens)
	w.build()
	w.doc = nil
	w.tree.toks = nil
	b.works.Put(w)
}

// work is the state of one Build, reused by the next.
type work struct {
	*tables
	tree
	doc     *demarche.Doc
	actor   []bool    // token heads a mention, where mentions are known
	frameAt []int32   // frame of a predicate or of its light verb, -1 when none
	lightOf []int32   // light verb of a noun, -1 when none
	carries []bool    // token is a light verb
	asVerb  []bool    // token is a verb, whatever its tag
	row     []support // row of light.tsv that made lightOf, by index in rowOf
	rowOf   []int32
	kinds   []kind    // by frame
	subjs   []subject // by token: memo of subject()
	stats   []stat    // by token: memo of total()
	args    []demarche.Arg
	cues    []demarche.Cue
	buf     []byte
}

func (w *work) build() {
	n := len(w.toks)
	w.frameAt = filled(w.frameAt, n)
	w.lightOf = filled(w.lightOf, n)
	w.rowOf = filled(w.rowOf, n)
	w.carries = cleared(w.carries, n)
	w.asVerb = cleared(w.asVerb, n)
	w.row = w.row[:0]
	w.subjs = cleared(w.subjs, n)
	w.stats = cleared(w.stats, n)
	w.args, w.cues, w.kinds = w.args[:0], w.cues[:0], w.kinds[:0]
	w.link()
	w.markActors()
	w.repair()
	w.findSupports()
	w.findPredicates()
	w.fillArgs()
	w.linkParents()
	w.fillStatus()
}

func (w *work) markActors() {
	w.actor = cleared(w.actor, len(w.toks))
	for i := range w.doc.Mentions {
		if h := w.doc.Mentions[i].Head; h >= 0 && h < len(w.actor) {
			w.actor[h] = true
		}
	}
}

func filled(s []int32, n int) []int32 {
	s = sized(s, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// fillArgs collects the arguments of all frames and gives each frame its part
// of one allocation.
func (w *work) fillArgs() {
	frames := w.doc.Frames
	ends := make([]int, len(frames))
	for i := range frames {
		w.collect(i)
		ends[i] = len(w.args)
	}
	all := make([]demarche.Arg, len(w.args))
	copy(all, w.args)
	start := 0
	for i, end := range ends {
		frames[i].Args = all[start:end:end]
		start = end
	}
}

func (w *work) collect(i int) {
	start := len(w.args)
	f := &w.doc.Frames[i]
	switch w.kinds[i] {
	case verbal:
		w.verbArgs(f.Pred)
	case copular:
		w.copularArgs(f)
	case nominal:
		w.nounArgs(i, start)
	case hearsay:
		w.hearsayArgs(f.Pred)
	case stance:
		w.stanceArgs(f)
	}
	slices.SortStableFunc(w.args[start:], func(a, b demarche.Arg) int { return rank(a.Role) - rank(b.Role) })
}

// rank puts who did it to whom before all else.
func rank(r demarche.ArgRole) int {
	switch r {
	case demarche.Agent:
		return 0
	case demarche.Theme:
		return 1
	case demarche.Dative:
		return 2
	}
	return 3
}

// linkParents points each frame at the frame that it is an argument of;
// clausal content goes before nominal arguments, adjuncts do not count.
func (w *work) linkParents() {
	frames := w.doc.Frames
	for pass := range 2 {
		for i := range frames {
			for _, a := range frames[i].Args {
				content := a.Role == demarche.Content
				if a.Frame < 0 || a.Frame == i || a.Role == demarche.Adjunct || content != (pass == 0) {
					continue
				}
				if frames[a.Frame].Parent < 0 && frames[i].Parent != a.Frame {
					frames[a.Frame].Parent = i
				}
			}
		}
	}
}
