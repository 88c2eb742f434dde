package claim

import (
	"strings"

	"github.com/demarche/demarche"
)

// attribution is what somebody is given as saying.
type attribution struct {
	content     demarche.Range
	source, cue int
}

// attribution is the innermost statement of fact that quantity q stands in.
func (f *finder) attribution(q *demarche.Quantity) (attribution, bool) {
	best := attribution{source: -1}
	for i := range f.doc.Quotes {
		quote := &f.doc.Quotes[i]
		if !quote.Contains(q.First) || quote.Speaker < 0 || quote.Contains(quote.Speaker) && quote.Kind != "indirect" {
			continue
		}
		if best.source >= 0 && quote.Len() >= best.content.Len() {
			continue
		}
		r, sentence := quote.Range, f.sentence(q.First) // of a long speech the sentence
		best = attribution{demarche.Range{First: max(r.First, sentence.First), End: min(r.End, sentence.End)}, quote.Speaker, quote.Cue}
		if f.own(best.source) || !f.asserts(quote) {
			best.source = -1
			if quote.Kind != "partial" {
				return best, false
			}
		}
	}
	if best.source >= 0 {
		return best, true
	}
	return f.counted(q)
}

// asserts says that the quote is a statement, no wish, promise or question.
func (f *finder) asserts(q *demarche.Quote) bool {
	if q.Cue < 0 {
		return true
	}
	if q.Kind != "indirect" {
		return !wishes[f.doc.Tokens[q.Cue].Lemma]
	}
	return f.doc.Tokens[q.First].XPOS != "TO" && asserting[strings.ToLower(f.doc.Tokens[q.Cue].Lemma)]
}

// own says that the words are the writer's own: "we found".
func (f *finder) own(source int) bool {
	switch strings.ToLower(f.doc.Tokens[source].Norm) {
	case "i", "we", "you", "it", "one", "that", "this":
		return true
	}
	return false
}

// counted reads figures that are the object of a verb of counting whose
// subject can know: "the ministry reported 12 deaths", "officials put the
// toll at 12".
func (f *finder) counted(q *demarche.Quantity) (attribution, bool) {
	none := attribution{source: -1}
	for i, steps := f.doc.HeadOf(q.Range), 0; i >= 0 && steps < 5; i, steps = f.doc.Tokens[i].Head, steps+1 {
		t := &f.doc.Tokens[i]
		if t.UPOS != demarche.VERB || q.Contains(i) {
			continue
		}
		if !counting[t.Lemma] {
			return none, false
		}
		source := f.child(i, demarche.Nsubj)
		if source < 0 || f.doc.Tokens[source].Rel == demarche.NsubjPass || source > q.First || !f.knows(source) || f.irreal(i) {
			return none, false
		}
		if t.Lemma == "put" && !f.hasCase(f.topBelow(q, i), "at") {
			return none, false
		}
		content := demarche.Range{First: i + 1, End: f.extent(i).End}
		for content.End > content.First && f.doc.Tokens[content.End-1].UPOS == demarche.PUNCT {
			content.End--
		}
		return attribution{content, source, i}, content.Contains(q.First)
	}
	return none, false
}

// knows says that token i can be the source of a figure: an office, a study,
// officials, or a name.
func (f *finder) knows(i int) bool {
	t := &f.doc.Tokens[i]
	if sources[t.Lemma] {
		return true
	}
	m := f.doc.MentionAt(i)
	if m < 0 {
		return false
	}
	switch f.doc.Mentions[m].Type {
	case demarche.Org, demarche.Person:
		return !f.doc.Mentions[m].Pronoun
	case demarche.GPE: // "Kyiv put its losses at 300"
		return f.doc.Tokens[i].UPOS == demarche.PROPN
	}
	return false
}
