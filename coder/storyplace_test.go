package coder

import (
	"testing"

	"github.com/demarche/demarche"
)

// TestStoryPlace: what happens on the ground is where the story is, unless it
// is elsewhere; talks are not.
func TestStoryPlace(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ text, event, want string }{
		{"A suicide bomber killed 12 people in Kandahar on Tuesday.\n\nThe Taliban attacked Afghan soldiers there with rifles too.", "ASSAULT", "Kandahār Kandahār"},
		{"KABUL, Afghanistan (AFP) — Afghan police arrested 12 protesters on Tuesday.", "COERCE", "Kabul"},
		{"KABUL, Afghanistan (AFP) — Pakistani police arrested 12 protesters on Tuesday.", "COERCE", "-"},
		{"WASHINGTON (AFP) — Blinken met Kazakhstan's foreign minister on Tuesday.", "CONSULT", "-"},
	} {
		d := &demarche.Doc{Text: tc.text, Date: demarche.Date{Year: 2020, Month: 1, Day: 8}}
		if err := c.Code(d); err != nil {
			t.Fatal(err)
		}
		got := ""
		for i := range d.Events {
			e := &d.Events[i]
			if e.Event[0] != tc.event {
				continue
			}
			if got != "" {
				got += " "
			}
			if e.Location == nil {
				got += "-"
				continue
			}
			got += e.Location.ResolvedPlace
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.text, got, tc.want)
		}
	}
}
