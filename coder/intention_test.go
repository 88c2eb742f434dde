package coder_test

import (
	"slices"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestPlansAreNotDone: what somebody only means to do, denies, fears or
// demands is never printed as done.
func TestPlansAreNotDone(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"Kenya plans to send food to Somalia.",
		"France intends to visit Mali next month.",
		"Turkey is considering sending aid to Nepal.",
		"Iran denied that it had attacked the tanker.",
		"Poland fears that Russia will invade Lithuania.",
		"Canada will visit Peru on Friday.",
		"Ghana did not arrest the minister of Togo.",
		"The rebels failed to capture the Ethiopian base.",
		"Israel could attack Iran.",
	} {
		doc := &demarche.Doc{ID: "t", Text: text, Date: demarche.Date{Year: 2024, Month: 5, Day: 15}}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		for _, e := range doc.Events {
			open := slices.ContainsFunc(e.Auxiliary, func(a string) bool {
				return a == "future" || a == "hypothetical" || a == "negation"
			})
			if !open && e.Event[0] != "ACCUSE" && e.Event[0] != "REJECT" {
				t.Errorf("%s: %v of %v is printed as done", text, e.Event, e.EventText)
			}
		}
	}
}
