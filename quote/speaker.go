package quote

import (
	"strings"

	"github.com/demarche/demarche"
)

// speakerOf is the speaker of cue i; where the tree gives none, the nearest
// noun outside of marks that stands beside the cue.
func (f *finder) speakerOf(i int, q *quoted) int {
	if strings.EqualFold(f.doc.Tokens[i].Norm, "according") {
		return f.accordingTo(i)
	}
	s := f.subject(i)
	if q.shut < 0 || s > q.shut {
		if s >= 0 {
			return s
		}
	} else if between := f.between(q, i); between >= 0 {
		return between
	}
	if s >= 0 {
		return s
	}
	return f.nearNoun(i, q.shut)
}

// subject is who the tree says speaks with verb i: not somebody within quote
// marks, nor the town of a dateline; of a study or a statement rather those
// who made it.
func (f *finder) subject(i int) int {
	if !f.tree.parsed() {
		return -1
	}
	s := f.adjacent(i)
	if s < 0 {
		s = f.tree.subject(i)
	}
	if x := f.doc.Tokens[i].XPOS; s < 0 && i > f.tree.r.First && (x == "VBD" || x == "VBZ" || x == "VBP") && f.doc.Tokens[i-1].UPOS == demarche.PROPN && !f.inDate(i-1) {
		s = i - 1 // a name that the tree has hung elsewhere
	}
	if s < 0 || f.spanAt(s) >= 0 && f.spanAt(i) < 0 {
		return -1
	}
	for steps := 0; f.doc.Tokens[s].Rel.Base() == demarche.Flat && f.tree.head(s) >= 0 && steps < 8; steps++ {
		s = f.tree.head(s) // a clause on the second part of a name
	}
	if s < f.doc.Sentences[f.treeOf].Dateline.End {
		return f.nearNoun(i, -1)
	}
	if t := &f.doc.Tokens[s]; t.UPOS == demarche.NOUN && documents[t.Lemma] {
		if by := f.tree.dependant(s, demarche.Nmod, " by from "); by >= 0 {
			return by
		}
		for j := f.tree.r.First; j < s; j++ {
			if f.doc.Tokens[j].Head == s && f.doc.Tokens[j].Rel == demarche.NmodPoss {
				return j
			}
		}
	}
	return s
}

// nearNoun is the noun next to verb i: before it, or after it up to a comma,
// not beyond the quote mark at token shut.
func (f *finder) nearNoun(i, shut int) int {
	s := f.doc.SentenceOf(i)
	r := f.doc.Sentences[s].Range
	for j := i - 1; j >= max(r.First, i-5) && j != shut && f.norm(j) != ","; j-- {
		if isNominal(f.doc.Tokens[j].UPOS) && !strings.HasSuffix(f.norm(j), "day") {
			return j
		}
	}
	found := -1
	for j := i + 1; j < min(r.End, i+5) && f.norm(j) != "," && f.spanAt(j) < 0; j++ {
		if isNominal(f.doc.Tokens[j].UPOS) {
			found = j
		} else if found >= 0 {
			break
		}
	}
	return found
}

// carried is the speaker of the quote before, where nothing else can have
// come between: in the same paragraph, or the paragraph before.
func (f *finder) carried(q *quoted, last said) int {
	p := f.paragraphOf(q.First)
	if noisy := f.outcry(q); noisy >= 0 {
		return noisy
	}
	if last.speaker >= 0 && (last.paragraph == p || last.paragraph == p-1 && q.First-last.end < 60) {
		return last.speaker
	}
	// the last indirect quote of the paragraph
	s := f.doc.SentenceOf(q.First)
	if s < 1 || f.doc.Sentences[s-1].Paragraph != p {
		return -1
	}
	for n := len(f.out) - 1; n >= 0; n-- {
		if o := &f.out[n]; o.Kind == Indirect && o.First < q.First && o.Speaker >= 0 {
			if f.paragraphOf(o.Speaker) == p {
				return o.Speaker
			}
		}
	}
	return -1
}

// outcry is who made the noise of which the sentence before tells: "The crowd
// cheered. “Long live the queen!”"
func (f *finder) outcry(q *quoted) int {
	s := f.doc.SentenceOf(q.First)
	if s < 1 || f.doc.Sentences[s-1].Paragraph != f.doc.Sentences[s].Paragraph || !f.load(s-1) {
		return -1
	}
	r := f.doc.Sentences[s-1].Range
	for i := r.First; i < r.End; i++ {
		if t := &f.doc.Tokens[i]; t.Rel == demarche.Root && noises[t.Lemma] && f.spanAt(i) < 0 {
			return f.subject(i)
		}
	}
	return -1
}

var noises = words(`cheer chant shout yell cry laugh smile nod pause shrug sigh joke grin applaud roar sing scream weep sob wave agree disagree object`)

// governing climbs from the stretch to a cue verb with a speaker. Words that
// name or title something are nobody's.
func (f *finder) governing(q *quoted) (cue, speaker int) {
	s := f.doc.SentenceOf(q.First)
	if s < 0 || !f.load(s) || f.names(q) {
		return -1, -1
	}
	top := -1
	for i := q.First; i < min(q.Range.End, f.tree.r.End); i++ {
		if h := f.tree.head(i); !q.Contains(h) && f.doc.Tokens[i].Rel != demarche.Punct {
			top = i
			break
		}
	}
	if top < 0 {
		return -1, -1
	}
	for i, steps := f.tree.head(top), 0; i >= 0 && steps < 10; i, steps = f.tree.head(i), steps+1 {
		if f.spanAt(i) >= 0 {
			continue
		}
		if _, ok := f.cueAt(i); ok {
			if sp := f.subject(i); sp >= 0 && (!f.tree.below(top, sp) || f.tree.below(i, sp)) { // not part of the subject, but it may have the verb as its relative clause
				return i, sp
			}
		}
	}
	return -1, -1
}
