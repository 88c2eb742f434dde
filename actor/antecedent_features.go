package actor

import "github.com/demarche/demarche"

// feature is the index of a weight.
type feature int32

// property is one thing that is asked of a pronoun and whom it may stand for,
// with the answers that there are.
type property int

const (
	sentencesBack property = iota
	candidatesBetween
	relationOfOption
	possessiveAndOption
	relationsOfBoth
	kindOfOption
	timesMentioned
	genderKnown
	quotation
	firstOfSentence
	numberOfOption
	governsClause
	determiner
	sameAsLastPronoun
	thingsBetween
	speakerOfClause
	coordinatedOwner
	ownCountry
	nobodyAtAll
	nobodyRelation
	nobodyGovernor
	nobodyCandidates
	nobodyPlace
	properties
)

// class is the kind of pronoun: each has its own weights.
type class int

const (
	ofPerson class = iota // he, she
	ofSeveral
	ofThing // it
	classes
)

func classNames() [classes]string { return [...]string{"he", "they", "it"} }

// propertyTable names the properties and their answers; the order is that of
// the constants, and of the numbers that the functions below give.
func propertyTable() [properties]struct {
	name    string
	answers []string
} {
	relations := []string{"subject", "passive subject", "object", "oblique", "modifier", "possessor", "compound", "apposition", "conjunct", "other"}
	pair := make([]string, 0, 25)
	for _, a := range groupNames() {
		for _, b := range groupNames() {
			pair = append(pair, a+" for "+b)
		}
	}
	possessive := make([]string, 0, 2*len(relations))
	for _, r := range relations {
		possessive = append(possessive, r, "possessive for "+r)
	}
	yes := []string{"no", "yes"}
	return [properties]struct {
		name    string
		answers []string
	}{
		{"sentences back", []string{"0", "1", "2", "3"}},
		{"candidates between", []string{"0", "1", "2", "3", "4 to 6", "more"}},
		{"relation", relations},
		{"pronoun", possessive},
		{"relations", pair},
		{"kind", []string{"unknown person", "known person", "person by role", "body", "state", "place", "people", "group by role", "body by role", "same pronoun", "other pronoun"}},
		{"mentioned", []string{"once", "twice", "3 to 4 times", "5 to 8 times", "often"}},
		{"gender", []string{"none", "known", "unknown"}},
		{"quotation", []string{"outside", "same", "pronoun inside", "candidate inside"}},
		{"first of its sentence", []string{"no", "yes", "no, sentence before", "yes, sentence before"}},
		{"number", []string{"one", "plural", "several", "people"}},
		{"governs the clause", yes},
		{"determiner", []string{"name", "definite", "indefinite", "none"}},
		{"same as the last pronoun", []string{"no", "yes", "no pronoun before"}},
		{"things between", []string{"0", "1", "2", "more"}},
		{"speaker of the clause", yes},
		{"owner of what this is coordinated with", yes},
		{"country of the document", yes},
		{"nobody", []string{"at all"}},
		{"nobody, pronoun", groupNames()},
		{"nobody, governor", []string{"says", "adjective", "noun", "verb", "none"}},
		{"nobody, candidates", []string{"0", "1", "2 to 3", "more"}},
		{"nobody, place", []string{"inside", "first word", "quoted", "quoted first word"}},
	}
}

func groupNames() []string { return []string{"subject", "object", "oblique", "possessor", "other"} }

// view is what the features of all options of one pronoun share.
type view struct {
	m       *mention
	class   class
	group   int
	between int   // candidates met so far
	last    int32 // entity of the last pronoun of the class, -1
	things  int   // nouns that are no mentions, between pronoun and option
	at      int   // token down to which things are counted
}

func (p *pass) viewFrom(i int) view {
	m := &p.mentions[i]
	c := classOf(m)
	return view{m: m, class: c, group: p.relationGroup(m.Head), last: p.latest[c], at: m.Head}
}

func classOf(m *mention) class {
	switch {
	case m.plural:
		return ofSeveral
	case m.gender == 0:
		return ofThing
	}
	return ofPerson
}

// add appends the feature that says that property q has answer n.
func (p *pass) add(v *view, q property, n int) {
	p.choice.features = append(p.choice.features, p.antecedents.base[v.class][q]+feature(n))
}

func (p *pass) optionFeatures(v *view, j, back int) {
	x := &p.mentions[j]
	e := &p.entities[x.entity]
	rel := p.relation(x.Head)
	p.add(v, sentencesBack, back)
	p.add(v, candidatesBetween, bucket(v.between, 1, 2, 3, 4, 7))
	p.add(v, relationOfOption, rel)
	p.add(v, possessiveAndOption, 2*rel+truth(v.group == 3))
	p.add(v, relationsOfBoth, 5*v.group+p.relationGroup(x.Head))
	p.add(v, kindOfOption, p.optionKind(v, x))
	p.add(v, timesMentioned, bucket(e.count, 2, 3, 5, 9))
	p.add(v, genderKnown, p.optionGender(v, e))
	p.add(v, quotation, p.quotationOf(v.m.Head, x.Head))
	p.add(v, firstOfSentence, truth(p.opensSentence(j))+2*truth(back > 0))
	p.add(v, numberOfOption, p.optionNumber(x, e))
	p.add(v, governsClause, truth(back == 0 && p.above(x.Head, v.m.Head)))
	p.add(v, determiner, p.optionDeterminer(x))
	p.add(v, sameAsLastPronoun, p.isLast(v, x.entity))
	p.countThings(v, x.Head)
	p.add(v, thingsBetween, min(v.things, 3))
	p.add(v, speakerOfClause, truth(back == 0 && p.speaksClause(x.Head, v.m.Head)))
	p.add(v, coordinatedOwner, truth(v.group == 3 && p.coordinatedPossessor(v.m.Head) == x.Head))
	p.add(v, ownCountry, truth(len(e.actors) == 1 && e.entry >= 0 && p.home != "" && e.actors[0].Code == p.home))
}

func (p *pass) nobodyFeatures(v *view) {
	t := v.m.Head
	lo, _ := p.sentenceRange(t)
	p.add(v, nobodyAtAll, 0)
	p.add(v, nobodyRelation, v.group)
	p.add(v, nobodyGovernor, p.governorKind(t))
	p.add(v, nobodyCandidates, bucket(v.between, 1, 2, 4))
	p.add(v, nobodyPlace, truth(t == lo)+2*truth(p.quoted[t] >= 0))
}

// bucket is how many of the bounds n reaches.
func bucket(n int, bounds ...int) int {
	for i, b := range bounds {
		if n < b {
			return i
		}
	}
	return len(bounds)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// relation is what the option is in its clause, seen through conjuncts.
func (p *pass) relation(t int) int {
	switch r := p.tok(t).Rel; r {
	case demarche.NsubjPass:
		return 1
	case demarche.NmodPoss:
		return 5
	default:
		switch r.Base() {
		case demarche.Nsubj:
			return 0
		case demarche.Obj, demarche.Iobj:
			return 2
		case demarche.Obl:
			return 3
		case demarche.Nmod:
			return 4
		case demarche.Compound, demarche.Amod, demarche.Flat:
			return 6
		case demarche.Appos:
			return 7
		case demarche.Conj:
			return 8
		}
	}
	return 9
}

func (p *pass) relationGroup(t int) int {
	for n := 0; n < chain && p.tok(t).Rel == demarche.Conj && p.tok(t).Head >= 0; n++ {
		t = p.tok(t).Head
	}
	switch p.relation(t) {
	case 0, 1:
		return 0
	case 2:
		return 1
	case 3:
		return 2
	case 5:
		return 3
	}
	return 4
}

func (p *pass) optionKind(v *view, x *mention) int {
	e := &p.entities[x.entity]
	switch {
	case x.Pronoun && lowerASCII(p.tok(x.Head).Norm)[0] == lowerASCII(p.tok(v.m.Head).Norm)[0]:
		return 9
	case x.Pronoun:
		return 10
	case x.Type == demarche.Person && e.entry >= 0:
		return 1
	case x.Type == demarche.Person:
		return 0
	case x.Type == demarche.Org:
		return 3
	case x.Type == demarche.GPE:
		return 4
	case x.Type == demarche.NORP:
		return 6
	case x.Type != demarche.Role:
		return 5
	case x.kind == rolePerson:
		return 2
	case x.kind == roleBody || x.kind == roleStates:
		return 8
	}
	return 7
}

func (p *pass) optionGender(v *view, e *entity) int {
	switch {
	case v.class != ofPerson:
		return 0
	case e.gender != 0:
		return 1
	}
	return 2
}

// quotationOf says where pronoun t and option o stand: outside, in the same
// quotation, only the pronoun inside, only the option inside.
func (p *pass) quotationOf(t, o int) int {
	a, b := p.quoted[t], p.quoted[o]
	switch {
	case a < 0 && b < 0:
		return 0
	case a == b:
		return 1
	case a >= 0:
		return 2
	}
	return 3
}

// opensSentence says that mention j is the first of its sentence.
func (p *pass) opensSentence(j int) bool {
	lo, _ := p.sentenceRange(p.mentions[j].Head)
	return j == 0 || p.mentions[j-1].Head < lo
}

func (p *pass) optionNumber(x *mention, e *entity) int {
	switch {
	case e.plural:
		return 1
	case len(e.actors) > 1:
		return 2
	case x.Type == demarche.NORP:
		return 3
	}
	return 0
}

// above says that what governs option o stands above pronoun t in the tree.
func (p *pass) above(o, t int) bool {
	g := p.governor(o)
	for n := 0; n < chain && t >= 0; n++ {
		if t == g {
			return g >= 0
		}
		t = p.tok(t).Head
	}
	return false
}

// speaksClause says that option o is the subject of a verb of saying above t.
func (p *pass) speaksClause(o, t int) bool {
	g := p.tok(o).Head
	return g >= 0 && p.tok(o).Rel.Base() == demarche.Nsubj && speaks(p.tok(g).Lemma) && p.above(o, t)
}

func (p *pass) optionDeterminer(x *mention) int {
	if x.unit >= 0 || x.Pronoun {
		return 0
	}
	if p.definite(x) {
		return 1
	}
	switch lowerASCII(p.tok(x.First).Norm) {
	case "a", "an", "some", "another":
		return 2
	}
	return 3
}

func (p *pass) isLast(v *view, e int32) int {
	switch {
	case v.last < 0:
		return 2
	case v.last == e:
		return 1
	}
	return 0
}

// countThings counts the nouns down to token o that are no mentions and stand
// where an antecedent does: what "it" may mean instead.
func (p *pass) countThings(v *view, o int) {
	for ; v.at > o; v.at-- {
		t := v.at - 1
		if p.tok(t).UPOS != demarche.NOUN || p.unitAt[t] >= 0 || p.roleAt[t] >= 0 || p.isPlural(t) != (v.class == ofSeveral) {
			continue
		}
		if g := p.relation(t); g <= 2 {
			v.things++
		}
	}
}

// governorKind says what the pronoun at t is an argument of.
func (p *pass) governorKind(t int) int {
	g := p.tok(t).Head
	switch {
	case g < 0:
		return 4
	case speaks(p.tok(g).Lemma):
		return 0
	}
	switch p.tok(g).UPOS {
	case demarche.ADJ:
		return 1
	case demarche.NOUN, demarche.PROPN:
		return 2
	case demarche.VERB:
		return 3
	}
	return 4
}
