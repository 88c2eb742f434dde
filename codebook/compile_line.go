package codebook

import (
	"slices"
	"sort"
	"strings"
)

// Weights of constraints in a line's specificity. A line that says more of a
// frame goes before one that says less.
const (
	weightSomething = 1
	weightPrep      = 1
	weightEvent     = 2 // EVENT: any category
	weightSlot      = 2
	weightNoun      = 2 // the predicate is a particular noun
	weightVerb      = 3 // and the support verb is the line's own
	weightParticle  = 2
	weightFilter    = 2 // a sector or kind, on top of the slot; words weigh as words
	weightSet       = 4
	weightCategory  = 5
	weightWord      = 5
	weightMode      = 6
)

// line compiles a pattern line into its variants.
func (b *builder) line(r *rule, l *Line) *line {
	c := &line{rule: r, pattern: l.Pattern, source: l.Source(), text: l.Pattern.String()}
	subject := b.test(&l.Pattern.Subject)
	needs := b.needs(l.Pattern.Elements)
	verbs := b.verbs(l.Pattern.Verb.Words)
	for _, shape := range shapes(verbs, needs) {
		b.expand(c, &subject, shape)
	}
	for _, v := range c.variants {
		v.most = v.base + mostOf(v.needs)
		if len(v.verbs) > 0 {
			v.most += weightVerb
		}
		if v.subject != nil {
			v.most += v.subject.weight
		}
	}
	return c
}

// verbs flattens the predicate's alternatives to base forms.
func (b *builder) verbs(words []Word) []string {
	var list []string
	done := map[string]bool{}
	var walk func(words []Word)
	walk = func(words []Word) {
		for _, w := range words {
			switch {
			case w.Kind == SetRef && done[w.Text]:
			case w.Kind == SetRef && b.sets[w.Text] == nil:
				b.fail(errorAt(w.Pos, "there is no set %s; add a paragraph set %s = …, or correct the name", w, w.Text))
			case w.Kind == SetRef:
				done[w.Text] = true
				walk(b.sets[w.Text].Words)
			case w.Kind == Embedded:
				b.fail(errorAt(w.Pos, "the predicate must be a verb; the category %s can stand after it", w))
			default:
				list = addOnce(list, verbLemma(w.Text))
			}
		}
	}
	walk(words)
	return list
}

func (b *builder) needs(elements []Element) []need {
	var list []need
	bare := 0
	for i := range elements {
		n := b.need(&elements[i])
		if n.place == object {
			bare++
			if n.test.slot != NoSlot && bare == 1 && i+1 < len(elements) && isBare(&elements[i+1]) {
				n.place = receiver
			}
		}
		list = append(list, n)
	}
	return list
}

func isBare(e *Element) bool { return len(e.Preps) == 0 && !e.Term.empty() }

func (b *builder) need(e *Element) need {
	n := need{src: e, preps: e.Preps, optional: e.Optional, test: b.test(&e.Term)}
	if e.Subject != nil {
		t := b.test(e.Subject)
		n.subject = &t
	}
	n.needs = b.needs(e.Elements)
	switch {
	case slices.Contains(e.Preps, "that"):
		n.place = that
	case e.Term.empty():
		n.place = particle
	case verbal(e):
		n.place = clausal
	case len(e.Preps) > 0:
		n.place = oblique
		n.sharp = sharp(&n)
	}
	return n
}

// sharp is the need without its prepositions of place, nil when it has none or
// nothing else: "blockade [of|in RECIPIENT]" looks for "of Serbia" everywhere
// before it takes "in the Adriatic".
func sharp(n *need) *need {
	isPlace := func(p string) bool {
		return slices.Contains(placePreps[:], p) || p == "near" || p == "inside" || p == "outside"
	}
	if n.test.slot != RecipientSlot || !slices.ContainsFunc(n.preps, isPlace) {
		return nil
	}
	s := *n
	s.preps = slices.DeleteFunc(slices.Clone(n.preps), isPlace)
	if len(s.preps) == 0 {
		return nil
	}
	return &s
}

func (b *builder) test(t *Term) test {
	c := test{src: t, slot: t.Slot, required: t.Required}
	if t.empty() {
		return c
	}
	if t.Slot == NoSlot {
		c.words = b.wordSet(t.Words)
		c.weight = c.words.weight
		return c
	}
	c.weight = weightSlot
	if t.Slot == SomethingSlot {
		c.weight = weightSomething
	}
	if len(t.Only) > 0 {
		c.only = b.filter(t.Only)
		c.weight += weightFilter
		if c.only.words != nil && len(c.only.sectors)+len(c.only.kinds) == 0 {
			c.weight = weightSlot + c.only.words.weight
		}
	}
	return c
}

func (b *builder) wordSet(words []Word) *wordSet {
	s := &wordSet{lemmas: map[string]bool{}, phrases: map[string][]phrase{}}
	w := &wordSetBuilder{sets: b.sets, within: map[string]bool{}, done: map[string]bool{}, out: s}
	if err := w.add(words); err != nil {
		b.fail(err)
	}
	for _, e := range s.events {
		if e.category != AnyEvent && !ValidCategory(e.category) {
			b.fail(errorAt(words[0].Pos, "%s is neither a slot nor a category; slots are ACTOR RECIPIENT ANYONE SOMETHING PLACE NUMBER, categories %s and EVENT",
				e.category, categoryNames()))
		} else if e.mode != "" && !ValidMode(e.category, e.mode) {
			b.fail(errorAt(words[0].Pos, "%s has no mode %q; its modes are %s", e.category, e.mode, modeNames(e.category)))
		}
	}
	s.weight = weightMode
	for _, word := range words {
		s.weight = min(s.weight, weightOf(word))
	}
	return s
}

func weightOf(w Word) int {
	switch {
	case w.Kind == SetRef:
		return weightSet
	case w.Kind == Plain || w.Kind == Phrase:
		return weightWord
	case w.Text == AnyEvent:
		return weightEvent
	case w.Mode != "":
		return weightMode
	}
	return weightCategory
}

func (b *builder) filter(only []Word) *filter {
	f := &filter{}
	var words []Word
	for _, w := range only {
		switch {
		case w.Kind == Embedded && ValidSector(w.Text):
			f.sectors = append(f.sectors, w.Text)
		case w.Kind == Embedded:
			b.fail(errorAt(w.Pos, "%s is no sector; the sectors are %s", w, strings.Join(sectors[:], " ")))
		case w.Kind == Plain && slices.Contains(fillerKinds, w.Text):
			f.kinds = append(f.kinds, w.Text)
		case w.Kind == Plain:
			b.fail(errorAt(w.Pos, "%q is no kind of actor; write a sector, %s, a @set or a \"word\"", w.Text, strings.Join(fillerKinds, ", ")))
		default:
			words = append(words, w)
		}
	}
	if len(words) > 0 {
		f.words = b.wordSet(words)
	}
	return f
}

// fillerKinds are the kinds of actor that a slot may ask for.
var fillerKinds = []string{"state", "org", "person", "many"}

// shape is a reading of the words after the verb.
type shape struct {
	verbs []string
	base  int
	needs []need
}

// shapes gives the readings of "calls off @meeting": the verb with a
// preposition, and the verb with a particle and an object.
func shapes(verbs []string, needs []need) []shape {
	list := []shape{{verbs, 0, needs}}
	if len(needs) == 0 || needs[0].optional || needs[0].place == that || len(needs[0].preps) == 0 {
		return list
	}
	first := needs[0]
	for _, prep := range first.preps {
		part, rest, _ := strings.Cut(prep, " ")
		if !isParticle(part) {
			continue
		}
		withPart := make([]string, len(verbs))
		for i, v := range verbs {
			withPart[i] = v + " " + part
		}
		tail := needs[1:]
		if first.place != particle {
			n := first
			n.place, n.preps, n.needs = object, nil, nil
			if rest != "" {
				n.place, n.preps = oblique, []string{rest, prep}
			}
			tail = slices.Concat([]need{n}, first.needs, needs[1:])
		}
		list = append(list, shape{withPart, weightParticle, tail})
	}
	return list
}

// expand adds the variants of one shape: nominal ones for the nouns that the
// verb only carries, copular ones for "is ready", verbal ones for the rest.
func (b *builder) expand(l *line, subject *test, s shape) {
	for _, verb := range s.verbs {
		if isCopula(verb) && len(s.needs) > 0 && s.needs[0].place == object && s.needs[0].test.words != nil {
			for _, word := range sortedKeys(s.needs[0].test.words.lemmas) {
				l.add(&variant{line: l, lemma: word, subject: subject, needs: s.needs[1:], base: weightWord})
			}
			if verb == "be" {
				continue // "remains a donor" has the verb as its predicate
			}
		}
		l.add(&variant{line: l, lemma: verb, subject: subject, needs: s.needs, base: s.base})
	}
	if b.lexis != nil {
		b.nominal(l, subject, s)
	}
}

func isCopula(verb string) bool {
	switch verb {
	case "be", "remain", "stay", "become", "seem", "appear":
		return true
	}
	return false
}

func (l *line) add(v *variant) { l.variants = append(l.variants, v) }

// mostOf is the specificity of needs when all match.
func mostOf(needs []need) int {
	sum := 0
	for i := range needs {
		n := &needs[i]
		sum += n.weight() + n.test.weight + mostOf(n.needs)
		if n.subject != nil {
			sum += n.subject.weight
		}
	}
	return sum
}

// weight is what the place itself adds.
func (n *need) weight() int {
	switch {
	case n.place == particle:
		return weightParticle
	case len(n.preps) > 0:
		return weightPrep
	}
	return 0
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
