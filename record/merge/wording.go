package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/record/vocab"
)

// Trace is what is remembered of a mention's words.
type Trace struct {
	Doc      string   `json:"doc"`
	Story    string   `json:"story"`
	Sentence int      `json:"sentence"`
	Words    []string `json:"words"`            // content words of the sentence, without who is named in it
	Places   []string `json:"places,omitempty"` // names after "in", "near" …
	Again    bool     `json:"again,omitempty"`  // "another attack", "talks again"
}

// traceOf reads a mention's sentence.
func traceOf(m *vocab.Mention) Trace {
	return Trace{
		Doc: m.Doc, Story: m.Story, Sentence: m.TextInfo.Sequence,
		Words:  without(bag(m.Text), bag(givenWords(&m.Event))),
		Places: spots(&m.Event),
		Again:  saysAgain(&m.Event),
	}
}

// spots are the names of places in the sentence that are finer than a country,
// and no names of the parties.
func spots(e *demarche.Event) []string {
	var words []string
	if l := e.Location; l != nil && l.Resolution == "country" {
		words = strings.Fields(strings.ToLower(l.ExtractedPlace + " " + l.ResolvedPlace))
	}
	for _, list := range [][]demarche.Entity{e.Actor, e.Recipient} {
		for i := range list {
			if isNamed(&list[i]) && list[i].Sector != nil {
				words = append(words, strings.Fields(strings.ToLower(list[i].IdentifierText))...)
			}
		}
	}
	return slices.DeleteFunc(places(e.Text), func(p string) bool { return has(words, p) })
}

// givenWords are those that mentions of a kind share anyway: the names of the
// parties, which are compared as such, and the words that make the event of its kind.
func givenWords(e *demarche.Event) string {
	words := slices.Clone(e.EventText)
	if verbal[Kind(e)] && len(words) > 0 { // the rest may be what was said: "accused of stealing"
		verb, _, _ := strings.Cut(words[0], " ")
		words = []string{verb}
	}
	for _, list := range [][]demarche.Entity{e.Actor, e.Recipient} {
		for i := range list {
			if isNamed(&list[i]) {
				words = append(words, list[i].EntityText, list[i].IdentifierText)
			}
		}
	}
	if e.SaidBy != nil {
		words = append(words, e.SaidBy.EntityText, e.SaidBy.IdentifierText)
	}
	return strings.Join(words, " ")
}

// wording compares the sentence with those of the event's mentions.
func wording(t Trace, s *State) []vocab.Reason {
	var reasons []vocab.Reason
	closest, best := 0.0, -1
	for i := range s.Traces {
		if d := dice(t.Words, s.Traces[i].Words); d > closest || best < 0 {
			closest, best = d, i
		}
	}
	if best >= 0 {
		few := len(t.Words) < 3 || len(s.Traces[best].Words) < 3
		reasons = append(reasons, alikeWords(closest, few, verbal[Kind(&s.Event.Event)]))
	}
	if r, ok := repeated(t, s); ok {
		reasons = append(reasons, r)
	}
	return reasons
}

// alikeWords weighs the share of words in common. Reports of like events are
// worded alike, so that words alone do not make two events one; what was said
// on two occasions differs.
func alikeWords(share float64, few, said bool) vocab.Reason {
	r := vocab.Reason{What: "words alike", Score: min(1.2, -0.8+4*share), Detail: fmt.Sprintf("%.0f%% shared", 100*share)}
	switch {
	case few && said:
		r = vocab.Reason{What: "too few words to tell what was said", Score: -2.3}
	case few:
		r = vocab.Reason{What: "too few words to compare", Score: 0}
	case said:
		r.Score = min(2.4, -2.5+8*share)
	}
	if r.Score < 0 && !few {
		r.What = "other words"
	}
	return r
}

// namedPlaces compares what the sentences name as places, where the resolved
// places leave it open.
func namedPlaces(t Trace, s *State) (vocab.Reason, bool) {
	if len(t.Places) == 0 {
		return vocab.Reason{}, false
	}
	other := vocab.Reason{What: "the sentences name other places", Detail: strings.Join(t.Places, ", ")}
	for i := range s.Traces {
		p := s.Traces[i].Places
		switch n := shared(t.Places, p); {
		case len(p) == 0:
		case n == 0:
			other.Score = min(other.Score, -1.8)
		case n < len(t.Places) && n < len(p): // "Mopti in Mali", "Gao in Mali"
			other.Score = min(other.Score, -0.5)
		default:
			return vocab.Reason{What: "the sentences name the same place", Score: 0.7, Detail: strings.Join(t.Places, ", ")}, true
		}
	}
	return other, other.Score < 0
}

// repeated finds that one of them speaks of a further event of its kind.
func repeated(t Trace, s *State) (vocab.Reason, bool) {
	again := 0
	for i := range s.Traces {
		if s.Traces[i].Again {
			again++
		}
	}
	if t.Again != (again > 0) {
		return vocab.Reason{What: "one speaks of a further such event", Score: -1.3}, true
	}
	return vocab.Reason{}, false
}

// saysAgain looks at the words around the event for one that makes it a
// further one of its kind.
func saysAgain(e *demarche.Event) bool {
	runes := []rune(e.Text)
	from := max(0, min(len(runes), e.TextInfo.EventStart-e.TextInfo.Start-25))
	to := max(from, min(len(runes), e.TextInfo.EventEnd-e.TextInfo.Start+15))
	found := false
	eachToken(string(runes[from:to]), func(token string, _ int) {
		found = found || furtherWords[strings.ToLower(token)]
	})
	return found
}

var furtherWords = set("again another second third fourth fresh renewed further separate repeated")
