package neural

// hasAVX2 says whether processor and operating system let us use AVX2.
var hasAVX2 = detectAVX2()

func detectAVX2() bool {
	const osxsave, avx, avx2, ymm = 1 << 27, 1 << 28, 1 << 5, 6
	if most, _, _, _ := cpuid(0, 0); most < 7 {
		return false
	}
	if _, _, c, _ := cpuid(1, 0); c&osxsave == 0 || c&avx == 0 {
		return false
	}
	if xgetbv()&ymm != ymm {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&avx2 != 0
}

func dots(out []int32, w []int8, x []int16) {
	n := len(out) &^ 3
	if !hasAVX2 || n == 0 {
		dotsGeneric(out, w, x)
		return
	}
	_ = w[len(out)*len(x)-1]
	dotsAVX2(&out[0], &w[0], &x[0], n, len(x))
	if n < len(out) {
		dotsGeneric(out[n:], w[n*len(x):], x)
	}
}

func dot(a, b []int16) int32 {
	if !hasAVX2 || len(a) == 0 {
		return dotGeneric(a, b)
	}
	_ = b[len(a)-1]
	return dotAVX2(&a[0], &b[0], len(a))
}

// stepArgs is where a step of an LSTM finds its operands; see stepGeneric.
type stepArgs struct {
	in, state                 *int32
	inScale, bias, stateScale *float32
	cell                      *float32
	hid                       *int16
	curve                     *curve
	units                     int
}

func (l *lstm) step(c *curve, s *lstmScratch) {
	if !hasAVX2 {
		l.stepGeneric(c, s)
		return
	}
	stepAVX2(&stepArgs{&s.in[0], &s.state[0], &l.in.scale[0], &l.in.bias[0], &l.state.scale[0],
		&s.cell[0], &s.hid[0], c, l.units})
}

//go:noescape
func stepAVX2(a *stepArgs)

//go:noescape
func dotsAVX2(out *int32, w *int8, x *int16, rows, k int)

//go:noescape
func dotAVX2(a, b *int16, k int) int32

func cpuid(leaf, sub uint32) (a, b, c, d uint32)

func xgetbv() uint32
