package record

import (
	"context"
	"slices"

	"github.com/demarche/demarche/record/neardup"
)

// findStory is the story of the earliest document that one with this signature
// is a version of, 0 when there is none.
func (w *writer) findStory(ctx context.Context, signature neardup.Signature) (story int64, err error) {
	if w.store.options.NoMerge || signature.Empty() {
		return 0, nil
	}
	shared := map[int64]int{}
	for _, key := range signature.Keys() {
		docs, err := w.numbers(ctx, "SELECT doc FROM document_keys WHERE key = ?", int64(key))
		if err != nil {
			return 0, err
		}
		for _, d := range docs {
			shared[d]++
		}
	}
	var candidates []int64
	for d := range shared {
		candidates = append(candidates, d)
	}
	slices.Sort(candidates)
	for _, d := range candidates {
		var kept []byte
		if err := w.row(ctx, "SELECT signature, story FROM documents WHERE id = ?", d).Scan(&kept, &story); err != nil {
			return 0, err
		}
		other, err := neardup.Parse(kept)
		if err != nil {
			return 0, err
		}
		if shared[d] >= min(signature.Needed(), other.Needed()) && neardup.Compare(signature, other).Same() {
			return story, nil
		}
	}
	return 0, nil
}
