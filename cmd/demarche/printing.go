package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/demarche/demarche/cmd/demarche/internal/table"
)

// printing are the flags of the commands that print a table for people and JSON
// Lines for programs.
type printing struct {
	format string
	colour string
}

func (p *printing) bind(flags *flag.FlagSet, what string) {
	p.colour = "auto"
	choice(flags, &p.format, "format", "print "+what+" as `FORMAT`: jsonl or table (default: a table on a terminal)", "jsonl", "table")
	choice(flags, &p.colour, "color", "colour the table; `WHEN`: auto (the default, heeds NO_COLOR), always or never", "auto", "always", "never")
}

// style is how to lay out a table; false asks for JSON Lines.
func (p *printing) style(c *call) (table.Style, bool) {
	width, isTerminal := terminal(c.stdout)
	if p.format == "jsonl" || p.format == "" && !isTerminal {
		return table.Style{}, false
	}
	style := table.Style{Width: tableWidth(width), Colour: p.colour == "always"}
	if p.colour == "auto" {
		style.Colour = isTerminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return style, true
}

// writeLines writes one item a line as JSON.
func writeLines[T any](w io.Writer, items []T) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range items {
		if err := enc.Encode(&items[i]); err != nil {
			return fmt.Errorf("writing to standard output: %w", err)
		}
	}
	return nil
}
