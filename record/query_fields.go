package record

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// terms is a field of actor terms.
func terms(name string, in func(*Query) *[]Term) field {
	return field{name, name + ":KAZ", func(q *Query, values []value) error {
		for _, v := range values {
			t := Term{Name: v.text}
			if !v.quoted {
				t = termOf(v.text)
			}
			*in(q) = append(*in(q), t)
		}
		return nil
	}, func(q *Query) string {
		var all []string
		for _, t := range *in(q) {
			all = append(all, t.String())
		}
		return strings.Join(all, ",")
	}, false}
}

// list is a field of words; where options are given it has to be one of them,
// in any capitals.
func list(name, example string, options []string, in func(*Query) *[]string) field {
	return field{name, name + ":" + example, func(q *Query, values []value) error {
		for _, v := range values {
			word, err := among(v.text, options)
			if err != nil {
				return err
			}
			*in(q) = append(*in(q), word)
		}
		return nil
	}, func(q *Query) string {
		var all []string
		for _, s := range *in(q) {
			all = append(all, quoted(s))
		}
		return strings.Join(all, ",")
	}, false}
}

func among(word string, options []string) (string, error) {
	if options == nil {
		return word, nil
	}
	for _, o := range options {
		if strings.EqualFold(o, word) {
			return o, nil
		}
	}
	if near := nearest(word, options); near != "" {
		return "", fmt.Errorf("there is no %q; did you mean %s?", word, near)
	}
	return "", fmt.Errorf("there is no %q; it is one of %s", word, strings.Join(options, " "))
}

// single is the value of a field that takes one.
func single(values []value) (string, error) {
	if len(values) != 1 {
		return "", errors.New("it takes one value")
	}
	return values[0].text, nil
}

// one is a field of one word.
func one(name string, in func(*Query) *string) field {
	return field{name, name + ":ID", func(q *Query, values []value) (err error) {
		*in(q), err = single(values)
		return err
	}, func(q *Query) string {
		if *in(q) == "" {
			return ""
		}
		return quoted(*in(q))
	}, false}
}

// date is a field of one date, as coarse as a year.
func date(name string, fill func(string) (string, error), in func(*Query) *string) field {
	return field{name, name + ":2023-02-28", func(q *Query, values []value) error {
		s, err := single(values)
		if err == nil {
			*in(q), err = fill(s)
		}
		return err
	}, func(q *Query) string { return *in(q) }, true}
}

// firstDay is the first day of a year, month or day.
func firstDay(s string) (string, error) {
	day, _, err := daysOf(s)
	return day, err
}

// lastDay is the last day of a year, month or day.
func lastDay(s string) (string, error) {
	_, day, err := daysOf(s)
	return day, err
}

func daysOf(s string) (first, last string, err error) {
	for _, span := range []struct {
		layout        string
		years, months int
		days          int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {"2006-01-02", 0, 0, 1}} {
		if t, err := time.Parse(span.layout, s); err == nil {
			end := t.AddDate(span.years, span.months, span.days).AddDate(0, 0, -1)
			return t.Format(time.DateOnly), end.Format(time.DateOnly), nil
		}
	}
	return "", "", fmt.Errorf("%q is no date; write 2023, 2023-02 or 2023-02-28", s)
}

// readText adds words to what the text has to have. A value in quotes is a
// phrase where it has several words.
func readText(q *Query, values []value) error {
	for _, v := range values {
		word := v.text
		if v.quoted {
			word = `"` + strings.NewReplacer(`"`, " ", `\`, " ").Replace(word) + `"`
		}
		q.Text = strings.TrimSpace(q.Text + " " + word)
	}
	return nil
}

// showText is a full-text expression as one field: its words divided by commas.
func showText(text string) string {
	var all []string
	for _, w := range textWords(text) {
		if w.phrase {
			all = append(all, `"`+w.text+`"`)
			continue
		}
		all = append(all, w.text)
	}
	return strings.Join(all, ",")
}

// textWord is a word or a phrase of a full-text expression.
type textWord struct {
	text   string
	phrase bool
}

// textWords divides a full-text expression at blanks and commas outside of
// quotes; a quote that is never closed reaches to the end.
func textWords(text string) []textWord {
	var all []textWord
	text = strings.ReplaceAll(text, "\x00", " ") // at which SQLite would end it
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			if part = strings.Join(strings.Fields(part), " "); part != "" {
				all = append(all, textWord{part, true})
			}
			continue
		}
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return strings.ContainsRune(" \t\r\n,\\", r) }) {
			all = append(all, textWord{w, false})
		}
	}
	return all
}

func readConfidence(q *Query, values []value) error {
	s, err := single(values)
	if err != nil {
		return err
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n >= 0 && n <= 1) {
		return fmt.Errorf("%q is no number from 0 to 1", s)
	}
	q.MinConfidence = n
	return nil
}

func showConfidence(q *Query) string {
	if q.MinConfidence == 0 {
		return ""
	}
	return strconv.FormatFloat(q.MinConfidence, 'g', -1, 64)
}

// nearest is the option that differs least from the word, "" when none is near.
func nearest(word string, options []string) string {
	best, least := "", 1+len(word)/3
	for _, o := range options {
		if d := distance(strings.ToLower(word), strings.ToLower(o)); d <= least && (best == "" || d < least) {
			best, least = o, d
		}
	}
	return best
}

// distance is the number of letters to change, add or drop (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// fieldNamed is the field of that name.
func fieldNamed(name string) (field, bool) {
	i := slices.IndexFunc(fields[:], func(f field) bool { return f.name == name })
	if i < 0 {
		return field{}, false
	}
	return fields[i], true
}
