package frame

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/data"
)

// example is a sentence of testdata/frames.txt with lines of Describe.
type example struct {
	text string
	want []string
}

func readExamples(t *testing.T) []example {
	t.Helper()
	f, err := os.Open("testdata/frames.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []example
	for scan := bufio.NewScanner(f); scan.Scan(); {
		switch line := scan.Text(); {
		case line == "" || line[0] == '#':
		case line[0] == '\t':
			e := &list[len(list)-1]
			e.want = append(e.want, line[1:])
		default:
			list = append(list, example{text: line})
		}
	}
	return list
}

// readTrees reads testdata/trees.conllu, one document a sentence, by text.
func readTrees(t *testing.T) map[string]*demarche.Doc {
	t.Helper()
	b, err := os.ReadFile("testdata/trees.conllu")
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*demarche.Doc{}
	for _, block := range strings.Split(strings.TrimSpace(string(b)), "\n\n") {
		d, err := conllu.Parse(block + "\n\n")
		if err != nil {
			t.Fatal(err)
		}
		trees[strings.TrimSpace(d.Text)] = d
	}
	return trees
}

func newBuilder(t testing.TB) *Builder {
	t.Helper()
	b, err := New(data.Frames())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestFrames holds the layer to the sentences of testdata/frames.txt.
func TestFrames(t *testing.T) {
	b, trees := newBuilder(t), readTrees(t)
	for _, e := range readExamples(t) {
		d := trees[e.text]
		if d == nil {
			t.Errorf("no tree in testdata/trees.conllu for %q", e.text)
			continue
		}
		d.Date = demarche.Date{Year: 2023, Month: 3, Day: 1}
		b.Build(d)
		var got []string
		for i := range d.Frames {
			got = append(got, Describe(d, i))
		}
		for _, want := range e.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s\n  no frame %s\n  among:\n    %s", e.text, want, strings.Join(got, "\n    "))
			}
		}
	}
}
