package frame

// isCourtesy says that token i names what is done by being said: who offers
// condolences has condoled, while offered talks are still to come.
func (w *work) isCourtesy(i int) bool {
	n := w.eventNoun(i)
	return n != nil && courtesies[n.verb]
}

var courtesies = map[string]bool{
	"apologize": true, "condole": true, "congratulate": true, "thank": true, "sympathize": true, "praise": true,
}
