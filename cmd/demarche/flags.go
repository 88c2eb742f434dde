package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// choice declares a flag that takes one of a few words; its value before is the
// default.
func choice(flags *flag.FlagSet, value *string, name, usage string, options ...string) {
	flags.Func(name, usage, func(s string) error {
		if !slices.Contains(options, s) {
			return fmt.Errorf("it has to be %s", strings.Join(options, " or "))
		}
		*value = s
		return nil
	})
}

// day declares a flag that takes a date.
func day(flags *flag.FlagSet, value *demarche.Date, name, usage string) {
	flags.Func(name, usage, func(s string) (err error) {
		*value, err = demarche.ParseDate(s)
		return err
	})
}

// positive declares a flag that takes a number from 1 up.
func positive(flags *flag.FlagSet, value *int, name, usage string) {
	flags.Func(name, usage, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return errors.New("it has to be a number from 1 up")
		}
		*value = n
		return nil
	})
}
