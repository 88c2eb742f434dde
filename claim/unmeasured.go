package claim

import "github.com/demarche/demarche"

// unmeasured finds changes that an office or a study states without saying
// how great they are: "the study found that exports to Kenya rose", "found a
// spike in exports".
func (f *finder) unmeasured() {
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if t.UPOS != demarche.VERB && t.UPOS != demarche.NOUN || changes[t.Lemma] == "" || f.claimed(i) {
			continue
		}
		noun := t.UPOS == demarche.NOUN
		said, ok := f.stated(i, noun)
		if !ok || !f.isFact(i) {
			continue
		}
		nothing := demarche.Quantity{Range: demarche.Range{First: i, End: i}, Of: -1}
		c := demarche.Claim{Range: said.content, Source: said.source, Cue: said.cue, Predicate: i, Change: changes[t.Lemma], Amount: -1, By: -1, From: -1, Time: -1}
		if noun {
			c.About = f.about(&nothing, predicate{i, c.Change, true}, said)
		} else if s := f.child(i, demarche.Nsubj); s >= 0 && f.doc.Tokens[s].UPOS != demarche.PRON {
			c.About = f.upTo(f.phrase(s, said.content), i)
		}
		if c.About.Len() == 0 {
			continue
		}
		c.Time = f.time(&c, &nothing)
		f.doc.Claims = append(f.doc.Claims, c)
	}
}

func (f *finder) claimed(i int) bool {
	for k := range f.doc.Claims {
		if f.doc.Claims[k].Predicate == i {
			return true
		}
	}
	return false
}

// stated is who states the change at token i: whoever is quoted with it as
// the main thing said, or the subject of a verb of finding with it as object.
func (f *finder) stated(i int, noun bool) (attribution, bool) {
	h := f.doc.Tokens[i].Head
	if noun {
		if h < 0 || f.doc.Tokens[i].Rel.Base() != demarche.Obj || !finding[f.doc.Tokens[h].Lemma] {
			return attribution{}, false
		}
		source := f.child(h, demarche.Nsubj)
		if source < 0 || !f.knows(source) || f.irreal(h) {
			return attribution{}, false
		}
		return attribution{f.phraseWith(i), source, h}, true
	}
	for k := range f.doc.Quotes {
		q := &f.doc.Quotes[k]
		if q.Kind != "indirect" || !q.Contains(i) || q.Cue < 0 || q.Speaker < 0 || h >= 0 && q.Contains(h) {
			continue
		}
		if f.asserts(q) && sources[f.doc.Tokens[q.Speaker].Lemma] || f.knows(q.Speaker) && f.isOffice(q.Speaker) {
			return attribution{q.Range, q.Speaker, q.Cue}, f.asserts(q)
		}
	}
	return attribution{}, false
}

// isOffice says that a name is that of an organisation.
func (f *finder) isOffice(i int) bool {
	m := f.doc.MentionAt(i)
	return m >= 0 && f.doc.Mentions[m].Type == demarche.Org
}

// phraseWith is token i with all below it.
func (f *finder) phraseWith(i int) demarche.Range {
	r := f.extent(i)
	for r.End > r.First && f.doc.Tokens[r.End-1].UPOS == demarche.PUNCT {
		r.End--
	}
	return r
}
