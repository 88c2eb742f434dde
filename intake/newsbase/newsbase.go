// Package newsbase reads what the common news databases export as text: many
// articles in one file, each under a header of its own. It knows the full-text
// exports of Nexis, old and new, and those of Factiva, with field codes and as
// displayed. Rich text is read the same way once it is text.
package newsbase

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/demarche/demarche/intake/stamp"
)

// Form is a database's way of writing articles down.
type Form int

// The forms that are known.
const (
	None         Form = iota
	NexisList         // "1 of 50 DOCUMENTS" above each article
	NexisDocs         // "End of Document" below each
	FactivaCodes      // "HD", "PD", "LP" before the fields
	FactivaPlain      // "512 words" above, "Document XYZ…" below each
)

// Article is one article of an export.
type Article struct {
	Line        int // where it starts, from 1
	ID          string
	Title       string
	Publication string
	Author      string
	Language    string // ISO 639-1, "" when not stated
	Published   stamp.Stamp
	Text        string
}

// MaxArticle is the longest article that is read, in bytes.
const MaxArticle = 8 << 20

// Errors of Articles.
var (
	ErrTooLong = fmt.Errorf("the article is longer than %d MiB and was passed over", MaxArticle>>20)
	ErrNoText  = errors.New("the article has no text; export it in full")
)

// Sniff tells the form from the head of a file: some thousands of bytes.
func Sniff(head string) Form {
	var words, document, end, body, copyrighted bool
	codes := map[string]bool{}
	for line := range strings.SplitSeq(head, "\n") {
		line = strings.TrimRight(line, " \t\r")
		switch {
		case isCount(line):
			return NexisList
		case isWordCount(line):
			words = true
		case isAccession(line):
			document = true
		case line == "End of Document":
			end = true
		case line == "Body":
			body = true
		case strings.HasPrefix(line, "Copyright ") || strings.HasPrefix(line, "(c) ") || strings.HasPrefix(line, "© "):
			copyrighted = true
		}
		if code, _, ok := fieldCode(line); ok {
			codes[code] = true
		}
	}
	switch {
	case end || body && copyrighted:
		return NexisDocs
	case codes["HD"] && codes["PD"] && (codes["LP"] || codes["TD"]):
		return FactivaCodes
	case words && document:
		return FactivaPlain
	}
	return None
}

// isCount says whether a line is "  12 of 500 DOCUMENTS".
func isCount(line string) bool {
	words := strings.Fields(line)
	return len(words) == 4 && isNumber(words[0]) && words[1] == "of" && isNumber(words[2]) && (words[3] == "DOCUMENTS" || words[3] == "DOCUMENT")
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789,.") == "" }

// isWordCount says whether a line is "512 words".
func isWordCount(line string) bool {
	n, rest, ok := strings.Cut(strings.TrimSpace(line), " ")
	return ok && rest == "words" && isNumber(n)
}

// isAccession says whether a line is "Document LBA0000020240514ek5e00abc".
func isAccession(line string) bool {
	id, ok := strings.CutPrefix(strings.TrimSpace(line), "Document ")
	return ok && len(id) >= 15 && len(id) < 60 && !strings.ContainsAny(id, " \t") && strings.ContainsAny(id, "0123456789")
}

// Articles reads the articles of an export of that form. An article that cannot
// be read comes as an error beside the line it starts on; the rest goes on.
func Articles(in io.Reader, form Form) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		d := divider{in: bufio.NewReaderSize(in, 64<<10), form: form, yield: yield, start: 1}
		if err := d.read(); err != nil {
			yield(Article{Line: d.start}, err)
		}
	}
}

// divider gathers the lines of an article until its form says that it ends.
type divider struct {
	in      *bufio.Reader
	form    Form
	yield   func(Article, error) bool
	lines   []string
	size    int
	start   int
	seen    bool // an article has begun: what stands before is a cover
	stopped bool
}

func (d *divider) read() error {
	for n := 1; ; n++ {
		line, err := d.line()
		switch {
		case d.form == NexisList && isCount(line):
			if d.flush(); d.stopped {
				return nil
			}
			d.start, d.seen = n, true
		case d.ends(line):
			d.add(line)
			d.seen = true
			if d.flush(); d.stopped {
				return nil
			}
			d.start = n + 1
		default:
			d.add(line)
		}
		if errors.Is(err, io.EOF) {
			d.seen = d.seen && d.form == NexisList || d.form != NexisList && len(strings.Join(d.lines, "")) > 200
			d.flush()
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// line is the next line; of one that is longer than an article nothing is kept.
func (d *divider) line() (string, error) {
	var b strings.Builder
	for {
		part, err := d.in.ReadSlice('\n')
		if b.Len()+len(part) <= MaxArticle {
			b.Write(part)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			line := strings.ToValidUTF8(b.String(), "\ufffd")
			return strings.TrimRight(strings.ReplaceAll(line, "\u00a0", " "), " \t\r\n"), err
		}
	}
}

func (d *divider) ends(line string) bool {
	switch d.form {
	case NexisDocs:
		return line == "End of Document"
	case FactivaPlain:
		return isAccession(line)
	case FactivaCodes:
		code, rest, ok := fieldCode(line)
		return ok && code == "AN" && rest != "" || isAccession(line)
	}
	return false
}

func (d *divider) add(line string) {
	if d.size += len(line) + 1; d.size <= MaxArticle {
		d.lines = append(d.lines, line)
	}
}

// flush gives the article whose lines were gathered.
func (d *divider) flush() {
	lines, size, seen := d.lines, d.size, d.seen
	d.lines, d.size, d.seen = nil, 0, d.form == NexisList && d.seen
	if !seen || strings.TrimSpace(strings.Join(lines, "")) == "" {
		return
	}
	var a Article
	switch d.form {
	case NexisList:
		a = nexisList(lines)
	case NexisDocs:
		a = nexisDoc(lines)
	case FactivaCodes:
		a = factivaCodes(lines)
	case FactivaPlain:
		a = factivaPlain(lines)
	}
	a.Line = d.start
	var err error
	switch {
	case size > MaxArticle:
		err = ErrTooLong
	case strings.TrimSpace(a.Text) == "":
		err = ErrNoText
	}
	d.stopped = !d.yield(a, err)
}
