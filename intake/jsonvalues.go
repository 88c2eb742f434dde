package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// jsonValues reads documents from JSON that is no JSON Lines: a list of them, one
// over several lines, or a list inside an object, as programming interfaces
// answer. A list at the top is streamed.
func (r Reader) jsonValues(path string, in io.Reader, yield yielder) bool {
	s := &jsonStream{reader: r, path: path, yield: yield, limited: &io.LimitedReader{R: in, N: MaxDocument}}
	d := json.NewDecoder(s.limited)
	for {
		s.limited.N = MaxDocument
		err := s.value(d)
		switch {
		case s.stopped:
			return false
		case errors.Is(err, io.EOF) && s.limited.N > 0 && s.count > 0:
			return true
		case err != nil:
			return yield(nil, s.problem(err, d.InputOffset()))
		}
	}
}

type jsonStream struct {
	reader  Reader
	path    string
	yield   yielder
	limited *io.LimitedReader
	count   int // documents so far
	stopped bool
}

func (s *jsonStream) problem(err error, offset int64) *Problem {
	p := &Problem{Path: s.path, What: fmt.Sprintf("this is no JSON from byte %d on (%v); correct the file", offset+1, err), Err: err}
	switch {
	case s.limited.N <= 0:
		p.What = tooLong("the document")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		p.What = fmt.Sprintf("the JSON ends too early, after %d documents; check that the file is whole", s.count)
	}
	return p
}

// value reads one value at the top: an object, or a list, element by element.
func (s *jsonStream) value(d *json.Decoder) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	switch token {
	case json.Delim('['):
		for d.More() {
			s.limited.N = MaxDocument
			var v any
			if err := d.Decode(&v); err != nil {
				return err
			}
			if s.documents(v); s.stopped {
				return nil
			}
		}
		_, err := d.Token()
		return err
	case json.Delim('{'):
		v, err := object(d)
		if err == nil {
			s.documents(v)
		}
		return err
	}
	s.documents(token)
	return nil
}

// object reads the rest of an object.
func object(d *json.Decoder) (map[string]any, error) {
	v := map[string]any{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		var field any
		if err := d.Decode(&field); err != nil {
			return nil, err
		}
		if name, ok := key.(string); ok {
			v[name] = field
		}
	}
	_, err := d.Token()
	return v, err
}

// documents gives the document that v is, or those that it lists.
func (s *jsonStream) documents(v any) {
	at := Problem{Path: s.path, Line: 0}
	m, ok := v.(map[string]any)
	if !ok {
		s.count++
		at.What = fmt.Sprintf("document %d: a document is a JSON object; correct the file", s.count)
		s.stopped = !s.yield(nil, &at)
		return
	}
	rec := s.reader.Fields.record(func(name string) string { return lookUp(m, name) })
	if list := listedIn(m); rec.Text == "" && list != nil {
		for _, one := range list {
			if s.documents(one); s.stopped {
				return
			}
		}
		return
	}
	s.count++
	doc, err := s.reader.document(at, &rec)
	var p *Problem
	if errors.As(err, &p) {
		p.What = fmt.Sprintf("document %d: %s", s.count, p.What)
	}
	if doc != nil && rec.ID == "" {
		doc.ID = fmt.Sprintf("%s:%d", s.path, s.count)
	}
	s.stopped = !s.yield(doc, err)
}

// listedIn is the list of things that an answer of a programming interface holds.
func listedIn(m map[string]any) []any {
	for _, key := range []string{"articles", "documents", "docs", "results", "items", "stories", "news", "data", "hits", "response"} {
		switch v := m[key].(type) {
		case []any:
			return v
		case map[string]any:
			if list := listedIn(v); list != nil {
				return list
			}
		}
	}
	return nil
}

// lookUp is the value at a path of names and places, "a.b.0.c", as text; names
// at the top are also found in another case, and with dots in them.
func lookUp(m map[string]any, path string) string {
	if v, ok := m[path]; ok {
		return plainValue(v)
	}
	var v any = m
	for step := range strings.SplitSeq(path, ".") {
		switch t := v.(type) {
		case map[string]any:
			v = t[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(t) {
				return ""
			}
			v = t[i]
		default:
			return ""
		}
	}
	if v == nil {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if strings.EqualFold(key, path) {
				return plainValue(m[key])
			}
		}
	}
	return plainValue(v)
}
