package coder

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// mentioned adds a mention of one token with its actor to d.
func mentioned(d *demarche.Doc, token int, typ demarche.EntityType, name, code string) demarche.Filler {
	d.Mentions = append(d.Mentions, demarche.Mention{Range: demarche.Range{First: token, End: token + 1}, Head: token, Type: typ,
		Actors: []demarche.Actor{{Name: name, Code: code, Sectors: []string{"GOV"}}}})
	return demarche.Filler{Head: token, Mention: len(d.Mentions) - 1}
}

// TestTownIsNoAttacker: "a Kabul bombing" was not Afghanistan's doing, "a US
// bombing" was that of the United States.
func TestTownIsNoAttacker(t *testing.T) {
	for _, tc := range []struct {
		word, state string
		attacker    bool
	}{
		{"Kabul", "Afghanistan", false},
		{"US", "United States", true},
		{"Norway", "Norway", true},
		{"Paris", "", false},
	} {
		d := worddoc.Parsed(demarche.Date{}, "a/DT/3/det "+tc.word+"/NNP/3/compound bombing/NN/4/nsubj killed/VBD/0/root five/CD/4/obj")
		d.Frames = []demarche.Frame{{Pred: 2, Noun: "bombing", Light: -1}}
		c := &demarche.Coding{Category: "ASSAULT", Actors: []demarche.Filler{mentioned(d, 1, demarche.GPE, tc.state, "XXX")}}
		if tc.state == "" {
			d.Mentions[0].Actors[0].ID = "city:" + tc.word
		}
		w := newWriter(d, nil, nil, false)
		w.townsAttacked(c)
		if attacker := len(c.Actors) > 0; attacker != tc.attacker || len(c.Recipients) > 0 == tc.attacker {
			t.Errorf("%s: actors %v, recipients %v", tc.word, c.Actors, c.Recipients)
		}
		if !w.supported(c) {
			t.Errorf("%s: no event", tc.word)
		}
	}
}

// TestNounsThatTellNothing: a noun with one side only is an attack but no support.
func TestNounsThatTellNothing(t *testing.T) {
	for _, tc := range []struct {
		category string
		actors   int
		want     bool
	}{
		{"ASSAULT", 1, true}, {"SUPPORT", 1, false}, {"AGREE", 1, false}, {"AGREE", 2, true}, {"COERCE", 1, false}, {"RETREAT", 1, true},
	} {
		d := worddoc.Parsed(demarche.Date{}, "Norway/NNP/3/nmod:poss Chile/NNP/3/nmod:poss act/NN/0/root")
		d.Frames = []demarche.Frame{{Pred: 2, Noun: "act", Light: -1}}
		c := &demarche.Coding{Category: tc.category}
		for i := range tc.actors {
			c.Actors = append(c.Actors, mentioned(d, i, demarche.GPE, "N", "NOR"))
		}
		if got := newWriter(d, nil, nil, false).supported(c); got != tc.want {
			t.Errorf("%s of %d: %v", tc.category, tc.actors, got)
		}
	}
}

// TestPronounsOfNobody: "their own support" adds nobody to who gave it.
func TestPronounsOfNobody(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Orr/NNP/2/nsubj announced/VBD/0/root their/PRP$/4/nmod:poss support/NN/2/obj")
	orr := mentioned(d, 0, demarche.Person, "Orr", "FRA")
	es := newWriter(d, nil, nil, false).entities([]demarche.Filler{{Head: 2, Mention: -1}, orr})
	if len(es) != 1 || es[0].EntityText != "Orr" {
		t.Errorf("entities %v, want Orr alone", es)
	}
}

// TestWordsOfAPhrase: the "Greek" of "Greek and French envoys" is no third actor.
func TestWordsOfAPhrase(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Greek/JJ/4/amod and/CC/3/cc French/JJ/1/conj envoys/NNS/5/nsubj met/VBD/0/root")
	greek := mentioned(d, 0, demarche.NORP, "Greece", "GRC")
	d.Mentions = append(d.Mentions, demarche.Mention{Range: demarche.Range{First: 0, End: 4}, Head: 3, Type: demarche.Role,
		Actors: []demarche.Actor{{Name: "envoys", Code: "GRC", Sectors: []string{"GOV"}}, {Name: "envoys", Code: "FRA", Sectors: []string{"GOV"}}}})
	es := newWriter(d, nil, nil, false).entities([]demarche.Filler{greek, {Head: 3, Mention: 1}})
	if len(es) != 2 {
		t.Errorf("%d entities, want the envoys of two states", len(es))
	}
}

// TestWhyOfPronouns: who acts behind a pronoun is an event's evidence, once.
func TestWhyOfPronouns(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "He/PRP/2/nsubj resigned/VBD/0/root")
	he := mentioned(d, 0, demarche.Person, "Orr", "FRA")
	d.Mentions[he.Mention].Antecedent = demarche.Evidence{Kind: "coreference", Text: "He: Orr, probability 0.80", Source: "data/models/coref.tsv"}
	list := newWriter(d, nil, nil, true).why(&demarche.Coding{Actors: []demarche.Filler{he}, Recipients: []demarche.Filler{he}})
	if len(list) != 1 || list[0] != d.Mentions[he.Mention].Antecedent {
		t.Errorf("%v", list)
	}
}
