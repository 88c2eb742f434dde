package frame

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
)

func TestErrorsNameFileAndLine(t *testing.T) {
	good := func() fstest.MapFS {
		m := fstest.MapFS{}
		for _, n := range []string{"nouns.tsv", "light.tsv", "control.tsv", "status.tsv", "preps.tsv", "transparent.tsv"} {
			m[n] = &fstest.MapFile{Data: []byte("header\n")}
		}
		m["nouns.tsv"] = &fstest.MapFile{Data: []byte("header\nvisit\n")}
		return m
	}
	for _, c := range []struct{ file, rows, want string }{
		{"nouns.tsv", "attack\t\tviolence\nattack\n", `nouns.tsv:3:1: noun "attack" stands twice`},
		{"light.tsv", "pay\tobj\tvisit\tagent\t\tto\n", `light.tsv:2:1: "to" is not of the form`},
		{"light.tsv", "pay\tobj\tvisti\tagent\n", `light.tsv:2:1: "visti" is no noun`},
		{"light.tsv", "pay\n", "light.tsv:2:1: a row needs"},
		{"control.tsv", "plan\tsubject\twrong\n", `control.tsv:2:1: flag "wrong" is not known`},
		{"status.tsv", "plan\tmaybe\n", `status.tsv:2:1: effect "maybe" is not known`},
		{"preps.tsv", "of\n", `preps.tsv:2:1: "of" is one word`},
		{"transparent.tsv", "a\tb\tc\n", "transparent.tsv:2:1: 3 columns"},
	} {
		fsys := good()
		fsys[c.file] = &fstest.MapFile{Data: []byte("header\n" + c.rows)}
		if _, err := New(fsys); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.file, err, c.want)
		}
	}
	if _, err := New(fstest.MapFS{}); err == nil {
		t.Error("no error without tables")
	}
}

// TestBrokenTrees: whatever heads a document has, Build ends without a panic.
func TestBrokenTrees(t *testing.T) {
	const text = "1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n" +
		"2\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
		"3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n" +
		"4\ttown\ttown\tNOUN\tNN\t_\t2\tobj\t_\t_\n\n"
	b := newBuilder(t)
	rels := []demarche.Rel{"nsubj", "conj", "acl:relcl", "xcomp", "obj", "nmod", "obl", "advcl", "acl", "parataxis", "appos"}
	for heads := range 6 * 6 * 6 * 6 {
		for _, rel := range rels {
			d, err := conllu.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			for i, h := 0, heads; i < 4; i, h = i+1, h/6 {
				d.Tokens[i].Head = h%6 - 1 // -1 to 4: root, loops, itself, beyond the end
				d.Tokens[i].Rel = rel
			}
			b.Build(d)
		}
	}
}

// TestIndicesHold: links between frames point at frames, and no frame stands
// under itself.
func TestIndicesHold(t *testing.T) {
	b := newBuilder(t)
	for text, d := range readTrees(t) {
		b.Build(d)
		for i, f := range d.Frames {
			if f.Parent == i || f.Parent >= len(d.Frames) || f.Status.SaidBy == i {
				t.Errorf("%s: frame %d has parent %d, said by %d", text, i, f.Parent, f.Status.SaidBy)
			}
			for _, a := range f.Args {
				if a.Head < 0 || a.Head >= len(d.Tokens) || a.Frame >= len(d.Frames) || a.Range.Len() < 1 {
					t.Errorf("%s: frame %d has argument %+v", text, i, a)
				}
			}
		}
	}
}

// TestBuildTwice: a Builder keeps nothing of one document for the next.
func TestBuildTwice(t *testing.T) {
	b, trees := newBuilder(t), readTrees(t)
	first := map[string]string{}
	for range 2 {
		for text, d := range trees {
			b.Build(d)
			all := ""
			for i := range d.Frames {
				all += Describe(d, i) + "\n"
			}
			if was, seen := first[text]; seen && was != all {
				t.Fatalf("%s\n%s\nbut before:\n%s", text, all, was)
			}
			first[text] = all
		}
	}
}
