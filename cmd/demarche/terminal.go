package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// terminal says whether a stream is a terminal, and how wide it is.
func terminal(stream any) (width int, ok bool) {
	f, isFile := stream.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return 80, true
	}
	return width, true
}

// typing says whether a person sits at the other end of standard input, who
// would wait for an answer that never comes.
func typing(stdin io.Reader) bool {
	_, ok := terminal(stdin)
	return ok
}
