package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// indirect finds reported speech sentence by sentence.
func (f *finder) indirect() {
	for n := range f.doc.Sentences {
		r := f.doc.Sentences[n].Range
		loaded := false
		for i := r.First; i < r.End; i++ {
			t := &f.doc.Tokens[i]
			verb, isCue := f.cueAt(i)
			isCue = isCue && !f.partOfWord(i)
			noun := !isCue && t.UPOS == demarche.NOUN && f.nouns[t.Lemma]
			according := !isCue && len(t.Norm) == 9 && strings.EqualFold(t.Norm, "according") && strings.EqualFold(f.norm(i+1), "to")
			view := !isCue && t.UPOS == demarche.NOUN && f.views[t.Lemma]
			if !isCue && !noun && !according && !view || f.spanAt(i) >= 0 {
				continue
			}
			if !loaded && !f.load(n) {
				break
			}
			loaded = true
			switch {
			case according:
				f.according(i)
			case view && f.norm(i-1) != "of":
				f.viewOf(i)
				if noun {
					f.nounClause(i)
				}
			case noun:
				f.nounClause(i)
			default:
				f.verb(i, verb)
			}
		}
		f.colon(n)
	}
}

// partOfWord tells cues from the "pressed" of "hard-pressed" and the "talking"
// of "talking points".
func (f *finder) partOfWord(i int) bool {
	t := &f.doc.Tokens[i]
	if t.XPOS == "VBG" && (t.Rel.Base() == demarche.Amod || t.Rel.Base() == demarche.Compound || t.Lemma == "talk" && strings.HasPrefix(f.norm(i+1), "point")) {
		return true
	}
	return i > 0 && f.norm(i-1) == "-" && f.doc.Tokens[i-1].End == t.Start
}

// add keeps an indirect quote unless marks say the same already.
func (f *finder) add(content demarche.Range, cue, speaker int) {
	content = f.trim(content)
	if f.tooLittle(content, cue) || speaker < 0 && f.spanAt(content.First) >= 0 {
		return
	}
	if n := f.spanAt(content.First); n >= 0 && 2*(content.End-f.spans[n].Range.End) <= content.Len() {
		return
	}
	content = f.withMarks(content)
	f.out = append(f.out, demarche.Quote{Range: content, Kind: Indirect, Cue: cue, Speaker: speaker})
}

// tooLittle tells a content from the stray participle or adverb that parsers
// make one of.
func (f *finder) tooLittle(r demarche.Range, cue int) bool {
	switch {
	case r.Len() < 1:
		return true
	case r.Contains(cue):
		return r.Len() < 3
	case r.Len() > 1 || f.spanAt(r.First) >= 0:
		return false
	}
	t := &f.doc.Tokens[r.First]
	rel := t.Rel.Base()
	return !isNominal(t.UPOS) && rel != demarche.Ccomp && rel != demarche.Xcomp
}

// withMarks takes a quote mark at the edge in whose partner lies inside.
func (f *finder) withMarks(r demarche.Range) demarche.Range {
	if n := f.spanAt(r.First); n >= 0 && f.spans[n].open == r.First-1 && f.spans[n].shut >= 0 && f.spans[n].shut < r.End {
		r.First--
	}
	if n := f.spanAt(r.End - 1); n >= 0 && f.spans[n].open >= r.First && (f.spans[n].shut == r.End || f.spans[n].shut == r.End+1) {
		r.End = f.spans[n].shut + 1
	}
	return r
}

// verb takes the first kind of content that the tree offers below cue verb i.
func (f *finder) verb(i int, c cue) {
	speaker := f.subject(i)
	switch {
	case c.takes&clause != 0 && f.clauseOf(i, speaker):
	case c.takes&(infinitive|listener|clause) != 0 && f.infinitiveOf(i, speaker):
	case c.takes&about != 0 && f.aboutOf(i, c.preps, speaker):
	case c.takes&clause != 0 && f.openClause(i, speaker):
	case c.takes&clause != 0 && f.trailing(i):
	case c.takes&object != 0 && f.gerundOf(i, speaker):
	case c.takes&object != 0 && speaker >= 0 && (!f.shows(i) || f.isDocument(speaker)):
		f.objectOf(i, c, speaker)
	}
}

// shows says that verb i has an object that is said only of a document: a poll
// shows a lead, a report finds a rise.
func (f *finder) shows(i int) bool {
	switch f.doc.Tokens[i].Lemma {
	case "show", "find", "report", "give", "put":
		return true
	}
	return false
}

func (f *finder) isDocument(i int) bool { return documents[f.doc.Tokens[i].Lemma] }

// clauseOf takes the clauses that verb i governs or is a parenthesis of.
func (f *finder) clauseOf(i, speaker int) bool {
	k := f.tree.child(i, demarche.Ccomp)
	if k < 0 {
		return f.parenthesis(i, speaker)
	}
	content := f.within(k, i)
	if content.First > i { // a second clause is the same one, cut in two by the parser
		for j := k + 1; j < f.tree.r.End; j++ {
			if t := &f.doc.Tokens[j]; t.Head == i && t.Rel.Base() == demarche.Ccomp {
				content.End = max(content.End, f.tree.extent(j).End)
			}
		}
		content.End = f.shifted(i, content.End)
	}
	f.add(content, i, speaker)
	return true
}

// shifted adds a second clause that the tree has joined to cue i although its
// tense is that of what is said: "said the vote was rushed, and support would
// have been higher".
func (f *finder) shifted(i, end int) int {
	for j := end; j < f.tree.r.End; j++ {
		t := &f.doc.Tokens[j]
		if t.Head != i || t.Rel.Base() != demarche.Conj || f.tree.child(j, demarche.Nsubj) < 0 {
			continue
		}
		if a := f.tree.child(j, demarche.Aux); a >= 0 {
			switch f.norm(a) {
			case "would", "could", "might", "had", "should":
				return max(end, f.tree.extent(j).End)
			}
		}
	}
	return end
}

func (f *finder) infinitiveOf(i, speaker int) bool {
	k := f.tree.child(i, demarche.Xcomp)
	if lemma := f.doc.Tokens[i].Lemma; k < 0 && (lemma == "call" || lemma == "appeal") {
		k = f.tree.child(i, demarche.Advcl) // "called on them to leave"
	}
	if k < 0 || !f.tree.to(k) {
		return false
	}
	f.add(f.tree.extent(k), i, speaker)
	return true
}

func (f *finder) aboutOf(i int, preps string, speaker int) bool {
	k := f.phrase(i, preps)
	if k < 0 {
		return false
	}
	f.add(f.tree.extent(k), i, speaker)
	return true
}

// objectOf takes the object, with what is said of it ("called him a liar").
func (f *finder) objectOf(i int, c cue, speaker int) {
	k := f.tree.child(i, demarche.Obj)
	if k < 0 {
		return
	}
	x := f.tree.child(i, demarche.Xcomp)
	if x < 0 && c.preps != "" {
		x = f.phrase(i, c.preps)
	}
	content := f.tree.extent(k)
	switch pronoun := f.doc.Tokens[k].UPOS == demarche.PRON; {
	case pronoun && x < 0:
		return
	case pronoun:
		content = f.tree.extent(x)
	case x >= 0:
		content.End = max(content.End, f.tree.extent(x).End)
	}
	if f.spanAt(k) < 0 {
		content.End = f.following(i, content.End)
	}
	f.add(content, i, speaker)
}

// following adds the phrases right behind an object that the tree has hung on
// the verb: "revealed deep anxiety | over the economy".
func (f *finder) following(i, end int) int {
	for j := end; j < f.tree.r.End; j++ {
		t := &f.doc.Tokens[j]
		if t.Head != i || t.Rel.Base() != demarche.Obl && t.Rel.Base() != demarche.Advcl || f.inDate(j) {
			continue
		}
		if e := f.tree.extent(j); e.First == end {
			end = e.End
		}
	}
	return end
}

// gerundOf takes a participle as the content: "favoured granting a pardon".
func (f *finder) gerundOf(i, speaker int) bool {
	k := f.tree.child(i, demarche.Xcomp)
	if k <= i || f.doc.Tokens[k].XPOS != "VBG" || speaker < 0 {
		return false
	}
	f.add(f.tree.extent(k), i, speaker)
	return true
}

// openClause reads a clause right after the cue that the tree has hung
// elsewhere: "that" or a noun phrase, then a finite verb before any stop.
func (f *finder) openClause(i, speaker int) bool {
	r := f.tree.r
	j := i + 1
	if j >= r.End || f.isPunct(j) || f.spanAt(j) >= 0 {
		return false
	}
	for k := j; k < min(r.End, j+12) && (!f.isPunct(k) || f.norm(k) == ","); k++ { // "said late on Monday, in an interview, that"
		if f.isThat(k) {
			j = k
			break
		}
		if x := f.doc.Tokens[k].XPOS; x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" {
			break
		}
	}
	that := f.isThat(j)
	noun, finite := false, false
	for k := j; k < r.End && !finite; k++ {
		t := &f.doc.Tokens[k]
		switch {
		case t.Norm == "," || t.Norm == ";" || t.Norm == ":":
			if !that {
				return false
			}
		case isNominal(t.UPOS) || t.XPOS == "VBG":
			noun = true
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD":
			finite = noun
		case t.UPOS == demarche.SCONJ && k > j, t.UPOS == demarche.ADP && k == j && !that:
			return false
		}
	}
	if !finite {
		return false
	}
	f.add(demarche.Range{First: j, End: r.End}, i, speaker)
	return true
}

// isThat says whether token i is the conjunction "that".
func (f *finder) isThat(i int) bool {
	t := &f.doc.Tokens[i]
	return strings.EqualFold(t.Norm, "that") && (t.UPOS == demarche.SCONJ || t.XPOS == "IN")
}

// within is the extent of clause k without cue i, should it stand inside.
func (f *finder) within(k, i int) demarche.Range {
	r := f.tree.extent(k)
	if !r.Contains(i) {
		return r
	}
	if r.End-i > i-r.First {
		return demarche.Range{First: i + 1, End: r.End}
	}
	return demarche.Range{First: r.First, End: i}
}

// parenthesis reads "The plan, he said, would fail" and "as he said": the
// cue hangs on the clause that it reports.
func (f *finder) parenthesis(i, speaker int) bool {
	rel := f.doc.Tokens[i].Rel.Base()
	h := f.tree.head(i)
	if h < 0 || rel != demarche.Parataxis && !(rel == demarche.Advcl && f.tree.hasCase(i, " as ")) {
		return false
	}
	if speaker < 0 {
		if speaker = f.nearNoun(i, -1); speaker < 0 {
			return false
		}
	}
	content, own := f.tree.extent(h), f.tree.extent(i)
	own.First, own.End = min(own.First, speaker), max(own.End, speaker+1)
	switch {
	case own.End >= content.End-1:
		content.End = own.First
	case own.First <= content.First+1:
		content.First = own.End
	}
	f.add(content, i, speaker)
	return true
}

// phrase is the dependant of verb i that one of the prepositions marks.
func (f *finder) phrase(i int, preps string) int {
	e := f.tree.extent(i)
	for j := e.First; j < e.End; j++ {
		t := &f.doc.Tokens[j]
		if t.Head != i {
			continue
		}
		switch t.Rel.Base() {
		case demarche.Obl, demarche.Advcl, demarche.Xcomp, demarche.Ccomp:
			if f.tree.hasCase(j, preps) {
				return j
			}
		}
	}
	return -1
}
