package frame

import (
	"testing"

	"github.com/demarche/demarche/conllu"
)

// TestNamedEvents: a proper name tells of no event, the same noun alone does.
func TestNamedEvents(t *testing.T) {
	for _, tc := range []struct {
		noun string
		want int
	}{
		{"3\tSummit\tsummit\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n", 1},
		{"3\tsummit\tsummit\tNOUN\tNN\t_\t4\tnsubj\t_\t_\n", 2},
	} {
		d, err := conllu.Parse("1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\t_\n2\tNile\tNile\tPROPN\tNNP\t_\t3\tcompound\t_\t_\n" + tc.noun +
			"4\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_\n5\tEgypt\tEgypt\tPROPN\tNNP\t_\t4\tobj\t_\t_\n\n")
		if err != nil {
			t.Fatal(err)
		}
		newBuilder(t).Build(d)
		if len(d.Frames) != tc.want {
			t.Errorf("%q: %d frames, want %d", tc.noun, len(d.Frames), tc.want)
		}
	}
}
