package codebook

import (
	"slices"
	"sort"
)

// rule is a compiled rule.
type rule struct {
	decl     *RuleDecl
	category string
	modes    []string
	contexts []string
	cameo    string
	lines    []*line
}

// line is a pattern line; its variants are indexed.
type line struct {
	rule    *rule
	pattern *Pattern
	source  string // FILE:LINE
	text    string
	number  int // over all lines of the codebook
	// variants are the predicates under which the line is indexed.
	variants []*variant
}

// variant is a line as it reads for one kind of predicate: "calls off
// @meeting" is the verb "call off" with an object and the verb "call" with
// "off"; "imposes sanctions on" is the noun "sanction" with "on".
type variant struct {
	*line
	lemma   string
	nouns   []string // of a nominal variant: the noun must be one of them
	verbs   []string // of a nominal variant: the line's support verbs
	strict  bool     // and one of them must stand in the text
	subject *test    // nil for none
	needs   []need
	base    int // specificity of the predicate alone
	most    int // specificity when everything matches
}

// test is what one place accepts.
type test struct {
	src      *Term
	slot     Slot
	required bool
	only     *filter
	words    *wordSet
	weight   int
}

// filter is the condition after a slot's colon; any one of them will do.
type filter struct {
	sectors []string
	kinds   []string // state, org, person
	words   *wordSet
}

// place is where an argument is looked for.
type place int

const (
	object   place = iota // theme, else dative
	receiver              // first of two objects: dative, else "to" or "for"
	oblique               // after a preposition
	clausal               // "to" + words, "of" + -ing: content, or a noun after the preposition
	that                  // that-clause
	particle              // a word at the verb, no argument
)

// need is a compiled Element.
type need struct {
	src      *Element
	place    place
	preps    []string
	subject  *test
	test     test
	needs    []need // of the clause
	optional bool
	sharp    *need // the same without prepositions of place, nil when none
}

// compile turns the declarations into a Codebook.
func (b *builder) compile() *Codebook {
	cb := &Codebook{sets: b.sets, index: map[string][]*variant{}}
	for _, name := range b.order {
		if d := b.rules[name]; d != nil {
			cb.rules = append(cb.rules, b.rule(d))
		}
	}
	for _, r := range cb.rules {
		for _, l := range r.lines {
			l.number = cb.lines
			cb.lines++
			for _, v := range l.variants {
				cb.index[v.lemma] = append(cb.index[v.lemma], v)
			}
		}
	}
	for _, list := range cb.index {
		sort.SliceStable(list, func(i, j int) bool { return list[i].most > list[j].most })
	}
	return cb
}

func (b *builder) rule(d *RuleDecl) *rule {
	r := &rule{decl: d}
	for i := range d.Lines {
		l := &d.Lines[i]
		switch {
		case l.Keyword == "code":
			b.code(r, l)
		case l.Keyword == "cameo":
			b.cameo(r, l)
		case l.Keyword == "context":
			b.contexts(r, l)
		case l.Pattern != nil:
			r.lines = append(r.lines, b.line(r, l))
		}
	}
	if r.category == "" {
		b.fail(errorAt(d.Pos, "rule %s has no code line; add code CATEGORY, one of %s", d.Name, categoryNames()))
	}
	if len(r.lines) == 0 {
		b.fail(errorAt(d.Pos, "rule %s has no pattern line; add one such as ACTOR visits RECIPIENT", d.Name))
	}
	if r.cameo == "" && r.category != "" {
		r.cameo = rootCAMEO(r.category)
	}
	return r
}

// rootCAMEO is the code of a rule that names none: the category's first.
func rootCAMEO(category string) string {
	c, _ := Lookup(category)
	if len(c.cameo) == 0 {
		return ""
	}
	return c.cameo[0]
}

func categoryNames() string {
	s := ""
	for i, c := range categories {
		if i > 0 {
			s += " "
		}
		s += c.Name
	}
	return s
}

func (b *builder) code(r *rule, l *Line) {
	name := l.Fields[0].Text
	if !ValidCategory(name) {
		b.fail(errorAt(l.Fields[0].Pos, "%q is no PLOVER category; the categories are %s", name, categoryNames()))
		return
	}
	r.category = name
	for _, w := range l.Fields[1:] {
		if !ValidMode(name, w.Text) {
			b.fail(errorAt(w.Pos, "%s has no mode %q; its modes are %s", name, w.Text, modeNames(name)))
			continue
		}
		r.modes = append(r.modes, w.Text)
	}
}

func modeNames(category string) string {
	c, _ := Lookup(category)
	if len(c.Modes) == 0 {
		return "none"
	}
	s := ""
	for _, m := range c.Modes {
		s += m.Name + " "
	}
	return s[:len(s)-1]
}

func (b *builder) cameo(r *rule, l *Line) {
	code := l.Fields[0].Text
	if _, ok := LookupCAMEO(code); !ok {
		b.fail(errorAt(l.Fields[0].Pos, "%q is no CAMEO code; codes have two to four digits, such as 0233", code))
		return
	}
	if len(l.Fields) > 1 {
		b.fail(errorAt(l.Fields[1].Pos, "a rule has one CAMEO code; write a second rule for the other"))
	}
	r.cameo = code
}

func (b *builder) contexts(r *rule, l *Line) {
	for _, w := range l.Fields {
		if !ValidContext(w.Text) {
			b.fail(errorAt(w.Pos, "%q is no PLOVER context; see demarche rules contexts, or docs/rules.md", w.Text))
		} else if !slices.Contains(r.contexts, w.Text) {
			r.contexts = append(r.contexts, w.Text)
		}
	}
}
