package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/intake/newsbase"
	"github.com/demarche/demarche/intake/office"
)

// stream reads the documents of one open file; name tells its form.
func (r Reader) stream(path, name string, f io.ReadCloser, yield yielder) bool {
	defer f.Close() // read only: nothing is lost if closing fails
	in := bufio.NewReaderSize(f, 64<<10)
	if head, _ := in.Peek(3); bytes.Equal(head, []byte("\ufeff")) {
		in.Discard(3) // cannot fail: just peeked
	}
	head, err := in.Peek(sniffLen)
	// A web archive may be damaged anywhere, and is read all the same.
	if err != nil && !errors.Is(err, io.EOF) && !startsArchive(head) {
		return yield(nil, unreadable(path, err))
	}
	refuse := func(what string) bool {
		return yield(nil, &Problem{Path: path, Line: 1, What: what})
	}
	switch sniff(name, head) {
	case jsonLines:
		return r.jsonLines(path, in, yield)
	case htmlPage:
		return r.page(path, in, yield)
	case webArchive:
		return r.archive(path, f, in, yield)
	case feedFile:
		return r.feed(path, in, yield)
	case tableFile:
		return r.table(path, name, head, in, yield)
	case parquetFile:
		return r.parquet(path, f, in, yield)
	case rtfFile:
		return r.office(path, in, office.RTF, yield)
	case zipFile:
		return r.office(path, in, office.DOCX, yield)
	case mailFile:
		return r.message(path, in, yield)
	case mailbox:
		return r.mailbox(path, in, yield)
	case wikiDump:
		return r.wiki(path, in, yield)
	case markdown:
		return r.markdown(path, in, yield)
	case pdfFile:
		return refuse("this is a PDF file; make text of it (pdftotext does it)")
	case utf16Text:
		return r.stream(path, name, fromUTF16(in, head, f), yield)
	case binaryFile:
		return refuse("this is no text but a binary file; give plain text or JSON Lines")
	}
	// The marks of an export may stand further down.
	head, _ = in.Peek(databaseLen) // what cannot be read will be told below
	if form := newsbase.Sniff(string(head)); form != newsbase.None {
		return r.newsbase(path, form, in, yield)
	}
	return r.plain(path, in, yield)
}

// fromUTF16 decodes a text with a byte order mark, as spreadsheets save it.
func fromUTF16(in io.Reader, head []byte, f io.Closer) io.ReadCloser {
	label := "utf-16le"
	if head[0] == 0xfe {
		label = "utf-16be"
	}
	type closing struct {
		io.Reader
		io.Closer
	}
	decoded, err := charset.NewReaderLabel(label, in)
	if err != nil { // both are known
		decoded = in
	}
	out := bufio.NewReader(decoded)
	if bom, _ := out.Peek(3); string(bom) == "\ufeff" {
		out.Discard(3) // cannot fail: just peeked
	}
	return closing{out, f}
}

// plain reads the whole of in as one document.
func (r Reader) plain(path string, in io.Reader, yield yielder) bool {
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(in, MaxDocument+1))
	if err != nil {
		return yield(nil, unreadable(path, err))
	}
	if n > MaxDocument {
		return yield(nil, &Problem{Path: path, Line: 1, What: tooLong("the document")})
	}
	text := b.String()
	if strings.TrimSpace(text) == "" {
		return yield(nil, &Problem{Path: path, Line: 1, What: "the document is empty; nothing to code"})
	}
	doc := &demarche.Doc{ID: path, Date: r.Date}
	var problem error
	if i := invalidUTF8(text); i >= 0 {
		line, col := position(text, i)
		problem = &Problem{Path: path, Line: line, Col: col, What: badUTF8}
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	doc.Text = text
	doc.Title, doc.HasHeadline = headline(text)
	return yield(doc, problem)
}

const badUTF8 = "invalid UTF-8, read as U+FFFD; convert the file to UTF-8"

func tooLong(what string) string {
	return what + " is longer than 8 MiB and was passed over; split it into articles"
}

// maxHeadline is the longest first paragraph that is taken for a headline, in
// bytes: a longer one is text.
const maxHeadline = 160

// headline is the first paragraph of a text where it is a headline: one short line
// without a full stop.
func headline(text string) (string, bool) {
	first, ok := firstLine(text)
	if !ok || len(first) > maxHeadline || strings.HasSuffix(strings.TrimRight(first, `"”'’`), ".") {
		return "", false
	}
	return first, true
}

// firstLine is the first line where a blank line and more text follow it.
func firstLine(text string) (string, bool) {
	first, rest, _ := strings.Cut(text, "\n")
	second, rest, _ := strings.Cut(rest, "\n")
	first = strings.TrimSpace(first)
	if first == "" || strings.TrimSpace(second) != "" || strings.TrimSpace(rest) == "" {
		return "", false
	}
	return first, true
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1.
func invalidUTF8(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
			return i
		}
	}
	return -1
}

// position is the line and the byte of that line, from 1, of offset i.
func position(text string, i int) (line, col int) {
	before := text[:i]
	return strings.Count(before, "\n") + 1, i - strings.LastIndexByte(before, '\n')
}
