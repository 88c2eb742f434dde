package coder_test

import (
	"encoding/json"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
)

// TestSizeOfWhatIsLeft: an attack that leaves some dead and some wounded has
// the number of each.
func TestSizeOfWhatIsLeft(t *testing.T) {
	c, err := coder.New(coder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"A bombing in Somalia left 15 soldiers dead and 20 others wounded.",
		"An attack on a military base in Chad left 15 soldiers dead and 20 wounded.",
		"Gunmen attacked an army base in Chad, leaving 15 soldiers dead and 20 injured.",
	} {
		doc := &demarche.Doc{ID: "t", Text: text}
		if err := c.Code(doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Events) == 0 {
			t.Errorf("%s: no event", text)
		}
		for _, e := range doc.Events {
			s := e.Size
			if s.Dead == nil || *s.Dead != 15 || s.Injured == nil || *s.Injured != 20 {
				got, _ := json.Marshal(s)
				t.Errorf("%s: %v has %s, want 15 dead and 20 injured", text, e.EventText, got)
			}
		}
	}
}
