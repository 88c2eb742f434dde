package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// What stands right beside a cue is often surer than the tree, which loses
// its way in long sentences with quote marks.

// beside the cue: "…,” Orr said", "…, he asked".
//
// adjacent is the subject that stands right before verb i, over adverbs and
// auxiliaries: a pronoun that can only be a subject, or a name that a comma, a
// quote mark or a conjunction parts from what goes before; -1 when there is
// none.
func (f *finder) adjacent(i int) int {
	r := f.tree.r
	j := i - 1
	for j > r.First && (f.doc.Tokens[j].UPOS == demarche.ADV || f.doc.Tokens[j].UPOS == demarche.AUX && f.doc.Tokens[j].Head == i) {
		j--
	}
	if j < r.First || f.spanAt(j) >= 0 {
		return -1
	}
	switch strings.ToLower(f.norm(j)) {
	case "he", "she", "they", "we", "i":
		return j
	}
	if f.doc.Tokens[j].UPOS != demarche.PROPN || f.inDate(j) {
		return -1
	}
	first := j
	for first > r.First && f.doc.Tokens[first-1].UPOS == demarche.PROPN {
		first--
	}
	if first == r.First {
		return -1
	}
	if t := &f.doc.Tokens[first-1]; f.isMark(first-1) || t.Norm == "," && first-1 > r.First && f.isMark(first-2) || t.UPOS == demarche.CCONJ && f.norm(first-2) == "," {
		return f.headOfRun(first, j)
	}
	return -1
}

// headOfRun is the token of a run of proper nouns that the others hang on.
func (f *finder) headOfRun(first, last int) int {
	for k := first; k <= last; k++ {
		if h := f.doc.Tokens[k].Head; h < first || h > last {
			return k
		}
	}
	return last
}

func (f *finder) isMark(i int) bool {
	if i < 0 || i >= len(f.doc.Tokens) {
		return false
	}
	n := f.doc.Tokens[i].Norm
	return n == `"` || n == "''" || n == "``"
}

// inDate says that token i is a day or month, never a speaker.
func (f *finder) inDate(i int) bool {
	low := strings.ToLower(f.norm(i))
	return strings.HasSuffix(low, "day") || months[low]
}

// between is the noun phrase between the closing mark of q and cue i: the
// speaker with an apposition ("…,” Orr, the chief of staff, said").
func (f *finder) between(q *quoted, i int) int {
	if q == nil || q.shut < 0 || i <= q.shut+1 {
		return -1
	}
	return f.firstNoun(q.shut+1, i)
}

// firstNoun is the head of the noun phrase that begins at token first, before
// token i; -1 when none does.
func (f *finder) firstNoun(first, i int) int {
	found := -1
	for j := first; j < i; j++ {
		switch t := &f.doc.Tokens[j]; {
		case isNominal(t.UPOS) && !f.inDate(j):
			found = j
		case found >= 0:
			return f.nounHead(found, first)
		case t.UPOS != demarche.DET && t.UPOS != demarche.ADJ && t.UPOS != demarche.NUM:
			return -1
		}
	}
	if found < 0 {
		return -1
	}
	return f.nounHead(found, first)
}

// nounHead goes from the last noun of a phrase to the one it hangs on, within
// the phrase.
func (f *finder) nounHead(i, first int) int {
	if h := f.doc.Tokens[i].Head; h >= first && h < i && f.doc.Tokens[i].Rel.Base() == demarche.Flat {
		return f.nounHead(h, first)
	}
	return i
}

// trailing reads "Clause, Orr said." and "Clause, said Orr on Monday." by
// words: the cue and its speaker close the sentence, and nothing else was
// found to be the content.
func (f *finder) trailing(i int) bool {
	if !f.speech[f.doc.Tokens[i].Lemma] || f.quietTail(i+1) < 0 {
		return false
	}
	r := f.tree.r
	speaker, comma := -1, -1
	if f.norm(i-1) == "," { // said Orr
		comma = i - 1
		speaker = f.nearNoun(i, -1)
		if speaker < i || f.doc.Tokens[speaker].UPOS == demarche.PRON && !f.isPersonal(speaker) {
			return false
		}
	} else {
		for j := i - 1; j > max(r.First, i-12); j-- {
			t := &f.doc.Tokens[j]
			if t.Norm == "," {
				comma = j
				break
			}
			if t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD" || t.XPOS == "WDT" || t.XPOS == "WP" || t.UPOS == demarche.SCONJ || t.UPOS == demarche.CCONJ || f.spanAt(j) >= 0 {
				return false
			}
		}
	}
	if speaker < 0 && comma >= 0 {
		speaker = f.firstNoun(comma+1, i)
	}
	content := demarche.Range{First: max(r.First, f.doc.Sentences[f.treeOf].Dateline.End), End: comma}
	if x := f.doc.Tokens[content.First].XPOS; x == "VBN" || x == "VBG" {
		return false // "Asked whether he would resign, the premier said no."
	}
	if speaker < 0 || comma < 0 || content.Len() < 3 || f.spanAt(comma-1) >= 0 || !f.finiteIn(content) {
		return false
	}
	f.add(content, i, speaker)
	return true
}

// quietTail says that no clause begins from token i to the end of the
// sentence: a listener, a place or a day may follow. It gives the end, -1
// when there is more.
func (f *finder) quietTail(i int) int {
	for j := i; j < f.tree.r.End; j++ {
		switch t := &f.doc.Tokens[j]; {
		case t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD" || t.XPOS == "TO" && t.UPOS == demarche.PART:
			return -1
		case t.Norm == ":" || t.Norm == ";" || f.isMark(j):
			return -1
		}
	}
	if f.tree.r.End-i > 14 {
		return -1
	}
	return f.tree.r.End
}

func (f *finder) isPersonal(i int) bool {
	switch strings.ToLower(f.norm(i)) {
	case "he", "she", "they", "we", "i", "you", "it":
		return true
	}
	return false
}

// viewOf reads "in the words of one diplomat, …" and "in his view": noun i
// with "in" before it makes the rest of the sentence what somebody says.
func (f *finder) viewOf(i int) {
	r := f.tree.r
	if !f.tree.hasCase(i, " in ") {
		return
	}
	speaker := -1
	for j := r.First; j < r.End; j++ {
		if t := &f.doc.Tokens[j]; t.Head == i && (t.Rel == demarche.NmodPoss || t.Rel.Base() == demarche.Nmod && f.tree.hasCase(j, " of ")) {
			speaker = j
		}
	}
	if speaker < 0 {
		return
	}
	own := f.tree.extent(i)
	if own.First > r.First+1 { // "…, in the words of Orr, …": what goes before, and after
		own.First--
	}
	content := demarche.Range{First: own.End, End: r.End}
	if own.First-r.First > 2 {
		content.First = r.First
		if own.End >= r.End-2 {
			content.End = own.First
		}
	}
	if f.finiteIn(content) {
		f.add(content, i, speaker)
	}
}

var months = words(`january february march april may june july august september october november december`)
