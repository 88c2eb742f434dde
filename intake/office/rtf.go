package office

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
)

// IsRTF says whether the head of a file is that of an RTF file.
func IsRTF(head []byte) bool { return bytes.HasPrefix(head, []byte(`{\rtf`)) }

// RTF reads a file in Rich Text Format (specification 1.9): its text, without
// tables of fonts and styles, pictures, notes, headers, and deleted text.
func RTF(file []byte) (*Document, error) {
	if !IsRTF(file) {
		return nil, ErrDamaged
	}
	r := rtf{in: file, state: state{skip: 1}, page: "windows-1252"}
	r.run()
	doc := &Document{Title: strings.TrimSpace(r.info["title"]), Author: strings.TrimSpace(r.info["author"])}
	if r.tooLong {
		return nil, ErrTooLong
	}
	if doc.Text = r.text.String(); doc.Text == "" {
		return nil, ErrNoText
	}
	return doc, nil
}

// state is what a group sets for what stands in it.
type state struct {
	hidden bool   // no text: a table, a picture, something deleted
	field  string // of the file's properties, "" in text
	skip   int    // characters that stand after \u for readers that do not know it
}

type rtf struct {
	in      []byte
	at      int
	state   state
	stack   []state
	page    string // encoding of bytes
	bytes   []byte // bytes above ASCII, not decoded yet
	high    rune   // first half of a pair of \u, 0 for none
	skip    int    // characters still to skip
	text    paragraphs
	info    map[string]string
	tooLong bool
}

// maxGroups is how deep groups may nest; what nests deeper is read as if it did
// not.
const maxGroups = 10_000

func (r *rtf) run() {
	r.info = map[string]string{}
	for r.at < len(r.in) && !r.tooLong {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			r.decode()
			if len(r.stack) < maxGroups {
				r.stack = append(r.stack, r.state)
			}
			r.skip = 0
		case '}':
			r.decode()
			if n := len(r.stack); n > 0 {
				r.state, r.stack = r.stack[n-1], r.stack[:n-1]
			}
			r.skip = 0
		case '\\':
			r.control()
		case '\r', '\n':
		case '\t':
			r.put('\t')
		default:
			r.byte(c)
		}
	}
	r.decode()
}

// control reads what follows a backslash: a word with a number, or a sign.
func (r *rtf) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if !isLetter(c) {
		r.at++
		r.sign(c)
		return
	}
	start := r.at
	for r.at < len(r.in) && isLetter(r.in[r.at]) {
		r.at++
	}
	word := string(r.in[start:min(r.at, start+32)])
	start = r.at
	if r.at < len(r.in) && r.in[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.in) && r.in[r.at] >= '0' && r.in[r.at] <= '9' && r.at-start < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[start:r.at]))
	if err != nil {
		n = 0
	}
	given := err == nil
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, given)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (r *rtf) sign(c byte) {
	switch c {
	case '\'':
		if r.at+2 <= len(r.in) {
			if n, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.byte(byte(n))
			}
		}
	case '*': // a destination that readers may not know
		r.state.hidden = true
	case '~':
		r.put('\u00a0')
	case '_':
		r.put('-')
	case '\\', '{', '}':
		r.byte(c)
	case '\n', '\r':
		r.put('\n')
		r.paragraph()
	}
}

// word does what a control word asks for.
func (r *rtf) word(word string, n int, given bool) {
	switch word {
	case "par", "sect", "page", "row":
		r.paragraph()
	case "line":
		r.put('\n')
	case "tab", "cell":
		r.put('\t')
	case "emdash":
		r.put('—')
	case "endash":
		r.put('–')
	case "lquote":
		r.put('‘')
	case "rquote":
		r.put('’')
	case "ldblquote":
		r.put('“')
	case "rdblquote":
		r.put('”')
	case "bullet":
		r.put('•')
	case "u":
		r.unicode(n)
	case "uc":
		r.state.skip = min(max(n, 0), 8)
	case "bin":
		r.at = min(len(r.in), r.at+max(n, 0))
	case "ansicpg":
		r.page = "windows-" + strconv.Itoa(n)
	case "mac":
		r.page = "macintosh"
	case "deleted", "v":
		r.decode()
		r.state.hidden = r.state.hidden || !given || n != 0
	case "title", "author":
		if r.state.field == "info" {
			r.decode()
			r.state.field = word
		}
	case "info":
		r.decode()
		r.state.field = "info"
	case "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
		"footnote", "annotation", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "themedata", "datastore", "fldinst", "revtbl", "latentstyles", "filetbl", "nonshppict", "shppict", "listtext", "pntext":
		r.decode()
		r.state.hidden = true
	}
}

// unicode puts a character by its number; numbers above 32767 are written as
// negative, those above 65535 as a pair.
func (r *rtf) unicode(n int) {
	r.decode()
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.put(utf16.DecodeRune(r.high, c))
		r.high = 0
	default:
		r.put(c)
	}
	r.skip = r.state.skip
}

// byte puts a byte of the file's encoding.
func (r *rtf) byte(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if c >= 0x80 || len(r.bytes) > 0 { // the second byte of a pair may be ASCII
		r.bytes = append(r.bytes, c)
		if c < 0x80 {
			r.decode()
		}
		return
	}
	r.put(rune(c))
}

// decode puts the bytes that wait to be decoded together.
func (r *rtf) decode() {
	if len(r.bytes) == 0 {
		return
	}
	waiting := r.bytes
	r.bytes = nil
	text := strings.ToValidUTF8(string(waiting), "\ufffd")
	if enc, _ := charset.Lookup(r.page); enc != nil {
		if out, err := enc.NewDecoder().Bytes(waiting); err == nil {
			text = string(out)
		}
	}
	for _, c := range text {
		r.put(c)
	}
}

func (r *rtf) put(c rune) {
	if len(r.bytes) > 0 {
		r.decode()
	}
	switch {
	case r.state.hidden || r.state.field == "info":
	case r.state.field != "":
		if len(r.info[r.state.field]) < 1000 {
			r.info[r.state.field] += string(c)
		}
	case r.text.text.Len()+r.text.current.Len() > MaxText:
		r.tooLong = true
	default:
		r.text.current.WriteRune(c)
	}
}

func (r *rtf) paragraph() {
	r.decode()
	if !r.state.hidden && r.state.field == "" {
		r.text.flush()
	}
}
