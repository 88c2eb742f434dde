package codebook

import "slices"

// pairs compares the lines under each predicate: repeated lines, lines of
// different code that are equally specific where both match, and lines that
// another one always beats.
func (l *linter) pairs() {
	told := map[[2]int]bool{}
	for _, lemma := range sortedKeys(l.cb.index) {
		list := l.cb.index[lemma]
		for i, a := range list {
			for _, b := range list[i+1:] {
				key := [2]int{a.number, b.number}
				switch {
				case a.line == b.line || told[key]:
				case b.most == a.most && a.meets(b):
					told[key] = true
					l.pair(a, b, lemma)
				case b.most < a.most && a.rule.codeText() != b.rule.codeText() && a.covers(b):
					told[key] = true
					l.error(b.pattern.Pos, "for %q this line (%s) never wins: %s (%s: %s) fits whatever it fits and counts as more specific; take the words they share out of one",
						lemma, b.rule.codeText(), a.source, a.rule.codeText(), a.text)
				}
			}
		}
	}
}

func (l *linter) pair(a, b *variant, lemma string) {
	if a.number > b.number {
		a, b = b, a
	}
	switch {
	case a.rule == b.rule:
		if a.text == b.text {
			l.error(b.pattern.Pos, "this line stands at %s already; remove one", a.source)
		}
	case a.rule.codeText() == b.rule.codeText() && a.rule.cameo == b.rule.cameo:
		if a.text == b.text {
			l.advise(b.pattern.Pos, "this line stands at %s already, with the same code; remove one", a.source)
		}
	default:
		l.error(b.pattern.Pos, "for %q this line (%s) ties with %s (%s: %s); make one of them more specific, or take the words they share out of one",
			lemma, b.rule.codeText(), a.source, a.rule.codeText(), a.text)
	}
}

// meets says whether one frame can match both variants at every place alike.
func (v *variant) meets(o *variant) bool {
	if len(v.nouns) > 0 && len(o.nouns) > 0 && !slices.ContainsFunc(v.nouns, o.isNoun) {
		return false
	}
	if (len(v.verbs) == 0) != (len(o.verbs) == 0) || v.strict != o.strict ||
		v.strict && !slices.ContainsFunc(v.verbs, func(w string) bool { return contains(o.verbs, w) }) {
		return false
	}
	if (v.subject == nil) != (o.subject == nil) || v.subject != nil && !v.subject.meets(o.subject) {
		return false
	}
	return needsMeet(v.needs, o.needs)
}

func needsMeet(a, b []need) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := &a[i], &b[i]
		if x.place != y.place || len(x.preps) > 0 && !slices.ContainsFunc(x.preps, func(p string) bool { return slices.Contains(y.preps, p) }) {
			return false
		}
		if (x.subject == nil) != (y.subject == nil) || x.subject != nil && !x.subject.meets(y.subject) {
			return false
		}
		if !x.test.meets(&y.test) || !needsMeet(x.needs, y.needs) {
			return false
		}
	}
	return true
}

func (t *test) meets(o *test) bool {
	if t.slot != o.slot || (t.only == nil) != (o.only == nil) || (t.words == nil) != (o.words == nil) {
		return false
	}
	if t.only != nil && !t.only.meets(o.only) {
		return false
	}
	return t.words == nil || t.words.meets(o.words)
}

func (f *filter) meets(o *filter) bool {
	share := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
	}
	return share(f.sectors, o.sectors) || share(f.kinds, o.kinds) || f.words != nil && o.words != nil && f.words.meets(o.words)
}

func (s *wordSet) meets(o *wordSet) bool {
	for w := range s.lemmas {
		if o.lemmas[w] {
			return true
		}
	}
	for head, list := range s.phrases {
		for _, p := range list {
			if slices.ContainsFunc(o.phrases[head], func(q phrase) bool { return slices.Equal(p.words, q.words) }) {
				return true
			}
		}
	}
	for _, e := range s.events {
		if slices.ContainsFunc(o.events, func(f eventTest) bool {
			return (e.category == f.category || e.category == AnyEvent || f.category == AnyEvent) && (e.mode == "" || f.mode == "" || e.mode == f.mode)
		}) {
			return true
		}
	}
	return false
}
