package neural

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/demarche/demarche"
)

// writer makes a model file of random weights, in the order that Read reads.
type writer struct {
	b   []byte
	rng *rand.Rand
}

func (w *writer) sizes(ns ...int) {
	for _, n := range ns {
		w.b = binary.LittleEndian.AppendUint32(w.b, uint32(n))
	}
}

func (w *writer) floats(n int, by float32) {
	for range n {
		w.b = binary.LittleEndian.AppendUint32(w.b, math.Float32bits(by*(w.rng.Float32()-0.5)))
	}
}

func (w *writer) strings(list ...string) {
	w.sizes(len(list))
	for _, s := range list {
		w.sizes(len(s))
		w.b = append(w.b, s...)
	}
}

func (w *writer) bytes(n int) {
	for range n {
		w.b = append(w.b, byte(w.rng.IntN(256)))
	}
}

func (w *writer) matrix(rows, cols int, by float32) {
	w.sizes(rows, cols)
	w.floats(rows, by)
	w.floats(rows, 1)
	w.bytes(rows * cols)
}

// randomModel is a model that knows nothing: whatever it is given, what comes
// out must be a tree.
func randomModel(seed uint64) []byte {
	w := &writer{b: []byte(magic), rng: rand.New(rand.NewPCG(seed, 0))}
	w.strings("NOUN NN", "VERB VB")
	w.strings("root", "nsubj", "obj")
	const dim, units, arc, rel = 16, 16, 32, 16
	w.sizes(dim, units, arc, rel)
	w.sizes(1)
	w.b = binary.LittleEndian.AppendUint64(w.b, 0)
	for _, rows := range []int{1, affixRows, shapeRows} {
		w.bytes(rows * dim)
		w.floats(1, 0.02)
	}
	for _, width := range []int{dim, 2 * units} {
		for range 2 {
			w.matrix(4*units, width, 1e-6)
			w.matrix(4*units, units, 1e-6)
		}
	}
	w.matrix(2, 2*units, 1e-6)
	for _, rows := range []int{arc, arc, rel, rel} {
		w.matrix(rows, 2*units, 1e-6)
	}
	w.matrix(arc, arc, 1e-5)
	w.matrix(1, arc, 1e-5)
	w.matrix(3, rel, 1e-5)
	w.floats(arc, 1)
	w.floats(2*maxDist+2, 4)
	for range 4 {
		w.b = binary.LittleEndian.AppendUint32(w.b, math.Float32bits(200))
	}
	return w.b
}

func randomNet(t testing.TB, seed uint64) *Net {
	n, err := Read(randomModel(seed))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// wrongTree says what keeps the heads from being a tree, "" if nothing.
func wrongTree(toks []demarche.Token, base int) string {
	roots := 0
	for i := range toks {
		if (toks[i].Head < 0) != (toks[i].Rel == demarche.Root) {
			return "a root without its relation, or the reverse"
		}
		if toks[i].Head < 0 {
			roots++
		}
		at := i
		for steps := 0; toks[at].Head >= 0; steps++ {
			if at = toks[at].Head - base; at < 0 || at >= len(toks) {
				return "a head outside of the sentence"
			}
			if steps > len(toks) {
				return "a cycle"
			}
		}
	}
	if roots != 1 && len(toks) > 0 {
		return "not one root"
	}
	return ""
}

func letters(n int, seed uint64) []demarche.Token {
	rng := rand.New(rand.NewPCG(seed, 1))
	toks := make([]demarche.Token, n)
	for i := range toks {
		toks[i].Form = strings.Repeat(string(rune('a'+rng.IntN(26))), 1+rng.IntN(5))
	}
	return toks
}

func TestWhateverTheScoresThereIsATree(t *testing.T) {
	for seed := range uint64(60) {
		n := randomNet(t, seed)
		for _, size := range []int{0, 1, 2, 3, 7, 20, 60, longest, longest + 1, 3*longest + 5} {
			toks := letters(size, seed)
			n.Analyse(toks, 9)
			if wrong := wrongTree(toks, 9); wrong != "" {
				t.Fatalf("seed %d, %d tokens: %s", seed, size, wrong)
			}
		}
	}
}

func FuzzAnyWordsGiveATree(f *testing.F) {
	n := randomNet(f, 5)
	f.Add("Police arrested two men .")
	f.Add("\xff\xfe \u0130\u0131 \u2028 ٣٤")
	f.Fuzz(func(t *testing.T, text string) {
		var toks []demarche.Token
		for _, w := range strings.Split(text, " ") {
			toks = append(toks, demarche.Token{Form: w})
		}
		n.Analyse(toks, 0)
		if wrong := wrongTree(toks, 0); wrong != "" {
			t.Errorf("%q: %s", text, wrong)
		}
	})
}

func TestReadRefusesBrokenModels(t *testing.T) {
	whole := randomModel(1)
	for _, n := range []int{0, 5, len(magic), len(magic) + 9, len(whole) / 2, len(whole) - 1} {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("the first %d bytes of a model were read without an error", n)
		}
	}
	if _, err := Read(append(whole[:len(whole):len(whole)], 0)); err == nil {
		t.Error("a byte too many was not noticed")
	}
	huge := append([]byte(nil), whole...)
	binary.LittleEndian.PutUint32(huge[len(magic):], 1<<31)
	if _, err := Read(huge); err == nil {
		t.Error("a list of two thousand million tags was believed")
	}
}

// A cycle must be opened where it costs least.
func TestDecodeOpensCycles(t *testing.T) {
	for _, c := range []struct {
		name  string
		score []float32 // rows: dependents; columns: root, then tokens
		want  []int32
	}{
		{"tree at once", []float32{0, -9, 5, 0, 9, 0, -9, 0, 0, 0, 5, -9}, []int32{2, 0, 2}},
		{"two tokens that want each other", []float32{1, -9, 9, 0, 4, 9, -9, 0, 0, 5, 0, -9}, []int32{2, 0, 1}},
		{"cycle away from the root", []float32{9, -9, 0, 0, 0, 3, -9, 6, 0, 1, 6, -9}, []int32{0, 1, 2}},
		{"two roots", []float32{9, -9, 1, 1, 8, 7, -9, 1, 0, 1, 5, -9}, []int32{0, 1, 2}},
	} {
		var s Scratch
		heads := make([]int32, 3)
		s.decode(c.score, 3, heads)
		for i := range heads {
			if heads[i] != c.want[i] {
				t.Errorf("%s: heads %v, want %v", c.name, heads, c.want)
				break
			}
		}
	}
}
