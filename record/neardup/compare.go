package neardup

import "fmt"

// Likeness is how much two articles share, estimated from their samples.
type Likeness struct {
	Jaccard float64 // shared shingles by those of both
	InB     float64 // part of a that stands in b
	InA     float64 // part of b that stands in a
	Shared  int     // shingles seen in both samples: what the estimate rests on
}

// Compare estimates what a and b share. Only hashes up to the smaller of the
// two samples' last ones are looked at: below it both samples are complete.
func Compare(a, b Signature) Likeness {
	na, nb, shared := 0, 0, 0
	limit := min(a.limit(), b.limit())
	i, j := 0, 0
	for {
		inA := i < len(a.hashes) && uint64(a.hashes[i]) <= limit
		inB := j < len(b.hashes) && uint64(b.hashes[j]) <= limit
		switch {
		case !inA && !inB:
			return likeness(na, nb, shared)
		case inA && (!inB || a.hashes[i] < b.hashes[j]):
			na++
			i++
		case inB && (!inA || b.hashes[j] < a.hashes[i]):
			nb++
			j++
		default:
			na, nb, shared = na+1, nb+1, shared+1
			i++
			j++
		}
	}
}

// limit is the hash up to which the sample is complete.
func (s Signature) limit() uint64 {
	if s.all || len(s.hashes) == 0 {
		return 1 << 32
	}
	return uint64(s.hashes[len(s.hashes)-1])
}

func likeness(na, nb, shared int) Likeness {
	if shared == 0 {
		return Likeness{}
	}
	n := float64(shared)
	return Likeness{
		Jaccard: n / float64(na+nb-shared),
		InB:     n / float64(na),
		InA:     n / float64(nb),
		Shared:  shared,
	}
}

// Two articles are versions of one story from these shares on. Articles of one
// agency on different events share paragraphs of background, which makes up to
// a third of the longer ones; DESIGN.md has the figures behind the choice.
const (
	versionJaccard = 0.35
	excerptPart    = 0.6
	excerptShared  = 4 // below it, a few stock phrases could be all
)

// Same says whether the articles are versions of one story.
func (l Likeness) Same() bool {
	return l.Jaccard >= versionJaccard || max(l.InA, l.InB) >= excerptPart && l.Shared >= excerptShared
}

// String says in words what b is to a.
func (l Likeness) String() string {
	part := func(x float64) int { return int(x*100 + 0.5) }
	switch {
	case l.InA >= 0.95 && l.InB >= 0.95:
		return "a copy"
	case !l.Same():
		return fmt.Sprintf("another article: %d%% shared", part(l.Jaccard))
	case l.InA >= excerptPart && l.InB < excerptPart:
		return fmt.Sprintf("an excerpt: %d%% of it stands in the other", part(l.InA))
	case l.InB >= excerptPart && l.InA < excerptPart:
		return fmt.Sprintf("a longer version: it has %d%% of the other", part(l.InB))
	}
	return fmt.Sprintf("a version: %d%% shared", part(l.Jaccard))
}
