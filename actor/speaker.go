package actor

import "github.com/demarche/demarche"

// utterance is a stretch of quoted words and the token that is its speaker's
// head, -1 when the text does not say.
type utterance struct {
	demarche.Range
	speaker int
}

// utterances finds quoted stretches and who speaks them, so that "we" and "I"
// inside them stand for somebody. Package quote does this in full for the
// quotes themselves; here only the speaker of pronouns is needed, before
// quotes are known.
func (p *pass) utterances() []utterance {
	var out []utterance
	open, paragraph := -1, 0
	for s := range p.doc.Sentences {
		x := &p.doc.Sentences[s]
		if x.Paragraph != paragraph {
			if open >= 0 { // a quote that goes on in the next paragraph
				out = append(out, utterance{demarche.Range{First: open, End: x.First}, -1})
			}
			open, paragraph = -1, x.Paragraph
		}
		for t := x.First; t < x.Range.End; t++ {
			switch quoteMark(p.tok(t).Form, open >= 0) {
			case '(':
				open = t
			case ')':
				out = append(out, utterance{demarche.Range{First: open, End: t + 1}, -1})
				open = -1
			}
		}
	}
	for i := range out {
		out[i].speaker = p.speakerOf(out, i)
	}
	return out
}

// quoteMark is ( for a mark that opens a quote, ) for one that closes it.
func quoteMark(s string, open bool) byte {
	switch s {
	case "“", "„", "«", "``":
		return '('
	case "”", "»", "''":
		if open {
			return ')'
		}
	case `"`:
		if open {
			return ')'
		}
		return '('
	}
	return 0
}

// speakerOf looks for a verb of saying in the sentences where utterance i
// begins and ends, then takes the speaker of the one before.
func (p *pass) speakerOf(all []utterance, i int) int {
	u := &all[i]
	for _, s := range []int{p.doc.SentenceOf(u.Range.End - 1), p.doc.SentenceOf(u.First)} {
		if s < 0 {
			continue
		}
		for t := p.doc.Sentences[s].First; t < p.doc.Sentences[s].Range.End; t++ {
			if u.Contains(t) || !speaks(p.tok(t).Lemma) {
				continue
			}
			if n := p.dependent(t, demarche.Nsubj); n >= 0 && !u.Contains(n) {
				return n
			}
			if t+1 < len(p.person) && p.person[t+1] >= 0 && !u.Contains(t+1) {
				return p.mentionHead(t + 1) // "tweeted Johnson", whatever the parse
			}
		}
	}
	if i > 0 && all[i-1].speaker >= 0 && p.doc.SentenceOf(u.First)-p.doc.SentenceOf(all[i-1].Range.End-1) <= 2 {
		return all[i-1].speaker
	}
	return -1
}

// mentionHead is the head of the person's mention that covers token t.
func (p *pass) mentionHead(t int) int {
	u := p.unitAt[t]
	for t < len(p.unitAt)-1 && u < 0 {
		t++
		u = p.unitAt[t]
	}
	if u < 0 {
		return -1
	}
	return p.headOf(p.units[u].Range, p.units[u].Range)
}

// firstPersons makes mentions of "I" and "we" inside quotes: the speaker, or
// those for whom the speaker stands.
func (p *pass) firstPersons() {
	i := 0
	all := p.utterances()
	for n := range all {
		u := &all[n]
		if u.speaker < 0 {
			continue
		}
		for t := u.First; t < u.Range.End; t++ {
			plural, ok := firstPerson(lowerASCII(p.tok(t).Norm))
			if !ok || p.tok(t).UPOS != demarche.PRON {
				continue
			}
			if i = p.speakerMention(u.speaker); i >= 0 {
				p.addFirstPerson(t, i, plural)
			}
		}
	}
}

func firstPerson(w string) (plural, ok bool) {
	switch w {
	case "i", "me", "my", "mine", "myself":
		return false, true
	case "we", "us", "our", "ours", "ourselves":
		return true, true
	}
	return false, false
}

// speakerMention is the mention with head t that stands for somebody, -1 for none.
func (p *pass) speakerMention(t int) int {
	for i := p.firstAt(t); i < p.sorted && p.mentions[i].Head == t; i++ {
		if p.mentions[i].entity >= 0 {
			return i
		}
	}
	return -1
}

func (p *pass) addFirstPerson(t, speaker int, plural bool) {
	s := p.mentions[speaker]
	m := mention{unit: -1, entry: -1, roleHit: -1, entity: s.entity, kind: s.kind, plural: plural}
	m.Range, m.Head, m.Pronoun, m.Type = demarche.Range{First: t, End: t + 1}, t, true, s.Type
	m.Actors = p.entities[s.entity].actors
	if plural && !p.entities[s.entity].plural {
		m.entity = -1 // those for whom the speaker stands, not the speaker
	}
	p.mentions = append(p.mentions, m)
}
