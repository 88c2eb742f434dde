package codebook_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche/codebook"
)

// blocks is the ```rules blocks of a page.
func blocks(t *testing.T, path string) []string {
	t.Helper()
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	parts := strings.Split(string(page), "```rules\n")
	for _, p := range parts[1:] {
		block, _, ok := strings.Cut(p, "```")
		if !ok {
			t.Fatalf("%s: a block is not closed", path)
		}
		list = append(list, block)
	}
	return list
}

func TestRulesInTheDocsAreSound(t *testing.T) {
	list := blocks(t, "../docs/rules.md")
	if len(list) < 3 {
		t.Fatalf("only %d rule blocks found in docs/rules.md", len(list))
	}
	for _, b := range list {
		formatted, err := codebook.Format([]byte(b))
		if err != nil {
			t.Errorf("%v in\n%s", err, b)
			continue
		}
		if string(formatted) != b {
			t.Errorf("demarche rules fmt would change\n%s\nto\n%s", b, formatted)
		}
	}
	all := strings.Join(list, "\n")
	cb, err := codebook.Load(nil, fstest.MapFS{"docs.rules": {Data: []byte(all)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range cb.Lint() {
		if f.Serious {
			t.Error(f)
		}
	}
}

// The page shows many single lines; each must at least parse.
func TestPatternsInTheDocsParse(t *testing.T) {
	page, err := os.ReadFile("../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(page), "\n") {
		if !strings.HasPrefix(line, "    ACTOR") && !strings.HasPrefix(line, "    eg ") {
			continue
		}
		pattern, _, _ := strings.Cut(strings.TrimSpace(line), "       ")
		if strings.HasPrefix(pattern, "eg ") {
			pattern = strings.TrimSpace(line)
		}
		n++
		if _, err := codebook.Format([]byte("rule x\n  " + pattern + "\n")); err != nil {
			t.Errorf("%q: %v", pattern, err)
		}
	}
	if n < 15 {
		t.Errorf("only %d lines found; has the page's layout changed?", n)
	}
}
