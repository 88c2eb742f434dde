package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// field is one named field of a record or of an HTTP answer.
type field struct{ name, value string }

type fields []field

// get is the value of the first field of that name, "" when there is none.
func (f fields) get(name string) string {
	for _, one := range f {
		if strings.EqualFold(one.name, name) {
			return one.value
		}
	}
	return ""
}

// maxFields is the most that the fields of one record may take, in bytes.
const maxFields = 1 << 20

var errFields = errors.New("the fields at its head do not end")

// readFields reads a first line and fields up to a blank line. It takes what
// servers really send: lines without a colon are passed over.
func readFields(in *bufio.Reader) (first string, all fields, err error) {
	size := 0
	for lines := 0; ; lines++ {
		line, err := readLine(in)
		if size += len(line); size > maxFields {
			return first, all, errFields
		}
		if err != nil {
			return first, all, err
		}
		switch name, value, ok := strings.Cut(line, ":"); {
		case lines == 0:
			first = line
		case line == "":
			return first, all, nil
		case (line[0] == ' ' || line[0] == '\t') && len(all) > 0:
			all[len(all)-1].value += " " + strings.TrimSpace(line)
		case ok:
			all = append(all, field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
}

// readLine is the next line without its end. Of a line longer than the buffer
// only the first part is given.
func readLine(in *bufio.Reader) (string, error) {
	part, err := in.ReadSlice('\n')
	line := string(bytes.TrimRight(part, "\r\n"))
	for n := 0; errors.Is(err, bufio.ErrBufferFull); n++ {
		if n > maxFields/window {
			return "", errFields
		}
		_, err = in.ReadSlice('\n')
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return line, err
}
