package codebook_test

import (
	"io/fs"
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

func TestShippedRulesAreFormatted(t *testing.T) {
	names, err := fs.Glob(data.Rules(), "*.rules")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(data.Rules(), name)
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := codebook.FormatFile(name, src)
		if err != nil {
			t.Error(err)
		} else if string(formatted) != string(src) {
			t.Errorf("%s is not formatted; run demarche rules fmt data/rules", name)
		}
	}
}
