// Command demarche reads news and writes down every step between political
// actors: who did what to whom, when, where, and on whose word.
package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
