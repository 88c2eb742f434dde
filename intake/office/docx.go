package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrNotDOCX says that a ZIP archive is no word processor's file.
var ErrNotDOCX = errors.New("this is a ZIP archive, but no DOCX file; unpack it")

// IsZIP says whether the head of a file is that of a ZIP archive, as DOCX files
// are.
func IsZIP(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// DOCX reads a file of a word processor (ECMA-376). What was deleted with changes
// tracked is no text; notes and headers are left out.
func DOCX(file []byte) (*Document, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", ErrDamaged, err)
	}
	parts := map[string]*zip.File{}
	for _, f := range archive.File {
		parts[f.Name] = f
	}
	main := parts["word/document.xml"]
	if main == nil {
		return nil, ErrNotDOCX
	}
	doc := &Document{}
	if core := parts["docProps/core.xml"]; core != nil {
		doc.properties(core)
	}
	var text paragraphs
	if err := eachToken(main, text.token); err != nil {
		return nil, err
	}
	if doc.Text = text.String(); doc.Text == "" {
		return nil, ErrNoText
	}
	return doc, nil
}

// maxXML is the longest XML part that is read, in bytes: markup is several times
// as long as the text in it. What unpacks to more is a bomb.
const maxXML = 6 * MaxText

// eachToken calls f with the tokens of an XML part.
func eachToken(part *zip.File, f func(xml.Token)) error {
	if part.UncompressedSize64 > maxXML {
		return ErrTooLong
	}
	in, err := part.Open()
	if err != nil {
		return fmt.Errorf("%w (%v)", ErrDamaged, err)
	}
	defer in.Close() // read only: nothing is lost if closing fails
	limited := &io.LimitedReader{R: in, N: maxXML}
	d := xml.NewDecoder(limited)
	d.Strict = false
	for {
		token, err := d.Token()
		switch {
		case limited.N <= 0:
			return ErrTooLong
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%w (%v)", ErrDamaged, err)
		}
		f(token)
	}
}

// properties takes title and author, where they say something. A damaged part
// says nothing.
func (d *Document) properties(part *zip.File) {
	current := ""
	err := eachToken(part, func(t xml.Token) {
		switch t := t.(type) {
		case xml.StartElement:
			current = t.Name.Local
		case xml.EndElement:
			current = ""
		case xml.CharData:
			switch current {
			case "title":
				d.Title = strings.TrimSpace(string(t))
			case "creator":
				d.Author = strings.TrimSpace(string(t))
			}
		}
	})
	if err != nil {
		d.Title, d.Author = "", ""
	}
}

// paragraphs gathers the text of the main part.
type paragraphs struct {
	text    strings.Builder
	current strings.Builder
	inText  bool
	deleted int // depth of what was deleted
}

func (p *paragraphs) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		switch t.Name.Local {
		case "t":
			p.inText = p.deleted == 0
		case "tab":
			p.current.WriteByte('\t')
		case "br", "cr":
			p.current.WriteByte('\n')
		case "noBreakHyphen":
			p.current.WriteByte('-')
		case "del", "moveFrom", "txbxContent":
			p.deleted++
		}
	case xml.EndElement:
		switch t.Name.Local {
		case "t":
			p.inText = false
		case "p":
			if p.deleted == 0 {
				p.flush()
			}
		case "del", "moveFrom", "txbxContent":
			p.deleted--
		}
	case xml.CharData:
		if p.inText && p.text.Len()+p.current.Len() < MaxText {
			p.current.Write(t)
		}
	}
}

// flush ends a paragraph.
func (p *paragraphs) flush() {
	var lines []string
	for line := range strings.SplitSeq(p.current.String(), "\n") {
		lines = append(lines, strings.TrimRight(line, " \t\u00a0"))
	}
	if text := strings.Trim(strings.Join(lines, "\n"), "\n"); strings.TrimSpace(text) != "" {
		if p.text.Len() > 0 {
			p.text.WriteString("\n\n")
		}
		p.text.WriteString(text)
	}
	p.current.Reset()
}

// String is the text so far.
func (p *paragraphs) String() string {
	p.flush()
	return strings.ToValidUTF8(p.text.String(), "\ufffd")
}
