package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/demarche/demarche/intake"
)

// Exit statuses, which scripts rely on.
const (
	exitOK       = 0
	exitProblems = 1 // some input could not be processed; the rest was
	exitUsage    = 2 // wrong call
)

// commands are all commands in the order of the help.
func commands() []command {
	return []command{
		codeCommand(), readCommand(), parseCommand(), annotateCommand(),
		evalCommand(), rulesCommand(), lexiconCommand(), gazetteerCommand(),
		ingestCommand(), recodeCommand(), searchCommand(), whyCommand(), dyadCommand(), actorCommand(), exportCommand(),
		watchCommand(), alertsCommand(),
		serveCommand(), mcpCommand(), trainCommand(), versionCommand(),
	}
}

// Run is the whole program: it runs the command that args name, without the
// program's own name, and gives the exit status.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := &call{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	root := command{name: "demarche", summary: programSummary, about: programAbout, subs: commands()}
	err := root.dispatch(c, args)
	var usage *usageError
	switch {
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "%s: %s\nTry: %s --help\n", usage.command, usage.what, usage.command)
		return exitUsage
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "demarche: %v\n", err)
		return exitProblems
	case c.failed:
		return exitProblems
	}
	return exitOK
}

// call is one run of a command: its streams, and whether something went wrong.
type call struct {
	ctx            context.Context
	stdin          io.Reader
	stdout, stderr io.Writer
	failed         bool // some input could not be processed
}

// problem tells the user about input that could not be processed. The run goes
// on and ends with exit status 1, unless it was a mere note.
func (c *call) problem(err error) {
	var p *intake.Problem
	if !errors.As(err, &p) || !p.Note {
		c.failed = true
	}
	fmt.Fprintln(c.stderr, err)
}

// usageError is a wrong call.
type usageError struct {
	command string // in full: "demarche rules test"
	what    string
	help    bool // whether to show the command's help before
}

func (e *usageError) Error() string { return e.command + ": " + e.what }
