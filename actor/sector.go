package actor

import (
	"strings"

	"github.com/demarche/demarche"
)

// noOffice says that the words around a noun for an office deny it.
func (p *pass) noOffice(r demarche.Range, hit int32) bool {
	h := &p.roleHits[hit]
	switch p.roleOf(hit).noun {
	case "speaker":
		return p.mereSpeaker(r, h)
	case "ambassador":
		return p.goodwill(r, h)
	}
	return false
}

// ofRights says that "assembly" is what people have the freedom of.
func (p *pass) ofRights(k int32, t int) bool {
	if p.roleOf(k).noun != "assembly" || p.dependent(t, demarche.Det) >= 0 || isCapitalised(p.tok(t).Form) {
		return false
	}
	lo, _ := p.sentenceRange(t)
	for i := t - 1; i >= max(lo, t-12); i-- {
		switch p.tok(i).Lemma {
		case "freedom", "right", "peaceful", "rights":
			return true
		}
	}
	return false
}

// mereSpeaker says that a "speaker" talks to people and presides over nobody:
// "the speaker of the event", "a keynote speaker".
func (p *pass) mereSpeaker(r demarche.Range, h *hit) bool {
	if h.First > r.First {
		switch lowerASCII(p.tok(h.First - 1).Norm) {
		case "keynote", "guest", "main", "first", "last", "next", "public", "motivational", "invited", "native":
			return true
		}
	}
	t := p.complement(h.Range.End, r.End, "of", "at")
	return t >= 0 && p.unitAt[t] < 0 && p.roleAt[t] < 0 && isLowerWord(p.tok(t).Form)
}

// goodwill says that an "ambassador" is of a charity, a firm or a campaign and
// no diplomat: "an ambassador for the foundation".
func (p *pass) goodwill(r demarche.Range, h *hit) bool {
	if h.First > r.First {
		switch lowerASCII(p.tok(h.First - 1).Norm) {
		case "goodwill", "brand", "charity", "youth", "campaign", "celebrity":
			return true
		}
	}
	t := p.complement(h.Range.End, r.End, "for", "of")
	if t < 0 {
		return false
	}
	switch lowerASCII(p.tok(t).Norm) {
	case "foundation", "charity", "campaign", "fund", "brand", "company", "club", "league", "festival", "project", "sport":
		return true
	}
	return p.unitAt[t] >= 0 && p.unitOfCause(p.unitAt[t])
}

func (p *pass) unitOfCause(i int32) bool {
	u := &p.units[i]
	s := p.tok(u.Range.End - 1).Norm
	return u.hit < 0 && (s == "Foundation" || s == "Fund" || s == "Trust" || s == "Project")
}

// complement is the head of what follows one of two prepositions at token t, -1
// for anything else.
func (p *pass) complement(t, end int, a, b string) int {
	if t >= end || p.tok(t).Norm != a && p.tok(t).Norm != b {
		return -1
	}
	for t++; t < end; t++ {
		switch x := p.tok(t); x.UPOS {
		case demarche.DET, demarche.ADJ, demarche.NUM, demarche.PRON:
		case demarche.NOUN, demarche.PROPN:
			if t+1 < end && p.tok(t+1).UPOS == x.UPOS && p.unitAt[t] < 0 {
				continue
			}
			return t
		default:
			return -1
		}
	}
	return -1
}

func isLowerWord(s string) bool { return len(s) > 0 && 'a' <= s[0] && s[0] <= 'z' }

var legislators = []string{"LEG"}

// titleOf says that a noun in capitals stands right before a person's name:
// "Representative Ilhan Omar" sits in a parliament, "a representative" of
// something need not.
func (p *pass) titleOf(h *hit) bool {
	lo, _ := p.sentenceRange(h.First)
	e := h.Range.End
	return h.First > lo && isCapitalised(p.tok(h.First).Form) && e < len(p.unitAt) && p.unitAt[e] >= 0 && p.units[p.unitAt[e]].typ == demarche.Person
}

// forCause says that a fund or trust is there for people's rights or relief
// and not for gain: "Native American Rights Fund".
func (p *pass) forCause(u *unit) bool {
	switch p.tok(u.Range.End - 1).Norm {
	case "Fund", "Foundation", "Project", "Trust":
	default:
		return false
	}
	for t := u.First; t < u.Range.End-1; t++ {
		switch strings.ToLower(p.tok(t).Norm) {
		case "rights", "relief", "legal", "defence", "defense", "aid", "justice", "peace", "freedom", "liberty", "humanitarian", "children", "children's", "women", "women's", "wildlife", "nature", "environmental", "education", "hunger", "refugee", "liberties":
			return true
		}
	}
	return false
}
