package actor

import (
	"slices"

	"github.com/demarche/demarche"
)

// sortRanges orders items by first token, the longer ones first.
func sortRanges[T any](items []T, of func(*T) demarche.Range) {
	slices.SortStableFunc(items, func(a, b T) int {
		x, y := of(&a), of(&b)
		if x.First != y.First {
			return x.First - y.First
		}
		return y.End - x.End
	})
}
