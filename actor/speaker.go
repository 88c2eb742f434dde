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

// markSpeech finds the quotations and numbers their tokens.
func (p *pass) markSpeech() {
	p.speech = p.utterances()
	p.quoted = none(p.quoted, len(p.doc.Tokens))
	for i, u := range p.speech {
		for t := u.First; t < u.Range.End; t++ {
			p.quoted[t] = int32(i)
		}
	}
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

// speechRoles makes mentions of "I" and "we": inside quotes the speaker, or those
// for whom the speaker stands; elsewhere whoever wrote the text, of whom nothing
// is known but that all of these words mean the same, as all "you" do.
func (p *pass) speechRoles() {
	speaker := make([]int32, len(p.doc.Tokens))
	for i := range speaker {
		speaker[i] = -1
	}
	for _, u := range p.speech {
		for t := u.First; t < u.Range.End; t++ {
			speaker[t] = int32(u.speaker)
		}
	}
	outside := [3]int32{-1, -1, -1}
	for t := range p.doc.Tokens {
		if p.tok(t).UPOS != demarche.PRON {
			continue
		}
		r := speechRoleOf(lowerASCII(p.tok(t).Norm))
		switch s := speaker[t]; {
		case r == noSpeechRole:
		case s < 0:
			p.addOutside(t, r, &outside[r])
		case r != addressee:
			if i := p.speakerMention(int(s)); i >= 0 {
				p.addSpeaker(t, i, r == speakers)
			}
		}
	}
}

// addOutside makes a mention of the writer, the writer's side or the reader.
func (p *pass) addOutside(t int, r speechRole, who *int32) {
	m := mention{unit: -1, entry: -1, roleHit: -1, kind: rolePerson, plural: r == speakers}
	m.Range, m.Head, m.Pronoun, m.Type = demarche.Range{First: t, End: t + 1}, t, true, demarche.Person
	p.mentions = append(p.mentions, m)
	if *who < 0 {
		*who = p.newEntity(len(p.mentions) - 1)
	}
	p.mentions[len(p.mentions)-1].entity = *who
}

// speechRole is what a pronoun of the first or second person stands for.
type speechRole int

const (
	speaking  speechRole = iota // I
	speakers                    // we
	addressee                   // you
	noSpeechRole
)

func speechRoleOf(w string) speechRole {
	switch w {
	case "i", "me", "my", "mine", "myself":
		return speaking
	case "we", "us", "our", "ours", "ourselves":
		return speakers
	case "you", "your", "yours", "yourself", "yourselves":
		return addressee
	}
	return noSpeechRole
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

func (p *pass) addSpeaker(t, speaker int, plural bool) {
	s := p.mentions[speaker]
	m := mention{unit: -1, entry: -1, roleHit: -1, entity: s.entity, kind: s.kind, plural: plural}
	m.Range, m.Head, m.Pronoun, m.Type = demarche.Range{First: t, End: t + 1}, t, true, s.Type
	m.Actors = p.entities[s.entity].actors
	if plural && !p.entities[s.entity].plural {
		m.entity = -1 // those for whom the speaker stands, not the speaker
	}
	p.mentions = append(p.mentions, m)
}

// speakersOwn gives "our ambassador" in a quote the country of those for whom its
// speaker stands.
func (p *pass) speakersOwn() {
	for i := p.sorted; i < len(p.mentions); i++ {
		w := &p.mentions[i]
		if p.tok(w.Head).Rel != demarche.NmodPoss || len(w.Actors) != 1 || w.Actors[0].Code == "" {
			continue
		}
		t := p.tok(w.Head).Head
		for j := p.firstAt(t); j < p.sorted && p.mentions[j].Head == t; j++ {
			m := &p.mentions[j]
			if m.unit < 0 && m.roleHit >= 0 && len(m.Actors) == 1 && m.certain < byPlace && m.kind != roleStates {
				a := m.Actors[0]
				a.Code, a.Evidence = w.Actors[0].Code, w.Actors[0].Evidence
				m.Actors = []demarche.Actor{a}
			}
		}
	}
}
