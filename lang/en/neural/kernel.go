package neural

// What is vectorised are the two inner products below, which are integer
// sums, and a step of the LSTM, whose operations on floats are done one by one
// in the same order: every processor gives the same result to the last bit.

// lanes is the number of values that a vector step takes: rows are padded
// with zeros to a multiple of it.
const lanes = 16

func padded(n int) int { return (n + lanes - 1) / lanes * lanes }

// dotsGeneric sets out[r] to the inner product of x and row r of w.
// len(x) is a multiple of lanes, len(w) is len(out)*len(x).
func dotsGeneric(out []int32, w []int8, x []int16) {
	k := len(x)
	for r := range out {
		row := w[r*k : r*k+k : r*k+k]
		var a, b int32
		for i := 0; i+1 < len(row) && i+1 < len(x); i += 2 {
			a += int32(row[i]) * int32(x[i])
			b += int32(row[i+1]) * int32(x[i+1])
		}
		out[r] = a + b
	}
}

// dotGeneric is the inner product of two vectors whose length is a multiple
// of lanes.
func dotGeneric(a, b []int16) int32 {
	var s, t int32
	for i := 0; i+1 < len(a) && i+1 < len(b); i += 2 {
		s += int32(a[i]) * int32(b[i])
		t += int32(a[i+1]) * int32(b[i+1])
	}
	return s + t
}
