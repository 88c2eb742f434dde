package main

import (
	"flag"
	"fmt"
	"runtime"

	"github.com/demarche/demarche"
)

func versionCommand() command {
	return command{
		name:     "version",
		summary:  "print the version of the program",
		examples: "demarche version",
		bind: func(*flag.FlagSet) action {
			return func(c *call, args []string) error {
				if len(args) > 0 {
					return wrongCall("it takes no arguments")
				}
				_, err := fmt.Fprintf(c.stdout, "demarche %s (%s, %s/%s)\n",
					demarche.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
				return err
			}
		},
	}
}
