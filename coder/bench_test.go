package coder_test

import (
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/coder"
	"github.com/demarche/demarche/data"
	"github.com/demarche/demarche/intake"
)

// articles are the articles to measure on: a corpus of news where it is at
// hand, else the sample.
func articles(b *testing.B) []*demarche.Doc {
	b.Helper()
	var docs []*demarche.Doc
	for doc, err := range (intake.Reader{}).Documents("../../shared/data/wikinews/articles.jsonl.gz") {
		if err != nil {
			break
		}
		docs = append(docs, doc)
	}
	if docs == nil {
		b.Log("no ../shared/data: measured on the sample article")
		docs = []*demarche.Doc{{ID: "sample", Text: data.Sample, HasHeadline: true}}
	}
	return docs
}

func newCoder(b *testing.B) *coder.Coder {
	b.Helper()
	c, err := coder.New(coder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// perWord runs a stage over articles, one after the other, and reports words a
// second. What the stages before it do is done once and not measured.
func perWord(b *testing.B, before, stage func(*demarche.Doc) error) {
	docs := articles(b)
	for _, doc := range docs {
		if err := before(doc); err != nil {
			b.Fatal(err)
		}
	}
	words := 0
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		// A shallow copy: stages put layers over tokens and leave these alone.
		doc := *docs[i%len(docs)]
		if err := stage(&doc); err != nil {
			b.Fatal(err)
		}
		words += len(doc.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func nothing(*demarche.Doc) error { return nil }

// BenchmarkCode is the whole line, from text to events.
func BenchmarkCode(b *testing.B) { perWord(b, nothing, newCoder(b).Code) }

// BenchmarkAnalyze is the language stages: tokens, tags, lemmas, trees.
func BenchmarkAnalyze(b *testing.B) { perWord(b, nothing, newCoder(b).Analyze) }

// BenchmarkLayers is actors, times, quantities, quotes, places and frames.
func BenchmarkLayers(b *testing.B) {
	c := newCoder(b)
	perWord(b, c.Analyze, func(doc *demarche.Doc) error {
		c.Layers(doc)
		return nil
	})
}

// BenchmarkMatch is the codebook.
func BenchmarkMatch(b *testing.B) {
	c := newCoder(b)
	perWord(b, c.Annotate, func(doc *demarche.Doc) error {
		c.Codebook().Match(doc)
		return nil
	})
}

// BenchmarkNew is what every start of the program costs.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newCoder(b)
	}
}
