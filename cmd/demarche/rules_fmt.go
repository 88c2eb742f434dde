package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/demarche/demarche/codebook"
)

func rulesFmtCommand() command {
	return command{
		name:    "fmt",
		args:    "PATH…",
		summary: "lay out rule files the one way",
		about: `Rewrites rule files in place, those of directories included, and prints the names
of the files that it changed. With --check nothing is written, and the exit status
is 1 where a file would change.`,
		examples: `demarche rules fmt my-rules/
demarche rules fmt --check my-rules/`,
		bind: func(flags *flag.FlagSet) action {
			check := flags.Bool("check", false, "change nothing, only tell")
			return func(c *call, paths []string) error {
				if len(paths) == 0 {
					return wrongCall("name rule files or directories")
				}
				for _, path := range paths {
					formatAll(c, path, *check)
				}
				return nil
			}
		},
	}
}

// formatAll formats a rule file or all of a directory.
func formatAll(c *call, root string, check bool) {
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || path != root && filepath.Ext(path) != ".rules" {
			return nil
		}
		if err := formatOne(c, path, check); err != nil {
			c.problem(err)
		}
		return nil
	})
	if err != nil {
		c.problem(err)
	}
}

func formatOne(c *call, path string, check bool) error {
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	formatted, err := codebook.FormatFile(path, src)
	if err != nil || bytes.Equal(src, formatted) {
		return err
	}
	fmt.Fprintln(c.stdout, path)
	if check {
		return errors.New(path + ": not laid out the one way; run demarche rules fmt")
	}
	if err := os.WriteFile(path, formatted, 0o644); err != nil {
		return fmt.Errorf("writing the formatted rules: %w", err)
	}
	return nil
}
