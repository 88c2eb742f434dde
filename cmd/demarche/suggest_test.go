package main

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"code", "read", "parse", "annotate", "eval"}
	for typed, want := range map[string]string{
		"coed": "code", "red": "read", "anotate": "annotate", "evla": "eval", "x": "", "serve": "", "parser": "parse",
	} {
		if got := nearest(typed, known); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}
