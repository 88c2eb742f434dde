package neural

import "math"

// Values between layers are 16-bit fixed point. one stands for 1 where the
// values lie in [-1, 1].
const one = math.MaxInt16

// matrix is a linear layer: rows of 8-bit weights, each with a scale that
// takes the integer sum to a float and with a bias.
type matrix struct {
	rows, cols  int // cols is padded
	weights     []int8
	wide        []int64 // the same for processors without a kernel of their own, see widen
	scale, bias []float32
}

// mul sets out to the integer sums for the input x, padded to cols.
func (m *matrix) mul(out []int32, x []int16) {
	if m.wide != nil {
		m.mulWide(out[:m.rows], x[:m.cols])
		return
	}
	dots(out[:m.rows], m.weights, x[:m.cols])
}

// at is the value of row r, whose sum is given. The conversion keeps
// processors with fused multiplication from rounding in another way.
func (m *matrix) at(r int, sum int32) float32 {
	return float32(float32(sum)*m.scale[r]) + m.bias[r]
}

// Sigmoid and tanh are looked up: 4096 steps over [-8, 8).
const (
	steps     = 4096
	perUnit   = 256
	halfSteps = steps / 2
)

// curve holds the logistic function, rounded to 16 bits so that it is the
// same everywhere.
type curve [steps]float32

func newCurve() *curve {
	c := &curve{}
	for i := range c {
		x := (float64(i) - halfSteps) / perUnit
		c[i] = float32(math.Round(one/(1+math.Exp(-x)))) / one
	}
	return c
}

func (c *curve) sigmoid(x float32) float32 {
	v := float32(x*perUnit) + (halfSteps + 0.5)
	if v < 0 {
		v = 0
	}
	if v > steps-1 {
		v = steps - 1
	}
	return c[uint32(v)&(steps-1)]
}

func (c *curve) tanh(x float32) float32 {
	s := c.sigmoid(2 * x)
	return s + s - 1
}

// fixed rounds v in [-limit, limit] to 16 bits, one step being 1/scale.
func fixed(v, scale, limit float32) int16 {
	v = float32(v * scale)
	if v > limit {
		v = limit
	}
	if v < -limit {
		v = -limit
	}
	return int16(int32(v+(one+1.5)) - (one + 1))
}
