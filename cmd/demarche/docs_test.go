package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDocs runs the console examples of the README and of docs/: what follows
// "$ " is called in a folder with the files of testdata/docs, and has to print
// the lines below it. A line "…" stands for any lines. UPDATE_DOCS=1 puts in
// what is printed now.
func TestDocs(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Abs("testdata/docs")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, "../../README.md") {
		t.Run(filepath.Base(page), func(t *testing.T) {
			path, err := filepath.Abs(page)
			if err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			work := t.TempDir()
			if err := os.CopyFS(work, os.DirFS(files)); err != nil {
				t.Fatal(err)
			}
			t.Chdir(work)
			checkPage(t, path, string(text))
		})
	}
}

func checkPage(t *testing.T, path, text string) {
	t.Helper()
	var out []string
	lines := strings.Split(text, "\n")
	console := false
	for i := 0; i < len(lines); {
		line := lines[i]
		out = append(out, line)
		i++
		if strings.HasPrefix(line, "```") {
			console = line == "```console"
		}
		command, ok := strings.CutPrefix(line, "$ ")
		if !console || !ok {
			continue
		}
		end := i
		for end < len(lines) && !strings.HasPrefix(lines[end], "$ ") && !strings.HasPrefix(lines[end], "```") {
			end++
		}
		want := lines[i:end]
		i = end
		got, err := called(command)
		switch {
		case err != nil:
			t.Errorf("%s: %s: %v", filepath.Base(path), command, err)
			out = append(out, want...)
		case os.Getenv("UPDATE_DOCS") != "":
			out = append(out, shortened(got, want)...)
		default:
			if !printed(got, want) {
				t.Errorf("%s: %s prints:\n%s\nwant:\n%s", filepath.Base(path), command, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
	if os.Getenv("UPDATE_DOCS") != "" && !t.Failed() {
		if err := os.WriteFile(path, []byte(strings.Join(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// called runs a demarche command as typed and gives the lines that it prints.
func called(command string) ([]string, error) {
	args := words(command)
	if len(args) == 0 || args[0] != "demarche" {
		return nil, fmt.Errorf("only demarche can be called in an example")
	}
	var stdout, stderr bytes.Buffer
	if status := Run(context.Background(), args[1:], strings.NewReader(""), &stdout, &stderr); status != exitOK {
		return nil, fmt.Errorf("exit status %d: %s", status, stderr.String())
	}
	return strings.Split(strings.TrimRight(stdout.String(), "\n"), "\n"), nil
}

// words divides a command at blanks that stand in no quotes.
func words(command string) []string {
	var all []string
	var word strings.Builder
	var quote rune
	for _, r := range command + " " {
		switch {
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && r == ' ':
			if word.Len() > 0 {
				all = append(all, word.String())
				word.Reset()
			}
		default:
			word.WriteRune(r)
		}
	}
	return all
}

// printed says whether the lines are those wanted.
func printed(got, want []string) bool {
	gap := slices.Index(want, "…")
	if gap < 0 {
		return slices.Equal(got, want)
	}
	tail := want[gap+1:]
	return len(got) >= gap+len(tail) && slices.Equal(got[:gap], want[:gap]) && slices.Equal(got[len(got)-len(tail):], tail)
}

// shortened is what is printed, cut off where it was before.
func shortened(got, want []string) []string {
	gap := slices.Index(want, "…")
	if gap < 0 || len(got) <= gap {
		return got
	}
	return append(slices.Clone(got[:gap]), "…")
}
