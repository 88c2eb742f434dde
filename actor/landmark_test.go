package actor_test

import (
	"testing"

	"github.com/demarche/demarche/actor"
)

// TestLandmarks: neither Lake Victoria nor Mount Kenya is the state of the name.
func TestLandmarks(t *testing.T) {
	r := actor.New(loadLexicon(t))
	checkDoc(t, r, readSentences(t, "testdata/landmarks.conllu"))
}
