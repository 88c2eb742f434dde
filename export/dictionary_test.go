package export

import (
	"bytes"
	"os"
	"testing"
)

// TestDictionaryIsFresh keeps docs/data-dictionary.md what the types say;
// UPDATE_DOCS=1 writes it.
func TestDictionaryIsFresh(t *testing.T) {
	var page bytes.Buffer
	if err := WriteDictionary(&page); err != nil {
		t.Fatal(err)
	}
	const path = "../docs/data-dictionary.md"
	if os.Getenv("UPDATE_DOCS") != "" {
		if err := os.WriteFile(path, page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, page.Bytes()) {
		t.Errorf("%s is out of date: UPDATE_DOCS=1 go test ./export -run Dictionary", path)
	}
}

// TestEveryColumnIsExplained finds columns that nobody described.
func TestEveryColumnIsExplained(t *testing.T) {
	for _, level := range []Level{Events, Mentions} {
		for _, f := range fieldsOf(rowType(level)) {
			if f.name == "" || f.about == "" {
				t.Errorf("column %q of the flat %s table is not described", f.name, level)
			}
		}
	}
}
