package train

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"github.com/demarche/demarche/data"
)

// TestLemmasAreTheShippedOnes makes the table again, so that it never differs
// from what the treebanks and the rules give.
func TestLemmasAreTheShippedOnes(t *testing.T) {
	const dir = "../../shared/data/ud"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the treebanks are not here:", err)
	}
	var made bytes.Buffer
	if err := Lemmas(dir, &made); err != nil {
		t.Fatal(err)
	}
	shipped, err := fs.ReadFile(data.Models(), "lemma.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made.Bytes(), shipped) {
		t.Error("data/models/lemma.tsv is not what the rules and treebanks give; run demarche train language")
	}
}
