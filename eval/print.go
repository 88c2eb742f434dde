package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteText prints the report for reading.
func (r *Report) WriteText(w io.Writer) error {
	p := &printer{w: w}
	p.printf("%s: %d %s\n", r.Kind, r.Items, r.Unit)
	for _, s := range r.Sections {
		p.section(s)
	}
	if len(r.Errors) > 0 {
		p.section(Section{Title: "errors", Lines: r.Errors})
	}
	return p.err
}

// WriteJSON prints the report as one JSON object.
func (r *Report) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(r); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// printer keeps the first write error, so that the layout reads straight down.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) section(s Section) {
	p.printf("\n%s\n", s.Title)
	width := 12
	for _, f := range s.Figures {
		width = max(width, utf8.RuneCountInString(f.Name))
	}
	for _, f := range s.Figures {
		p.printf("  %-*s  %6.3f\n", width, f.Name, f.Value)
	}
	if len(s.Scores) > 0 {
		p.scores(s.Scores)
	}
	if s.Confusion != nil {
		p.confusion(s.Confusion)
	}
	for _, line := range s.Lines {
		p.printf("  %s\n", line)
	}
}

func (p *printer) scores(scores []Score) {
	width := 12
	for _, s := range scores {
		width = max(width, utf8.RuneCountInString(s.Name))
	}
	p.printf("  %-*s  %9s  %6s  %6s  %7s  %7s  %7s\n", width, "", "precision", "recall", "F1", "correct", "found", "gold")
	for _, s := range scores {
		p.printf("  %-*s  %9.3f  %6.3f  %6.3f  %7d  %7d  %7d\n",
			width, s.Name, s.Precision(), s.Recall(), s.F1(), s.Correct, s.Predicted, s.Gold)
	}
}

func (p *printer) confusion(c *Confusion) {
	width := len("gold \\ found")
	cell := 5
	for _, class := range c.Classes() {
		width = max(width, utf8.RuneCountInString(class))
		cell = max(cell, utf8.RuneCountInString(short(class)))
	}
	p.printf("  %-*s", width, "gold \\ found")
	for _, class := range c.Classes() {
		p.printf(" %*s", cell, short(class))
	}
	p.printf("\n")
	for _, gold := range c.Classes() {
		p.printf("  %-*s", width, gold)
		for _, predicted := range c.Classes() {
			p.printf(" %*s", cell, dot(c.Count(gold, predicted)))
		}
		p.printf("\n")
	}
}

// short is a class name narrow enough for the head of a column.
func short(class string) string {
	if utf8.RuneCountInString(class) <= 6 {
		return class
	}
	return strings.TrimRight(string([]rune(class)[:6]), " -_")
}

// dot prints a zero as a dot, so that the figures stand out.
func dot(n int) string {
	if n == 0 {
		return "."
	}
	return fmt.Sprint(n)
}
