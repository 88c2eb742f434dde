package codebook

import (
	"slices"
	"strings"
)

// neutral are the support verbs that add nothing to their noun: a line with
// one of them is about the noun, whatever carries it ("slapped sanctions on",
// "Western sanctions on Russia"). Any other support verb of a line must stand
// in the text: "pledges aid" is not "aid".
var neutral = []string{
	"make", "give", "hold", "conduct", "have", "take", "pay", "launch", "carry out", "impose", "issue", "provide", "put", "do",
	"commit", "deliver", "mount", "send", "place", "perform", "undertake", "wage", "engage", "express",
	"voice", "grant", "come", "fall", "open", "slap", "hit", "subject", "bring", "take place",
}

// carrier is a noun that a verb of the line only carries.
type carrier struct{ verb, noun string }

// nominal adds variants for the nouns of the line that its verbs only carry.
func (b *builder) nominal(l *line, subject *test, s shape) {
	if subject.words != nil {
		b.addNominal(l, b.carried(s.verbs, "subj", subject.words), nil, s.needs, nounWeight(subject))
	}
	for i := range s.needs {
		n := &s.needs[i]
		if n.test.words == nil || n.optional {
			continue
		}
		places := n.preps
		if n.place == object {
			places = []string{"obj"}
		}
		for _, at := range places {
			rest := slices.Concat(s.needs[:i], s.needs[i+1:], n.needs)
			for k := range rest {
				if rest[k].place == receiver { // "gives RECIPIENT support": the noun's own object
					rest[k].place = object
				}
			}
			b.addNominal(l, b.carried(s.verbs, at, n.test.words), subject, rest, nounWeight(&n.test))
		}
	}
}

// nounWeight is what the noun adds: more when the line names it itself than
// when a set does.
func nounWeight(t *test) int {
	if t.weight >= weightWord {
		return weightNoun + 1
	}
	return weightNoun
}

// carried is the nouns of the set that one of the verbs only carries.
func (b *builder) carried(verbs []string, at string, set *wordSet) []carrier {
	var list []carrier
	add := func(noun string) {
		if b.lexis.NounVerb(noun) == "" {
			return
		}
		for _, v := range verbs {
			if b.lexis.IsLight(v, at, noun) {
				list = append(list, carrier{v, noun})
			}
		}
	}
	for _, w := range sortedKeys(set.lemmas) {
		add(w)
	}
	for _, head := range sortedKeys(set.phrases) {
		for _, p := range set.phrases[head] { // "air strike", "state of emergency"
			words := slices.Clone(p.words)
			words[p.head] = head
			add(strings.Join(words, " "))
		}
	}
	return list
}

// addNominal adds one variant for each predicate that the nouns belong to.
func (b *builder) addNominal(l *line, list []carrier, subject *test, needs []need, weight int) {
	if subject != nil && subject.slot == RecipientSlot {
		subject, needs = turned(subject, needs)
	}
	byLemma := map[string]*variant{}
	for _, c := range list {
		lemma := b.lexis.NounVerb(c.noun)
		v := byLemma[lemma]
		if v == nil {
			v = &variant{line: l, lemma: lemma, subject: subject, needs: needs, base: weight, strict: true}
			byLemma[lemma] = v
		}
		v.nouns = addOnce(v.nouns, c.noun)
		v.verbs = addOnce(v.verbs, c.verb)
		if contains(neutral, c.verb) {
			v.strict = false
		}
	}
	for _, lemma := range sortedKeys(byLemma) {
		l.add(byLemma[lemma])
	}
}

// turned gives the roles of a line about who receives something as the noun has
// them: in "RECIPIENT receives aid from ACTOR" the actor aids the recipient.
func turned(subject *test, needs []need) (*test, []need) {
	for i := range needs {
		if n := &needs[i]; n.place == oblique && n.test.slot == ActorSlot {
			actor := n.test
			rest := slices.Concat(needs[:i], needs[i+1:])
			return &actor, append(rest, need{src: n.src, place: object, test: *subject})
		}
	}
	return subject, needs
}

func addOnce(list []string, w string) []string {
	if contains(list, w) {
		return list
	}
	return append(list, w)
}
