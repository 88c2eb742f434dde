package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"
)

// Limits on what a page may consist of, far above those of any article. They
// bound time and memory: a tree takes many times the page's own size.
const (
	maxTags  = 250_000
	maxSigns = 1_000_000 // equals signs, one for each attribute
	maxText  = 4 << 20   // bytes outside scripts
	maxAttrs = 100       // of an element; the others are dropped
)

// parse is the page's tree. The parser refuses what nests too deep.
func parse(page []byte, contentType string) (*html.Node, error) {
	if bytes.Count(page, []byte("<")) > maxTags || bytes.Count(page, []byte("=")) > maxSigns {
		return nil, ErrTooMany
	}
	root, err := html.Parse(bytes.NewReader(decode(page, contentType)))
	if err != nil {
		return nil, ErrTooDeep // reading from memory cannot fail otherwise
	}
	text := 0
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && len(n.Attr) > maxAttrs:
			n.Attr = n.Attr[:maxAttrs:maxAttrs]
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Script && n.Parent.DataAtom != atom.Style:
			text += len(n.Data)
		}
	}
	if text > maxText {
		return nil, ErrTooLong
	}
	return root, nil
}

// metaLen is how far into a page its charset may be declared; the standard
// says 1,024 bytes, and pages do not keep to it.
const metaLen = 8 << 10

// decode is the page in UTF-8. What is valid UTF-8 and not plain ASCII is taken
// for UTF-8 whatever the page says, since no other encoding looks like it.
func decode(page []byte, contentType string) []byte {
	if bom := bytes.TrimPrefix(page, []byte("\ufeff")); len(bom) < len(page) {
		return bytes.ToValidUTF8(bom, []byte("\ufffd"))
	}
	ascii := isASCII(page)
	if !ascii && utf8.Valid(page) && bytes.IndexByte(page, 0) < 0 {
		return page
	}
	head := page[:min(len(page), metaLen)]
	_, name, certain := charset.DetermineEncoding(head, contentType)
	if declared := declaredCharset(head); !certain && declared != "" {
		name, certain = declared, true
	}
	enc, name := charset.Lookup(name)
	switch {
	case enc == nil, name == "utf-8", ascii && !strings.HasPrefix(name, "utf-16") && name != "iso-2022-jp":
		if mostlyUTF8(page) {
			return bytes.ReplaceAll(bytes.ToValidUTF8(page, []byte("\ufffd")), []byte{0}, nil)
		}
		enc, _ = charset.Lookup(guess(page))
	case !certain && mostlyUTF8(page):
		return bytes.ToValidUTF8(page, []byte("\ufffd"))
	case !certain:
		enc, _ = charset.Lookup(guess(page))
	}
	out, _, err := transform.Bytes(enc.NewDecoder(), page)
	if err != nil {
		return bytes.ToValidUTF8(page, []byte("\ufffd"))
	}
	return out
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mostlyUTF8 says whether the bytes that are no UTF-8 are the exception, as in
// a page with a comment pasted in from elsewhere.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		b = b[size:]
	}
	return bad <= good/4
}
