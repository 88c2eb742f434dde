package neardup

import (
	"math/rand/v2"
	"strings"
)

// newsroom invents articles: sentences of invented words with the frequencies
// of a natural language, with stock phrases, and with paragraphs of background
// that its articles share.
type newsroom struct {
	random     *rand.Rand
	words      []string
	background []string // paragraphs
}

var stockPhrases = []string{
	"said in a statement on Thursday that", "told reporters on condition of anonymity because",
	"according to officials who spoke to the agency", "there was no immediate comment from the government",
	"did not immediately respond to a request for comment",
}

func newNewsroom(seed uint64) *newsroom {
	n := &newsroom{random: rand.New(rand.NewPCG(seed, 7))}
	syllables := strings.Fields("ba ko ri ten mo sul va der qui nas fer lo ti gan pre zu hal mi ost cu")
	for range 6000 {
		var w strings.Builder
		for range 1 + n.random.IntN(4) {
			w.WriteString(syllables[n.random.IntN(len(syllables))])
		}
		n.words = append(n.words, w.String())
	}
	for range 40 {
		n.background = append(n.background, n.paragraph(2+n.random.IntN(3)))
	}
	return n
}

// word is drawn so that the r-th word is about 1/r as frequent as the first.
func (n *newsroom) word() string {
	u := n.random.Float64()
	return n.words[int(float64(len(n.words))*u*u*u*u)]
}

func (n *newsroom) sentence() string {
	var s []string
	for range 12 + n.random.IntN(18) {
		s = append(s, n.word())
	}
	if n.random.IntN(4) == 0 {
		s = append(s, stockPhrases[n.random.IntN(len(stockPhrases))])
	}
	return strings.Join(s, " ") + "."
}

func (n *newsroom) paragraph(sentences int) string {
	var p []string
	for range sentences {
		p = append(p, n.sentence())
	}
	return strings.Join(p, " ")
}

// article is a headline and paragraphs, the last of which may be background.
func (n *newsroom) article() []string {
	a := []string{strings.TrimSuffix(n.sentence(), ".")}
	for range 4 + n.random.IntN(8) {
		a = append(a, n.paragraph(1+n.random.IntN(3)))
	}
	for range n.random.IntN(3) {
		a = append(a, n.background[n.random.IntN(len(n.background))])
	}
	return a
}

// edits are what newspapers and agencies do to an article.
var edits = []struct {
	name string
	edit func(n *newsroom, a []string) []string
}{
	{"copy under another headline and dateline", func(n *newsroom, a []string) []string {
		return append([]string{n.sentence(), "KORITEN, May 5 (Agency) — " + strings.ToUpper(a[1][:1]) + a[1][1:]}, a[2:]...)
	}},
	{"every thirtieth word replaced", func(n *newsroom, a []string) []string { return n.replaced(a, 30) }},
	{"every twelfth word replaced", func(n *newsroom, a []string) []string { return n.replaced(a, 12) }},
	{"cut by half from the end", func(n *newsroom, a []string) []string { return a[:1+len(a)/2] }},
	{"paragraphs in another order, one dropped", func(n *newsroom, a []string) []string {
		b := append([]string(nil), a[2:]...)
		n.random.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
		return b
	}},
	{"update: two new paragraphs on top", func(n *newsroom, a []string) []string {
		return append([]string{n.sentence(), n.paragraph(3), n.paragraph(2)}, a[2:]...)
	}},
	{"excerpt: lead and one more paragraph", func(n *newsroom, a []string) []string { return []string{a[1], a[2]} }},
	{"within a round-up three times as long", func(n *newsroom, a []string) []string {
		return append(append(n.article(), a[1:]...), n.article()...)
	}},
}

func (n *newsroom) replaced(a []string, every int) []string {
	var b []string
	for _, p := range a {
		words := strings.Fields(p)
		for i := range words {
			if n.random.IntN(every) == 0 {
				words[i] = n.word()
			}
		}
		b = append(b, strings.Join(words, " "))
	}
	return b
}

func text(a []string) string { return strings.Join(a, "\n\n") }
