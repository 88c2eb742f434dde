//go:build !amd64

package neural

const hasAVX2 = false

func dots(out []int32, w []int8, x []int16) { dotsGeneric(out, w, x) }

func dot(a, b []int16) int32 { return dotGeneric(a, b) }

func (l *lstm) step(c *curve, s *lstmScratch) { l.stepGeneric(c, s) }
