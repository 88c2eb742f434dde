package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// nounClause reads "the claim that …", "his promise to …".
func (f *finder) nounClause(i int) {
	k := -1
	e := f.tree.extent(i)
	for j := i + 1; j < e.End; j++ {
		t := &f.doc.Tokens[j]
		if t.Head != i {
			continue
		}
		base := t.Rel.Base()
		content := t.Rel != demarche.AclRelcl && f.tree.hasCase(j, " that to ") || t.Rel == demarche.AclRelcl && f.complete(j)
		if (base == demarche.Acl || base == demarche.Ccomp) && content {
			k = j
			break
		}
	}
	if k >= 0 {
		f.add(f.tree.extent(k), i, f.nounSpeaker(i))
		return
	}
	f.nounPhrase(i)
}

// nounPhrase reads "the opposition's demand for new elections": a noun of
// saying with a possessor and what it is about.
func (f *finder) nounPhrase(i int) {
	speaker := -1
	e := f.tree.extent(i)
	for j := e.First; j < i; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && t.Rel == demarche.NmodPoss {
			speaker = j
		}
	}
	if speaker < 0 {
		return
	}
	if k := f.tree.dependant(i, demarche.Nmod, " of for about over on to against "); k > i {
		f.add(f.tree.extent(k), i, speaker)
	}
}

// complete says that a relative clause with "that" lacks nothing, so that it
// is what the noun says: "the claim that Kyiv shelled the plant".
func (f *finder) complete(j int) bool {
	that, subject, object := false, false, false
	e := f.tree.extent(j)
	for k := e.First; k < e.End; k++ {
		t := &f.doc.Tokens[k]
		if t.Head != j {
			continue
		}
		if strings.EqualFold(t.Norm, "that") {
			that = true
			continue
		}
		subject = subject || t.Rel.Base() == demarche.Nsubj
		object = object || t.Rel.Base() == demarche.Obj
	}
	return that && subject && object
}

// nounSpeaker is whose claim it is: the possessor, the phrase with of, by or
// from, or the subject of the verb that has the noun as object.
func (f *finder) nounSpeaker(i int) int {
	e := f.tree.extent(i)
	for j := e.First; j < e.End; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && t.Rel == demarche.NmodPoss {
			return j
		}
	}
	if j := f.tree.dependant(i, demarche.Nmod, " of by from "); j >= 0 {
		return j
	}
	if t := &f.doc.Tokens[i]; t.Rel.Base() == demarche.Obj || t.Rel.Base() == demarche.Obl {
		if h := f.tree.head(i); h >= 0 {
			return f.subject(h)
		}
	}
	return -1
}

// accordingTo is the head of the phrase after "according to", token i.
func (f *finder) accordingTo(i int) int {
	t := &f.doc.Tokens[i]
	if t.Rel.Base() == demarche.Case {
		return f.tree.head(i)
	}
	if f.tree.parsed() {
		if k := f.tree.child(i, demarche.Obl, demarche.Nmod); k >= 0 {
			return k
		}
	}
	found := -1
	for j := i + 2; j < min(len(f.doc.Tokens), i+8); j++ {
		u := f.doc.Tokens[j].UPOS
		if isNominal(u) {
			found = j
		} else if found >= 0 {
			return found
		}
	}
	return found
}

// according reads the clause that "according to X" stands in: what follows
// the phrase where it comes first, else what stands before it.
func (f *finder) according(i int) {
	speaker := f.accordingTo(i)
	if speaker < 0 {
		return
	}
	r := f.tree.r
	own := f.tree.extent(speaker)
	if i-r.First > 2 && f.spanAt(i-1) < 0 && f.norm(i-1) != "\"" {
		f.add(demarche.Range{First: f.sentenceStart(i), End: i}, i, speaker)
		return
	}
	end := own.End
	for end < r.End && end > i && f.norm(end-1) != "," && f.norm(end) != "," {
		end++
	}
	if end >= r.End { // no comma: the tree knows best
		end = own.End
	}
	f.add(demarche.Range{First: end, End: r.End}, i, speaker)
}

// sentenceStart is where what stands before "according", token i, begins: at
// the sentence, behind a dateline or a semicolon.
func (f *finder) sentenceStart(i int) int {
	first := max(f.tree.r.First, f.doc.Sentences[f.treeOf].Dateline.End)
	for j := i - 1; j > first; j-- {
		if f.norm(j) == ";" {
			return j + 1
		}
	}
	return first
}

// colon reads a name, a colon and a clause: "Envoy: talks will resume".
func (f *finder) colon(n int) {
	s := &f.doc.Sentences[n]
	name := -1
	for i := max(s.First, s.Dateline.End); i < min(s.Range.End, s.First+8); i++ {
		t := &f.doc.Tokens[i]
		switch {
		case t.Norm == ":" && name >= 0:
			content := demarche.Range{First: i + 1, End: s.Range.End}
			if f.spanAt(i+1) < 0 && (f.finiteIn(content) || f.isHeadline(n) && content.Len() > 3) {
				f.add(demarche.Range{First: i + 1, End: s.Range.End}, i, name)
			}
			return
		case t.UPOS == demarche.PROPN:
			name = i
		case name >= 0 || t.UPOS != demarche.DET && t.UPOS != demarche.ADJ && t.UPOS != demarche.NOUN:
			return
		}
	}
}

// isHeadline says that sentence n is a headline, or reads as one: the first of
// the text, without a full stop.
func (f *finder) isHeadline(n int) bool {
	s := &f.doc.Sentences[n]
	return s.Headline || n == 0 && f.norm(s.Range.End-1) != "." && s.Paragraph != f.doc.Sentences[min(1, len(f.doc.Sentences)-1)].Paragraph
}

func (f *finder) finiteIn(r demarche.Range) bool {
	for i := r.First; i < r.End; i++ {
		switch f.doc.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}
