// Package mail reads articles out of e-mail: single messages and mailboxes.
package mail

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"github.com/demarche/demarche/intake/page"
)

// MaxMessage is the longest message that is read, with what is attached to it,
// in bytes.
const MaxMessage = 64 << 20

// Limits on what a message may consist of.
const (
	maxParts = 200
	maxDepth = 10
	maxText  = 8 << 20
)

// Message is what a message says.
type Message struct {
	ID       string
	Subject  string
	From     string // the sender's name, or address
	Domain   string // of the sender's address
	Language string // as the header states it
	Date     time.Time
	Text     string
}

// Errors of Read.
var (
	ErrNoText  = errors.New("the message holds no text, only attachments")
	ErrTooLong = fmt.Errorf("the message is longer than %d MiB and was passed over", MaxMessage>>20)
)

// Read reads one message.
func Read(in io.Reader) (*Message, error) {
	m, err := mail.ReadMessage(bufio.NewReader(in))
	if err != nil {
		return nil, fmt.Errorf("the header of the message cannot be read: %w", err)
	}
	msg := &Message{
		ID:       strings.Trim(m.Header.Get("Message-Id"), "<> \t"),
		Subject:  decoded(m.Header.Get("Subject")),
		Language: m.Header.Get("Content-Language"),
	}
	msg.from(m.Header)
	if date, err := m.Header.Date(); err == nil {
		msg.Date = date
	}
	p := parts{left: maxParts}
	if err := p.read(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil && p.plain == "" && p.html == "" {
		return nil, fmt.Errorf("the message cannot be read: %w", err)
	}
	if msg.Text = p.text(); msg.Text == "" {
		return nil, ErrNoText
	}
	return msg, nil
}

// from takes the sender, as well as the header can be read.
func (m *Message) from(h mail.Header) {
	parser := mail.AddressParser{WordDecoder: wordDecoder()}
	address, err := parser.Parse(h.Get("From"))
	if err != nil {
		m.From = decoded(h.Get("From"))
		return
	}
	m.From = address.Name
	if m.From == "" {
		m.From = address.Address
	}
	_, m.Domain, _ = strings.Cut(address.Address, "@")
}

func wordDecoder() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, in) }}
}

// decoded is a header's text, its encoded words decoded.
func decoded(s string) string {
	if out, err := wordDecoder().DecodeHeader(s); err == nil {
		s = out
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "\ufffd")
}

// parts are the texts that a message's parts hold.
type parts struct {
	plain, html string
	left        int // parts that may still be read
}

// read reads a part and those in it. Attachments are no text.
func (p *parts) read(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if p.left--; p.left < 0 || depth > maxDepth {
		return errors.New("it has too many parts")
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); disposition == "attachment" {
		return nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return p.readAll(multipart.NewReader(body, params["boundary"]), depth)
	case kind == "text/plain":
		text, err := content(h, body, params["charset"])
		p.plain = joined(p.plain, flowed(text, params["format"] == "flowed"))
		return err
	case kind == "text/html":
		text, err := content(h, body, params["charset"])
		p.html = joined(p.html, text)
		return err
	}
	return nil
}

func (p *parts) readAll(all *multipart.Reader, depth int) error {
	for {
		part, err := all.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := p.read(part.Header, part, depth+1); err != nil {
			return err
		}
	}
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n\n" + b
}

// content is a part's text, decoded and in UTF-8. What could be read before an
// error is given with it.
func content(h textproto.MIMEHeader, body io.Reader, label string) (string, error) {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	raw, err := io.ReadAll(io.LimitReader(body, maxText))
	if label != "" && !strings.EqualFold(label, "utf-8") {
		if in, e := charset.NewReaderLabel(label, bytes.NewReader(raw)); e == nil {
			if text, e := io.ReadAll(in); e == nil {
				raw = text
			}
		}
	}
	return strings.ToValidUTF8(string(raw), "\ufffd"), err
}

// text is the message's text: its plain text, or its HTML where there is no
// plain text worth the name beside it.
func (p *parts) text() string {
	plain := own(p.plain)
	if p.html == "" {
		return plain
	}
	if rich := strings.TrimSpace(page.Plain(p.html)); plain == "" || len(plain)*4 < len(rich) {
		article, err := page.Extract([]byte(p.html), page.Options{ContentType: "text/html; charset=utf-8"})
		if err == nil && len(article.Text)*3 > len(rich) {
			return article.Text
		}
		return rich
	}
	return plain
}

// flowed joins the lines of a text that says they were only broken for sending
// (RFC 3676).
func flowed(text string, is bool) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !is {
		return text
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		if strings.HasSuffix(line, " \n") && line != "-- \n" {
			line = strings.TrimSuffix(line, "\n")
		}
		b.WriteString(line)
	}
	return b.String()
}

// own is a text without the messages quoted in it and without the signature.
func own(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line == "-- " || line == "--" {
			break
		}
		if !strings.HasPrefix(line, ">") {
			lines = append(lines, strings.TrimRight(line, " \t\r"))
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
