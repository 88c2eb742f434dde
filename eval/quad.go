package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/demarche/demarche"
)

// quadClasses are the classes of the sentence: neutral, then the quad classes.
var quadClasses = []string{"0", "1", "2", "3", "4"}

// Quad scores the coder on the class of whole sentences: lines of text, tab and
// a class from 0 (neutral) to 4 (material conflict). The class found is that of
// the sentence's main event, the first that is printed; 0 when there is none.
// As such gold is labelled, SANCTION counts as verbal conflict (3) and CONCEDE
// as material cooperation (2).
func Quad(paths []string, code Coder) (*Report, error) {
	confusion := NewConfusion(quadClasses...)
	var errors []string
	var judged []Judged
	n := 0
	for _, path := range paths {
		err := eachLine(path, func(number int, line string) error {
			if strings.TrimSpace(line) == "" {
				return nil
			}
			text, class, ok := strings.Cut(line, "\t")
			class = strings.TrimSpace(class)
			if !ok || !slices.Contains(quadClasses, class) {
				return fmt.Errorf("a line is a sentence, a tab and a class from 0 to 4")
			}
			n++
			doc, err := codeText(code, fmt.Sprintf("%s:%d", path, number), text, demarche.Date{})
			if err != nil {
				return err
			}
			found := quadClass(doc.Events)
			confusion.Add(class, found)
			if len(doc.Events) > 0 {
				judged = append(judged, Judged{doc.Events[0], found == class})
			}
			if found != class {
				errors = append(errors, fmt.Sprintf("%d class %s, found %s (%s): %s", number, class, found, describe(doc.Events), text))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if n == 0 {
		return nil, noItems(paths, "sentences")
	}
	scores := confusion.Scores()
	return &Report{Kind: "cameo-quad", Items: n, Unit: "sentences", Errors: errors, Judged: judged, Sections: []Section{{
		Title: "classes", Scores: scores, Confusion: confusion,
		Figures: []Figure{{"accuracy", confusion.Accuracy()}, {"macro F1", MacroF1(scores)}},
	}, reliability(judged)}}, nil
}

// quadClass is the class of the main event in the terms of this gold.
func quadClass(events []demarche.Event) string {
	if len(events) == 0 {
		return "0"
	}
	switch first(&events[0]) {
	case "SANCTION":
		return "3"
	case "CONCEDE":
		return "2"
	}
	return fmt.Sprint(events[0].QuadCode)
}

// wordEdge says whether byte i of the text lies at the edge of a word.
func wordEdge(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || i == len(text) || !inWord(before) || !inWord(after)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
