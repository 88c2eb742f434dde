package codebook

import (
	"strings"

	"github.com/demarche/demarche"
)

// wordSet is the words that a place of a pattern accepts: single lemmas,
// phrases found by the lemma of their head, and embedded events.
type wordSet struct {
	lemmas  map[string]bool
	phrases map[string][]phrase
	events  []eventTest
	weight  int // what it adds to a line's specificity
}

// phrase is "peace talks" or "state of emergency" with the index of its head.
type phrase struct {
	words []string
	head  int
}

// eventTest accepts events of a category and, where given, a mode.
type eventTest struct{ category, mode string }

// hasLemma looks a lemma up whatever its capitals; it does not allocate.
func (s *wordSet) hasLemma(lemma string) bool {
	if s.lemmas[lemma] {
		return true
	}
	var buf [48]byte
	low, changed := lowerInto(&buf, lemma)
	return changed && s.lemmas[string(low)]
}

// lowerInto writes the ASCII letters of s in lower case into buf; changed is
// false when s has no capitals or is too long.
func lowerInto(buf *[48]byte, s string) (low []byte, changed bool) {
	if len(s) > len(buf) {
		return nil, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
			changed = true
		}
		buf[i] = c
	}
	return buf[:len(s)], changed
}

// hasToken says whether token t is one of the words or the head of a phrase.
func (s *wordSet) hasToken(toks []demarche.Token, t int) bool {
	lemma := lemmaOf(&toks[t])
	if s.hasLemma(lemma) {
		return true
	}
	if len(s.phrases) == 0 {
		return false
	}
	list := s.phrases[lemma]
	if list == nil {
		var buf [48]byte
		if low, changed := lowerInto(&buf, lemma); changed {
			list = s.phrases[string(low)]
		}
	}
	for i := range list {
		if list[i].at(toks, t) {
			return true
		}
	}
	return false
}

func lemmaOf(t *demarche.Token) string {
	if t.Lemma != "" && t.Lemma != "_" {
		return t.Lemma
	}
	if t.Norm != "" {
		return t.Norm
	}
	return t.Form
}

// at says whether the phrase stands in the text with its head at token t.
// Hyphens and determiners inside it do not matter.
func (p *phrase) at(toks []demarche.Token, t int) bool {
	j := t
	for k := p.head - 1; k >= 0; k-- {
		for j--; j >= 0 && skipped(&toks[j]); j-- {
		}
		if j < 0 || !isWord(&toks[j], p.words[k]) {
			return false
		}
	}
	j = t
	for k := p.head + 1; k < len(p.words); k++ {
		for j++; j < len(toks) && skipped(&toks[j]); j++ {
		}
		if j >= len(toks) || !isWord(&toks[j], p.words[k]) {
			return false
		}
	}
	return true
}

func skipped(t *demarche.Token) bool {
	return t.UPOS == demarche.DET || t.Norm == "-" || t.Form == "-"
}

func isWord(t *demarche.Token, w string) bool {
	return strings.EqualFold(t.Lemma, w) || strings.EqualFold(t.Form, w)
}

// wordSetBuilder flattens words and the sets they name.
type wordSetBuilder struct {
	sets   map[string]*SetDecl
	within map[string]bool // sets being flattened, against circles
	done   map[string]bool // sets flattened already
	out    *wordSet
}

func (b *wordSetBuilder) add(words []Word) *Error {
	for _, w := range words {
		switch w.Kind {
		case Plain:
			b.single(w.Text)
		case Phrase:
			b.phrase(strings.Fields(w.Text))
		case Embedded:
			b.out.events = append(b.out.events, eventTest{w.Text, w.Mode})
		case SetRef:
			if err := b.set(w); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *wordSetBuilder) set(w Word) *Error {
	d := b.sets[w.Text]
	switch {
	case d == nil:
		return errorAt(w.Pos, "there is no set %s; add a paragraph set %s = …, or correct the name", w, w.Text)
	case b.within[w.Text]:
		return errorAt(w.Pos, "the set %s contains itself; take %s out", w, w)
	case b.done[w.Text]:
		return nil
	}
	b.within[w.Text], b.done[w.Text] = true, true
	err := b.add(d.Words)
	delete(b.within, w.Text)
	return err
}

func (b *wordSetBuilder) single(text string) {
	text = strings.ToLower(text)
	for _, l := range lemmas(text) {
		b.out.lemmas[l] = true
	}
	if strings.Contains(text, "-") { // treebanks cut "cease-fire" in three
		b.phrase(strings.FieldsFunc(text, func(r rune) bool { return r == '-' }))
	}
}

func (b *wordSetBuilder) phrase(words []string) {
	for i := range words {
		words[i] = strings.ToLower(words[i])
	}
	if len(words) == 0 {
		return
	}
	head := len(words) - 1
	for i := 1; i < len(words); i++ {
		if isPrep(words[i]) {
			head = i - 1
			break
		}
	}
	if len(words) == 1 {
		b.single(words[0])
		return
	}
	for _, l := range lemmas(words[head]) {
		b.out.phrases[l] = append(b.out.phrases[l], phrase{words, head})
	}
}
