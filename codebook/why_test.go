package codebook

import (
	"errors"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

func TestWhyNamesTheFirstConstraintThatFailed(t *testing.T) {
	cb := load(t, testRules)
	d := sketch{words: "Nepal=NPL asked~ask India=IND for patience and ran",
		frames: []string{"asked agent:Nepal theme:India oblique.for:patience", "ran agent:Nepal"}}.doc(t)
	misses := cb.Why(d)
	var got []string
	for _, m := range misses {
		s := m.Source + " "
		switch {
		case m.Won:
			s += "won"
		case m.Matched:
			s += "matched"
		default:
			s += m.Failed
		}
		got = append(got, s)
	}
	want := "test.rules:14 won\ntest.rules:9 for @aid: nothing here is one of these words\n no line has this predicate"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if outcome(d) != "REQUEST NPL > IND" {
		t.Errorf("Why should code as Match does, got %q", outcome(d))
	}
}

func TestWhyTellsThatAnEventIsPartOfAnother(t *testing.T) {
	cb := load(t, testRules)
	d := sketch{words: "Iran=IRN threatened~threaten to attack Iraq=IRQ",
		frames: []string{"threatened agent:Iran content.to:attack#1", "attack agent:Iran theme:Iraq"}}.doc(t)
	for _, m := range cb.Why(d) {
		if m.Won && m.Lemma == "attack" && !m.Spoken {
			t.Error("the attack belongs to the threat; Why should say so")
		}
	}
}

func TestExamplesAreExecuted(t *testing.T) {
	rules := `
rule visit
  code CONSULT visit
  ACTOR visits RECIPIENT
  eg right     => IRN > IRQ
  eg sector    => IRN > IRQ/MIL
  eg swapped   => IRQ > IRN
  eg unwanted  => none
  eg missing   => IRN > IRQ
  eg flag      => IRN > IRQ [future]
  eg other     => none
  eg broken    => none
`
	analyse := func(sentence string) (*demarche.Doc, error) {
		switch sentence {
		case "broken":
			return nil, errors.New("no model")
		case "missing", "other":
			return sketch{words: "Iran=IRN saw~see Iraq=IRQ", frames: []string{"saw agent:Iran theme:Iraq"}}.doc(t), nil
		}
		return sketch{words: "Iran=IRN visited~visit Iraq=IRQ", frames: []string{"visited agent:Iran theme:Iraq"}}.doc(t), nil
	}
	failures := load(t, rules).Test(analyse)
	var names []string
	for _, f := range failures {
		names = append(names, f.Sentence)
	}
	if got := strings.Join(names, " "); got != "sector swapped unwanted missing flag broken" {
		t.Errorf("failed: %s\n%v", got, failures)
	}
	if want := "test.rules:6:3: rule visit: sector\n  want IRN > IRQ/MIL\n  got  visit (test.rules:4): IRN > IRQ"; failures[0].String() != want {
		t.Errorf("got %s\nwant %s", failures[0], want)
	}
}
