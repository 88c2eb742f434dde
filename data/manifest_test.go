package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// manifestRow is a line of the table: patterns of files, and the hash of what a
// command built.
type manifestRow struct {
	patterns []string
	hash     string // "" where none is given
}

func manifest(t *testing.T) []manifestRow {
	t.Helper()
	text, err := os.ReadFile("MANIFEST.md")
	if err != nil {
		t.Fatal(err)
	}
	quoted, hash := regexp.MustCompile("`([^`]+)`"), regexp.MustCompile(`\b[0-9a-f]{64}\b`)
	var rows []manifestRow
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		row := manifestRow{hash: hash.FindString(line)}
		files, _, _ := strings.Cut(line[2:], "|")
		for _, m := range quoted.FindAllStringSubmatch(files, -1) {
			row.patterns = append(row.patterns, m[1])
		}
		rows = append(rows, row)
	}
	return rows
}

// TestManifest finds files that are shipped without a word on where they come
// from, and built files that are not those the manifest speaks of.
func TestManifest(t *testing.T) {
	rows := manifest(t)
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") || path.Dir(name) == "." {
			return err
		}
		row := rowOf(rows, name)
		if row == nil {
			t.Errorf("%s has no row in MANIFEST.md: say where it comes from and under which licence", name)
			return nil
		}
		if row.hash == "" {
			return nil
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != row.hash {
			t.Errorf("%s is not the file that MANIFEST.md speaks of: its SHA-256 is %x", name, sum)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func rowOf(rows []manifestRow, name string) *manifestRow {
	for i := range rows {
		for _, pattern := range rows[i].patterns {
			if ok, err := path.Match(pattern, name); ok && err == nil {
				return &rows[i]
			}
		}
	}
	return nil
}
