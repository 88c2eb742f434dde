package parse

import (
	"github.com/demarche/demarche"
	"github.com/demarche/demarche/lang/en/linear"
	"github.com/demarche/demarche/lang/en/tag"
)

// atom is what the features know of a token by itself.
type atom struct {
	w, p, u uint64 // hashes of word, of both tags, of the universal tag
	verbs   int32  // verbs before the token in its sentence
	commas  int32  // commas and the like before it
	ccs     int32  // coordinating conjunctions before it
}

// Input is the scratch of parsing one sentence; reuse it.
type Input struct {
	State
	atoms []atom
	keys  [160]uint64
}

// Load reads forms and tags of a sentence.
func (in *Input) Load(toks []demarche.Token) {
	n := len(toks)
	in.Reset(n)
	if cap(in.atoms) < n+1 {
		in.atoms = make([]atom, n+n/2+16)
	}
	in.atoms = in.atoms[:n+1]
	var verbs, commas, ccs int32
	for i := range toks {
		t := &toks[i]
		u := tag.WordHash(string(t.UPOS))
		in.atoms[i] = atom{tag.WordHash(tag.NormOf(t)), u*mulA + tag.WordHash(t.XPOS), u, verbs, commas, ccs}
		switch {
		case t.UPOS == demarche.VERB:
			verbs++
		case t.UPOS == demarche.CCONJ:
			ccs++
		case t.XPOS == "," || t.XPOS == ":":
			commas++
		}
	}
	in.atoms[n] = atom{w: 11, p: 13, u: 17, verbs: verbs, commas: commas, ccs: ccs}
}

const (
	mulA = 0xff51afd7ed558ccd
	mulB = 0xc4ceb9fe1a85ec53
	mulC = 0x9fb21c651e98df25
	mulD = 0xd6e8feb86659fd93
)

func one(t, a uint64) uint64 { return linear.Hash((a + t) * mulA * (2*t + 1)) }

func two(t, a, b uint64) uint64 {
	return linear.Hash((a*mulA + b*mulB + t) * (2*t + 1))
}

func three(t, a, b, c uint64) uint64 {
	return linear.Hash((a*mulA + b*mulB + c*mulC + t) * (2*t + 1))
}

func four(t, a, b, c, d uint64) uint64 {
	return linear.Hash((a*mulA + b*mulB + c*mulC + d*mulD + t) * (2*t + 1))
}

// bucket makes a distance coarse.
func bucket(d int32) uint64 {
	switch {
	case d < 6:
		return uint64(d)
	case d < 11:
		return 6
	}
	return 7
}

// Keys returns the features of the configuration, after Zhang and Nivre
// (2011), with templates of our own for prepositions, coordination, and what
// stands between the two tokens. They are valid until the next call.
func (in *Input) Keys() []uint64 {
	none := int32(in.n)
	at, nd := in.atoms, in.node
	s0, s1, b0 := in.Top(0), in.Top(1), in.Front()
	b1 := min(b0+1, none)
	if in.back >= 0 {
		b1 = none
	}
	b2 := min(b1+1, none)
	b3 := min(b2+1, none)
	ns, nb := &nd[s0], &nd[b0]
	s0h := ns.head
	s0h2 := nd[s0h].head
	S0, S1, B0, B1, B2 := &at[s0], &at[s1], &at[b0], &at[b1], &at[b2]
	H, H2 := &at[s0h], &at[s0h2]
	L, L2, R, R2 := &at[ns.l1], &at[ns.l2], &at[ns.r1], &at[ns.r2]
	BL, BL2 := &at[nb.l1], &at[nb.l2]
	S0w, S0p, B0w, B0p, B1w, B1p, B2p := S0.w, S0.p, B0.w, B0.p, B1.w, B1.p, B2.p
	s0l, hl := uint64(ns.label), uint64(nd[s0h].label)
	ll, ll2 := uint64(nd[ns.l1].label), uint64(nd[ns.l2].label)
	rl, rl2 := uint64(nd[ns.r1].label), uint64(nd[ns.r2].label)
	bl, bl2 := uint64(nd[nb.l1].label), uint64(nd[nb.l2].label)
	d := bucket(max(b0-s0, s0-b0))
	svl, svr, bvl := uint64(ns.nl), uint64(ns.nr), uint64(nb.nl)
	between := uint64(min(max(B0.verbs-S0.verbs, 0), 3))<<4 |
		uint64(min(max(B0.commas-S0.commas, 0), 3))<<2 | uint64(min(max(B0.ccs-S0.ccs, 0), 3))
	s0n := &at[min(s0+1, none)]
	bp := &at[none]
	if b0 > 0 {
		bp = &at[b0-1]
	}

	k := in.keys[:0]
	k = append(k,
		// words and tags of the two tokens and those that follow
		two(1, S0w, S0p), one(2, S0w), one(3, S0p), two(4, B0w, B0p), one(5, B0w), one(6, B0p),
		two(7, B1w, B1p), one(8, B1w), one(9, B1p), two(10, B2.w, B2p), one(11, B2.w), one(12, B2p),
		four(13, S0w, S0p, B0w, B0p), three(14, S0w, S0p, B0w), three(15, S0w, B0w, B0p),
		three(16, S0w, S0p, B0p), three(17, S0p, B0w, B0p), two(18, S0w, B0w), two(19, S0p, B0p),
		two(20, B0p, B1p), three(21, B0p, B1p, B2p), three(22, S0p, B0p, B1p),
		three(23, H.p, S0p, B0p), three(24, S0p, L.p, B0p), three(25, S0p, R.p, B0p), three(26, S0p, B0p, BL.p),
		// distance and valency
		two(27, S0w, d), two(28, S0p, d), two(29, B0w, d), two(30, B0p, d),
		three(31, S0w, B0w, d), three(32, S0p, B0p, d),
		two(33, S0w, svr), two(34, S0p, svr), two(35, S0w, svl), two(36, S0p, svl),
		two(37, B0w, bvl), two(38, B0p, bvl),
		// heads and children
		one(39, H.w), one(40, H.p), two(41, s0l, S0p), one(42, L.w), one(43, L.p), one(44, ll),
		one(45, R.w), one(46, R.p), one(47, rl), one(48, BL.w), one(49, BL.p), one(50, bl),
		one(51, H2.w), one(52, H2.p), one(53, hl), one(54, L2.w), one(55, L2.p), one(56, ll2),
		one(57, R2.w), one(58, R2.p), one(59, rl2), one(60, BL2.w), one(61, BL2.p), one(62, bl2),
		three(63, S0p, L.p, L2.p), three(64, S0p, R.p, R2.p), three(65, S0p, H.p, H2.p), three(66, B0p, BL.p, BL2.p),
		two(67, S0w, ns.rset), two(68, S0p, ns.rset), two(69, S0w, ns.lset), two(70, S0p, ns.lset),
		two(71, B0w, nb.lset), two(72, B0p, nb.lset),
	)
	return append(k,
		// the token below the top of the stack
		one(73, S1.p), one(74, S1.w), two(75, S1.p, S0p), three(76, S1.p, S0p, B0p), two(77, S1.w, S0w),
		two(78, S1.w, B0w), two(79, S1.p, B0w),
		// neighbours and what lies between
		four(80, S0p, s0n.p, bp.p, B0p), three(81, S0p, bp.p, B0p), three(82, S0p, s0n.p, B0p),
		three(83, S0p, B0p, between), two(84, S0w, between), two(85, B0w, between), four(86, S0p, B0p, between, d),
		two(87, B1w, B0p), two(88, B0w, B1p), two(89, B0w, B1w), four(90, S0p, B0p, B1p, B2p),
		three(91, S0w, B0p, B1p), three(92, S0p, B0w, B1p), three(93, S0p, B0p, B1w), three(94, S0w, B0p, B1w),
		// labels already given
		four(95, S0p, R.p, rl, B0p), four(96, S0p, L.p, ll, B0p), four(97, S0p, B0p, BL.p, bl),
		three(98, S0p, s0l, B0p), three(99, S0w, s0l, B0p), two(100, S0w, s0l), three(101, s0l, H.p, B0p),
		three(102, ns.rset, S0p, B0p), three(103, ns.rset, S0w, B0p), three(104, nb.lset, B0p, S0p),
		three(105, ns.lset, S0p, B0p), three(106, nb.lset, B0w, S0p),
		// prepositions, markers and conjunctions are left children of the buffer's token
		two(107, S0w, BL.w), three(108, S0p, BL.w, B0p), three(109, S0w, BL.w, B0p), three(110, H.w, BL.w, B0p),
		four(111, S0p, H.p, BL.w, s0l), three(112, BL.w, B0w, S0p), three(113, BL.w, BL2.w, S0p),
		four(114, S1.p, S0p, BL.w, B0p), three(115, S1.w, BL.w, B0p), two(116, H.w, B0w), three(117, H.w, B0p, s0l),
		three(118, S0w, R.w, B0p), three(119, L.w, S0p, B0p), three(120, B0p, B1p, at[b3].p),
	)
}
