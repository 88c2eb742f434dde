// Package neardup finds articles that are versions of one another: wire copy
// printed by several papers, updates under a new lead, excerpts.
//
// A signature is a sample of an article's shingles (runs of words) that fits
// into half a kilobyte. Keys file an article, so that those that share enough
// with a new one are found without comparing it with all; Compare then
// estimates how much of each stands in the other.
//
//	sig := neardup.Of(text)
//	for each article filed under at least MinShared of sig.Keys() {
//		if neardup.Compare(sig, its signature).Same() { … }
//	}
package neardup

import (
	"encoding/binary"
	"fmt"
	"slices"
)

const (
	shingleWords = 5   // words in a shingle
	sampleSize   = 128 // shingles kept of an article
	keyCount     = 24  // of these, how many it is filed under
)

// MinShared is how many keys two versions of one story share at least. A single
// one is often a stock phrase; of a text with few shingles one must do.
const MinShared = 2

// Signature is the smallest hashes of an article's shingles, ascending. Those
// of another article with the same shingles are the same, so that both samples
// are drawn alike and can be compared (Broder 1997, bottom-k sketches).
type Signature struct {
	hashes []uint32
	all    bool // no shingle was left out
}

// Of is the signature of a text. That of a text without words is empty and is
// like nothing.
func Of(text string) Signature {
	hashes := shingles(text)
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	s := Signature{hashes: hashes, all: true}
	if len(hashes) > sampleSize {
		s = Signature{hashes: slices.Clone(hashes[:sampleSize])}
	}
	return s
}

// Empty says that the text had no words.
func (s Signature) Empty() bool { return len(s.hashes) == 0 }

// Keys are the numbers under which to file and to look for the article.
func (s Signature) Keys() []uint32 {
	return s.hashes[:min(keyCount, len(s.hashes))]
}

// Needed is how many keys an article must share with one of this signature to
// be worth a comparison.
func (s Signature) Needed() int { return min(MinShared, len(s.hashes)) }

// AppendBinary appends the signature as it is kept: one byte that says whether
// it holds every shingle, then four bytes a hash.
func (s Signature) AppendBinary(to []byte) ([]byte, error) {
	flag := byte(0)
	if s.all {
		flag = 1
	}
	to = append(to, flag)
	for _, h := range s.hashes {
		to = binary.BigEndian.AppendUint32(to, h)
	}
	return to, nil
}

// Parse reads what AppendBinary wrote.
func Parse(kept []byte) (Signature, error) {
	if len(kept)%4 != 1 || kept[0] > 1 || len(kept) > 1+4*sampleSize {
		return Signature{}, fmt.Errorf("%d bytes are no signature of an article", len(kept))
	}
	s := Signature{all: kept[0] == 1, hashes: make([]uint32, 0, len(kept)/4)}
	for b := kept[1:]; len(b) > 0; b = b[4:] {
		h := binary.BigEndian.Uint32(b)
		if n := len(s.hashes); n > 0 && s.hashes[n-1] >= h {
			return Signature{}, fmt.Errorf("the hashes of an article's signature are out of order")
		}
		s.hashes = append(s.hashes, h)
	}
	return s, nil
}
