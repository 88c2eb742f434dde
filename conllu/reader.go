package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/demarche/demarche"
)

// Sentence is one sentence as it stands in a file.
//
// Spans of Tokens are bytes of Text, heads are indices into Tokens (-1 for
// the root and where the file has "_"). Text is rebuilt from the forms and
// SpaceAfter, not taken from "# text".
type Sentence struct {
	ID       string   // "# sent_id"
	NewDoc   bool     // "# newdoc" stands before it
	DocID    string   // id of that document, "" when it has none
	NewPar   bool     // "# newpar" stands before it; true where NewDoc is
	Comments []string // every comment line, without "#" and surrounding blanks
	Text     string
	Tokens   []demarche.Token
	Misc     []string // column MISC of each token, "" where it is "_"
	Space    bool     // white space follows before the next sentence
	Line     int      // line of the file on which it begins, from 1
}

// Reader reads sentences one by one.
type Reader struct {
	name    string
	in      *bufio.Scanner
	line    int
	strings map[string]string // column values seen, so that each is kept once
	text    []byte
	fields  []string
	lines   []int // line of each token of the sentence being read
}

// maxLine bounds a line; a longer one is an error, not a crash.
const maxLine = 16 << 20

// NewReader reads CoNLL-U from r; name stands in error messages.
func NewReader(name string, r io.Reader) *Reader {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), maxLine)
	return &Reader{name: name, in: in, strings: make(map[string]string)}
}

// Next is the next sentence, or io.EOF after the last one. Any other error
// reads "file:line: what is wrong, what to do" and ends the reading.
func (r *Reader) Next() (*Sentence, error) {
	var b *builder
	for r.in.Scan() {
		r.line++
		line := r.in.Bytes()
		if n := len(line); n > 0 && line[n-1] == '\r' {
			line = line[:n-1]
		}
		if r.line == 1 {
			line = []byte(strings.TrimPrefix(string(line), "\ufeff"))
		}
		if isBlank(line) {
			if b == nil {
				continue
			}
			break
		}
		if b == nil {
			b = newBuilder(r)
		}
		if err := b.add(line); err != nil {
			return nil, err
		}
	}
	if err := r.in.Err(); err != nil {
		return nil, r.scanError(err)
	}
	if b == nil {
		return nil, io.EOF
	}
	return b.finish()
}

func (r *Reader) scanError(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return fmt.Errorf("%s:%d: line longer than %d bytes, check that the file is CoNLL-U", r.name, r.line+1, maxLine)
	}
	return fmt.Errorf("%s:%d: %w", r.name, r.line+1, err)
}

func (r *Reader) fail(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.name, line, fmt.Sprintf(format, args...))
}

// intern keeps one copy of each value: a treebank has far fewer than words.
func (r *Reader) intern(b []byte) string {
	if s, ok := r.strings[string(b)]; ok {
		return s
	}
	s := string(b)
	r.strings[s] = s
	return s
}

// split cuts a word line into its columns. Columns are parted by tabs; a
// line without any may part them by blanks, which is easier to write by hand
// and may then leave out DEPS and MISC.
func (r *Reader) split(line []byte) ([]string, error) {
	f := r.fields[:0]
	tabs := false
	for i := 0; i < len(line) && !tabs; i++ {
		tabs = line[i] == '\t'
	}
	start := 0
	for i := 0; i <= len(line); i++ {
		if i < len(line) && line[i] != '\t' && (tabs || line[i] != ' ') {
			continue
		}
		if tabs || i > start {
			f = append(f, r.intern(line[start:i]))
		}
		start = i + 1
	}
	r.fields = f
	if n := len(f); n != 10 && (tabs || n < 8 || n > 10) {
		return nil, r.fail(r.line, "%d columns where CoNLL-U has 10, part them by tabs and write _ for an empty one", n)
	}
	for len(f) < 10 {
		f = append(f, "_")
	}
	return f, nil
}

func isBlank(line []byte) bool {
	for _, c := range line {
		if c != ' ' && c != '\t' {
			return false
		}
	}
	return true
}

// number reads a decimal number; ok is false for anything else.
func number(s string) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}
