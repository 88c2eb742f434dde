package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

const (
	programSummary = "read news, write down who did what to whom, when, where, on whose word"
	programAbout   = `Events are coded by the PLOVER codebook, each with its CAMEO code too. Data go to
standard output, everything else to standard error. "-" or no path means standard
input; directories are walked; .gz and .zst files are read as they are.

Exit status: 0 done, 1 some input could not be processed (the rest is), 2 wrong call.`
)

// help prints what the command is for; flags is nil where it has sub-commands.
func (cmd command) help(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprintf(w, "%s: %s\n\n", cmd.name, cmd.summary)
	if flags == nil {
		fmt.Fprintf(w, "Usage: %s COMMAND [FLAGS] [ARGUMENTS]\n", cmd.name)
	} else {
		fmt.Fprintf(w, "Usage: %s\n", strings.TrimSpace(cmd.name+flagsHint(flags)+" "+cmd.args))
	}
	if cmd.about != "" {
		fmt.Fprintf(w, "\n%s\n", cmd.about)
	}
	if len(cmd.subs) > 0 {
		cmd.helpSubs(w)
	}
	if flags != nil {
		helpFlags(w, flags)
	}
	if cmd.examples != "" {
		fmt.Fprintf(w, "\nExamples:\n%s\n", indent(cmd.examples))
	}
}

func flagsHint(flags *flag.FlagSet) string {
	hint := ""
	flags.VisitAll(func(*flag.Flag) { hint = " [FLAGS]" })
	return hint
}

func (cmd command) helpSubs(w io.Writer) {
	width := 0
	for _, sub := range cmd.subs {
		width = max(width, len(sub.name))
	}
	fmt.Fprintf(w, "\nCommands:\n")
	for _, sub := range cmd.subs {
		fmt.Fprintf(w, "  %-*s  %s\n", width, sub.name, sub.summary)
	}
	fmt.Fprintf(w, "\n%s COMMAND --help tells more, with examples.\n", cmd.name)
}

func helpFlags(w io.Writer, flags *flag.FlagSet) {
	var names, abouts []string
	width := 0
	flags.VisitAll(func(f *flag.Flag) {
		value, about := flag.UnquoteUsage(f)
		dashes := "--"
		if len(f.Name) == 1 {
			dashes = "-"
		}
		name := strings.TrimSpace(dashes + f.Name + " " + value)
		names, abouts = append(names, name), append(abouts, about)
		width = max(width, len(name))
	})
	for i, name := range names {
		if i == 0 {
			fmt.Fprintf(w, "\nFlags:\n")
		}
		fmt.Fprintf(w, "  %-*s  %s\n", width, name, abouts[i])
	}
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}
