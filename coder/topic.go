package coder

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"github.com/demarche/demarche"
)

// topicsFile has the words of each topic: topic, tab, lemmas.
const topicsFile = "topics.tsv"

// topics names the topic of a lemma.
type topics map[string]string

func loadTopics(files fs.FS) (topics, error) {
	f, err := files.Open(topicsFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := topics{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		topic, words, found := strings.Cut(line, "\t")
		if !found {
			return nil, fmt.Errorf("%s:%d: %q has no tab; write a topic, a tab and its words", topicsFile, n, line)
		}
		for _, word := range strings.Fields(words) {
			all[word] = topic
		}
	}
	return all, lines.Err()
}

// topic is a subject matter that turns words of politics into something else,
// and how many of its words a text must have. What speaks for politics counts
// against it.
type topic struct {
	name    string
	least   int
	against []string
	times   int // how often the words against it count; 0 for not at all
}

var (
	crime    = topic{"crime", 2, []string{"public"}, 1}
	accident = topic{"accident", 4, []string{"public", "attack"}, 2}
	disaster = topic{"disaster", 2, nil, 0}
	sport    = topic{"sport", 4, []string{"public", "state"}, 2}
	business = topic{"business", 5, []string{"public", "state"}, 2}
	culture  = topic{"culture", 5, []string{"public", "state"}, 2}
)

// isAbout says whether the document is about a topic and not about politics.
func (w *writer) isAbout(t topic) bool {
	if w.words == nil {
		w.words = w.countTopics()
	}
	other := 0
	for _, name := range t.against {
		other += w.words[name]
	}
	n := w.words[t.name]
	return n >= t.least && n > t.times*other
}

func (w *writer) countTopics() map[string]int {
	n := map[string]int{}
	for i := range w.doc.Tokens {
		t := &w.doc.Tokens[i]
		name, found := w.topics[t.Lemma]
		if !found { // a name keeps its capitals
			name, found = w.topics[strings.ToLower(t.Form)]
		}
		if found {
			n[name]++
		}
	}
	return n
}

// besidePolitics says that the document is about sport, trade or the arts and
// the event is of that: every coding in a match report; elsewhere what is not
// done by a state or a public body.
func (w *writer) besidePolitics(c *demarche.Coding) bool {
	if w.isAbout(sport) {
		return true
	}
	return c.Category != "PROTEST" && c.Category != "ASSAULT" && !w.addresses(c.Actors) && (w.isAbout(business) || w.isAbout(culture))
}
