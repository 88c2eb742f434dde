package frame

import (
	"os"
	"testing"

	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/data"
)

// BenchmarkBuild measures words per second over a treebank's tuning part.
func BenchmarkBuild(b *testing.B) {
	const treebank = "../../shared/data/ud/en_gum-dev.conllu.gz"
	if _, err := os.Stat(treebank); err != nil {
		b.Skip("needs ", treebank)
	}
	docs, err := conllu.ReadFile(treebank)
	if err != nil {
		b.Fatal(err)
	}
	builder, err := New(data.Frames())
	if err != nil {
		b.Fatal(err)
	}
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			builder.Build(d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
