package neural

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The vector code must give what the plain code gives, to the last bit, at
// every size and at the extremes of its range.
func TestKernelsAgreeWithPlainCode(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, k := range []int{16, 32, 128, 160, 320} {
		for rows := 1; rows < 20; rows++ {
			w, x, y := make([]int8, rows*k), make([]int16, k), make([]int16, k)
			for i := range w {
				w[i] = int8(rng.IntN(255) - 127)
			}
			for i := range x {
				x[i], y[i] = int16(rng.IntN(65535)-32767), int16(rng.IntN(4095)-2047)
			}
			if rows == 3 {
				for i := range x {
					x[i], w[i] = 32767, 127
				}
			}
			got, want := make([]int32, rows), make([]int32, rows)
			dots(got, w, x)
			dotsGeneric(want, w, x)
			for r := range want {
				if got[r] != want[r] {
					t.Fatalf("k %d, row %d of %d: %d, plain code %d", k, r, rows, got[r], want[r])
				}
			}
			m := matrix{rows: rows, cols: k, weights: w}
			m.widen()
			m.mulWide(got, x)
			for r := range want {
				if got[r] != want[r] {
					t.Fatalf("k %d, row %d of %d: in wide words %d, else %d", k, r, rows, got[r], want[r])
				}
			}
			if a, b := dot(y, y), dotGeneric(y, y); a != b {
				t.Fatalf("k %d: %d, plain code %d", k, a, b)
			}
		}
	}
}

func TestStepAgreesWithPlainCode(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	const units = 32
	c := newCurve()
	floats := func(by float32) []float32 {
		v := make([]float32, 4*units)
		for i := range v {
			v[i] = by * (rng.Float32() - 0.5)
		}
		return v
	}
	l := &lstm{units: units, in: matrix{rows: 4 * units, scale: floats(1e-5), bias: floats(4)},
		state: matrix{rows: 4 * units, scale: floats(1e-5)}}
	var a, b lstmScratch
	a.reset(units)
	b.reset(units)
	for range 50 {
		for i := range a.in {
			a.in[i], a.state[i] = int32(rng.IntN(1<<22)-1<<21), int32(rng.IntN(1<<22)-1<<21)
		}
		copy(b.in, a.in)
		copy(b.state, a.state)
		l.step(c, &a)
		l.stepGeneric(c, &b)
		if !slices.Equal(a.hid, b.hid) || !slices.Equal(a.cell, b.cell) {
			t.Fatalf("states %v, plain code %v\ncells %v, plain code %v", a.hid, b.hid, a.cell, b.cell)
		}
	}
}

func BenchmarkDots(b *testing.B) {
	w, x, out := make([]int8, 640*160), make([]int16, 160), make([]int32, 640)
	for b.Loop() {
		dots(out, w, x)
	}
	b.ReportMetric(float64(len(w))*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
