package codebook_test

import (
	"testing"

	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/data"
)

func TestShippedRulesAreClean(t *testing.T) {
	cb, err := codebook.Load(nil, data.Rules())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cb.Lint() {
		t.Error(f)
	}
}
