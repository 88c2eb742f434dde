package coder

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/internal/worddoc"
)

// TestUnnamedActor: an arrest without an actor is that of the state it happens
// in; a killing is nobody's.
func TestUnnamedActor(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Lind/NNP/3/nsubj:pass was/VBD/3/aux:pass seized/VBN/0/root in/IN/5/case Kigali/NNP/3/obl")
	d.Frames = []demarche.Frame{{Pred: 2, Light: -1}}
	d.Places = []demarche.PlaceName{{Range: demarche.Range{First: 4, End: 5}, Location: demarche.Location{CountryCode: "RWA", Resolution: "city"}}}
	arrest := demarche.Coding{Category: "COERCE", Modes: []string{"arrest"}, Recipients: []demarche.Filler{{Head: 0, Mention: -1}}}
	w := newWriter(d, nil, nil, false)
	if e := w.unnamedActor(&arrest); e == nil || *e.Code != "RWA" || e.EntityText != "Kigali" {
		t.Errorf("got %+v, want Rwanda by its town", e)
	}
	killing := arrest
	killing.Category, killing.Modes = "ASSAULT", nil
	if e := w.unnamedActor(&killing); e != nil {
		t.Errorf("a killing got %+v", e)
	}
}

// TestHomeState: people whose country only the text tells are arrested by that
// country; of foreigners it leaves open who arrests them.
func TestHomeState(t *testing.T) {
	d := worddoc.Parsed(demarche.Date{}, "Youths/NNS/3/nsubj:pass were/VBD/3/aux:pass seized/VBN/0/root after/IN/5/case Togo/NNP/6/nmod:poss vote/NN/3/obl")
	d.Frames = []demarche.Frame{{Pred: 2, Light: -1}}
	youths := demarche.Actor{Code: "TGO", Sectors: []string{"CVL"}, Evidence: demarche.Evidence{Kind: "document"}}
	d.Mentions = []demarche.Mention{
		{Range: demarche.Range{First: 0, End: 1}, Head: 0, Actors: []demarche.Actor{youths}},
		{Range: demarche.Range{First: 4, End: 5}, Head: 4, Type: demarche.GPE, Actors: []demarche.Actor{{Code: "TGO"}}},
	}
	arrest := demarche.Coding{Category: "COERCE", Modes: []string{"arrest"}, Recipients: []demarche.Filler{{Head: 0, Mention: 0}}}
	w := newWriter(d, nil, nil, false)
	if e := w.unnamedActor(&arrest); e == nil || *e.Code != "TGO" || e.EntityText != "Togo" {
		t.Errorf("got %+v, want Togo", e)
	}
	d.Mentions[0].Actors[0].Evidence.Kind = "words"
	if e := w.unnamedActor(&arrest); e != nil {
		t.Errorf("of Togolese arrested somewhere got %+v", e)
	}
}
