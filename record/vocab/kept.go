package vocab

// Kept is a thing that a program keeps beside the record, in the same file, so
// that the two cannot come apart: which pages it has seen, what it has to send.
type Kept struct {
	Space string // whose it is: "watch.seen"
	Key   string
	Value []byte // nil to forget it
}
