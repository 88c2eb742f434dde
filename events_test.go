package demarche_test

import (
	"testing"

	"github.com/demarche/demarche"
)

func TestTogether(t *testing.T) {
	two, one := make([]demarche.Entity, 2), make([]demarche.Entity, 1)
	for _, tt := range []struct {
		name  string
		event demarche.Event
		want  bool
	}{
		{"they met", demarche.Event{Event: []string{"CONSULT"}, Actor: two}, true},
		{"they signed an agreement", demarche.Event{Event: []string{"SUPPORT"}, CAMEO: "057", Actor: two}, true},
		{"they exchanged fire", demarche.Event{Event: []string{"ASSAULT"}, CAMEO: "190", Actor: two}, true},
		{"they shelled a town", demarche.Event{Event: []string{"ASSAULT"}, CAMEO: "194", Actor: two}, false},
		{"they praised something", demarche.Event{Event: []string{"SUPPORT"}, CAMEO: "051", Actor: two}, false},
		{"they met a third", demarche.Event{Event: []string{"CONSULT"}, Actor: two, Recipient: one}, false},
		{"one met somebody", demarche.Event{Event: []string{"CONSULT"}, Actor: one}, false},
	} {
		if got := tt.event.Together(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
