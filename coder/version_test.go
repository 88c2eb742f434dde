package coder

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestVersionTellsRulesApart(t *testing.T) {
	version := func(o Options) string {
		t.Helper()
		v, err := o.Version()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	file := func(text string) []fs.FS {
		return []fs.FS{fstest.MapFS{"a.rules": {Data: []byte(text)}}}
	}
	plain := version(Options{})
	if again := version(Options{}); again != plain {
		t.Errorf("%s, then %s", plain, again)
	}
	seen := map[string]bool{plain: true}
	for _, o := range []Options{{Rules: file("x")}, {Rules: file("y")}, {Lexicons: file("x")}} {
		v := version(o)
		if seen[v] {
			t.Errorf("%s names two ways of coding", v)
		}
		seen[v] = true
	}
}
