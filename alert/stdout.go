package alert

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

// Text is the alert for people: a few lines, without control characters.
func (a *Alert) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", printable(a.Title))
	if a.Sentence != "" {
		fmt.Fprintf(&b, "  “%s”\n", printable(a.Sentence))
	}
	if at := strings.Join(strings.Fields(a.Source+" "+a.URL), " "); at != "" {
		fmt.Fprintf(&b, "  %s\n", printable(at))
	}
	for _, reason := range a.Reasons {
		fmt.Fprintf(&b, "  - %s\n", printable(reason))
	}
	return b.String()
}

// printable is a text on one line, without what a terminal would obey.
func printable(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r)
	}), " ")
}

// stdoutSender prints alerts.
type stdoutSender struct{ out io.Writer }

func (s *stdoutSender) send(_ context.Context, a *Alert) error {
	_, err := io.WriteString(s.out, a.Text())
	return err
}

// fileSender appends alerts to a file, one JSON object a line.
type fileSender struct{ path string }

func (s *fileSender) send(_ context.Context, a *Alert) error {
	line, err := jsonLine(a)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(s.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(line) // in one call, so that two writers do not mix
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// jsonLine is the alert as one line of JSON.
func jsonLine(a *Alert) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(a); err != nil {
		return nil, fmt.Errorf("writing an alert: %w", err)
	}
	return b.Bytes(), nil
}
