package actor_test

import (
	"testing"

	"github.com/demarche/demarche/actor"
)

// TestLandmarks: Lake Victoria is not the Australian state.
func TestLandmarks(t *testing.T) {
	r := actor.New(loadLexicon(t), loadAntecedents(t))
	checkDoc(t, r, readSentences(t, "testdata/landmarks.conllu"))
}
