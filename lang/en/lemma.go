package en

import (
	"strings"

	"github.com/demarche/demarche"
)

// Lemmatizer gives words their lemmas from form and tags. It is read-only;
// many goroutines may share one.
type Lemmatizer struct {
	known map[string]string // form in small letters, blank, XPOS → lemma
}

// Lemmatize fills Lemma of all tokens; UPOS and XPOS must have been set.
// Lemmas are those of the UD English treebanks: small letters but for proper
// names, acronyms and adjectives such as "Kazakh"; n't is not, 've is have,
// these is this, better is good.
func (l *Lemmatizer) Lemmatize(d *demarche.Doc) {
	for _, s := range d.Sentences {
		tokens := d.Tokens[s.First:s.Range.End]
		use := caseOf(tokens)
		for i := range tokens {
			here := use
			if i == 0 && use == telling {
				here = titled // its capital is due to its place
			}
			tokens[i].Lemma = l.lemma(&tokens[i], here)
		}
	}
}

// caseUse is what capitals tell in a sentence.
type caseUse uint8

const (
	telling caseUse = iota // a capital marks a name or what is made of one
	titled                 // most words begin with one, as in headlines
	shouted                // most words are in capitals
)

// caseOf looks at the longer words of a sentence, of which few are names.
func caseOf(tokens []demarche.Token) caseUse {
	lower, upper, capital := 0, 0, 0
	for i := range tokens {
		f := tokens[i].Form
		switch {
		case len(f) < 4:
		case lowerAt(f, 0, len(f)):
			lower++
		case upperAt(f, 0, len(f)) && upperAt(f, 1, len(f)):
			upper++
		case upperAt(f, 0, len(f)):
			capital++
		}
	}
	switch {
	case upper > lower+capital:
		return shouted
	case upper+capital > lower:
		return titled
	}
	return telling
}

// lemma is the lemma of one token.
func (l *Lemmatizer) lemma(t *demarche.Token, use caseUse) string {
	if known, ok := l.lookUp(t.Norm, t.XPOS); ok {
		return known
	}
	if t.UPOS == demarche.PUNCT || t.UPOS == demarche.SYM {
		return signLemma(t)
	}
	if t.UPOS == demarche.PROPN || t.XPOS == "NNP" {
		if t.XPOS == "NNPS" {
			return singular(t.Form)
		}
		return t.Form
	}
	return inflected(t, use)
}

// signLemma is the plain form of a sign; an em dash stays.
func signLemma(t *demarche.Token) string {
	switch t.Form {
	case "--":
		return "-"
	case "—", "―", "…":
		return t.Form
	}
	if t.UPOS == demarche.SYM && t.Form == t.Norm && !allUpper(t.Form) {
		return small(t.Form)
	}
	return t.Norm
}

// lookUp finds form and tag in the table.
func (l *Lemmatizer) lookUp(form, xpos string) (string, bool) {
	var buf [40]byte
	if len(form)+1+len(xpos) > len(buf) {
		return "", false
	}
	key := buf[:0]
	for i := 0; i < len(form); i++ {
		c := form[i]
		if c-'A' < 26 {
			c += 'a' - 'A'
		}
		key = append(key, c)
	}
	key = append(key, ' ')
	key = append(key, xpos...)
	lemma, ok := l.known[string(key)]
	return lemma, ok
}

// inflected undoes the inflection that the tag speaks of.
func inflected(t *demarche.Token, use caseUse) string {
	form := t.Norm
	switch t.XPOS {
	case "NN", "NNS":
		if use != shouted && isAcronymNoun(form) {
			if t.XPOS == "NNS" {
				return singular(form)
			}
			return form
		}
		if t.XPOS == "NNS" {
			return singular(small(form))
		}
	case "VBZ":
		return thirdPerson(small(form))
	case "VBP":
		return misreadPast(small(form))
	case "VBD", "VBN":
		return past(small(form))
	case "VBG":
		return ing(small(form))
	case "JJR", "RBR":
		return graded(small(form), "er")
	case "JJS", "RBS":
		return graded(small(form), "est")
	case "JJ":
		if use == telling && upperAt(form, 0, len(form)) {
			return form // Kazakh, EU
		}
	case "POS":
		return "'s"
	case "CD":
		return number(form)
	}
	return small(form)
}

// isAcronymNoun says whether a common noun has capitals of its own: TV, NGOs.
func isAcronymNoun(form string) bool {
	for i := 1; i < len(form); i++ {
		if form[i]-'A' < 26 {
			return true
		}
	}
	return false
}

// number writes a number in digits without its commas, and a Roman one as it
// stands.
func number(form string) string {
	if digitAt(form, 0, len(form)) {
		return strings.ReplaceAll(form, ",", "")
	}
	if strings.Trim(form, "IVXLCDM") == "" {
		return form
	}
	return small(form)
}

// small is s in small letters; what has no capitals is returned as it is.
func small(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c-'A' < 26 || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

// graded undoes the comparison of an adjective or adverb: larger, biggest,
// happier.
func graded(form, ending string) string {
	stem, ok := strings.CutSuffix(form, ending)
	switch {
	case !ok || len(stem) < 2:
		return form
	case stem[len(stem)-1] == 'i':
		return stem[:len(stem)-1] + "y"
	case strings.HasSuffix(stem, "e"): // freer
		return stem + "e"
	case strings.HasSuffix(stem, "ng"):
		return stem
	}
	return restore(form, stem)
}
