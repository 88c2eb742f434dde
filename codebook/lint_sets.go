package codebook

import "strings"

// sets finds sets that nothing uses.
func (l *linter) sets() {
	used := map[string]bool{}
	mark := func(words []Word) {
		for _, w := range words {
			if w.Kind == SetRef {
				used[w.Text] = true
			}
		}
	}
	for _, r := range l.cb.rules {
		for _, c := range r.lines {
			c.pattern.eachTerm(func(t *Term) {
				mark(t.Words)
				mark(t.Only)
			})
		}
	}
	for _, d := range l.cb.sets {
		mark(d.Words)
	}
	for _, name := range sortedKeys(l.cb.sets) {
		d := l.cb.sets[name]
		if !used[name] {
			l.advise(d.Pos, "nothing uses the set @%s; use it or remove it", name)
		}
		l.twice(d)
	}
}

// twice finds words that stand twice in a set.
func (l *linter) twice(d *SetDecl) {
	seen := map[string]bool{}
	for _, w := range d.Words {
		if key := strings.ToLower(w.String()); seen[key] {
			l.advise(w.Pos, "%s stands twice in @%s; remove one", w, d.Name)
		} else {
			seen[key] = true
		}
		if w.Kind == Embedded {
			l.advise(w.Pos, "%s in a set is an event category; for a word write it in lower case or in quotes", w)
		}
	}
}

// eachTerm visits all terms of the pattern.
func (p *Pattern) eachTerm(visit func(*Term)) {
	visit(&p.Subject)
	visit(&p.Verb)
	eachTerm(p.Elements, visit)
}

func eachTerm(list []Element, visit func(*Term)) {
	for i := range list {
		if list[i].Subject != nil {
			visit(list[i].Subject)
		}
		visit(&list[i].Term)
		eachTerm(list[i].Elements, visit)
	}
}

// events finds embedded events that no rule codes.
func (l *linter) events() {
	coded := map[eventTest]bool{}
	for _, r := range l.cb.rules {
		coded[eventTest{r.category, ""}] = true
		for _, m := range r.modes {
			coded[eventTest{r.category, m}] = true
		}
	}
	for _, r := range l.cb.rules {
		for _, c := range r.lines {
			c.pattern.eachTerm(func(t *Term) {
				for _, w := range t.Words {
					if w.Kind == Embedded && w.Text != AnyEvent && !coded[eventTest{w.Text, w.Mode}] {
						l.error(w.Pos, "no rule codes %s, so this line never matches it; write a rule with that code", w)
					}
				}
			})
		}
	}
}
