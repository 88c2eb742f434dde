package quantity

import "github.com/demarche/demarche"

// counted finds the noun that a bare number counts, and says when it is people.
func (s *scanner) counted(q *demarche.Quantity) {
	q.Of = s.governor(q.Range)
	if s.low(q.Range.End) == "-" && s.low(q.Range.End+1) == "strong" { // "a 300-strong force"
		q.Unit = Person
		q.Range.End += 2
		return
	}
	if q.Of < 0 {
		q.Of = s.nounAfter(q.Range.End)
	}
	if q.Of >= q.Range.End {
		if s.adjoins(q.Range.End, q.Of) {
			q.Range.End = q.Of + 1
		}
		if s.isPerson(q.Of) {
			q.Unit = Person
		}
		return
	}
	q.Of = -1
	if s.hurtBy(q.Range) {
		q.Unit = Person
	}
}

// governor is the noun that the tree gives the number to: as nummod, or as
// what "dozens of" has below it.
func (s *scanner) governor(r demarche.Range) int {
	for i := r.End - 1; i >= r.First; i-- {
		t := &s.doc.Tokens[i]
		if t.Rel == demarche.Nummod && t.Head >= r.End && t.Head < s.end {
			return t.Head
		}
	}
	if s.low(r.End) != "of" {
		return -1
	}
	for j := r.End + 1; j < min(s.end, r.End+8); j++ {
		if t := &s.doc.Tokens[j]; t.Rel == demarche.Nmod && r.Contains(t.Head) {
			return j
		}
	}
	return -1
}

// nounAfter is the last noun of the phrase that begins at token i, by tags:
// over "of", "the", adjectives and other nouns.
func (s *scanner) nounAfter(i int) int {
	noun := -1
	for j := i; j < min(s.end, i+8); j++ {
		switch t := &s.doc.Tokens[j]; t.UPOS {
		case demarche.NOUN:
			noun = j
			if t.XPOS == "NNS" {
				return noun
			}
		case demarche.ADJ, demarche.PROPN:
			if noun >= 0 {
				return noun
			}
			if t.UPOS == demarche.ADJ && s.isPerson(j) && (j+1 == s.end || s.doc.Tokens[j+1].UPOS != demarche.NOUN) {
				return j // "12 dead", "three wounded"
			}
		case demarche.DET, demarche.ADP:
			if noun >= 0 || !(j == i && s.low(j) == "of" || j > i && t.UPOS == demarche.DET) {
				return noun
			}
		case demarche.VERB:
			if noun >= 0 || t.XPOS != "VBN" && t.XPOS != "VBG" {
				return noun
			}
			if s.isPerson(j) || hurt[t.Lemma] {
				return -1
			}
		case demarche.PUNCT:
			if noun >= 0 || s.low(j) != "-" {
				return noun
			}
		default:
			return noun
		}
	}
	return noun
}

// adjoins says that only modifiers stand between the number and its noun.
func (s *scanner) adjoins(i, noun int) bool {
	if noun-i > 4 {
		return false
	}
	for j := i; j < noun; j++ {
		switch s.doc.Tokens[j].UPOS {
		case demarche.ADJ, demarche.NOUN, demarche.PROPN, demarche.VERB, demarche.ADV:
		default:
			return s.low(j) == "of" && j == i && noun == j+1 || s.low(j) == "-"
		}
	}
	return true
}

func (s *scanner) isPerson(i int) bool {
	t := &s.doc.Tokens[i]
	return persons[t.Lemma] || persons[s.low(i)] || persons[singular(s.low(i))]
}

func singular(w string) string {
	if n := len(w); n > 3 && w[n-1] == 's' {
		return w[:n-1]
	}
	return w
}

// hurtBy says whether the number is an argument of a verb done to people or
// by crowds: "killing 12", "dozens were arrested", "12 dead".
func (s *scanner) hurtBy(r demarche.Range) bool {
	for i := r.First; i < r.End; i++ {
		t := &s.doc.Tokens[i]
		if t.Head < s.first || t.Head >= s.end || r.Contains(t.Head) {
			continue
		}
		switch t.Rel.Base() {
		case demarche.Nsubj, demarche.Obj, demarche.Nmod, demarche.Conj:
			if hurt[s.doc.Tokens[t.Head].Lemma] {
				return true
			}
		}
	}
	before := r.First - 1
	for before >= s.first && hedging[s.low(before)] { // "killed at least 50,000"
		before--
	}
	if before >= s.first && hurt[s.doc.Tokens[before].Lemma] {
		return true
	}
	for i := r.End; i < min(s.end, r.End+3); i++ {
		if t := &s.doc.Tokens[i]; t.UPOS == demarche.VERB {
			return hurt[t.Lemma] && (t.XPOS == "VBN" || t.XPOS == "VBD")
		} else if t.UPOS != demarche.AUX && t.UPOS != demarche.ADV {
			return false
		}
	}
	return false
}

// content is the noun that money or a measure is an amount of: "aid" of "$3
// billion in aid", "oil" of "2 million barrels of oil"; -1 when none.
func (s *scanner) content(i int) int {
	if w := s.low(i); w == "of" || w == "in" || w == "worth" && s.low(i+1) == "of" {
		if w == "worth" {
			i++
		}
		if n := s.nounAfter(i + 1); n >= 0 && !timeUnits[s.low(n)] {
			return n
		}
		return -1
	}
	if i < s.end && i > s.first {
		if t := &s.doc.Tokens[i]; t.UPOS == demarche.NOUN && !timeUnits[s.low(i)] {
			return s.nounAfter(i) // "$3 billion loan"
		}
	}
	return -1
}

// bareOne: "one" without a noun is a pronoun, as is "one of them"; "a" is an
// article unless a number followed.
func (s *scanner) bareOne(q demarche.Quantity) bool {
	if s.low(q.First) != "one" || q.Value != 1 {
		return false
	}
	return q.Of < 0 || s.low(q.First+1) == "of"
}
