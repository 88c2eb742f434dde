package intake

import "fmt"

// Problem is what was wrong with one piece of input. The rest of the input is
// read all the same.
type Problem struct {
	Path string
	Line int    // from 1; 0 when it is about the whole file
	Col  int    // byte of the line from 1; 0 when it is about the whole line
	What string // what is wrong, and what to do about it
	Err  error  // the cause, may be nil
	// Note says that nothing went wrong: something was passed over that is no
	// document, and it is only worth telling.
	Note bool
}

// Error is "PATH:LINE:COL: what is wrong, what to do"; without a path, it is about
// all of the input.
func (p *Problem) Error() string {
	at := p.Path
	if at == "" {
		return p.What
	}
	if p.Line > 0 {
		at = fmt.Sprintf("%s:%d", at, p.Line)
	}
	if p.Col > 0 {
		at = fmt.Sprintf("%s:%d", at, p.Col)
	}
	return at + ": " + p.What
}

// Unwrap is the cause.
func (p *Problem) Unwrap() error { return p.Err }
