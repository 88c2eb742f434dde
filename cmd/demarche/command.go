package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

// command is a command with what its help says of it. It either has
// sub-commands or does something itself.
type command struct {
	name     string
	args     string // synopsis of what follows the flags: "[PATH…]"
	summary  string // one line
	about    string // paragraphs, wrapped by hand
	examples string // lines
	subs     []command
	// bind declares the flags and gives what to do once they are set.
	bind func(*flag.FlagSet) action
}

// action does what a command is for; args are those that are no flags.
type action func(c *call, args []string) error

// dispatch runs the command, or the sub-command that args name.
func (cmd command) dispatch(c *call, args []string) error {
	if cmd.bind != nil {
		return cmd.do(c, args)
	}
	if len(args) == 0 {
		cmd.help(c.stderr, nil)
		fmt.Fprintln(c.stderr)
		return &usageError{command: cmd.name, what: "say which command"}
	}
	switch args[0] {
	case "-h", "-help", "--help":
		cmd.help(c.stdout, nil)
		return nil
	case "help":
		return cmd.dispatch(c, append(args[1:len(args):len(args)], "--help"))
	case "--version", "-version":
		args = append([]string{"version"}, args[1:]...)
	}
	for _, sub := range cmd.subs {
		if sub.name == args[0] {
			sub.name = cmd.name + " " + sub.name
			return sub.dispatch(c, args[1:])
		}
	}
	return &usageError{command: cmd.name, what: cmd.unknown(args[0])}
}

func (cmd command) unknown(name string) string {
	var names []string
	for _, sub := range cmd.subs {
		names = append(names, sub.name)
	}
	return unknown("command", name, names)
}

// do reads the flags and runs the command.
func (cmd command) do(c *call, args []string) error {
	flags := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	act := cmd.bind(flags)
	rest, err := parseMixed(flags, args)
	switch {
	case err == flag.ErrHelp:
		cmd.help(c.stdout, flags)
		return err
	case err != nil:
		return &usageError{command: cmd.name, what: flagMessage(err, flags)}
	}
	err = act(c, rest)
	if wrong, ok := err.(*usageError); ok && wrong.command == "" {
		wrong.command = cmd.name
		if wrong.help {
			cmd.help(c.stderr, flags)
			fmt.Fprintln(c.stderr)
		}
	}
	return err
}

// wrongCall is what an action returns when it was called wrongly.
func wrongCall(format string, args ...any) error {
	return &usageError{what: fmt.Sprintf(format, args...)}
}

// parseMixed reads flags wherever they stand, before, between and after the
// other arguments, which package flag alone does not; "--" ends the flags.
func parseMixed(flags *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		left := flags.Args()
		if len(left) == 0 {
			return rest, nil
		}
		if read := len(args) - len(left); read > 0 && args[read-1] == "--" {
			return append(rest, left...), nil
		}
		rest = append(rest, left[0])
		args = left[1:]
	}
}

// flagMessage is the flag package's error in this program's words.
func flagMessage(err error, flags *flag.FlagSet) string {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return strings.NewReplacer("flag -", "flag --", ": -", ": --").Replace(err.Error())
	}
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "--"+f.Name) })
	return unknown("flag", "--"+strings.TrimPrefix(name, "-"), names)
}
