package codebook

import (
	"hash/fnv"
	"slices"
	"sort"
	"sync"

	"github.com/demarche/demarche"
)

// Coverage counts which rules code the events of a collection of documents. It
// is safe for concurrent use, and its report does not depend on the order in
// which documents come.
type Coverage struct {
	book    *Codebook
	samples int
	mu      sync.Mutex
	uses    map[string]*use // by FILE:LINE
}

type use struct {
	events  int
	samples []sampled
}

// sampled is a sentence with its rank in a draw that is the same each time.
type sampled struct {
	rank uint64
	text string
}

// NewCoverage counts for the rules of book, keeping that many sentences of each
// pattern line as samples.
func NewCoverage(book *Codebook, samples int) *Coverage {
	return &Coverage{book: book, samples: samples, uses: map[string]*use{}}
}

// Add counts the events of a coded document.
func (c *Coverage) Add(doc *demarche.Doc) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range doc.Events {
		e := &doc.Events[i]
		u := c.uses[e.Rule]
		if u == nil {
			u = &use{}
			c.uses[e.Rule] = u
		}
		u.events++
		u.keep(sampled{rank(e.Text), e.Text}, c.samples)
	}
}

// rank draws by the sentence itself.
func rank(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	return h.Sum64()
}

// keep holds on to the n sentences of the lowest rank.
func (u *use) keep(s sampled, n int) {
	if slices.ContainsFunc(u.samples, func(o sampled) bool { return o.text == s.text }) {
		return
	}
	u.samples = append(u.samples, s)
	slices.SortFunc(u.samples, func(a, b sampled) int {
		if a.rank < b.rank {
			return -1
		}
		return 1
	})
	u.samples = u.samples[:min(n, len(u.samples))]
}

// RuleUse is how often a rule coded an event.
type RuleUse struct {
	RuleInfo
	Events int
	Fired  int // of its lines
	Used   []LineUse
}

// LineUse is how often a pattern line did, with sample sentences.
type LineUse struct {
	LineInfo
	Events  int
	Samples []string
}

// Report is the use of all rules, the most used first, those of equal use in
// the order of the codebook.
func (c *Coverage) Report() []RuleUse {
	c.mu.Lock()
	defer c.mu.Unlock()
	var list []RuleUse
	for _, r := range c.book.Rules() {
		used := RuleUse{RuleInfo: r}
		for _, l := range r.Lines {
			line := LineUse{LineInfo: l}
			if u := c.uses[l.Source]; u != nil {
				line.Events = u.events
				for _, s := range u.samples {
					line.Samples = append(line.Samples, s.text)
				}
				used.Events += u.events
				used.Fired++
			}
			used.Used = append(used.Used, line)
		}
		sort.SliceStable(used.Used, func(i, j int) bool { return used.Used[i].Events > used.Used[j].Events })
		list = append(list, used)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Events > list[j].Events })
	return list
}
