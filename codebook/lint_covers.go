package codebook

import "slices"

// covers says whether v matches every frame that o matches, as far as the
// lines show it: the same places, each accepting at least as much.
func (v *variant) covers(o *variant) bool {
	if len(v.nouns) > 0 && !subset(o.nouns, v.nouns) || len(v.nouns) > 0 && len(o.nouns) == 0 ||
		v.strict && (len(o.verbs) == 0 || !o.strict || !subset(o.verbs, v.verbs)) {
		return false
	}
	if (v.subject == nil) != (o.subject == nil) || v.subject != nil && !v.subject.covers(o.subject) {
		return false
	}
	return needsCover(v.needs, o.needs)
}

func needsCover(a, b []need) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := &a[i], &b[i]
		if x.place != y.place || x.optional != y.optional || !subset(y.preps, x.preps) || !x.test.covers(&y.test) ||
			(x.subject == nil) != (y.subject == nil) || x.subject != nil && !x.subject.covers(y.subject) || !needsCover(x.needs, y.needs) {
			return false
		}
	}
	return true
}

func (t *test) covers(o *test) bool {
	if t.slot != o.slot || t.required && !o.required || (t.words == nil) != (o.words == nil) {
		return false
	}
	if t.only != nil && (o.only == nil || !t.only.covers(o.only)) {
		return false
	}
	return t.words == nil || t.words.covers(o.words)
}

func (f *filter) covers(o *filter) bool {
	if o.words != nil && (f.words == nil || !f.words.covers(o.words)) {
		return false
	}
	return subset(o.sectors, f.sectors) && subset(o.kinds, f.kinds)
}

func (s *wordSet) covers(o *wordSet) bool {
	for w := range o.lemmas {
		if !s.lemmas[w] {
			return false
		}
	}
	for head, list := range o.phrases {
		for _, p := range list {
			if !slices.ContainsFunc(s.phrases[head], func(q phrase) bool { return slices.Equal(p.words, q.words) }) {
				return false
			}
		}
	}
	for _, e := range o.events {
		if !slices.ContainsFunc(s.events, func(f eventTest) bool {
			return (f.category == AnyEvent || f.category == e.category) && (f.mode == "" || f.mode == e.mode)
		}) {
			return false
		}
	}
	return true
}

func subset(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(w string) bool { return !contains(whole, w) })
}
