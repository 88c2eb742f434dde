package demarche

// PhraseOf is the range of tokens from the first to the last of the subtree of
// token i that is contiguous with it, without relative clauses, appositions,
// parentheses and coordinated phrases.
func (d *Doc) PhraseOf(i int) Range {
	r := Range{i, i + 1}
	s := d.SentenceOf(i)
	if s < 0 {
		return r
	}
	for r.First > d.Sentences[s].First && d.inPhrase(r.First-1, i) {
		r.First--
	}
	for r.End < d.Sentences[s].Range.End && d.inPhrase(r.End, i) {
		r.End++
	}
	for r.First < i && d.Tokens[r.First].UPOS == PUNCT {
		r.First++
	}
	for r.End-1 > i && d.Tokens[r.End-1].UPOS == PUNCT {
		r.End--
	}
	return r
}

// HeadOf is the first token of r that is governed from outside, r.First when
// none is.
func (d *Doc) HeadOf(r Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Contains(d.Tokens[i].Head) {
			return i
		}
	}
	return r.First
}

// inPhrase says whether token t hangs below head by relations that belong to
// its noun phrase.
func (d *Doc) inPhrase(t, head int) bool {
	for steps := 0; t >= 0 && steps < 50; steps++ {
		if t == head {
			return true
		}
		switch d.Tokens[t].Rel.Base() {
		case Acl, Appos, Conj, Parataxis, Advcl, Cop, Nsubj, Cc:
			return false
		case Case:
			if d.Tokens[t].Head == head {
				return false // the preposition is not part of the name
			}
		}
		t = d.Tokens[t].Head
	}
	return false
}

// Below says whether token t is top or hangs somewhere below it.
func (d *Doc) Below(t, top int) bool {
	for steps := 0; t >= 0 && steps < 1000; steps++ {
		if t == top {
			return true
		}
		t = d.Tokens[t].Head
	}
	return false
}

// Depth is the number of arcs from token t to the root of its sentence.
func (d *Doc) Depth(t int) int {
	n := 0
	for t >= 0 && d.Tokens[t].Head >= 0 && n < 1000 {
		t = d.Tokens[t].Head
		n++
	}
	return n
}
