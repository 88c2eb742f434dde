package coder

import (
	"os"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/frame"
	"github.com/demarche/demarche/lang/en"
)

// TestFramesOfText holds the line from text to frames to the sentences of the
// frame layer, whose own test has hand-checked trees: most must come out with
// the trees that the parser makes as well.
func TestFramesOfText(t *testing.T) {
	const floor = 0.88
	text, err := os.ReadFile("../frame/testdata/frames.txt")
	if err != nil {
		t.Fatal(err)
	}
	analyzer, err := en.New()
	if err != nil {
		t.Fatal(err)
	}
	frames, err := frame.New(data.Frames())
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]bool
	sentence, lines, right := "", 0, 0
	for line := range strings.Lines(string(text)) {
		switch line = strings.TrimRight(line, "\n"); {
		case line == "" || line[0] == '#':
		case line[0] != '\t':
			sentence = line
			d := &demarche.Doc{Text: line, Date: demarche.Date{Year: 2023, Month: 3, Day: 1}}
			analyzer.Analyze(d)
			frames.Build(d)
			got = map[string]bool{}
			for i := range d.Frames {
				got[frame.Describe(d, i)] = true
			}
		default:
			if lines++; got[line[1:]] {
				right++
			} else {
				t.Logf("%s\n  no frame %s", sentence, line[1:])
			}
		}
	}
	if float64(right) < floor*float64(lines) {
		t.Errorf("%d of %d frames right, want %.0f%%", right, lines, 100*floor)
	}
}
