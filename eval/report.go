// Package eval scores demarche against gold files and says how well it did:
// one function a kind of gold, all of them giving a Report.
package eval

import (
	"encoding/json"
	"fmt"
	"math"
)

// Report is what an evaluation found, in the order in which it is printed.
type Report struct {
	Kind     string    `json:"kind"`  // as on the command line: "plover"
	Items    int       `json:"items"` // how many gold items were scored
	Unit     string    `json:"unit"`  // what an item is: "records", "sentences"
	Sections []Section `json:"sections"`
	Errors   []string  `json:"errors,omitempty"` // one line for each gold item that came out wrong
	Judged   []Judged  `json:"-"`                // events that the gold tells right from wrong
}

// Section is one set of figures that belong together.
type Section struct {
	Title     string     `json:"title"`
	Figures   []Figure   `json:"-"`                // single numbers: accuracy, macro-F1
	Scores    []Score    `json:"scores,omitempty"` // precision, recall and F1, a line each
	Confusion *Confusion `json:"confusion,omitempty"`
	Lines     []string   `json:"lines,omitempty"` // remarks
}

// Figure is a single number with its name, such as an accuracy between 0 and 1.
type Figure struct {
	Name  string
	Value float64
}

// Score counts what was found of one thing or class.
type Score struct {
	Name      string
	Correct   int // found and right
	Predicted int // found
	Gold      int // to be found
}

// Precision is the share of what was found that is right, 0 when nothing was found.
func (s Score) Precision() float64 { return ratio(s.Correct, s.Predicted) }

// Recall is the share of the gold that was found, 0 when there is none.
func (s Score) Recall() float64 { return ratio(s.Correct, s.Gold) }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.Correct, s.Predicted+s.Gold) }

// Add counts one item: what was wanted and what was found; either may be missing.
func (s *Score) Add(gold, predicted, correct bool) {
	s.Gold += count(gold)
	s.Predicted += count(predicted)
	s.Correct += count(correct)
}

// MarshalJSON writes the counts and the three measures.
func (s Score) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name      string  `json:"name"`
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
		Correct   int     `json:"correct"`
		Predicted int     `json:"predicted"`
		Gold      int     `json:"gold"`
	}{s.Name, round4(s.Precision()), round4(s.Recall()), round4(s.F1()), s.Correct, s.Predicted, s.Gold})
}

// MarshalJSON writes the figures as an object, so that a script can say
// section.figures.macro_f1.
func (s Section) MarshalJSON() ([]byte, error) {
	type plain Section
	figures := make(map[string]float64, len(s.Figures))
	for _, f := range s.Figures {
		figures[key(f.Name)] = round4(f.Value)
	}
	return json.Marshal(struct {
		plain
		Figures map[string]float64 `json:"figures,omitempty"`
	}{plain(s), figures})
}

// Summary is the report without what is told class by class.
func (r *Report) Summary() *Report {
	short := *r
	short.Sections = nil
	for _, s := range r.Sections {
		s.Confusion = nil
		if len(s.Figures) > 0 {
			s.Scores = nil
		}
		if len(s.Figures)+len(s.Scores) > 0 {
			short.Sections = append(short.Sections, s)
		}
	}
	return &short
}

// Figure is the number of that name in the section of that title.
func (r *Report) Figure(section, name string) (float64, error) {
	for _, s := range r.Sections {
		if s.Title != section {
			continue
		}
		for _, f := range s.Figures {
			if f.Name == name {
				return f.Value, nil
			}
		}
	}
	return 0, fmt.Errorf("report %s has no figure %q in section %q", r.Kind, name, section)
}

// MacroF1 is the mean F1 of the classes that the gold has.
func MacroF1(classes []Score) float64 {
	sum, n := 0.0, 0
	for _, c := range classes {
		if c.Gold > 0 {
			sum += c.F1()
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// key is a name as a JSON key: lower case words joined by underscores.
func key(name string) string {
	out := make([]byte, 0, len(name))
	for _, r := range name {
		switch {
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r-'A'+'a'))
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			out = append(out, byte(r))
		case len(out) > 0 && out[len(out)-1] != '_':
			out = append(out, '_')
		}
	}
	return string(out)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func round4(v float64) float64 { return math.Round(v*1e4) / 1e4 }

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}
