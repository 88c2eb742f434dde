package en

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// lemmaFile is the name of the table among the models.
const lemmaFile = "lemma.tsv"

// NewLemmatizer reads the table lemma.tsv from the models: words that the
// rules get wrong, form, XPOS and lemma parted by tabs. Forms are in small
// letters; # begins a comment.
func NewLemmatizer(models fs.FS) (*Lemmatizer, error) {
	f, err := models.Open(lemmaFile)
	if err != nil {
		return nil, fmt.Errorf("lemma table: %w", err)
	}
	defer f.Close()
	return ReadLemmatizer(lemmaFile, f)
}

// ReadLemmatizer reads such a table from r; name stands in error messages.
// An empty table gives what the rules alone can do.
func ReadLemmatizer(name string, r io.Reader) (*Lemmatizer, error) {
	l := &Lemmatizer{known: make(map[string]string)}
	in := bufio.NewScanner(r)
	for line := 1; in.Scan(); line++ {
		row := in.Text()
		if row == "" || row[0] == '#' {
			continue
		}
		f := strings.Split(row, "\t")
		if len(f) != 3 || f[0] == "" || f[1] == "" || f[2] == "" {
			return nil, fmt.Errorf("%s:%d: want form, tag and lemma parted by tabs, got %q", name, line, row)
		}
		l.known[f[0]+" "+f[1]] = f[2]
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}
