package neural

// lstm is one direction of a recurrent layer (Hochreiter and Schmidhuber
// 1997). Rows of both matrices are the gates input, forget, cell, output,
// each of size units.
type lstm struct {
	units     int
	in, state matrix
}

// lstmScratch is what a run of a layer needs besides its input and output.
type lstmScratch struct {
	in, state []int32 // sums of the two matrices
	cell      []float32
	hid       []int16
}

func (s *lstmScratch) reset(units int) {
	s.in, s.state = grow(s.in, 4*units), grow(s.state, 4*units)
	s.cell, s.hid = grow(s.cell, units), grow(s.hid, units)
	clear(s.cell)
	clear(s.hid)
}

// run reads n rows of x, each width wide, and writes the states to out, rows
// of outWidth, from column at on; backwards from the last row if back is set.
func (l *lstm) run(c *curve, s *lstmScratch, x []int16, n, width int, out []int16, outWidth, at int, back bool) {
	s.reset(l.units)
	for i := range n {
		t := i
		if back {
			t = n - 1 - i
		}
		l.in.mul(s.in, x[t*width:t*width+width])
		l.state.mul(s.state, s.hid)
		l.step(c, s)
		copy(out[t*outWidth+at:], s.hid)
	}
}

// stepGeneric lets the gates act on cells and states.
func (l *lstm) stepGeneric(c *curve, s *lstmScratch) {
	u := l.units
	for j := range u {
		in := c.sigmoid(l.gate(s, j))
		forget := c.sigmoid(l.gate(s, u+j))
		cand := c.tanh(l.gate(s, 2*u+j))
		out := c.sigmoid(l.gate(s, 3*u+j))
		cell := float32(forget*s.cell[j]) + float32(in*cand)
		s.cell[j] = cell
		s.hid[j] = fixed(float32(out*c.tanh(cell)), one, one)
	}
}

// gate is what row r of both matrices gives together.
func (l *lstm) gate(s *lstmScratch, r int) float32 {
	return l.in.at(r, s.in[r]) + float32(float32(s.state[r])*l.state.scale[r])
}
