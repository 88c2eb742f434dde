package eval

import (
	"bufio"
	"fmt"
	"io"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake"
)

// Coder is what is scored: it fills all layers and the events of a document.
// The method Code of a *coder.Coder is one.
type Coder = func(doc *demarche.Doc) error

// none stands for "no event" where a class is wanted.
const none = "none"

// maxGoldLine bounds a line of a gold file.
const maxGoldLine = 16 << 20

// eachLine gives every line of a gold file, compressed or not, with its number
// from 1. An error of do comes back as "PATH:LINE: error".
func eachLine(path string, do func(number int, line string) error) error {
	f, err := intake.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxGoldLine)
	number := 0
	for lines.Scan() {
		number++
		if err := do(number, lines.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", path, number+1, err)
	}
	return nil
}

// readGold reads the whole of a gold file, compressed or not.
func readGold(path string) ([]byte, error) {
	f, err := intake.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// codeText codes one gold text.
func codeText(code Coder, id, text string, date demarche.Date) (*demarche.Doc, error) {
	doc := &demarche.Doc{ID: id, Text: text, Date: date}
	if err := code(doc); err != nil {
		return nil, fmt.Errorf("coding %s: %w", id, err)
	}
	return doc, nil
}

// noItems is the error for a gold file that holds nothing to score.
func noItems(paths []string, what string) error {
	return fmt.Errorf("no %s in %v; check that the kind fits the file", what, paths)
}
