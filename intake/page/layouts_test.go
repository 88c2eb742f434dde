package page_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
	"time"
	"unicode"

	"github.com/demarche/demarche/intake/page"
)

// piece is one block of an article's gold text.
type piece struct{ Kind, Text string }

// story is an article that the layouts are filled with.
type story struct {
	Title, Author, ISO string
	Blocks             []piece
	Many               [30]int
}

func (s story) at(form string) string {
	t, err := time.Parse(time.RFC3339, s.ISO)
	if err != nil {
		panic(err)
	}
	return t.Format(form)
}

func (s story) Day() string  { return s.at("2 January 2006") }
func (s story) Path() string { return s.at("2006/01/02") }

func (s story) Text() string {
	var all []string
	for _, b := range s.Blocks {
		all = append(all, b.Text)
	}
	return strings.Join(all, "\n\n")
}

// readStory reads testdata/articles: title, author, time, and after a blank line
// paragraphs, "# headings", "- items" and "> quotations".
func readStory(t *testing.T, path string) story {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(raw)), "\n")
	s := story{Title: lines[0], Author: lines[1], ISO: lines[2]}
	for i := range s.Many {
		s.Many[i] = i
	}
	kinds := map[byte]string{'#': "heading", '-': "item", '>': "quotation"}
	for _, line := range lines[3:] {
		if line == "" {
			continue
		}
		p := piece{"paragraph", line}
		if kind := kinds[line[0]]; kind != "" && line[1] == ' ' {
			p = piece{kind, line[2:]}
		}
		s.Blocks = append(s.Blocks, p)
	}
	return s
}

// std is a block as most pages write it.
func std(p piece) string {
	text := html.EscapeString(p.Text)
	switch p.Kind {
	case "heading":
		return "<h2>" + text + "</h2>"
	case "item":
		return "<ul><li>" + text + "</li></ul>"
	case "quotation":
		return "<blockquote><p>" + text + "</p></blockquote>"
	}
	// A link and emphasis inside, as articles have them.
	if i := strings.Index(text, " the "); i >= 0 {
		text = text[:i] + ` <a href="/x">the</a> ` + text[i+5:]
	}
	return "<p>" + text + "</p>"
}

// linked is text with every third word a link, as in encyclopedias.
func linked(text string) string {
	words := strings.Fields(html.EscapeString(text))
	for i := range words {
		if i%3 == 2 {
			words[i] = `<a href="/w">` + words[i] + `</a>`
		}
	}
	return strings.Join(words, " ")
}

// firstHalf is the first half of a text, as the free part of an article is.
func firstHalf(text string) string {
	return text[:strings.LastIndexByte(text[:len(text)/2], ' ')]
}

// wrap breaks lines as a telex did.
func wrap(text string) string {
	var b strings.Builder
	width := 0
	for _, w := range strings.Fields(text) {
		if width > 60 {
			b.WriteString("\n")
			width = 0
		} else if width > 0 {
			b.WriteString(" ")
		}
		b.WriteString(w)
		width += len(w) + 1
	}
	return b.String()
}

func fill(t *testing.T, layout string, s story) string {
	t.Helper()
	funcs := template.FuncMap{"std": std, "wrap": wrap, "linked": linked, "cut": firstHalf, "js": func(s string) (string, error) {
		b, err := json.Marshal(s)
		return string(b), err
	}}
	tmpl, err := template.New(filepath.Base(layout)).Funcs(funcs).ParseFiles(layout)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := tmpl.Execute(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tokenCounts(s string) map[string]int {
	counts := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		counts[w]++
	}
	return counts
}

// tokenF1 is the F1 of the words of got against those of want.
func tokenF1(got, want string) float64 {
	g, w := tokenCounts(got), tokenCounts(want)
	both, all := 0, 0
	for word, n := range g {
		both += min(n, w[word])
		all += n
	}
	for _, n := range w {
		all += n
	}
	return 2 * float64(both) / float64(max(all, 1))
}

// TestLayouts fills pages of many kinds with articles and holds the text that is
// read to the article's, by token F1. go test -v prints the table.
func TestLayouts(t *testing.T) {
	layouts, err := filepath.Glob("testdata/layouts/*.html")
	if err != nil || len(layouts) == 0 {
		t.Fatal("no layouts", err)
	}
	stories, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(stories) == 0 {
		t.Fatal("no articles", err)
	}
	total, n := 0.0, 0
	for _, layout := range layouts {
		name := strings.TrimSuffix(filepath.Base(layout), ".html")
		sum, before := 0.0, n
		var line strings.Builder
		for _, path := range stories {
			s := readStory(t, path)
			if name == "paywall-full" && filepath.Base(path) == "brief.txt" {
				n-- // so short behind a paywall, it cannot be told from a stub
				continue
			}
			f := 0.0
			article, err := page.Extract([]byte(fill(t, layout, s)), page.Options{})
			if err != nil {
				t.Errorf("%s with %s: %v", name, filepath.Base(path), err)
			} else {
				f = tokenF1(article.Text, s.Text())
				if article.Title != s.Title {
					t.Errorf("%s with %s: title %q", name, filepath.Base(path), article.Title)
				}
				if got := article.Published.Format(time.DateOnly); got != s.at(time.DateOnly) && dated(t, layout) {
					t.Errorf("%s with %s: published %s, want %s", name, filepath.Base(path), got, s.ISO)
				}
				if f < 0.9 {
					t.Errorf("%s with %s: F1 %.3f, text:\n%s", name, filepath.Base(path), f, article.Text)
				}
			}
			line.WriteString(" " + strings.TrimSuffix(filepath.Base(path), ".txt") + " ")
			line.WriteString(strings.TrimPrefix(formatF1(f), "0"))
			sum += f
		}
		n += len(stories)
		mean := sum / float64(n-before)
		t.Logf("%-16s %s %s", name, formatF1(mean), line.String())
		total += sum
	}
	t.Logf("%-16s %s", "all", formatF1(total/float64(n)))
	if total/float64(n) < 0.985 {
		t.Errorf("mean F1 %s", formatF1(total/float64(n)))
	}
}

// dated says whether a layout shows the date somewhere.
func dated(t *testing.T, layout string) bool {
	raw, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(raw), "{{.Day}}") || strings.Contains(string(raw), "{{.ISO}}")
}

func formatF1(f float64) string {
	b, _ := json.Marshal(float64(int(f*1000+0.5)) / 1000)
	return string(b)
}
