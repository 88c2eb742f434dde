package conllu

import (
	"strings"

	"github.com/demarche/demarche"
)

// builder gathers the lines of one sentence.
type builder struct {
	r *Reader
	s *Sentence

	// The multiword token being read: words first..last stand in one
	// orthographic word, whose form may differ from theirs put together.
	first, last int
	surface     string // what of its form is not yet used up
	start       int    // byte at which it begins in the text
	spaced      bool   // white space follows it
}

func newBuilder(r *Reader) *builder {
	r.text, r.lines = r.text[:0], r.lines[:0]
	return &builder{r: r, s: &Sentence{Line: r.line, Space: true}}
}

func (b *builder) add(line []byte) error {
	if line[0] == '#' {
		b.comment(strings.TrimSpace(string(line[1:])))
		return nil
	}
	f, err := b.r.split(line)
	if err != nil {
		return err
	}
	if strings.IndexByte(f[0], '.') >= 0 {
		return nil // an empty node of the enhanced graph has no text
	}
	if first, last, ok := strings.Cut(f[0], "-"); ok {
		return b.multiword(first, last, f)
	}
	return b.word(f)
}

func (b *builder) comment(c string) {
	s := b.s
	s.Comments = append(s.Comments, c)
	key, value, _ := strings.Cut(c, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	switch key {
	case "sent_id":
		s.ID = value
	case "newdoc", "newdoc id":
		s.NewDoc, s.NewPar, s.DocID = true, true, value
	case "newpar", "newpar id":
		s.NewPar = true
	}
}

func (b *builder) multiword(first, last string, f []string) error {
	i, ok1 := number(first)
	j, ok2 := number(last)
	if !ok1 || !ok2 || i != len(b.s.Tokens)+1 || j < i {
		return b.r.fail(b.r.line, "multiword token %q does not begin at word %d, number words from 1 without gaps", f[0], len(b.s.Tokens)+1)
	}
	b.space()
	b.first, b.last = i, j
	b.surface, b.start = f[1], len(b.r.text)
	b.spaced = !hasNoSpace(f[9])
	b.r.text = append(b.r.text, f[1]...)
	return nil
}

// space puts the blank that the token before asked for.
func (b *builder) space() {
	if len(b.r.text) > 0 && b.s.Space {
		b.r.text = append(b.r.text, ' ')
	}
}

func (b *builder) word(f []string) error {
	id := len(b.s.Tokens) + 1
	if n, ok := number(f[0]); !ok || n != id {
		return b.r.fail(b.r.line, "word id %q where %d is next, number words from 1 without gaps", f[0], id)
	}
	t := demarche.Token{
		Form: f[1], Norm: demarche.Plain(f[1]), Lemma: unset(f[2]), UPOS: demarche.UPOS(unset(f[3])),
		XPOS: unset(f[4]), Feats: unset(f[5]), Head: -1, Rel: demarche.Rel(unset(f[7])),
	}
	if f[2] == "_" && f[1] == "_" {
		t.Lemma = "_"
	}
	if f[6] != "_" {
		head, ok := number(f[6])
		if !ok {
			return b.r.fail(b.r.line, "head %q is no number, write 0 for the root and _ for none", f[6])
		}
		t.Head = head - 1
	}
	if id <= b.last {
		b.place(&t, id)
	} else {
		b.space()
		t.Start = len(b.r.text)
		b.r.text = append(b.r.text, f[1]...)
		t.End = len(b.r.text)
		b.s.Space = !hasNoSpace(f[9])
	}
	b.s.Tokens = append(b.s.Tokens, t)
	b.s.Misc = append(b.s.Misc, unset(f[9]))
	b.r.lines = append(b.r.lines, b.r.line)
	return nil
}

// place gives a word of a multiword token its part of the orthographic word:
// its own form where that comes next, else all that is left.
func (b *builder) place(t *demarche.Token, id int) {
	t.Glued = id > b.first
	n := len(b.surface)
	if id < b.last && strings.HasPrefix(b.surface, t.Form) {
		n = len(t.Form)
	}
	t.Start = b.start
	t.End = b.start + n
	b.start += n
	b.surface = b.surface[n:]
	b.s.Space = b.spaced
}

func (b *builder) finish() (*Sentence, error) {
	s := b.s
	if b.last > len(s.Tokens) {
		return nil, b.r.fail(b.r.line, "multiword token ends at word %d but the sentence has %d, correct the range", b.last, len(s.Tokens))
	}
	s.Text = string(b.r.text)
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= len(s.Tokens) || h == i {
			return nil, b.r.fail(b.r.lines[i], "head %d of word %d is not another word of the sentence, correct it", h+1, i+1)
		}
	}
	if i := cycle(s.Tokens); i >= 0 {
		return nil, b.r.fail(b.r.lines[i], "word %d governs itself through its heads, correct one of them", i+1)
	}
	return s, nil
}

// cycle is a word from which following heads leads back to it, or -1.
func cycle(tokens []demarche.Token) int {
	seen := make([]int, len(tokens)) // number of the walk that came by, from 1
	for i := range tokens {
		for j := i; j >= 0; j = tokens[j].Head {
			if seen[j] == i+1 {
				return j
			}
			if seen[j] != 0 {
				break
			}
			seen[j] = i + 1
		}
	}
	return -1
}

func unset(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// hasNoSpace says whether column MISC holds SpaceAfter=No.
func hasNoSpace(misc string) bool {
	const want = "SpaceAfter=No"
	for misc != "" {
		var one string
		one, misc, _ = strings.Cut(misc, "|")
		if one == want {
			return true
		}
	}
	return false
}
