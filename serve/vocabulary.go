package serve

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/demarche/demarche/codebook"
	"github.com/demarche/demarche/data"
)

// Vocabulary is what may stand in filters, for menus.
type Vocabulary struct {
	Types     []TypeWord `json:"types"`
	Quads     []QuadWord `json:"quads"`
	Contexts  []string   `json:"contexts"`
	Statuses  []string   `json:"statuses"`
	Sectors   []CodeWord `json:"sectors"`
	Countries []CodeWord `json:"countries" doc:"states, and codes of what is none"`
	Sorts     []string   `json:"sorts"`
}

// TypeWord is a PLOVER category.
type TypeWord struct {
	Name  string   `json:"name"`
	Quad  int      `json:"quad"`
	Score float64  `json:"score"`
	Modes []string `json:"modes"`
	About string   `json:"about"`
}

// QuadWord is a quad class.
type QuadWord struct {
	Code int    `json:"code"`
	Name string `json:"name"`
}

// CodeWord is a code with its name.
type CodeWord struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// words are the vocabulary and the names of codes.
type words struct {
	vocabulary Vocabulary
	countries  map[string]string
}

func (s *server) vocabulary(context.Context, *struct{}) (*answer, error) {
	return inJSON(&s.words.vocabulary), nil
}

func loadWords() (*words, error) {
	countries, err := countryNames()
	if err != nil {
		return nil, err
	}
	w := &words{
		vocabulary: Vocabulary{
			Quads:     []QuadWord{{1, "verbal cooperation"}, {2, "material cooperation"}, {3, "verbal conflict"}, {4, "material conflict"}},
			Contexts:  codebook.Contexts(),
			Statuses:  []string{"done", "future", "hypothetical", "negated", "historical"},
			Sectors:   sectors[:],
			Countries: countries,
			Sorts:     []string{"-date", "date", "mentions", "confidence", "relevance"},
		},
		countries: make(map[string]string, len(countries)),
	}
	for _, c := range countries {
		w.countries[c.Code] = c.Name
	}
	for _, c := range codebook.Categories() {
		t := TypeWord{Name: c.Name, Quad: c.Quad, Score: c.Score, About: c.Covers, Modes: []string{}}
		for _, m := range c.Modes {
			t.Modes = append(t.Modes, m.Name)
		}
		w.vocabulary.Types = append(w.vocabulary.Types, t)
	}
	return w, nil
}

// countryNames are the present states of the lexicon by name, then PLOVER's
// codes of what is no state.
func countryNames() ([]CodeWord, error) {
	file, err := fs.ReadFile(data.Lexicon(), "states.tsv")
	if err != nil {
		return nil, fmt.Errorf("reading the names of states: %w", err)
	}
	var all []CodeWord
	seen := map[string]bool{}
	lines := bufio.NewScanner(strings.NewReader(string(file)))
	for header := true; lines.Scan(); {
		columns := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(lines.Text(), "#") || len(columns) < 3 {
			continue
		}
		if header {
			header = false
			continue
		}
		if len(columns[0]) == 3 && !seen[columns[0]] {
			seen[columns[0]] = true
			all = append(all, CodeWord{columns[0], columns[1]})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading the names of states: %w", err)
	}
	slices.SortFunc(all, func(a, b CodeWord) int { return strings.Compare(a.Name, b.Name) })
	return append(all, supranational[:]...), nil
}

// supranational are PLOVER's codes of actors that are no state (PLOVER manual,
// "Actor coding").
var supranational = [...]CodeWord{
	{"UNO", "United Nations"}, {"EUR", "European Union"}, {"IGO", "intergovernmental organisation"},
	{"NGO", "non-governmental organisation"}, {"ISM", "international movement"},
	{"IMG", "transnational armed group"}, {"MNC", "multinational company"},
}

// sectors are PLOVER's.
var sectors = [...]CodeWord{
	{"GOV", "government"}, {"MIL", "military"}, {"COP", "police"}, {"JUD", "judiciary"}, {"LEG", "legislature"},
	{"SPY", "intelligence"}, {"PTY", "party"}, {"OPP", "opposition"}, {"REB", "rebels"}, {"PRM", "paramilitary"},
	{"UAF", "unidentified armed forces"}, {"UNK", "unknown"}, {"CVL", "civilians"}, {"REF", "refugees"},
	{"ELI", "elite"}, {"BUS", "business"}, {"LAB", "labour"}, {"AGR", "agriculture"}, {"EDU", "education"},
	{"MED", "medicine"}, {"JRN", "journalists"}, {"REL", "religion"}, {"SOC", "social groups"}, {"CRM", "crime"}, {"PRE", "unrecognised state"},
}

func sectorName(code string) string {
	for _, s := range sectors {
		if s.Code == code {
			return s.Name
		}
	}
	return ""
}
