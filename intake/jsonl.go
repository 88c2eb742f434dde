package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/demarche/demarche"
)

// jsonLines reads one document a line.
func (r Reader) jsonLines(path string, in *bufio.Reader, yield yielder) bool {
	var buf []byte
	documents := 0
	for number := 1; ; number++ {
		line, long, err := readLine(in, buf[:0])
		buf = line
		if err != nil && !errors.Is(err, io.EOF) {
			p := unreadable(path, err)
			p.Line = number
			return yield(nil, p)
		}
		more := true
		switch {
		case long:
			documents++
			more = yield(nil, &Problem{Path: path, Line: number, What: tooLong("the line")})
		case isBulkIndex(line):
			documents++ // that of the next line
		case len(bytes.TrimSpace(line)) > 0:
			if documents == 0 && spread(line) {
				end := "\n"
				if err != nil {
					end = "" // the line is the last and has none
				}
				return r.jsonValues(path, io.MultiReader(bytes.NewReader(line), strings.NewReader(end), in), yield)
			}
			documents++
			more = yield(r.parse(path, number, line))
		}
		if !more {
			return false
		}
		if err != nil {
			break
		}
	}
	if documents == 0 {
		return yield(nil, &Problem{Path: path, Line: 1, What: "the file is empty; nothing to code"})
	}
	return true
}

// isBulkIndex says whether a line only says where the next one belongs, as in the
// dumps of search engines: {"index":{"_id":"7"}}.
func isBulkIndex(line []byte) bool {
	return len(line) < 300 && bytes.HasPrefix(line, []byte(`{"index":{"_`))
}

// spread says whether a line opens a JSON value that goes on below, or a list.
func spread(line []byte) bool {
	t := bytes.TrimSpace(line)
	return len(t) == 1 && t[0] == '{' || len(t) > 0 && t[0] == '['
}

// readLine appends the next line to buf, without its end. Of a line longer than
// MaxDocument nothing is kept. At the end of the input the error is io.EOF and
// the line may still hold something.
func readLine(in *bufio.Reader, buf []byte) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long && len(buf)+len(part) > MaxDocument {
			long, buf = true, buf[:0]
		}
		if !long {
			buf = append(buf, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(buf, []byte("\n")), long, err
		}
	}
}

// parse makes a document of one line, and says what was wrong with it.
func (r Reader) parse(path string, number int, line []byte) (*demarche.Doc, error) {
	at := Problem{Path: path, Line: number}
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		p := jsonProblem(line, err)
		p.Path, p.Line, p.Err = path, number, err
		return nil, p
	}
	if rec.lacks() || r.Fields.isSet() {
		var v map[string]any
		if err := json.Unmarshal(line, &v); err == nil {
			named := r.Fields.record(func(name string) string { return lookUp(v, name) })
			if r.Fields.isSet() {
				rec = named
			}
			rec.fill(named)
		}
	}
	doc, err := r.document(at, &rec)
	if i := invalidUTF8(string(line)); i >= 0 && doc != nil && err == nil {
		return doc, &Problem{Path: path, Line: number, Col: i + 1, What: badUTF8}
	}
	return doc, err
}

// jsonProblem says in plain words what json.Unmarshal did not like.
func jsonProblem(line []byte, err error) *Problem {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(line):
		return &Problem{Col: len(line), What: "the JSON object ends too early; write each document on one line"}
	case errors.As(err, &syntax):
		return &Problem{Col: int(syntax.Offset), What: fmt.Sprintf("this is no JSON (%v); correct the line", err)}
	case errors.As(err, &kind) && kind.Field == "":
		return &Problem{What: fmt.Sprintf("a document is a JSON object, and this is a JSON %s; correct the line", kind.Value)}
	case errors.As(err, &kind):
		return &Problem{Col: int(kind.Offset), What: fmt.Sprintf("the field %q is a JSON %s and has to be a string; correct the line", kind.Field, kind.Value)}
	}
	return &Problem{What: fmt.Sprintf("this is no JSON document (%v); correct the line", err)}
}
