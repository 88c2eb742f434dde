package neural

// Without vectors, one multiplication of 64 bits does the work of two: the
// weights of two rows stand in one word, 32 bits apart. Sums fit 32 bits (320
// weights of 8 bits times 16 bits), so that both can be read off exactly.

// group is how many words are taken at a time: eight rows.
const group = 4

// widen lays the weights out for mulWide: for each group of rows, and each
// column, one word a pair of rows.
func (m *matrix) widen() {
	pairs := (m.rows + 2*group - 1) / (2 * group) * group
	m.wide = make([]int64, pairs*m.cols)
	for r := range m.rows {
		block, pair, high := r/(2*group), r%(2*group)/2, r%2
		for c := range m.cols {
			m.wide[(block*m.cols+c)*group+pair] += int64(m.weights[r*m.cols+c]) << (32 * high)
		}
	}
}

func (m *matrix) mulWide(out []int32, x []int16) {
	for r, w := 0, m.wide; r < len(out); r, w = r+2*group, w[group*len(x):] {
		var a, b, c, d int64
		words := w[:group*len(x)]
		for _, v := range x {
			v, p := int64(v), (*[group]int64)(words)
			a += p[0] * v
			b += p[1] * v
			c += p[2] * v
			d += p[3] * v
			words = words[group:]
		}
		for i, sum := range [group]int64{a, b, c, d} {
			if at := r + 2*i; at < len(out) {
				out[at] = int32(sum)
			}
			if at := r + 2*i + 1; at < len(out) {
				out[at] = int32((sum - int64(int32(sum))) >> 32)
			}
		}
	}
}
