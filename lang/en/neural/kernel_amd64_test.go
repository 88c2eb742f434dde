package neural

import "testing"

// Whoever has no AVX2 must get the same trees.
func TestPlainCodeGivesTheSameTrees(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this processor has no AVX2: there is nothing to compare")
	}
	defer func() { hasAVX2 = true }()
	for seed := range uint64(20) {
		fast, plain := letters(70, seed), letters(70, seed)
		hasAVX2 = true
		randomNet(t, seed).Analyse(fast, 0)
		hasAVX2 = false
		randomNet(t, seed).Analyse(plain, 0)
		for i := range fast {
			if fast[i] != plain[i] {
				t.Fatalf("seed %d, token %d: %+v, plain code %+v", seed, i, fast[i], plain[i])
			}
		}
	}
}
