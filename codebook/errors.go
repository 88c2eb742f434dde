package codebook

import "fmt"

// Pos is a place in a rule file. Line and Col count from 1, Col in code points.
type Pos struct {
	File string
	Line int
	Col  int
}

// String is FILE:LINE:COL.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// Source is FILE:LINE, as events print it.
func (p Pos) Source() string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// Error is something wrong in a rule file and what to do about it.
type Error struct {
	Pos
	Msg string
}

// Error is "file:line:col: what is wrong, and what to do".
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

func errorAt(p Pos, format string, args ...any) *Error {
	return &Error{Pos: p, Msg: fmt.Sprintf(format, args...)}
}
