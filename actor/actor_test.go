package actor_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/demarche/demarche"
	"github.com/demarche/demarche/actor"
	"github.com/demarche/demarche/conllu"
	"github.com/demarche/demarche/data"
)

func loadLexicon(t testing.TB) *actor.Lexicon {
	t.Helper()
	lex, err := actor.Load(data.Lexicon())
	if err != nil {
		t.Fatalf("the built-in lexicon: %v", err)
	}
	return lex
}

func loadAntecedents(t testing.TB) *actor.Antecedents {
	t.Helper()
	a, err := actor.LoadAntecedents(data.Models())
	if err != nil {
		t.Fatalf("the built-in model of antecedents: %v", err)
	}
	return a
}

// TestMentions reads testdata/*.conllu: trees with lines
//
//	# date = 2023-03-01
//	# expect = Foreign Minister Sergei Lavrov => RUS GOV foreign minister
//
// Several actors of one mention are joined by " + ", members stand in
// brackets, "-" is an empty field, and "same as WORDS" asks for the cluster of
// another mention of the document.
func TestMentions(t *testing.T) {
	r := actor.New(loadLexicon(t), loadAntecedents(t))
	for _, path := range []string{"testdata/mentions.conllu", "testdata/news.conllu"} {
		checkFile(t, r, path)
	}
}

func checkFile(t *testing.T, r *actor.Resolver, path string) {
	t.Helper()
	sentences := readSentences(t, path)
	for first := 0; first < len(sentences); {
		end := first + 1
		for end < len(sentences) && !sentences[end].NewDoc {
			end++
		}
		checkDoc(t, r, sentences[first:end])
		first = end
	}
}

func readSentences(t *testing.T, path string) []*conllu.Sentence {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := conllu.ReadSentences(path, f)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func checkDoc(t *testing.T, r *actor.Resolver, sentences []*conllu.Sentence) {
	t.Helper()
	doc := conllu.Join(sentences)
	var wants []string
	for _, s := range sentences {
		for _, c := range s.Comments {
			if d, ok := strings.CutPrefix(c, "date = "); ok {
				doc.Date, _ = demarche.ParseDate(d)
			}
			if w, ok := strings.CutPrefix(c, "expect = "); ok {
				wants = append(wants, w)
			}
		}
	}
	r.Resolve(doc)
	t.Run(doc.Text[:min(40, len(doc.Text))], func(t *testing.T) {
		for _, w := range wants {
			checkMention(t, doc, w)
		}
	})
}

func checkMention(t *testing.T, doc *demarche.Doc, want string) {
	t.Helper()
	text, want, _ := strings.Cut(want, " => ")
	m := findMention(doc, text)
	if m == nil {
		t.Errorf("%q is no mention; there are %q", text, mentionTexts(doc))
		return
	}
	if other, ok := strings.CutPrefix(want, "same as "); ok {
		o := findMention(doc, other)
		if o == nil || o.Cluster != m.Cluster {
			t.Errorf("%q is not the same as %q but %s", text, other, describeActors(m))
		}
		return
	}
	if got := describeActors(m); got != want {
		t.Errorf("%q => %s, want %s", text, got, want)
	}
}

// findMention finds the first mention with the words; "it/2" is the second.
func findMention(doc *demarche.Doc, text string) *demarche.Mention {
	text, nth, _ := strings.Cut(text, "/")
	n := 1
	fmt.Sscan(nth, &n)
	for i := range doc.Mentions {
		if doc.TextOf(doc.Mentions[i].Range) == text {
			if n--; n == 0 {
				return &doc.Mentions[i]
			}
		}
	}
	return nil
}

func mentionTexts(doc *demarche.Doc) []string {
	var out []string
	for i := range doc.Mentions {
		out = append(out, doc.TextOf(doc.Mentions[i].Range))
	}
	return out
}

func describeActors(m *demarche.Mention) string {
	var out []string
	for _, a := range m.Actors {
		s := or(a.Code) + " " + or(strings.Join(a.Sectors, ","))
		if a.Office != "" {
			s += " " + a.Office
		}
		if len(a.Members) > 0 {
			s += " [" + strings.Join(a.Members, " ") + "]"
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return "nobody"
	}
	return strings.Join(out, " + ")
}

func or(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func BenchmarkResolve(b *testing.B) {
	docs, err := conllu.ReadFile("../../shared/data/ud/en_gum-dev.conllu.gz")
	if err != nil {
		b.Skip("needs the treebank in shared/data: ", err)
	}
	r := actor.New(loadLexicon(b), loadAntecedents(b))
	words := 0
	for _, d := range docs {
		words += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Resolve(d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadLexicon(b)
	}
}
