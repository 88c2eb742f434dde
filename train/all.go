package train

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// All trains tagger and parser on the treebanks in udDir and writes the
// models into outDir: lemma.tsv, tagger.bin and parser.bin.
func All(ctx context.Context, udDir, outDir string, log io.Writer) error {
	sents, err := loadTrain(udDir)
	if err != nil {
		return err
	}
	var lemmas bytes.Buffer
	if err := Lemmas(udDir, &lemmas); err != nil {
		return err
	}
	if err := write(outDir, "lemma.tsv", lemmas.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(log, "training on %d sentences\n", len(sents))
	tagger := Tagger(recased(sents, rand.New(rand.NewPCG(1, 4))), DefaultTagger)
	if err := write(outDir, "tagger.bin", tagger.AppendBinary(nil)); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	fmt.Fprintln(log, "tagging the training data by jackknife")
	more := recased(sents, rand.New(rand.NewPCG(1, 5)))
	shuffle(more, 6) // folds must not be genres
	more = jackknife(more, 8, DefaultTagger)
	if err := ctx.Err(); err != nil {
		return err
	}
	return write(outDir, "parser.bin", Parser(more, DefaultParser, log).AppendBinary(nil))
}

func shuffle(sents []sentence, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 7))
	r.Shuffle(len(sents), func(i, j int) { sents[i], sents[j] = sents[j], sents[i] })
}

func write(dir, name string, b []byte) error {
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, slices.Clip(b), 0o644); err != nil {
		return fmt.Errorf("model: %w", err)
	}
	return nil
}
