package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
)

// IsMailbox says whether the head of a file is that of a mailbox in mbox form.
func IsMailbox(head []byte) bool {
	line, rest, ok := bytes.Cut(head, []byte("\n"))
	return ok && isFromLine(line) && IsMessage(rest)
}

// IsMessage says whether the head of a file is that of a message: lines of
// header fields, two of them such as every message has.
func IsMessage(head []byte) bool {
	known := 0
	lines := strings.Split(string(head), "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, "\r")
		if line == "" || i == len(lines)-1 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if i == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t") {
			return false
		}
		switch strings.ToLower(name) {
		case "from", "date", "message-id", "received", "mime-version", "return-path", "delivered-to", "content-type", "dkim-signature":
			known++
		}
	}
	return known >= 2
}

// isFromLine says whether a line starts a message of a mailbox: "From", the
// sender, and a date with a time.
func isFromLine(line []byte) bool {
	return bytes.HasPrefix(line, []byte("From ")) && len(line) < 300 && bytes.Count(line, []byte(":")) >= 1 && len(bytes.Fields(line)) >= 5
}

// Messages reads the messages of a mailbox, each with the line that it starts
// on. A message that cannot be read comes as an error; the rest goes on.
func Messages(in io.Reader) iter.Seq2[Numbered, error] {
	return func(yield func(Numbered, error) bool) {
		b := box{in: bufio.NewReaderSize(in, 64<<10), yield: yield}
		err := b.read()
		if !b.stopped && err != nil {
			yield(Numbered{Line: b.line}, err)
		}
	}
}

// Numbered is a message of a mailbox; Message is nil beside an error.
type Numbered struct {
	*Message
	Line int
}

type box struct {
	in      *bufio.Reader
	yield   func(Numbered, error) bool
	message bytes.Buffer
	tooLong bool
	line    int // last line read
	start   int // line that the message starts on
	stopped bool
}

// read divides the mailbox at the lines that start messages.
func (b *box) read() error {
	blank := true // whether the last line was blank: only then one can start
	for {
		line, err := b.in.ReadSlice('\n')
		whole := !errors.Is(err, bufio.ErrBufferFull)
		if whole {
			b.line++
		}
		if blank && isFromLine(line) {
			if b.flush(); b.stopped {
				return nil
			}
			b.start = b.line
		} else {
			b.add(line)
		}
		blank = whole && len(bytes.TrimSpace(line)) == 0
		if err != nil && whole {
			b.flush()
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

func (b *box) add(line []byte) {
	if b.message.Len()+len(line) > MaxMessage {
		b.tooLong = true
		return
	}
	if trimmed := bytes.TrimLeft(line, ">"); len(trimmed) < len(line) && bytes.HasPrefix(trimmed, []byte("From ")) {
		line = line[1:] // escaped when it was put into the box
	}
	b.message.Write(line)
}

// flush gives the message so far.
func (b *box) flush() {
	if b.start > 0 && (b.message.Len() > 0 || b.tooLong) {
		var msg *Message
		err := error(ErrTooLong)
		if !b.tooLong {
			msg, err = Read(&b.message)
		}
		b.stopped = !b.yield(Numbered{msg, b.start}, err)
	}
	b.message.Reset()
	b.tooLong = false
}
